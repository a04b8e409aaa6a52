package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.statistics.BottomShare;
import org.manyuan.statistics.Histogram;

/** One rate of one sitting over one denominator: the count of every unit that has one. */
final class RateCounts {
    /** The measure of the rate of those at or below the 30th percentile of everyone. */
    static final String BOTTOM = "bottom";

    private static final double BOTTOM_SHARE = 0.3;

    /** What the count of one unit under one paper rests on. */
    interface Basis {
        Inputs of(Sitting part, SchoolExamFact fact);
    }

    /** How the pupils of one unit under one paper are counted; empty where nothing says. */
    private interface Count {
        Optional<RateCount> of(Sitting part, SchoolExamFact fact);
    }

    private final ScopedSitting scoped;
    private final String measure;
    private final boolean candidates;
    private final Count count;
    private final Basis basis;
    private final Map<String, RateCount> counts = new HashMap<>();
    private final Map<String, Long> fewest = new HashMap<>();
    private final Map<String, LeftOut> students = new HashMap<>();
    private final Map<String, List<Inputs>> inputs = new HashMap<>();

    /**
     * Counts; {@link MarkBook#rates} holds them.
     *
     * @param candidates over those who should have sat, not those who did
     */
    RateCounts(ScopedSitting scoped, Rate rate, boolean candidates, Basis basis) {
        this(scoped, rate.measure(), candidates, (part, fact) -> count(rate, candidates, part, fact), basis);
    }

    private RateCounts(ScopedSitting scoped, String measure, boolean candidates, Count count, Basis basis) {
        this.scoped = scoped;
        this.measure = measure;
        this.candidates = candidates;
        this.count = count;
        this.basis = basis;
        for (Sitting part : scoped.parts()) {
            part.facts().forEach(fact -> read(part, fact));
        }
    }

    /** Who is at or below the 30th percentile of everyone who sat; nobody where anyone came without scores. */
    static RateCounts bottom(Territory territory, ScopedSitting scoped) {
        Map<Sitting, Histogram> everyone = new HashMap<>();
        scoped.parts().stream()
                .filter(part -> part.facts().stream().allMatch(fact -> fact.n() == 0 || fact.hasScores()))
                .forEach(part -> UnitMarks.histogram(part.everyone()).ifPresent(all -> everyone.put(part, all)));
        return new RateCounts(
                scoped,
                BOTTOM,
                false,
                (part, fact) -> !everyone.containsKey(part) || fact.n() == 0
                        ? Optional.empty()
                        : Optional.of(BottomShare.of(
                                        Histogram.of(fact.bins(), fact.counts()), everyone.get(part), BOTTOM_SHARE))
                                .map(share -> new RateCount(share.reached(), share.n())),
                (part, fact) -> UnitMarks.inputs(fact)
                        .from(territory.originOf(fact.schoolCode()))
                        .and(Inputs.none()));
    }

    /** Whether no unit, of the territory or not, has the count. */
    boolean isEmpty() {
        return counts.isEmpty();
    }

    String measure() {
        return measure;
    }

    String variant() {
        return candidates ? "candidates" : "";
    }

    /** The units together; nobody where none of them has the count. */
    RateCount sum(List<String> codes) {
        RateCount sum = RateCount.NOBODY;
        for (String code : codes) {
            RateCount count = counts.get(code);
            sum = count == null ? sum : sum.plus(count);
        }
        return sum;
    }

    /** Whether the unit has the count, of somebody. */
    boolean has(String schoolCode) {
        return counts.getOrDefault(schoolCode, RateCount.NOBODY).of() > 0;
    }

    /** How many of the units have the count. */
    long units(List<String> codes) {
        long units = 0;
        for (String code : codes) {
            units += counts.containsKey(code) ? 1 : 0;
        }
        return units;
    }

    /** The smallest whole of a unit under one paper. */
    Long fewest(List<String> codes) {
        Long fewest = null;
        for (String code : codes) {
            fewest = Fewest.of(fewest, this.fewest.get(code));
        }
        return fewest;
    }

    /** What the sum of the units rests on. */
    Inputs inputs(List<String> codes) {
        List<Inputs> all = new ArrayList<>();
        codes.forEach(code -> all.addAll(inputs.getOrDefault(code, List.of())));
        return Inputs.all(all);
    }

    /** Units that handed something in without this count, and those that should have sat and did not. */
    LeftOut leftOut(List<String> codes) {
        List<String> silent = new ArrayList<>();
        List<LeftOut> without = new ArrayList<>();
        for (String code : codes) {
            LeftOut unit = students.get(code);
            if (unit == null) {
                silent.add(code);
            } else if (!counts.containsKey(code)) {
                without.add(unit);
            }
        }
        LeftOut leftOut = silent.isEmpty() ? LeftOut.NOTHING : scoped.series().leftOut(scoped.sitting(), silent);
        for (LeftOut unit : without) {
            leftOut = leftOut.plus(unit.students(), unit.fewest() == null ? 0 : unit.fewest());
        }
        return leftOut;
    }

    private void read(Sitting part, SchoolExamFact fact) {
        students.put(
                fact.schoolCode(),
                students.getOrDefault(fact.schoolCode(), LeftOut.NOTHING).plus(fact.n()));
        count.of(part, fact).ifPresent(counted -> {
            counts.merge(fact.schoolCode(), counted, RateCount::plus);
            fewest.merge(fact.schoolCode(), counted.of(), Math::min);
            inputs.computeIfAbsent(fact.schoolCode(), any -> new ArrayList<>()).add(basis.of(part, fact));
        });
    }

    private static Optional<RateCount> count(Rate rate, boolean candidates, Sitting part, SchoolExamFact fact) {
        Long counted = rate.count(fact, part.paper());
        if (counted == null) {
            return Optional.empty();
        }
        return candidates ? RateCount.overCandidates(fact, rate, counted) : RateCount.overExaminees(fact, counted);
    }
}
