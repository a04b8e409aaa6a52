package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.contract.Checklists;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Unit;

/**
 * ENR-07 大班额: the share of classes that are big, and very big, of a unit, a group on September 1, a district. Of units
 * that say how many pupils every class has; n is the classes. A full count. Source: METRICS A5; card ENR-07.
 */
final class BigClasses implements TerritoryMetric {
    @Override
    public String id() {
        return "ENR-07";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        Map<String, Map<String, List<ClassFact>>> cells = new TreeMap<>();
        for (ClassFact fact : facts.classes()) {
            if (territory.unit(fact.schoolCode()).isPresent()) {
                cells.computeIfAbsent(fact.stage() + "|" + fact.schoolYear(), any -> new TreeMap<>())
                        .computeIfAbsent(fact.schoolCode(), any -> new ArrayList<>())
                        .add(fact);
            }
        }
        List<MetricValue> rows = new ArrayList<>();
        cells.values().forEach(units -> addYear(rows, territory, terms, units));
        return rows;
    }

    private void addYear(
            List<MetricValue> rows, Territory territory, BuildTerms terms, Map<String, List<ClassFact>> units) {
        for (Map.Entry<String, List<ClassFact>> unit : units.entrySet()) {
            Unit place = territory.unit(unit.getKey()).orElseThrow();
            MetricRow row = heading(territory, terms, List.of(unit.getValue())).unit(place);
            add(rows, row, List.of(unit.getValue()), terms.checklists());
        }
        int year = units.values().iterator().next().get(0).schoolYear();
        Scopes scopes = Scopes.on(territory, SchoolYear.firstDay(year));
        List<Scope> wholes = new ArrayList<>();
        for (EducationGroup group : territory.groups()) {
            wholes.add(scopes.whole(group));
        }
        territory.districtCodes().forEach(district -> wholes.add(scopes.district(district)));
        for (Scope scope : wholes) {
            List<List<ClassFact>> here = scope.codes().stream()
                    .filter(units::containsKey)
                    .map(units::get)
                    .toList();
            if (!here.isEmpty()) {
                MetricRow row = scope.place(heading(territory, terms, here))
                        .variant(scope.kind())
                        .leftOut(LeftOut.units(here.size() - told(here).size()))
                        .inputs(inputs(territory, here).and(scope.membership()))
                        .flag(scope.approximate(), Flag.APPROXIMATE);
                add(rows, row, here, terms.checklists());
            }
        }
    }

    private MetricRow heading(Territory territory, BuildTerms terms, List<List<ClassFact>> units) {
        ClassFact any = units.get(0).get(0);
        return MetricRow.of(this, terms)
                .year(any.schoolYear())
                .stage(any.stage())
                .inputs(inputs(territory, units));
    }

    private static void add(List<MetricValue> rows, MetricRow row, List<List<ClassFact>> units, Checklists checklists) {
        List<List<ClassFact>> told = told(units);
        List<ClassFact> classes = told.stream().flatMap(Collection::stream).toList();
        Long fewest = Fewest.of(told.stream()
                .mapToLong(unit -> unit.stream().mapToLong(ClassFact::students).sum()));
        row.counts(classes.size(), told.size()).behind(fewest, fewest).flag(told.isEmpty(), Flag.MISSING_INPUT);
        rows.add(share(row, classes, "big", checklists.bigClass()));
        rows.add(share(row, classes, "super_big", checklists.veryBigClass()));
    }

    private static MetricValue share(MetricRow row, List<ClassFact> classes, String measure, int size) {
        long reached = classes.stream().filter(one -> one.students() >= size).count();
        return row.copy()
                .measure(measure)
                .value(new RateCount(reached, classes.size()).share())
                .row();
    }

    /** The units that say how many pupils every class has. */
    private static List<List<ClassFact>> told(List<List<ClassFact>> units) {
        return units.stream()
                .filter(unit -> unit.stream().allMatch(one -> one.students() != null))
                .toList();
    }

    private static Inputs inputs(Territory territory, List<List<ClassFact>> units) {
        return Inputs.all(told(units).stream()
                .flatMap(Collection::stream)
                .map(one -> {
                    Origin origin = one.origin().and(territory.originOf(one.schoolCode()));
                    return Inputs.of(origin, one);
                })
                .toList());
    }
}
