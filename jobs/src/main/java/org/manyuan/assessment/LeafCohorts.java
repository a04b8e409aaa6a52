package org.manyuan.assessment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.manyuan.contract.IndicatorLeaf;
import org.manyuan.contract.IndicatorLeaf.Unit;

/**
 * What the values of one leaf are compared with: a leaf of a side with every unit of the region, unreduced, any other with the groups
 * that are scored. Source: METRICS C1, step 5.
 */
final class LeafCohorts {
    private final LeafFigures figures;
    private final Map<ScoredGroup, IndicatorLeaf> readings;
    private final Map<ScoredGroup, LeafFigure> found;
    private final int year;
    private final ToIntFunction<ScoredGroup> baseYear;
    private final Map<List<Object>, Cohort> known = new HashMap<>();

    /**
     * @param readings of the leaf, by group
     * @param found the groups' values in the year
     */
    LeafCohorts(
            LeafFigures figures,
            Map<ScoredGroup, IndicatorLeaf> readings,
            Map<ScoredGroup, LeafFigure> found,
            int year,
            ToIntFunction<ScoredGroup> baseYear) {
        this.figures = figures;
        this.readings = readings;
        this.found = found;
        this.year = year;
        this.baseYear = baseYear;
    }

    /** What the scheme compares a group's value with; nothing where its method asks for none. */
    Cohort asked(IndicatorLeaf leaf, ScoredGroup group) {
        return switch (leaf.normalisation().method()) {
            case Z, RANK, MINMAX_COHORT -> ofTheYear(leaf, group);
            case GOALPOSTS_OF_BASE_YEAR -> ofTheBaseYear(leaf, group);
            default -> new Cohort(List.of());
        };
    }

    Cohort ofTheYear(IndicatorLeaf leaf, ScoredGroup group) {
        return isOfUnits(leaf)
                ? ofUnits(leaf, group, year)
                : known.computeIfAbsent(
                        List.of(),
                        any -> cohort(
                                once(found.keySet()).map(of -> found.get(of).value())));
    }

    private Cohort ofTheBaseYear(IndicatorLeaf leaf, ScoredGroup group) {
        return isOfUnits(leaf)
                ? ofUnits(leaf, group, baseYear.applyAsInt(group))
                : known.computeIfAbsent(
                        List.of("base"),
                        any -> cohort(once(readings.keySet())
                                .map(other -> figures.inBaseYear(readings.get(other), other, baseYear.applyAsInt(other))
                                        .value())));
    }

    private Cohort ofUnits(IndicatorLeaf leaf, ScoredGroup group, int inYear) {
        String kind = group.group().kind();
        return known.computeIfAbsent(
                List.of(leaf, kind, inYear), any -> new Cohort(figures.ofAllUnits(leaf, kind, inYear)));
    }

    /** Each group once, of however many of its units scores are made. */
    private static Stream<ScoredGroup> once(Set<ScoredGroup> groups) {
        Map<String, ScoredGroup> byCode = new LinkedHashMap<>();
        groups.forEach(group -> byCode.putIfAbsent(group.group().groupCode(), group));
        return byCode.values().stream();
    }

    private static boolean isOfUnits(IndicatorLeaf leaf) {
        return leaf.unit() == Unit.LEAD || leaf.unit() == Unit.MEMBER;
    }

    private static Cohort cohort(Stream<Double> values) {
        return new Cohort(values.filter(Objects::nonNull).toList());
    }
}
