package org.manyuan.statistics;

/**
 * The (restricted) likelihood of the random-intercept model as a function of λ = τ²/σ² alone: mean and σ² are profiled out, so a fit is
 * a search along one line.
 */
record UnitProfile(long[] n, double[] mean, double ssw, boolean restricted) {
    /**
     * One point of the line.
     *
     * @param criterion −2 log likelihood
     * @param slope its derivative by λ
     */
    record Point(double mu, double muStandardError, double sigma2, double criterion, double slope) {}

    boolean canBeFitted() {
        return n.length >= 2 && ssw > 0;
    }

    Point at(double lambda) {
        double weight = 0;
        double weighted = 0;
        double squaredWeight = 0;
        double logs = 0;
        long pupils = 0;
        for (int j = 0; j < n.length; j++) {
            double w = n[j] / (1 + lambda * n[j]);
            weight += w;
            weighted += w * mean[j];
            squaredWeight += w * w;
            logs += Math.log1p(lambda * n[j]);
            pupils += n[j];
        }
        double mu = weighted / weight;
        double q = ssw;
        double fall = 0;
        for (int j = 0; j < n.length; j++) {
            double w = n[j] / (1 + lambda * n[j]);
            double square = (mean[j] - mu) * (mean[j] - mu);
            q += w * square;
            fall += w * w * square;
        }
        long df = restricted ? pupils - 1 : pupils;
        double sigma2 = q / df;
        double criterion = df * (1 + Math.log(2 * Math.PI * sigma2)) + logs + (restricted ? Math.log(weight) : 0);
        double slope = weight - df * fall / q - (restricted ? squaredWeight / weight : 0);
        return new Point(mu, Math.sqrt(sigma2 / weight), sigma2, criterion, slope);
    }
}
