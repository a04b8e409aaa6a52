package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;

/**
 * One resource of those units of a district, or of a group on September 1, that have a value of it, in one stage and school year;
 * weighted with their students. Its measure is the resource's id.
 *
 * @param heading the row that its figures begin with: place, year, stage, counts, what is left out, inputs
 */
record ResourceSet(Resource resource, Stage stage, Scope scope, int year, List<UnitResource> units, MetricRow heading)
        implements UnitValues {

    /** Every resource, stage, year and place that a unit has rows in. */
    static List<ResourceSet> of(Metric metric, Territory territory, TerritoryFacts facts, BuildTerms terms) {
        ResourceBook book = new ResourceBook(territory, facts.resources());
        List<ResourceSet> sets = new ArrayList<>();
        for (Stage stage : book.stages()) {
            for (int year : book.years(stage)) {
                for (Scope scope : book.scopes(stage, year)) {
                    for (Resource resource : Resource.values()) {
                        sets.add(of(MetricRow.of(metric, terms), book, resource, stage, year, scope));
                    }
                }
            }
        }
        return sets;
    }

    private static ResourceSet of(
            MetricRow row, ResourceBook book, Resource resource, Stage stage, int year, Scope scope) {
        List<UnitResource> units = book.of(resource, stage, year, scope.codes()).stream()
                .filter(UnitResource::isKnown)
                .toList();
        long students = units.stream().mapToLong(UnitResource::students).sum();
        MetricRow heading = scope.place(row)
                .measure(resource.id())
                .year(year)
                .stage(stage)
                .counts(students, units.size())
                .behind(students, fewest(units))
                .leftOut(book.without(resource, stage, year, scope.codes()))
                .flag(scope.approximate(), Flag.APPROXIMATE)
                .inputs(Inputs.all(units.stream().map(UnitResource::inputs).toList())
                        .and(scope.membership()));
        return new ResourceSet(resource, stage, scope, year, units, heading);
    }

    @Override
    public MetricRow figure(String... variant) {
        return heading.copy()
                .variant(Stream.concat(Stream.of(scope.kind()), Arrays.stream(variant))
                        .toArray(String[]::new));
    }

    /** The standard reading has no name of its own. */
    @Override
    public MetricRow reading(String name, String standard, String... variant) {
        String named = name.equals(standard) ? "" : name;
        return figure(Stream.concat(Arrays.stream(variant), Stream.of(named)).toArray(String[]::new));
    }

    @Override
    public String districtCode() {
        return scope.districtCode();
    }

    @Override
    public LocalDate day() {
        return SchoolYear.firstDay(year);
    }

    @Override
    public List<String> schoolCodes() {
        return units.stream().map(UnitResource::schoolCode).toList();
    }

    @Override
    public double[] values() {
        return units.stream().mapToDouble(UnitResource::value).toArray();
    }

    @Override
    public double[] weights() {
        return units.stream().mapToDouble(UnitResource::students).toArray();
    }

    @Override
    public Long fewest() {
        return fewest(units);
    }

    @Override
    public boolean isPooled() {
        return false;
    }

    private static Long fewest(List<UnitResource> units) {
        return Fewest.of(units.stream().mapToLong(UnitResource::students));
    }
}
