package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.statistics.CrossMoments;
import org.manyuan.statistics.MixedModel;
import org.manyuan.statistics.Moments;
import org.manyuan.statistics.ValueAdded;
import org.manyuan.statistics.VarianceComponents;

/**
 * The pupils of one sitting beside their earlier scores: earlier score and score of every unit, as sums. Points; earlier scores of several
 * papers in SDs of their papers. Source: METRICS B6.
 */
final class LinkedMarks {
    private static final Function<LinkedExamFact, String> TEXT = LinkedMarks::text;
    /** Nobody with both scores. */
    static final CrossMoments NOBODY = CrossMoments.ofSteps(0, new long[2], new long[2][2], new double[2]);

    private final Sitting sitting;
    private final Map<String, List<LinkedExamFact>> facts = new TreeMap<>();
    private final Map<String, List<String>> byPrior = new TreeMap<>();
    private final Map<String, CrossMoments> units = new TreeMap<>();
    private final Map<String, ValueAdded> valueAdded = new TreeMap<>();
    private final Map<String, Double> shares = new HashMap<>();
    private final double share;
    private final double step;
    private final double scale;
    private final MixedModel model;
    private Inputs everyone;

    LinkedMarks(Sitting sitting, Collection<LinkedExamFact> linked) {
        this.sitting = sitting;
        TreeSet<String> papers = new TreeSet<>();
        linked.forEach(fact -> {
            facts.computeIfAbsent(fact.schoolCode(), any -> new ArrayList<>()).add(fact);
            papers.add(fact.priorCode());
        });
        this.step = sitting.paper().scoreStep() == null
                ? Double.NaN
                : sitting.paper().scoreStep().doubleValue();
        facts.forEach((school, own) -> {
            own.sort((one, other) -> one.priorCode().compareTo(other.priorCode()));
            own.forEach(fact -> byPrior.computeIfAbsent(fact.priorCode(), any -> new ArrayList<>())
                    .add(school));
            units.put(
                    school,
                    own.stream()
                            .map(fact -> moments(fact, step, papers.size() > 1))
                            .reduce(CrossMoments::merge)
                            .orElseThrow());
        });
        this.scale = papers.size() == 1 ? paper(linked.iterator().next()).sd() : 1;
        List<CrossMoments> all = List.copyOf(units.values());
        this.share = (double) n(units.keySet()) / sitting.all().n();
        sitting.everyone().forEach(unit -> shares.put(unit.schoolCode(), (double) n(unit.schoolCode()) / unit.n()));
        this.model = VarianceComponents.reml(all);
        List<ValueAdded> values = ValueAdded.of(all, model);
        int unit = 0;
        for (String school : units.keySet()) {
            valueAdded.put(school, values.get(unit++));
        }
    }

    /** The sitting whose scores these are. */
    Sitting sitting() {
        return sitting;
    }

    /** Those of the units that have pupils with an earlier score. */
    List<String> of(List<String> schoolCodes) {
        return schoolCodes.stream().filter(units::containsKey).toList();
    }

    /** Earlier score and score, summed. */
    CrossMoments moments(String schoolCode) {
        return units.get(schoolCode);
    }

    /** Score under an earlier paper and score, summed over the units' pupils who were held against that paper; both in points. */
    CrossMoments against(String priorCode, Collection<String> schoolCodes) {
        return heldAgainst(priorCode, schoolCodes)
                .map(fact -> moments(fact, step, false))
                .reduce(NOBODY, CrossMoments::merge);
    }

    /** The units with pupils who were held against an earlier paper. */
    List<String> unitsAgainst(String priorCode) {
        return byPrior.getOrDefault(priorCode, List.of());
    }

    /** The inputs of {@link #against}; empty where there is nobody. */
    Optional<Inputs> inputsAgainst(String priorCode, Collection<String> schoolCodes) {
        List<Inputs> inputs =
                heldAgainst(priorCode, schoolCodes).map(LinkedMarks::inputs).toList();
        return inputs.isEmpty() ? Optional.empty() : Optional.of(Inputs.all(inputs));
    }

