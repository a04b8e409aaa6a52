package org.manyuan.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of influence over what is drawn, seen cohort by cohort: chance within a cohort of m is measured about the cohort's mean, over
 * m − 1, so that small cohorts do not look surer than they are (Welch's idea carried to any average). What a cohort's mean itself adds,
 * the chance of the cohorts' shares, is taken as it is. A cohort drawn as one, and clusters of several cohorts, are one stratum together.
 */
final class CohortStrata {
    private final List<Integer> cohorts;
    private final int[] stratumOf;
    private final int[] size;

    private CohortStrata(List<Integer> cohorts, int[] stratumOf, int[] size) {
        this.cohorts = cohorts;
        this.stratumOf = stratumOf;
        this.size = size;
    }

    /** @param cohorts the cohort of each thing drawn; empty where it holds several */
    static CohortStrata of(List<Optional<Integer>> cohorts) {
        SortedMap<Integer, Integer> drawn = new TreeMap<>();
        cohorts.forEach(cohort -> cohort.ifPresent(year -> drawn.merge(year, 1, Integer::sum)));
        List<Integer> own =
                drawn.keySet().stream().filter(year -> drawn.get(year) > 1).toList();
        int[] stratumOf = new int[cohorts.size()];
        int[] size = new int[own.size() + 1];
        for (int c = 0; c < stratumOf.length; c++) {
            int place = cohorts.get(c).map(own::indexOf).orElse(-1);
            stratumOf[c] = place < 0 ? own.size() : place;
            size[stratumOf[c]]++;
        }
        return new CohortStrata(own, stratumOf, size);
    }

    /** The estimate with its standard error and degrees of freedom (Satterthwaite 1946). */
    Welch welch(double value, double[] sums) {
        double variance = 0;
        double uncertainty = 0;
        for (int h = 0; h < size.length; h++) {
            double within = within(h, sums, sums);
            variance += within;
            uncertainty += within * within / degrees(h);
        }
        variance += between(sums, sums);
        return new Welch(value, Math.sqrt(variance), variance * variance / uncertainty);
    }

    /**
     * p of all values being 0, by Hotelling's T² with these variances and degrees of freedom as Krishnamoorthy and Yu (2004) give them.
     * NaN where the variances are singular or leave no degrees of freedom, and where a cohort was drawn no oftener than it has values:
     * its own variances would be singular then, and the test too ready to reject.
     *
     * @param ofCohort the cohort of each value
     */
    double allZero(double[] values, int[] ofCohort, List<double[]> sums) {
        int q = values.length;
        int[] valuesOf = new int[size.length];
        for (int cohort : ofCohort) {
            int place = cohorts.indexOf(cohort);
            valuesOf[place < 0 ? cohorts.size() : place]++;
        }
        for (int h = 0; h < size.length; h++) {
            if (valuesOf[h] > 0 && valuesOf[h] >= size[h]) {
                return Double.NaN;
            }
        }
        List<double[][]> parts = new ArrayList<>();
        double[][] variance = matrix(sums, this::between);
        for (int h = 0; h < size.length; h++) {
            int stratum = h;
            double[][] part = matrix(sums, (a, b) -> within(stratum, a, b));
            parts.add(part);
            for (int a = 0; a < q; a++) {
                for (int b = 0; b < q; b++) {
                    variance[a][b] += part[a][b];
                }
            }
        }
        return q == 0
                ? Double.NaN
                : Inverse.of(variance).map(inverse -> p(values, inverse, parts)).orElse(Double.NaN);
    }

    /** The sums with their distance from the cohort's mean stretched by √(m/(m − 1)). */
    double[] stretched(double[] sums) {
        double[] stretched = new double[sums.length];
        double[] mean = means(sums);
        for (int c = 0; c < sums.length; c++) {
            int h = stratumOf[c];
            stretched[c] = mean[h] + (sums[c] - mean[h]) * Math.sqrt(size[h] / degrees(h));
        }
        return stretched;
    }

    private double p(double[] values, double[][] inverse, List<double[][]> parts) {
        int q = values.length;
        double uncertainty = 0;
        for (int h = 0; h < parts.size(); h++) {
            double[][] share = new double[q][];
            double trace = 0;
            double traceOfSquare = 0;
            for (int a = 0; a < q; a++) {
                share[a] = Inverse.times(inverse, parts.get(h)[a]);
                trace += share[a][a];
            }
            for (int a = 0; a < q; a++) {
                for (int b = 0; b < q; b++) {
                    traceOfSquare += share[a][b] * share[b][a];
                }
            }
            uncertainty += (traceOfSquare + trace * trace) / degrees(h);
        }
        double df = (q + (double) q * q) / uncertainty;
        double left = df - q + 1;
        double f = Inverse.dot(values, Inverse.times(inverse, values)) * left / df / q;
        return left > 0 ? FisherF.upperTail(f, q, left) : Double.NaN;
    }

    private interface Product {
        double of(double[] a, double[] b);
    }

    private static double[][] matrix(List<double[]> sums, Product product) {
        double[][] matrix = new double[sums.size()][sums.size()];
        for (int a = 0; a < matrix.length; a++) {
            for (int b = 0; b < matrix.length; b++) {
                matrix[a][b] = product.of(sums.get(a), sums.get(b));
            }
        }
        return matrix;
    }

    private double within(int h, double[] a, double[] b) {
        double[] meanA = means(a);
        double[] meanB = means(b);
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += stratumOf[c] == h ? (a[c] - meanA[h]) * (b[c] - meanB[h]) : 0;
        }
        return sum * size[h] / degrees(h);
    }

    private double between(double[] a, double[] b) {
        double[] meanA = means(a);
        double[] meanB = means(b);
        double sum = 0;
        for (int h = 0; h < size.length; h++) {
            sum += size[h] * meanA[h] * meanB[h];
        }
        return sum;
    }

    private double[] means(double[] sums) {
        double[] mean = new double[size.length];
        for (int c = 0; c < sums.length; c++) {
            mean[stratumOf[c]] += sums[c] / size[stratumOf[c]];
        }
        return mean;
    }

    private double degrees(int h) {
        return Math.max(1, size[h] - 1);
    }
}
