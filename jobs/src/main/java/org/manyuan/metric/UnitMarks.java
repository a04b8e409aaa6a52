package org.manyuan.metric;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.statistics.Histogram;
import org.manyuan.statistics.Moments;
import org.manyuan.statistics.StudentTerms;
import org.manyuan.statistics.Superiority;

/**
 * The valid scores of one unit in one sitting. There is one only where the unit has a mean: somebody sat, and a score or a school
 * total came in.
 *
 * @param facts one; several only where a unit sat several papers that are pooled; none of adjusted scores
 * @param step points per score step of the facts; NaN where they are school totals or the steps differ
 * @param moments in points; the spread is NaN where a school total came without SD
 * @param fewest the fewest valid scores under one paper
 * @param inputs origin and digest of the facts
 */
record UnitMarks(
        String schoolCode, List<SchoolExamFact> facts, double step, Moments moments, long fewest, Inputs inputs) {
    private static final Function<SchoolExamFact, String> TEXT = UnitMarks::text;

    /** Whether the fact has a mean. A paper without score step leaves scores unreadable. */
    static boolean canBeRead(SchoolExamFact fact, double step) {
        return fact.n() > 0 && (fact.hasScores() ? step > 0 : fact.meanScore() != null);
    }

    static UnitMarks of(SchoolExamFact fact, double step) {
        Moments moments = fact.hasScores()
                ? Moments.ofSteps(fact.n(), fact.s1(), fact.s2(), step)
                : Moments.ofTotal(fact.n(), fact.meanScore(), fact.sdScore() == null ? Double.NaN : fact.sdScore());
        return new UnitMarks(
                fact.schoolCode(),
                List.of(fact),
                fact.hasScores() ? step : Double.NaN,
                moments,
                fact.n(),
                inputs(fact));
    }

    /** Adjusted scores, of which nothing is known but their moments. */
    static UnitMarks adjusted(String schoolCode, Moments moments, Inputs inputs) {
        return new UnitMarks(schoolCode, List.of(), Double.NaN, moments, moments.n(), inputs);
    }

    /** The same, where the unit itself is of that origin. */
    UnitMarks under(Origin origin) {
        return new UnitMarks(
                schoolCode,
                facts,
                step,
                moments,
                fewest,
                new Inputs(inputs.origin().and(origin), inputs.hash()));
    }

    /** The same unit under another paper as well. */
    UnitMarks and(UnitMarks other) {
        List<SchoolExamFact> both = new ArrayList<>(facts);
        both.addAll(other.facts);
        return new UnitMarks(
                schoolCode,
                both,
                step == other.step ? step : Double.NaN,
                pool(List.of(this, other)),
                Math.min(fewest, other.fewest),
                inputs.and(other.inputs));
    }

    long n() {
        return moments.n();
    }

    double mean() {
        return moments.mean();
    }

    /** Sums over the pupils' scores in points; null where there is no histogram. */
    StudentTerms terms() {
        return Double.isNaN(step)
                ? null
                : facts.stream()
                        .map(fact -> StudentTerms.of(fact.bins(), fact.counts(), step))
                        .reduce(StudentTerms.EMPTY, StudentTerms::merge);
    }

    /**
     * All pupils of the units together: whole-number sums where every unit has scores on one step, else merged in the given order,
     * which is that of school_code.
     */
    static Moments pool(List<UnitMarks> units) {
        if (units.isEmpty()) {
            return Moments.EMPTY;
        }
        double step = units.get(0).step;
        long n = 0;
        long s1 = 0;
        BigInteger s2 = BigInteger.ZERO;
        long held = 0;
        for (UnitMarks unit : units) {
            if (unit.step != step) {
                return Moments.pool(units.stream().map(UnitMarks::moments).toList());
            }
            for (SchoolExamFact fact : unit.facts) {
                n = Math.addExact(n, fact.n());
                s1 = Math.addExact(s1, fact.s1());
                if (fact.s2() > Long.MAX_VALUE - held) {
                    s2 = s2.add(BigInteger.valueOf(held));
                    held = 0;
                }
                held += fact.s2();
            }
        }
        return Moments.ofSteps(n, s1, s2.add(BigInteger.valueOf(held)), step);
    }

    /** How likely the first side's pupils are above the second's; empty where a unit has no scores. */
    static Optional<Superiority> superiority(List<UnitMarks> first, List<UnitMarks> second) {
        return histogram(first).flatMap(one -> histogram(second).map(other -> Superiority.of(one, other)));
    }

    /** The pupils per score step of all units together; empty where a unit has no scores, or their steps differ. */
    static Optional<Histogram> histogram(List<UnitMarks> units) {
        double step = units.isEmpty() ? Double.NaN : units.get(0).step;
        if (!units.stream().allMatch(unit -> unit.step == step)) {
            return Optional.empty();
        }
        return Optional.of(Histogram.pool(units.stream()
                .flatMap(unit -> unit.facts.stream())
                .map(fact -> Histogram.of(fact.bins(), fact.counts()))
                .toList()));
    }

    /** Origin and digest of one fact. */
    static Inputs inputs(SchoolExamFact fact) {
        return Inputs.of(fact.origin(), fact, TEXT);
    }

    private static String text(SchoolExamFact fact) {
        return String.join(
                "|",
                fact.examCode(),
                fact.subject(),
                fact.schoolCode(),
                fact.n() + "|" + fact.absent() + "|" + fact.s1() + "|" + fact.s2(),
                Arrays.toString(fact.bins()),
                Arrays.toString(fact.counts()),
                fact.meanScore() + "|" + fact.sdScore() + "|" + fact.candidates(),
                fact.excellent() + "|" + fact.pass() + "|" + fact.low());
    }
}
