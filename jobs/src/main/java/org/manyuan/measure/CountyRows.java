package org.manyuan.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.CountyItem;
import org.manyuan.contract.CountyStandard;
import org.manyuan.contract.PolicyRule;
import org.manyuan.domain.MetricValue;
import org.manyuan.record.RecordEncoder;

/**
 * Addresses what the county standards look at to the districts: their figures and those of their units, of papers the monitoring ones
 * alone, the units, and the classes, teachers and inspections of these.
 */
final class CountyRows {
    /** What items count school by school. */
    private static final Set<String> OF_UNITS = Set.of("ENR-14", "ENR-08");

    private static final String MONITORING = "monitoring";

    private final ConformedTables tables;
    private final List<CountyStandard> standards;
    private final List<PolicyRule> rules;

    CountyRows(ConformedTables tables, List<CountyStandard> standards, List<PolicyRule> rules) {
        this.tables = tables;
        this.standards = standards;
        this.rules = rules;
    }

    /** One row per row and district that it is addressed to. */
    Dataset<CountyRow> rows(Dataset<MetricValue> figures) {
        Dataset<Row> places = tables.units()
                .toDF()
                .select(col("schoolCode").as("school"), col("districtCode").as("district"));
        Dataset<Row> inspections = asStruct("entry", tables.ledger().filter("kind = 'inspection'"));
        Dataset<Row> ofUnits = atUnit(inspections, "entry", places);
        Dataset<Row> ofAuthorities = inspections
                .filter("entry.schoolCode IS NULL AND entry.groupCode IS NULL AND entry.authorityCode IS NOT NULL")
                .withColumn("district", col("entry.authorityCode"));
        return Stream.of(
                        addressed("figure", asStruct("figure", wanted(figures)).withColumn("district", col("figure.districtCode"))),
                        addressed("unit", asStruct("unit", tables.units()).withColumn("district", col("unit.districtCode"))),
                        addressed("schoolClass", atUnit(asStruct("schoolClass", tables.classes()), "schoolClass", places)),
                        addressed("teacher", atUnit(asStruct("teacher", tables.teachers()), "teacher", places)),
                        addressed("entry", ofUnits),
                        addressed("entry", ofAuthorities))
                .reduce(Dataset::unionByName)
                .orElseThrow();
    }

    private Dataset<MetricValue> wanted(Dataset<MetricValue> figures) {
        Set<String> ofUnits = new TreeSet<>(OF_UNITS);
        Set<String> ofDistricts = new TreeSet<>(OF_UNITS);
        Set<String> ofPapers = new TreeSet<>();
        rules.forEach(rule -> ofDistricts.add(rule.metricId()));
        for (CountyStandard standard : standards) {
            ofDistricts.add(standard.spread().metricId());
            if (standard.schools() != null) {
                ofUnits.addAll(standard.schools().atLeast().keySet());
                ofDistricts.addAll(standard.schools().atLeast().keySet());
            }
            for (CountyItem item : standard.items().values()) {
                item.figures()
                        .forEach(figure -> (item.by() == CountyItem.By.MONITORING ? ofPapers : ofDistricts)
                                .add(figure.split(" ")[0]));
            }
        }
        Column isOfDistrict = col("schoolCode").equalTo("");
        Dataset<Row> monitoring = tables.exams()
                .toDF()
                .filter(col("kind").equalTo(MONITORING))
                .select(col("examCode").as("monitored"));
        Dataset<MetricValue> noScores = figures.filter("groupCode = ''")
                .filter(col("metricId")
                        .isin(ofUnits.toArray())
                        .or(col("metricId").isin(ofDistricts.toArray()).and(isOfDistrict)));
        Dataset<MetricValue> papers = figures.filter("groupCode = ''")
                .filter(col("metricId").isin(ofPapers.toArray()).and(isOfDistrict))
                .join(broadcast(monitoring), col("examCode").equalTo(col("monitored")), "left_semi")
                .as(RecordEncoder.of(MetricValue.class));
        return noScores.unionByName(papers);
    }

    /** The side of the places, one row per unit, is the unique one. */
    private static Dataset<Row> atUnit(Dataset<Row> rows, String component, Dataset<Row> places) {
        return rows.join(broadcast(places), col(component + ".schoolCode").equalTo(col("school")), "inner");
    }

    private static Dataset<Row> asStruct(String component, Dataset<?> rows) {
        Column[] columns = Arrays.stream(rows.columns()).map(name -> col(name)).toArray(Column[]::new);
        return rows.toDF().select(struct(columns).as(component));
    }

    private static Dataset<CountyRow> addressed(String component, Dataset<Row> rows) {
        Column[] columns = Arrays.stream(
                        RecordEncoder.of(CountyRow.class).schema().fields())
                .map(field -> field.name().equals(component) || field.name().equals("district")
                        ? col(field.name())
                        : lit(null).cast(field.dataType()).as(field.name()))
                .toArray(Column[]::new);
        return rows.select(columns).as(RecordEncoder.of(CountyRow.class));
    }
}
