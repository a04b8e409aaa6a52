package org.manyuan.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.record.RecordEncoder;

/**
 * Addresses the rows of the conformed tables to the families of their territory: districts, units, groups and spans to every family,
 * exams, papers and scores to their own, the rest to the family without a series. An exam that several territories sat goes to each
 * of them wholly, because mean and SD of a paper are taken over everyone who sat it.
 */
final class FamilyRows {
    private final ConformedTables tables;
    private final Territories territories;
    private final Dataset<Row> sittings;
    private final Dataset<Row> families;

    FamilyRows(ConformedTables tables, Territories territories) {
        this.tables = tables;
        this.territories = territories;
        this.sittings = sittings();
        this.families = sittings.select("territory", "series", "subject")
                .distinct()
                .unionByName(territories
                        .ofUnits()
                        .select("territory")
                        .distinct()
                        .select(col("territory"), lit("").as("series"), lit("").as("subject")));
    }

    /** One row per row and family that it is addressed to. */
    Dataset<TerritoryRow> rows() {
        Dataset<MembershipSpan> known = tables.spans().filter("knownTo IS NULL");
        return Stream.of(
                        toAll("district", tables.districts(), "districtCode", territories.ofDistricts()),
                        toAll("unit", tables.units(), "schoolCode", territories.ofUnits()),
                        toAll("group", tables.groups(), "groupCode", territories.ofGroups()),
                        toAll("span", known, "groupCode", territories.ofGroups()),
                        toOwn("exam", tables.exams(), col("exam.examCode").equalTo(col("sat"))),
                        toOwn("paper", tables.papers(), satOn("paper")),
                        toOwn("score", tables.scores(), satOn("score")),
                        toOwn("linked", tables.linked(), satOn("linked")),
                        toRest("enrollment", tables.enrollment(), "schoolCode", territories.ofUnits()),
                        exchanges(),
                        toRest("teacher", tables.teachers(), "schoolCode", territories.ofUnits()),
                        toRest("resource", tables.resources(), "schoolCode", territories.ofUnits()),
                        toRest("term", tables.terms(), "districtCode", territories.ofDistricts()),
                        toRest("schoolClass", tables.classes(), "schoolCode", territories.ofUnits()),
                        toRest("flow", tables.flows(), "schoolCode", territories.ofUnits()))
                .reduce(Dataset::unionByName)
                .orElseThrow();
    }

    /** One row per territory, series, subject and exam with results of the territory's units: … and sat, the exam's code. */
    private Dataset<Row> sittings() {
        return tables.scores()
                .select(col("examCode").as("sat"), col("subject"), col("schoolCode"))
                .join(
                        broadcast(tables.exams().select(col("examCode"), col("series"))),
                        col("sat").equalTo(col("examCode")),
                        "inner")
                .join(broadcast(territories.ofUnits()), col("schoolCode").equalTo(col("code")), "inner")
                .select("territory", "series", "subject", "sat")
                .distinct();
    }

    private static Column satOn(String component) {
        return col(component + ".examCode")
                .equalTo(col("sat"))
                .and(col(component + ".subject").equalTo(col("subject")));
    }

    private Dataset<TerritoryRow> toAll(String component, Dataset<?> rows, String code, Dataset<Row> places) {
        Dataset<Row> placed = placed(component, rows, code, places).withColumnRenamed("territory", "of");
        return addressed(component, placed.join(broadcast(families), col("of").equalTo(col("territory")), "inner"));
    }

    private Dataset<TerritoryRow> toOwn(String component, Dataset<?> rows, Column sat) {
        return addressed(component, asStruct(component, rows).join(broadcast(sittings), sat, "inner"));
    }

    private Dataset<TerritoryRow> toRest(String component, Dataset<?> rows, String code, Dataset<Row> places) {
        return addressed(component, rest(placed(component, rows, code, places)));
    }

    /** An exchange concerns the territory of the school it leaves and that of the school it reaches. */
    private Dataset<TerritoryRow> exchanges() {
        Dataset<Row> from = placed("exchange", tables.exchanges(), "fromSchoolCode", territories.ofUnits());
        Dataset<Row> to = placed("exchange", tables.exchanges(), "toSchoolCode", territories.ofUnits());
        Dataset<Row> both = from.select(col("exchange"), col("territory"))
                .unionByName(to.select(col("exchange"), col("territory")))
                .distinct();
        return addressed("exchange", rest(both));
    }

    private static Dataset<Row> rest(Dataset<Row> placed) {
        return placed.withColumn("series", lit("")).withColumn("subject", lit(""));
    }

    /** The side of the places, one row per code, is the unique one. */
    private static Dataset<Row> placed(String component, Dataset<?> rows, String code, Dataset<Row> places) {
        return asStruct(component, rows)
                .join(broadcast(places), col(component + "." + code).equalTo(col("code")), "inner");
    }

    private static Dataset<Row> asStruct(String component, Dataset<?> rows) {
        Column[] columns = Arrays.stream(rows.columns()).map(name -> col(name)).toArray(Column[]::new);
        return rows.toDF().select(struct(columns).as(component));
    }

    private static Dataset<TerritoryRow> addressed(String component, Dataset<Row> rows) {
        Column[] columns = Arrays.stream(
                        RecordEncoder.of(TerritoryRow.class).schema().fields())
                .map(field -> isThere(field, component)
                        ? col(field.name())
                        : lit(null).cast(field.dataType()).as(field.name()))
                .toArray(Column[]::new);
        return rows.select(columns).as(RecordEncoder.of(TerritoryRow.class));
    }

    private static boolean isThere(StructField field, String component) {
        return field.name().equals(component)
                || field.name().equals("territory")
                || field.name().equals("series")
                || field.name().equals("subject");
    }
}
