package org.manyuan.assessment;

import java.util.List;
import java.util.Objects;
import org.manyuan.contract.CardMeasure;
import org.manyuan.contract.FigureKind;
import org.manyuan.contract.MetricCards;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.statistics.Normal;

/**
 * The value that a leaf takes, made of one or several figures.
 *
 * @param value null with a flag
 * @param se standard error; null where none of the figures tells one
 * @param n of the figures together: the denominator that pools them
 * @param k units used; null where figures were pooled whose units may be the same
 * @param leastSide the fewest students of any side behind any of the figures, of a change of rates those who reached them or did not;
 *     null where one does not say
 * @param variant of the figures, the first one's where they differ
 */
record LeafFigure(Double value, Double se, Long n, Long k, Long leastSide, String variant, Flag flag, Origin origin) {
    /** How several figures become one. */
    enum Pooling {
        /** Weighted by n: rates, means and growths of all together. */
        BY_STUDENTS,
        /** Each alike. */
        MEAN,
        /** Counts of parts that share nothing. */
        SUM
    }

    /** Nothing was found. */
    static LeafFigure none(Flag why) {
        return new LeafFigure(null, null, null, null, null, "", why, Origin.REPORTED);
    }

    static LeafFigure of(MetricValue row) {
        return of(row, error(row));
    }

    /** The same with an error that the row itself does not tell. */
    static LeafFigure of(MetricValue row, Double se) {
        // where there is a value, no spread says only why it has no interval
        Flag flag = row.value() != null && row.flag() == Flag.ZERO_SD ? Flag.OK : row.flag();
        return new LeafFigure(row.value(), se, row.n(), row.k(), leastSide(row), row.variant(), flag, row.origin());
    }

    /** Weighted by n, or as a plain mean. */
    static LeafFigure pooled(List<LeafFigure> figures, boolean byStudents) {
        return pooled(figures, byStudents ? Pooling.BY_STUDENTS : Pooling.MEAN);
    }

    /**
     * Figures as one, weighted by n, as a plain mean or as a sum. What has no value is left out; APPROXIMATE says so. Where n is not
     * told a plain mean stands in for the weighted one. Errors are taken for independent, an unknown one for 0.
     */
    static LeafFigure pooled(List<LeafFigure> figures, Pooling pooling) {
        if (figures.isEmpty()) {
            return none(Flag.MISSING_INPUT);
        }
        List<LeafFigure> used =
                figures.stream().filter(figure -> figure.value != null).toList();
        if (used.isEmpty() || figures.size() == 1) {
            return together(figures, null, null).flagged(Flag.OK, figures);
        }
        boolean byStudents = pooling == Pooling.BY_STUDENTS;
        boolean weighs = byStudents
                && used.stream().allMatch(figure -> figure.n != null)
                && used.stream().anyMatch(figure -> figure.n > 0);
        double sum = 0;
        double squares = 0;
        double weights = 0;
        for (LeafFigure figure : used) {
            double weight = weighs ? figure.n : 1;
            double error = figure.se == null ? 0 : weight * figure.se;
            sum += weight * figure.value;
            squares += error * error;
            weights += weight;
        }
        boolean assumed = used.size() < figures.size() || byStudents && !weighs;
        boolean hasError = used.stream().anyMatch(figure -> figure.se != null);
        double whole = pooling == Pooling.SUM ? 1 : weights;
        Double se = hasError ? Math.sqrt(squares) / whole : null;
        return together(used, sum / whole, se).flagged(assumed ? Flag.APPROXIMATE : Flag.OK, used);
    }

    /** The same with another value, of which no error is known. */
    LeafFigure withValue(double other) {
        return new LeafFigure(other, null, n, k, leastSide, variant, flag, origin);
    }

    /** The same with the value and the error of one of the figures. */
    LeafFigure withValueOf(LeafFigure one) {
        return new LeafFigure(one.value, one.se, n, k, leastSide, variant, flag, origin);
    }

    /** The same of so many units. */
    LeafFigure ofUnits(long units) {
        return new LeafFigure(value, se, n, units, leastSide, variant, flag, origin);
    }

    /** The same where so few stand behind something else that it is shown with; null where that does not say. */
    LeafFigure restingOn(Long few) {
        Long least = leastSide == null || few == null ? null : Long.valueOf(Math.min(leastSide, few));
        return new LeafFigure(value, se, n, k, least, variant, flag, origin);
    }

    /** The same, marked. */
    LeafFigure flagged(Flag other) {
        return new LeafFigure(value, se, n, k, leastSide, variant, flag.or(other), origin);
    }

    private LeafFigure flagged(Flag first, List<LeafFigure> figures) {
        // persons who were too few in each part need not be so together; where there are sides, n does not say
        boolean isEnough = leastSide == null && n != null && n >= Flag.FEW_PERSONS;
        Flag worst = figures.stream()
                .map(LeafFigure::flag)
                .filter(flag -> !(isEnough && flag == Flag.N_TOO_SMALL))
                .reduce(first, Flag::or);
        return new LeafFigure(value, se, n, k, leastSide, variant, worst, origin);
    }

    /** Counts and origin of all; of a single figure everything. */
    private static LeafFigure together(List<LeafFigure> figures, Double value, Double se) {
        LeafFigure first = figures.get(0);
        if (figures.size() == 1) {
            return first;
        }
        boolean counted = figures.stream().map(LeafFigure::n).allMatch(Objects::nonNull);
        boolean told = figures.stream().map(LeafFigure::leastSide).allMatch(Objects::nonNull);
        return new LeafFigure(
                value,
                se,
                counted ? figures.stream().mapToLong(LeafFigure::n).sum() : null,
                null,
                told ? figures.stream().mapToLong(LeafFigure::leastSide).min().getAsLong() : null,
                first.variant,
                Flag.OK,
                figures.stream().map(LeafFigure::origin).reduce(Origin.REPORTED, Origin::and));
    }

    /** Its standard error; where it has an interval alone (a rate's, a ratio's), that of a normal one as wide; null for none. */
    static Double error(MetricValue row) {
        if (row.se() != null || row.ciLo() == null || row.ciHi() == null) {
            return row.se();
        }
        return (row.ciHi() - row.ciLo()) / (2 * Normal.Z95);
    }

    /** Of what two rates differ by the fewest who reached them or did not: either side of them holds twice as many. */
    private static Long leastSide(MetricValue row) {
        CardMeasure measure =
                MetricCards.standard().of(row.metricId()).measures().get(row.measure());
        boolean isOfRates = measure != null && measure.kind() == FigureKind.CHANGE_OF_RATES;
        return isOfRates ? row.leastPart() : row.leastSide();
    }
}
