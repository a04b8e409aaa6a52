package org.manyuan.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

/**
 * RES-01 to 07 and RES-11 to 18: what a unit has for its students, x/P, and what a district has, Σx/ΣP over its units. One row per
 * place, school year and stage; totals are exact. A full count without interval. Cards: schemas/metrics/RES-nn.md.
 */
final class ResourceIndicator implements TerritoryMetric {
    private final Resource resource;

    ResourceIndicator(Resource resource) {
        this.resource = resource;
    }

    /** One for each resource. */
    static List<TerritoryMetric> all() {
        return Arrays.stream(Resource.values())
                .<TerritoryMetric>map(ResourceIndicator::new)
                .toList();
    }

    @Override
    public String id() {
        return resource.id();
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        ResourceBook book = new ResourceBook(territory, facts.resources());
        List<MetricValue> rows = new ArrayList<>();
        for (Stage stage : book.stages()) {
            for (int year : book.years(stage)) {
                for (Unit unit : book.units(stage, year)) {
                    List<UnitResource> own = book.of(resource, stage, year, List.of(unit.schoolCode()));
                    rows.add(row(terms, stage, year, own).unit(unit).row());
                }
                for (Scope district : book.scopes(stage, year)) {
                    if (district.group() == null) {
                        rows.add(district.place(
                                        row(terms, stage, year, book.of(resource, stage, year, district.codes())))
                                .leftOut(book.without(resource, stage, year, district.codes()))
                                .row());
                    }
                }
            }
        }
        return rows;
    }

    /** Σx/ΣP; of units that all lack it, why the first does. */
    private MetricRow row(BuildTerms terms, Stage stage, int year, List<UnitResource> units) {
        List<UnitResource> known = units.stream().filter(UnitResource::isKnown).toList();
        long students = known.stream().mapToLong(UnitResource::students).sum();
        BigDecimal total = known.stream().map(UnitResource::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        Long fewest = Fewest.of(known.stream().mapToLong(UnitResource::students));
        MetricRow row = MetricRow.of(this, terms)
                .measure("value")
                .year(year)
                .stage(stage)
                .value(known.isEmpty() ? Double.NaN : resource.per(total, students))
                .counts(students, known.size())
                .behind(known.isEmpty() ? null : (Long) students, fewest)
                .inputs(Inputs.all(units.stream().map(UnitResource::inputs).toList()));
        if (known.isEmpty()) {
            units.forEach(unit -> row.flag(unit.flag()));
        }
        return row;
    }
}
