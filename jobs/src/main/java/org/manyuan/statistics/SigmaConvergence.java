package org.manyuan.statistics;

import java.util.Arrays;

/**
 * σ收敛: whether units lie closer together than in a base year, the same units in both years, every unit counted once, on the logarithm
 * of their values. METRICS B4, GAP-14.
 *
 * @param k units
 * @param cvRatio coefficient of variation now over then; below 1 is closer. NaN where then all were equal
 * @param sdLogRatio standard deviation of ln x now over then; NaN where then all were equal
 * @param correlation of ln x between the years; NaN where all are equal in a year
 */
public record SigmaConvergence(int k, double cvRatio, double sdLogRatio, double correlation) {
    /** Two years on a line have no noise to test against. */
    private static final double ON_A_LINE = 1e-12;

    /**
     * From the values of the same units in both years; every figure is NaN for fewer than two units or where a value is not positive.
     *
     * @throws IllegalArgumentException where the years differ in length
     */
    public static SigmaConvergence of(double[] base, double[] now) {
        requirePanel(base, now);
        int k = base.length;
        if (k < 2
                || !Arrays.stream(base).allMatch(x -> x > 0)
                || !Arrays.stream(now).allMatch(x -> x > 0)) {
            return new SigmaConvergence(k, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] a = Arrays.stream(base).map(Math::log).toArray();
        double[] b = Arrays.stream(now).map(Math::log).toArray();
        double middleThen = Dispersion.mean(a);
        double middleNow = Dispersion.mean(b);
        double products = 0;
        for (int j = 0; j < k; j++) {
            products += (a[j] - middleThen) * (b[j] - middleNow);
        }
        double then = Dispersion.unweightedCv(base, 1);
        double sdThen = sdOfLogs(base, a);
        double sdNow = sdOfLogs(now, b);
        return new SigmaConvergence(
                k,
                ratio(Dispersion.unweightedCv(now, 1), then),
                ratio(sdNow, sdThen),
                sdNow > 0 && sdThen > 0 ? products / (k - 1) / (sdNow * sdThen) : Double.NaN);
    }

    /**
     * Pitman–Morgan t of equal variances, r√((k − 2)/(1 − r²)) with r = corr(a + b, a − b), a then and b now: above 0 is closer. NaN for
     * fewer than three units and where the two years lie on a line.
     */
    public double t() {
        double free = 1 - correlation * correlation;
        return k > 2 && free > ON_A_LINE && sdLogRatio > 0
                ? (1 / sdLogRatio - sdLogRatio) / 2 * Math.sqrt((k - 2) / free)
                : Double.NaN;
    }

    /** Two-sided p of equal variances, k − 2 degrees of freedom. */
    public double p() {
        return StudentT.twoSidedP(t(), k - 2);
    }

    /**
     * Interval of {@link #sdLogRatio}: all ratios that the test does not reject, ratio·h^{∓½} with h = K + √(K² − 1) and
     * K = 1 + 2(1 − ρ²)t²/(k − 2). Exact where ln x is normal in both years.
     */
    public Interval interval(double level) {
        if (Double.isNaN(t())) {
            return Interval.NONE;
        }
        double point = StudentT.quantile((1 + level) / 2, k - 2);
        double c = (1 - correlation * correlation) * point * point / (k - 2);
        double h = 1 + 2 * c + 2 * Math.sqrt(c * (1 + c));
        return new Interval(sdLogRatio / Math.sqrt(h), sdLogRatio * Math.sqrt(h));
    }

    static void requirePanel(double[] base, double[] now) {
        if (base.length != now.length) {
            throw new IllegalArgumentException(
                    base.length + " units in the base year but " + now.length + " now: give the same panel");
        }
    }

    /** Rounding is judged beside the values themselves: a logarithm may lie near 0. */
    private static double sdOfLogs(double[] x, double[] logs) {
        return Dispersion.unweightedCv(x, 1) == 0 ? 0 : MeanT.of(logs).se() * Math.sqrt(logs.length);
    }

    private static double ratio(double now, double then) {
        return then > 0 ? now / then : Double.NaN;
    }
}
