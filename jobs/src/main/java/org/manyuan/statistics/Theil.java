package org.manyuan.statistics;

import java.util.List;

/**
 * Theil T and L of unit values with weights, and the parts they fall into over nested partitions. The parts of a chain whole → … →
 * each unit, plus the part within units, add to the index among pupils. METRICS B1.
 */
public final class Theil {
    private Theil() {}

    /** T = Σ p (x/μ) ln(x/μ), p = w/W; a term with x = 0 is 0. NaN where a value is negative or μ is not positive. */
    public static double t(double[] x, double[] w) {
        return betweenT(Partition.whole(x.length), Partition.each(x.length), x, w);
    }

    /** L = Σ p ln(μ/x). NaN where a value with weight is zero or negative. */
    public static double l(double[] x, double[] w) {
        return betweenL(Partition.whole(x.length), Partition.each(x.length), x, w);
    }

    /**
     * The part of T that lies between the inner parts inside the outer parts: Σ_o s_o Σ_{i⊂o} s_{i|o} ln(μ_i/μ_o), s = share of Σwx.
     *
     * @throws IllegalArgumentException where an inner part crosses an outer border
     */
    public static double betweenT(Partition outer, Partition inner, double[] x, double[] w) {
        requireNested(outer, inner);
        Totals out = Totals.of(outer, x, w);
        Totals in = Totals.of(inner, x, w);
        if (!in.allAtLeastZero || !(out.all > 0)) {
            return Double.NaN;
        }
        double part = 0;
        boolean[] seen = new boolean[inner.parts()];
        for (int j = 0; j < x.length; j++) {
            int i = inner.partOf(j);
            double mean = out.mean(outer.partOf(j));
            if (!seen[i] && in.weight[i] > 0 && mean > 0) {
                part += in.weight[i] * mean / out.all * term(in.mean(i) / mean - 1);
            }
            seen[i] = true;
        }
        return part;
    }

    /**
     * The part of L between the inner parts inside the outer parts: Σ_o p_o Σ_{i⊂o} p_{i|o} ln(μ_o/μ_i), p = share of Σw.
     *
     * @throws IllegalArgumentException where an inner part crosses an outer border
     */
    public static double betweenL(Partition outer, Partition inner, double[] x, double[] w) {
        requireNested(outer, inner);
        Totals out = Totals.of(outer, x, w);
        Totals in = Totals.of(inner, x, w);
        if (!in.allAtLeastZero || !(out.all > 0)) {
            return Double.NaN;
        }
        double part = 0;
        boolean[] seen = new boolean[inner.parts()];
        for (int j = 0; j < x.length; j++) {
            int i = inner.partOf(j);
            if (!seen[i] && in.weight[i] > 0) {
                part += in.weight[i] / out.allWeight * Math.log(out.mean(outer.partOf(j)) / in.mean(i));
            }
            seen[i] = true;
        }
        return Double.isFinite(part) ? part : Double.NaN;
    }

    /** The part of T within units: Σ s_j T_j, s = share of all points; a unit without a point adds nothing. */
    public static double withinT(List<StudentTerms> units) {
        double all = units.stream().mapToDouble(StudentTerms::sum).sum();
        double part = 0;
        for (StudentTerms unit : units) {
            part += unit.sum() > 0 ? unit.sum() / all * unit.t() : 0;
        }
        return all > 0 ? part : Double.NaN;
    }

    /** The part of L within units: Σ p_j L_j, p = share of all pupils. NaN where a pupil has 0. */
    public static double withinL(List<StudentTerms> units) {
        long all = units.stream().mapToLong(StudentTerms::n).sum();
        double part = 0;
        for (StudentTerms unit : units) {
            part += unit.n() > 0 ? (double) unit.n() / all * unit.l() : 0;
        }
        return all > 0 ? part : Double.NaN;
    }

    /** {@link #t} without unit j, for every j, in one pass from the totals. */
    public static double[] tLeaveOneOut(double[] x, double[] w) {
        double mean = Dispersion.mean(x, w);
        double weight = 0;
        double excess = 0;
        double terms = 0;
        for (int j = 0; j < x.length; j++) {
            weight += w[j];
            excess += w[j] * (x[j] / mean - 1);
            terms += w[j] * term(x[j] / mean - 1);
        }
        double[] left = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double restWeight = weight - w[j];
            double restExcess = excess - w[j] * (x[j] / mean - 1);
            double restTerms = terms - w[j] * term(x[j] / mean - 1);
            left[j] = restWeight > 0 && restWeight + restExcess > 0
                    ? Math.max(0, restTerms - restWeight * term(restExcess / restWeight)) / (restWeight + restExcess)
                    : Double.NaN;
        }
        return left;
    }

    /** y ln y − y + 1 for y = 1 + excess: never negative, and sums to the same index as y ln y without cancelling near y = 1. */
    private static double term(double excess) {
        double small = Rounding.snap(excess, 1);
        return small <= -1 ? 1 : (1 + small) * Math.log1p(small) - small;
    }

    private static void requireNested(Partition outer, Partition inner) {
        if (!inner.isNestedIn(outer)) {
            throw new IllegalArgumentException(
                    "an inner part crosses an outer border: these two cannot stand in one chain");
        }
    }

    private record Totals(double[] sum, double[] weight, double all, double allWeight, boolean allAtLeastZero) {
        static Totals of(Partition partition, double[] x, double[] w) {
            Dispersion.requireSameLength(x, w);
            double[] sum = new double[partition.parts()];
            double[] weight = new double[partition.parts()];
            double all = 0;
            double allWeight = 0;
            boolean atLeastZero = true;
            for (int j = 0; j < x.length; j++) {
                sum[partition.partOf(j)] += w[j] * x[j];
                weight[partition.partOf(j)] += w[j];
                all += w[j] * x[j];
                allWeight += w[j];
                atLeastZero &= x[j] >= 0;
            }
            return new Totals(sum, weight, all, allWeight, atLeastZero);
        }

        double mean(int part) {
            return sum[part] / weight[part];
        }
    }
}
