package org.manyuan.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.manyuan.assessment.BundledAssessment;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.District;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.record.RecordEncoder;

/**
 * Addresses what a scheme is run on to the scheme: groups whose authority lies in its region, their spans and units, the region's other
 * units, the figures of its metrics that are of any of them, the checks of the region's districts, and every exam.
 */
final class RegionRows {
    private final ConformedTables tables;
    private final List<Scheme> schemes;

    RegionRows(ConformedTables tables, List<Scheme> schemes) {
        this.tables = tables;
        this.schemes = schemes;
    }

    /** One row per row and scheme that it is addressed to. */
    Dataset<RegionRow> rows(Dataset<MetricValue> figures, Dataset<PolicyCheck> checks) {
        Dataset<Row> places = places().toDF().withColumnRenamed("code", "place");
        Dataset<Row> groups = at(tables.groups(), "group", "authorityCode", places);
        Dataset<Row> known = asStruct("span", tables.spans().filter("knownTo IS NULL"));
        Dataset<Row> codes = groups.select(col("scheme"), col("group.groupCode").as("of"));
        Dataset<Row> spans = known.join(broadcast(codes), col("span.groupCode").equalTo(col("of")), "inner");
        Dataset<Row> schools = spans.select(
                        col("scheme"), col("span.schoolCode").as("school"))
                .union(at(tables.units(), "unit", "districtCode", places)
                        .select(col("scheme"), col("unit.schoolCode").as("school")))
                .distinct();
        Dataset<Row> units = asStruct("unit", tables.units())
                .join(broadcast(schools), col("unit.schoolCode").equalTo(col("school")), "inner");
        return Stream.of(
                        addressed("group", groups),
                        addressed("span", spans),
                        addressed("unit", units),
                        addressed("figure", figures(figures, codes, schools)),
                        addressed("exam", asStruct("exam", tables.exams()).crossJoin(broadcast(everyScheme()))),
                        addressed("check", at(checks, "check", "districtCode", places)))
                .reduce(Dataset::unionByName)
                .orElseThrow();
    }

    /** A group's rows have no unit, a unit's no group: a row meets one of the two joins at most. */
    private Dataset<Row> figures(Dataset<MetricValue> figures, Dataset<Row> groups, Dataset<Row> schools) {
        Dataset<Row> wanted = asStruct("figure", figures)
                .join(broadcast(metrics()), col("figure.metricId").equalTo(col("metric")), "inner");
        Dataset<Row> ofGroups = wanted.join(
                broadcast(groups.withColumnRenamed("scheme", "to")),
                col("figure.groupCode").equalTo(col("of")).and(col("scheme").equalTo(col("to"))),
                "left_semi");
        Dataset<Row> ofUnits = wanted.filter("figure.groupCode = ''")
                .join(
                        broadcast(schools.withColumnRenamed("scheme", "to")),
                        col("figure.schoolCode")
                                .equalTo(col("school"))
                                .and(col("scheme").equalTo(col("to"))),
                        "left_semi");
        return ofGroups.unionByName(ofUnits);
    }

    /** One row per scheme and district of its region. */
    private Dataset<PlaceOfScheme> places() {
        Map<String, String> regions = new HashMap<>();
        schemes.forEach(scheme -> regions.put(scheme.id(), scheme.regionCode()));
        return tables.districts()
                .groupBy(lit("tree"))
                .as(Encoders.STRING(), RecordEncoder.of(District.class))
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, District, PlaceOfScheme>) (all, rows) -> {
                            List<District> tree = new ArrayList<>();
                            rows.forEachRemaining(tree::add);
                            List<PlaceOfScheme> places = new ArrayList<>();
                            regions.forEach((scheme, region) ->
                                    subtree(region, tree).forEach(code -> places.add(new PlaceOfScheme(scheme, code))));
                            return places.iterator();
                        },
                        RecordEncoder.of(PlaceOfScheme.class));
    }

    /** The region and every district below it; nothing where the tree does not know it. */
    static Set<String> subtree(String region, List<District> tree) {
        Set<String> inside = new HashSet<>();
        boolean grows =
                tree.stream().anyMatch(district -> district.districtCode().equals(region)) && inside.add(region);
        while (grows) {
            grows = false;
            for (District district : tree) {
                grows |= inside.contains(district.parentCode()) && inside.add(district.districtCode());
            }
        }
        return inside;
    }

    private Dataset<Row> everyScheme() {
        String[] ids = schemes.stream().map(Scheme::id).toArray(String[]::new);
        return one().select(explode(lit(ids)).as("scheme"));
    }

    /** One row per scheme and metric that it looks at. */
    private Dataset<Row> metrics() {
        Column[] ofSchemes = schemes.stream()
                .map(scheme -> struct(
                        lit(scheme.id()).as("scheme"),
                        lit(BundledAssessment.metrics(scheme).stream().sorted().toArray(String[]::new))
                                .as("metrics")))
                .toArray(Column[]::new);
        return one().select(
                        explode(org.apache.spark.sql.functions.array(ofSchemes)).as("of"))
                .select(
                        col("of.scheme").as("scheme"),
                        explode(col("of.metrics")).as("metric"));
    }

    private Dataset<Row> one() {
        return tables.districts().sparkSession().range(1).toDF();
    }

    /** The side of the places, one row per scheme and code, is the unique one. */
    private static Dataset<Row> at(Dataset<?> rows, String component, String code, Dataset<Row> places) {
        return asStruct(component, rows)
                .join(broadcast(places), col(component + "." + code).equalTo(col("place")), "inner");
    }

    private static Dataset<Row> asStruct(String component, Dataset<?> rows) {
        Column[] columns = Arrays.stream(rows.columns()).map(name -> col(name)).toArray(Column[]::new);
        return rows.toDF().select(struct(columns).as(component));
    }

    private static Dataset<RegionRow> addressed(String component, Dataset<Row> rows) {
        Column[] columns = Arrays.stream(
                        RecordEncoder.of(RegionRow.class).schema().fields())
                .map(field -> field.name().equals(component) || field.name().equals("scheme")
                        ? col(field.name())
                        : lit(null).cast(field.dataType()).as(field.name()))
                .toArray(Column[]::new);
        return rows.select(columns).as(RecordEncoder.of(RegionRow.class));
    }
}
