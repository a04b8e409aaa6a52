package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Unit;

/**
 * A sitting and all that have rows of it and are asked for.
 *
 * @param parts the papers it puts together; itself where it is one paper
 * @param units those of the territory that handed something in, in order of code; none for a pooled sitting
 * @param scopes groups and their sides (not for a pooled sitting), districts, and the sides of each kind in them
 */
record ScopedSitting(ExamSeries series, Sitting sitting, List<Sitting> parts, List<Unit> units, List<Scope> scopes) {

    /** Every sitting of a mark book, the pooled ones last; {@link MarkBook#scoped} holds them. */
    static List<ScopedSitting> all(MarkBook book) {
        List<ScopedSitting> all = new ArrayList<>();
        for (ExamSeries series : book.series()) {
            series.all().forEach(sitting -> all.add(of(book, series, sitting)));
            for (int year : series.years()) {
                series.pooledOf(year).forEach(pool -> all.add(of(book, series, pool)));
            }
        }
        return all;
    }

    /** A figure of some units together, with what says that they belong together. */
    interface Figure {
        MetricRow of(List<String> schoolCodes, Inputs membership);
    }

    /** The rows of a figure: one per unit, then one per scope with what it leaves out. */
    List<MetricValue> rows(Figure figure) {
        return rows("", figure);
    }

    /** The same with a reading as a part of their variants. */
    List<MetricValue> rows(String reading, Figure figure) {
        return rows(reading, codes -> codes, figure);
    }

    /**
     * The same of a figure that can not use every unit that has results.
     *
     * @param used those of some units that it can use
     */
    List<MetricValue> rows(String reading, UnaryOperator<List<String>> used, Figure figure) {
        List<MetricValue> rows = new ArrayList<>();
        for (Unit unit : units) {
            rows.add(figure.of(List.of(unit.schoolCode()), Inputs.none())
                    .unit(unit)
                    .variant(reading)
                    .row());
        }
        for (Scope scope : scopes) {
            rows.add(scope.place(figure.of(scope.codes(), scope.membership()))
                    .variant(scope.kind(), scope.side(), reading, sitting.variant())
                    .leftOut(series.leftOut(sitting, scope.codes(), used.apply(scope.codes())))
                    .flag(scope.approximate(), Flag.APPROXIMATE)
                    .row());
        }
        return rows;
    }

    private static ScopedSitting of(MarkBook book, ExamSeries series, Sitting sitting) {
        Territory territory = book.territory();
        List<Sitting> parts = sitting.isPooled() ? series.partsOf(sitting) : List.of(sitting);
        Set<String> handedIn = new TreeSet<>();
        parts.forEach(part -> part.facts().forEach(fact -> handedIn.add(fact.schoolCode())));
        Scopes scopes = Scopes.on(territory, sitting.heldOn());
        List<Unit> units = new ArrayList<>();
        List<Scope> rows = new ArrayList<>();
        if (!sitting.isPooled()) {
            handedIn.stream()
                    .filter(book::asksUnit)
                    .forEach(code -> territory.unit(code).ifPresent(units::add));
            for (EducationGroup group : territory.groups()) {
                if (book.asksGroup(group) && touches(scopes.whole(group), handedIn)) {
                    rows.addAll(scopes.of(group));
                }
            }
        }
        for (String district : territory.districtCodes()) {
            if (sitting.concerns(district) && book.asksDistrict(district, sitting)) {
                rows.add(scopes.district(district));
                for (String kind : territory.kinds()) {
                    scopes.sides(kind, district).stream()
                            .filter(side -> touches(side, handedIn))
                            .forEach(rows::add);
                }
            }
        }
        return new ScopedSitting(series, sitting, parts, units, rows);
    }

    private static boolean touches(Scope scope, Set<String> handedIn) {
        return scope.codes().stream().anyMatch(handedIn::contains);
    }
}
