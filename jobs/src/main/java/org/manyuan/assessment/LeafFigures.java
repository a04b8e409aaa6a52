package org.manyuan.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.manyuan.contract.ComparedMetrics;
import org.manyuan.contract.CountedMeasures;
import org.manyuan.contract.IndicatorLeaf;
import org.manyuan.contract.IndicatorLeaf.Members;
import org.manyuan.contract.IndicatorLeaf.Reducer;
import org.manyuan.contract.IndicatorLeaf.Unit;
import org.manyuan.domain.Flag;
import org.manyuan.statistics.Quantile;

/**
 * x of a leaf for a group: the stored row wherever it is what the scheme asks, else the rows of the units that count, pooled over what the
 * exam matches and reduced to one. A comparison of lead and members cannot be made out of units' rows, nor can what is told of groups
 * themselves (activities, documents, a survey): where a unit waits the stored row stands in, APPROXIMATE, unless nobody counts, or no
 * member of the comparison. Where a role changed within the year, a side is made of its units' rows. A leaf of some members
 * has no value in a group without any of them; where others are pooled into the stored row, it stands in for them, APPROXIMATE. Source:
 * METRICS C1, steps 1 and 7; C2, {@code members}.
 */
final class LeafFigures {
    private final FigureBook book;

    LeafFigures(FigureBook book) {
        this.book = book;
    }

    LeafFigure of(IndicatorLeaf leaf, ScoredGroup group, int year) {
        String code = group.group().groupCode();
        String kind = group.group().kind();
        boolean isSide = leaf.unit() == Unit.LEAD || leaf.unit() == Unit.MEMBER;
        String side = leaf.unit() == Unit.LEAD ? "lead" : leaf.unit() == Unit.MEMBER ? "member" : "";
        if (group.countsNobody() || lacksMembers(leaf, group)) {
            return LeafFigure.none(Flag.MISSING_INPUT);
        }
        if (!isSide && !group.isWhole() && ComparedMetrics.isOfGroupsThemselves(leaf.metricId())) {
            return approximate(book.ofGroup(leaf, code, kind, side, year));
        }
        boolean isStored = group.isWhole()
                && (!isSide
                        || !group.isOwn(leaf.unit())
                                && group.keepsRoles()
                                && leaf.reducer() == Reducer.STUDENT_WEIGHTED
                                && leaf.members().areAll()
                                && book.hasSide(leaf, code, kind, side, year));
        if (isStored) {
            LeafFigure stored = book.ofGroup(leaf, code, kind, side, year);
            return poolsOthers(leaf, group) ? approximate(stored) : stored;
        }
        LeafFigure ofUnits =
                leaf.unit() == Unit.LEAD_VS_MEMBER ? LeafFigure.none(Flag.MISSING_INPUT) : ofUnits(leaf, group, year);
        if (isSide || ofUnits.value() != null) {
            return ofUnits;
        }
        return approximate(book.ofGroup(leaf, code, kind, side, year));
    }

    private static LeafFigure approximate(LeafFigure figure) {
        return figure.value() == null ? figure : figure.flagged(Flag.APPROXIMATE);
    }

    /** x of the same units in another year; where the metric has no rows of units, the group's. */
    LeafFigure inBaseYear(IndicatorLeaf leaf, ScoredGroup group, int year) {
        if (lacksMembers(leaf, group)) {
            return LeafFigure.none(Flag.MISSING_INPUT);
        }
        boolean isOfGroup = leaf.unit() == Unit.GROUP && ComparedMetrics.isOfGroupsThemselves(leaf.metricId());
        LeafFigure ofUnits = isOfGroup ? LeafFigure.none(Flag.BASE_MISSING) : ofUnits(leaf, group, year);
        return ofUnits.value() != null
                ? ofUnits
                : book.ofGroup(leaf, group.group().groupCode(), group.group().kind(), "", year);
    }

    /** x of every unit of the region that has one, unreduced: the cohort of a leaf of units. */
    List<Double> ofAllUnits(IndicatorLeaf leaf, String kind, int year) {
        List<Double> values = new ArrayList<>();
        for (String school : book.schools()) {
            LeafFigure figure = book.ofUnit(leaf, school, kind, year);
            if (figure.value() != null) {
                values.add(figure.value());
            }
        }
        return values;
    }

    /** Whether a leaf is of some kinds of members alone, or compares with members of whom some wait, and none of them counts. */
    private static boolean lacksMembers(IndicatorLeaf leaf, ScoredGroup group) {
        boolean isAsked = !leaf.members().areAll() || leaf.unit() == Unit.LEAD_VS_MEMBER && !group.isWhole();
        return leaf.unit() != Unit.LEAD
                && isAsked
                && group.units(Unit.MEMBER, leaf.members()).isEmpty();
    }

    private static boolean poolsOthers(IndicatorLeaf leaf, ScoredGroup group) {
        return group.units(Unit.MEMBER, leaf.members()).size()
                < group.units(Unit.MEMBER, Members.ALL).size();
    }

    private LeafFigure ofUnits(IndicatorLeaf leaf, ScoredGroup group, int year) {
        List<LeafFigure> figures = group.codes(leaf.unit(), leaf.members(), year).stream()
                .map(school -> book.ofUnit(leaf, school, group.group().kind(), year))
                .filter(figure -> figure.value() != null
                        || figure.n() != null
                        || !figure.variant().isEmpty())
                .toList();
        return reduced(figures, leaf);
    }

    /** Units without a row (another stage) are no part of it; those without a value are left out as METRICS B says. */
    private static LeafFigure reduced(List<LeafFigure> figures, IndicatorLeaf leaf) {
        List<LeafFigure> there =
                figures.stream().filter(figure -> figure.value() != null).toList();
        LeafFigure pooled = LeafFigure.pooled(there.isEmpty() ? figures : there, pooling(leaf));
        if (there.isEmpty()) {
            return pooled;
        }
        return switch (leaf.reducer()) {
            case STUDENT_WEIGHTED, MEAN -> pooled.ofUnits(there.size());
            case MIN -> pooled.withValueOf(least(there)).ofUnits(there.size());
            case MEDIAN -> pooled.withValue(median(there)).ofUnits(there.size());
        };
    }

    /** As the units together have it: counts add up. */
    private static LeafFigure.Pooling pooling(IndicatorLeaf leaf) {
        if (leaf.reducer() != Reducer.STUDENT_WEIGHTED) {
            return LeafFigure.Pooling.MEAN;
        }
        return CountedMeasures.isCount(leaf.metricId(), leaf.measure())
                ? LeafFigure.Pooling.SUM
                : LeafFigure.Pooling.BY_STUDENTS;
    }

    private static LeafFigure least(List<LeafFigure> figures) {
        return figures.stream().min(Comparator.comparing(LeafFigure::value)).orElseThrow();
    }

    private static double median(List<LeafFigure> figures) {
        return Quantile.median(figures.stream().mapToDouble(LeafFigure::value).toArray());
    }
}
