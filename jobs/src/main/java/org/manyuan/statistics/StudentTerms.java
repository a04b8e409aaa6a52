package org.manyuan.statistics;

/**
 * What the Theil indices need of the pupils of a unit: their number, Σy, Σ y ln y and Σ ln y.
 *
 * @param sumLnY −∞ where a pupil has 0 (then L does not exist)
 */
public record StudentTerms(long n, double sum, double sumYLnY, double sumLnY) {
    /** No pupils. */
    public static final StudentTerms EMPTY = new StudentTerms(0, 0, 0, 0);

    /**
     * From a sparse histogram.
     *
     * @param bins scores in steps, ascending
     * @param counts pupils per bin
     * @param step points per step
     */
    public static StudentTerms of(int[] bins, long[] counts, double step) {
        long n = 0;
        long steps = 0;
        double yLnY = 0;
        double lnY = 0;
        for (int b = 0; b < bins.length; b++) {
            double y = bins[b] * step;
            n += counts[b];
            steps += bins[b] * counts[b];
            if (counts[b] > 0) {
                lnY += counts[b] * Math.log(y);
                yLnY += bins[b] == 0 ? 0 : counts[b] * y * Math.log(y);
            }
        }
        return new StudentTerms(n, steps * step, yLnY, lnY);
    }

    /** Both sets of pupils together. */
    public StudentTerms merge(StudentTerms other) {
        return new StudentTerms(n + other.n, sum + other.sum, sumYLnY + other.sumYLnY, sumLnY + other.sumLnY);
    }

    /** Mean score in points. */
    public double mean() {
        return sum / n;
    }

    /** Theil T among the pupils; NaN where nobody has a point. */
    public double t() {
        return sum > 0 ? sumYLnY / sum - Math.log(mean()) : Double.NaN;
    }

    /** Theil L (mean log deviation) among the pupils; NaN where a pupil has 0. */
    public double l() {
        return sum > 0 && Double.isFinite(sumLnY) ? Math.log(mean()) - sumLnY / n : Double.NaN;
    }
}
