package org.manyuan.statistics;

import java.math.BigInteger;

/**
 * Number, means and centred cross products of several columns of a unit's pupils: enough for every regression over units. The last
 * column is the outcome, those before it explain. The counterpart of {@link Moments} for more than one column; METRICS §0.1, B3.
 *
 * @param n pupils; 0 gives means NaN and products 0
 * @param mean one value a column
 * @param m2 Σ(a − mean a)(b − mean b), symmetric
 */
public record CrossMoments(long n, double[] mean, double[][] m2) {
    /**
     * From whole-number sums, exact up to the last rounding.
     *
     * @param sums Σu, u = value/step
     * @param products Σuv; only the lower triangle is read
     * @param step of each column
     */
    public static CrossMoments ofSteps(long n, long[] sums, long[][] products, double[] step) {
        int columns = sums.length;
        double[] mean = new double[columns];
        double[][] m2 = new double[columns][columns];
        for (int a = 0; a < columns; a++) {
            mean[a] = n == 0 ? Double.NaN : step[a] * sums[a] / n;
            for (int b = 0; b <= a && n > 0; b++) {
                BigInteger spread = BigInteger.valueOf(n)
                        .multiply(BigInteger.valueOf(products[a][b]))
                        .subtract(BigInteger.valueOf(sums[a]).multiply(BigInteger.valueOf(sums[b])));
                m2[a][b] = step[a] * step[b] * (spread.doubleValue() / n);
                m2[b][a] = m2[a][b];
            }
        }
        return new CrossMoments(n, mean, m2);
    }

    /** Both sets of pupils together (Chan, Golub and LeVeque 1979); callers merge in order of a key. */
    public CrossMoments merge(CrossMoments other) {
        if (n == 0 || other.n == 0) {
            return n == 0 ? other : this;
        }
        long total = n + other.n;
        double[] together = new double[mean.length];
        double[][] products = new double[mean.length][mean.length];
        double share = (double) n * other.n / total;
        for (int a = 0; a < mean.length; a++) {
            together[a] = mean[a] + (other.mean[a] - mean[a]) * other.n / total;
            for (int b = 0; b < mean.length; b++) {
                products[a][b] =
                        m2[a][b] + other.m2[a][b] + share * (other.mean[a] - mean[a]) * (other.mean[b] - mean[b]);
            }
        }
        return new CrossMoments(total, together, products);
    }

    /**
     * Of two columns: the covariance of their means in two larger sets of pupils that have these in common and are independent
     * otherwise, n·c/(n₁·n₂), c the sample covariance. 0 for fewer than two pupils, who tell none, and for more than one of the sets has:
     * some of these are not in it, and nobody knows which. METRICS B4.
     *
     * @param first how many pupils the set of the first column has
     * @param second the same of the second
     */
    public double covarianceOfMeans(long first, long second) {
        return n < 2 || n > Math.min(first, second) ? 0 : n * (m2[0][1] / (n - 1)) / ((double) first * second);
    }

    /**
     * Of two columns: number, mean and squares of the outcome less what the first column makes one expect, as if all had one value of it.
     * METRICS B4, composition check.
     *
     * @param slope outcome per unit of the first column
     * @param middle the value that all are taken to
     */
    public Moments adjusted(double slope, double middle) {
        double explained = slope * slope * m2[0][0];
        double rest = m2[1][1] - 2 * slope * m2[0][1] + explained;
        return new Moments(
                n, mean[1] - slope * (mean[0] - middle), Math.max(0, Rounding.snap(rest, m2[1][1] + explained)));
    }

    /** The same pupils with one column as (value − centre)/scale: priors of different papers are merged on the scale of their papers. */
    public CrossMoments standardised(int column, double centre, double scale) {
        double[] shifted = mean.clone();
        double[][] scaled = new double[mean.length][];
        shifted[column] = (mean[column] - centre) / scale;
        for (int a = 0; a < mean.length; a++) {
            scaled[a] = m2[a].clone();
            scaled[a][column] /= scale;
        }
        for (int b = 0; b < mean.length; b++) {
            scaled[column][b] /= scale;
        }
        return new CrossMoments(n, shifted, scaled);
    }
}
