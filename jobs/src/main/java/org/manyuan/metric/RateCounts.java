package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manyuan.domain.SchoolExamFact;

/** One rate of one sitting over one denominator: the count of every unit that has one. */
final class RateCounts {
    private final Territory territory;
    private final ScopedSitting scoped;
    private final Rate rate;
    private final boolean candidates;
    private final Map<String, RateCount> counts = new HashMap<>();
    private final Map<String, Long> fewest = new HashMap<>();
    private final Map<String, LeftOut> students = new HashMap<>();
    private final Map<String, List<Inputs>> inputs = new HashMap<>();

    /** @param candidates over those who should have sat, not those who did */
    RateCounts(Territory territory, ScopedSitting scoped, Rate rate, boolean candidates) {
        this.territory = territory;
        this.scoped = scoped;
        this.rate = rate;
        this.candidates = candidates;
        for (Sitting part : scoped.parts()) {
            part.facts().forEach(fact -> read(part, fact));
        }
    }

    /** Whether no unit, of the territory or not, has the count. */
    boolean isEmpty() {
        return counts.isEmpty();
    }

    String measure() {
        return rate.measure();
    }

    String variant() {
        return candidates ? "candidates" : "";
    }

    /** The units together; nobody where none of them has the count. */
    RateCount sum(List<String> codes) {
        return codes.stream().filter(counts::containsKey).map(counts::get).reduce(RateCount.NOBODY, RateCount::plus);
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
        count(part, fact).ifPresent(count -> {
            counts.merge(fact.schoolCode(), count, RateCount::plus);
            fewest.merge(fact.schoolCode(), count.of(), Math::min);
            inputs.computeIfAbsent(fact.schoolCode(), any -> new ArrayList<>())
                    .add(UnitMarks.inputs(fact)
                            .from(territory.originOf(fact.schoolCode()))
                            .and(rate.cutInputs(part.paper())));
        });
    }

    private Optional<RateCount> count(Sitting part, SchoolExamFact fact) {
        Long counted = rate.count(fact, part.paper());
        if (counted == null) {
            return Optional.empty();
        }
        return candidates ? RateCount.overCandidates(fact, rate, counted) : RateCount.overExaminees(fact, counted);
    }
}
