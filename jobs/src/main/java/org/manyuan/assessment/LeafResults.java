package org.manyuan.assessment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.manyuan.contract.Indicator;
import org.manyuan.contract.IndicatorLeaf;
import org.manyuan.contract.Normalisation.Method;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.SchoolYear;
import org.manyuan.statistics.Quantile;

/** Every leaf of a scheme for every scored group: which reading, which value, which score. Source: METRICS C1, steps 2, 3, 5. */
final class LeafResults {
    /** How far back a base year before the founding is looked for. */
    private static final int YEARS_BACK = 10;

    private final Scheme scheme;
    private final FigureBook book;
    private final LeafFigures figures;
    private final List<ScoredGroup> groups;

    LeafResults(Scheme scheme, FigureBook book, List<ScoredGroup> groups) {
        this.scheme = scheme;
        this.book = book;
        this.figures = new LeafFigures(book);
        this.groups = groups;
    }

    /** By group and id of the leaf. */
    Map<ScoredGroup, Map<String, LeafResult>> all() {
        Map<ScoredGroup, Map<String, LeafResult>> all = new LinkedHashMap<>();
        groups.forEach(group -> all.put(group, new HashMap<>()));
        scheme.all().filter(entry -> entry.leaf() != null).forEach(entry -> of(entry)
                .forEach((group, result) -> all.get(group).put(entry.id(), result)));
        return all;
    }

    private Map<ScoredGroup, LeafResult> of(Indicator entry) {
        int year = scheme.assessedYear();
        Map<ScoredGroup, IndicatorLeaf> readings = new LinkedHashMap<>();
        Map<ScoredGroup, LeafFigure> found = new LinkedHashMap<>();
        for (ScoredGroup group : groups) {
            IndicatorLeaf reading = reading(entry.leaf(), group);
            readings.put(group, reading);
            found.put(group, figures.of(reading, group, year));
        }
        LeafCohorts cohorts = new LeafCohorts(figures, readings, found, year, this::baseYear);
        Map<ScoredGroup, LeafResult> results = new LinkedHashMap<>();
        for (ScoredGroup group : groups) {
            IndicatorLeaf reading = readings.get(group);
            LeafScale scale = new LeafScale(
                    reading, base(reading, group), cohorts.asked(reading, group), cohorts.ofTheYear(reading, group));
            results.put(group, LeafResult.of(scale, found.get(group)));
        }
        return scheme.missing() == Scheme.Missing.IMPUTE_GROUP_MEDIAN ? imputed(results) : results;
    }

    /** The first variant whose condition holds, else the leaf itself. */
    private IndicatorLeaf reading(IndicatorLeaf leaf, ScoredGroup group) {
        return leaf.variants().stream()
                .filter(variant -> holds(variant, group))
                .map(IndicatorLeaf.Variant::leaf)
                .findFirst()
                .orElse(leaf);
    }

    /** Whether there is a common exam is asked of the exam that the variant takes. */
    private boolean holds(IndicatorLeaf.Variant when, ScoredGroup group) {
        String kind = group.group().kind();
        return (when.stages().isEmpty()
                        || !group.stages().isEmpty() && when.stages().containsAll(group.stages()))
                && (when.groupKind().isEmpty() || when.groupKind().equals(kind))
                && (when.form().isEmpty() || when.form().equals(group.group().form()))
                && (when.subject() == null
                        || when.subject() == scheme.population().subject())
                && (!when.noCommonExam()
                        || book.hasNoCommonExam(when.leaf(), group.group().groupCode(), kind, scheme.assessedYear()));
    }

    private Double base(IndicatorLeaf leaf, ScoredGroup group) {
        return leaf.normalisation().method() == Method.GROWTH ? base(leaf, group, baseYear(group)) : null;
    }

    private Double base(IndicatorLeaf leaf, ScoredGroup group, int from) {
        boolean isFounding = scheme.base().equals("founding");
        for (int year = from; year > from - (isFounding ? YEARS_BACK : 1); year--) {
            Double value = figures.inBaseYear(leaf, group, year).value();
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The school year before the founding, before the assessed one, or the one that the scheme names. */
    private int baseYear(ScoredGroup group) {
        return switch (scheme.base()) {
            case "founding" ->
                group.group().foundedOn() == null
                        ? scheme.assessedYear() - 1
                        : Math.min(SchoolYear.of(group.group().foundedOn()), scheme.assessedYear()) - 1;
            case "previous" -> scheme.assessedYear() - 1;
            default -> Integer.parseInt(scheme.base());
        };
    }

    private static Map<ScoredGroup, LeafResult> imputed(Map<ScoredGroup, LeafResult> results) {
        double[] scores = results.values().stream()
                .map(LeafResult::score)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (scores.length > 0) {
            double median = Quantile.median(scores);
            results.replaceAll((group, result) -> result.score() == null ? result.imputed(median) : result);
        }
        return results;
    }
}