    private Stream<LinkedExamFact> heldAgainst(String priorCode, Collection<String> schoolCodes) {
        return schoolCodes.stream()
                .flatMap(school -> facts.getOrDefault(school, List.of()).stream())
                .filter(fact -> fact.priorCode().equals(priorCode));
    }

    /** Points of the score that an SD of the earlier paper makes, by the model; NaN where there is none. */
    double slope() {
        return units.isEmpty() ? Double.NaN : model.coefficients()[1] * scale;
    }

    /** Earlier score, in SDs from the mean of everyone who sat its paper, and score in points, summed over the units' pupils. */
    CrossMoments standings(Collection<String> schoolCodes) {
        return schoolCodes.stream()
                .flatMap(school -> facts.getOrDefault(school, List.of()).stream())
                .map(fact -> moments(fact, step, true))
                .reduce(NOBODY, CrossMoments::merge);
    }

    /** The value added of a unit by the model of everyone. */
    ValueAdded valueAdded(String schoolCode) {
        return valueAdded.get(schoolCode);
    }

    /** Score on earlier score, over everyone with both. */
    MixedModel model() {
        return model;
    }

    /** The units with pupils who have an earlier score, in order. */
    List<String> schoolCodes() {
        return List.copyOf(units.keySet());
    }

    /** Units of the model. */
    int units() {
        return units.size();
    }

    /** Pupils of a unit with an earlier score. */
    long n(String schoolCode) {
        return units.containsKey(schoolCode) ? units.get(schoolCode).n() : 0;
    }

    /** Pupils of the units with an earlier score. */
    long n(Collection<String> schoolCodes) {
        return schoolCodes.stream().mapToLong(this::n).sum();
    }

    /** The share of everyone who sat that has an earlier score; NaN where nobody sat. */
    double share() {
        return share;
    }

    /** The same of a unit; NaN where it has no results. */
    double share(String schoolCode) {
        return shares.getOrDefault(schoolCode, Double.NaN);
    }

    /** The facts of the units. */
    List<LinkedExamFact> facts(List<String> schoolCodes) {
        return schoolCodes.stream()
                .flatMap(school -> facts.getOrDefault(school, List.of()).stream())
                .toList();
    }

    /** What the figures of the units rest on; with the model, on everyone. */
    Inputs inputs(Collection<String> schoolCodes) {
        return Inputs.all(schoolCodes.stream()
                .flatMap(school -> facts.getOrDefault(school, List.of()).stream())
                .map(LinkedMarks::inputs)
                .toList());
    }

    /** What the model rests on; put together once. */
    Inputs inputs() {
        if (everyone == null) {
            everyone = inputs(facts.keySet());
        }
        return everyone;
    }

    private static CrossMoments moments(LinkedExamFact fact, double step, boolean severalPapers) {
        double priorStep = fact.priorStep().doubleValue();
        CrossMoments points = CrossMoments.ofSteps(
                fact.n(),
                new long[] {fact.priorSum(), fact.sum()},
                new long[][] {{fact.priorSquares()}, {fact.products(), fact.squares()}},
                new double[] {priorStep, step});
        if (!severalPapers) {
            return points;
        }
        Moments paper = paper(fact);
        return points.standardised(0, paper.mean(), paper.sd());
    }

    /** Everyone who sat the earlier paper, points. */
    private static Moments paper(LinkedExamFact fact) {
        return Moments.ofSteps(
                fact.priorN(), fact.priorS1(), fact.priorS2(), fact.priorStep().doubleValue());
    }

    private static Inputs inputs(LinkedExamFact fact) {
        return Inputs.of(fact.origin(), fact, TEXT);
    }

    private static String text(LinkedExamFact fact) {
        return String.join(
                "|",
                fact.examCode(),
                fact.subject(),
                fact.schoolCode(),
                fact.priorCode(),
                fact.n() + "|" + fact.priorSum() + "|" + fact.sum() + "|" + fact.priorSquares(),
                fact.products() + "|" + fact.squares() + "|" + fact.priorStep(),
                fact.priorN() + "|" + fact.priorS1() + "|" + fact.priorS2(),
                Arrays.toString(fact.growth()) + Arrays.toString(fact.growthCounts()),
                Arrays.toString(fact.ranks()) + Arrays.toString(fact.rankCounts()));
    }
}
