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
        return codes.stream().filter(counts::containsKey).map(counts::get).reduce(RateCount.NOBODY, RateCount::plus);
    }

    /** Whether the unit has the count, of somebody. */
    boolean has(String schoolCode) {
        return counts.getOrDefault(schoolCode, RateCount.NOBODY).of() > 0;
    }

    /** How many of the units have the count. */
    long units(List<String> codes) {
        return codes.stream().filter(counts::containsKey).count();
    }

    /** The smallest whole of a unit under one paper. */
    Long fewest(List<String> codes) {
        return Fewest.of(codes.stream().map(fewest::get).toArray(Long[]::new));
    }

    /** What the sum of the units rests on. */
    Inputs inputs(List<String> codes) {
        return Inputs.all(codes.stream()
                .flatMap(code -> inputs.getOrDefault(code, List.of()).stream())
                .toList());
    }

    /** Units that handed something in without this count, and those that should have sat and did not. */
    LeftOut leftOut(List<String> codes) {
        List<String> silent =
                codes.stream().filter(code -> !students.containsKey(code)).toList();
        List<String> without = codes.stream()
                .filter(code -> students.containsKey(code) && !counts.containsKey(code))
                .toList();
        LeftOut leftOut = scoped.series().leftOut(scoped.sitting(), silent);
        for (String code : without) {
            LeftOut unit = students.get(code);
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
            inputs.computeIfAbsent(fact.schoolCode(), any -> new ArrayList<>())
                    .add(basis.of(part, fact));
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
