package org.manyuan.metric;

import java.math.BigInteger;
import java.util.List;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.statistics.Moments;

/**
 * One side of a gap: the pupils of several units together.
 *
 * @param units how many
 * @param step points per step where every unit has scores on one step; else NaN
 * @param s1 sum of scores in steps; of no meaning where step is NaN
 * @param s2 sum of squared scores in steps²; of no meaning where step is NaN
 * @param squares Σ of the units' squared numbers of pupils
 * @param fewest pupils of the smallest unit; of a rest no more than that, since the whole's is kept; null for nobody
 */
record Side(long units, double step, long s1, BigInteger s2, long squares, Long fewest, Moments moments) {
    static final Side EMPTY = new Side(0, Double.NaN, 0, BigInteger.ZERO, 0, null, Moments.EMPTY);

    static Side of(List<UnitMarks> marks) {
        if (marks.isEmpty()) {
            return EMPTY;
        }
        double step = marks.get(0).step();
        long s1 = 0;
        BigInteger s2 = BigInteger.ZERO;
        long squares = 0;
        for (UnitMarks unit : marks) {
            step = unit.step() == step ? step : Double.NaN;
            squares = Math.addExact(squares, Math.multiplyExact(unit.n(), unit.n()));
            if (!Double.isNaN(step)) {
                for (SchoolExamFact fact : unit.facts()) {
                    s1 = Math.addExact(s1, fact.s1());
                    s2 = s2.add(BigInteger.valueOf(fact.s2()));
                }
            }
        }
        return new Side(marks.size(), step, s1, s2, squares, Fewest.of(marks), UnitMarks.pool(marks));
    }

    /** This side without a part of it, from the totals alone: exact where there are scores. */
    Side minus(Side part) {
        if (part.units == 0) {
            return this;
        }
        if (part.units == units) {
            return EMPTY;
        }
        long n = n() - part.n();
        return new Side(
                units - part.units,
                step,
                s1 - part.s1,
                s2.subtract(part.s2),
                squares - part.squares,
                fewest,
                Double.isNaN(step)
                        ? rest(moments, part.moments)
                        : Moments.ofSteps(n, s1 - part.s1, s2.subtract(part.s2), step));
    }

    long n() {
        return moments.n();
    }

    double mean() {
        return moments.mean();
    }

    /** Whether there are pupils enough for an SD and yet none is known. */
    boolean lacksSpread() {
        return n() > 1 && Double.isNaN(moments.m2());
    }

    /** Σw², w = each unit's share of the side's pupils. */
    double squaredShares() {
        return squares / ((double) n() * n());
    }

    /** Chan's merge, taken back. */
    private static Moments rest(Moments all, Moments part) {
        long n = all.n() - part.n();
        double mean = all.mean() + (all.mean() - part.mean()) * part.n() / n;
        double between = (part.mean() - mean) * (part.mean() - mean) * ((double) part.n() * n / all.n());
        double m2 = all.m2() - part.m2() - between;
        return new Moments(n, mean, m2 < 0 ? 0 : m2);
    }
}
