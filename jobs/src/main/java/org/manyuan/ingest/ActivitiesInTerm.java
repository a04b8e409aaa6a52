package org.manyuan.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lines of activities held on a day outside every term, where the calendar of the organising school's district, or of the one above it,
 * says when the terms of that school year are. A term may begin before September, in the school year before by its months: the terms of
 * the neighbouring years count too.
 */
public final class ActivitiesInTerm {
    private ActivitiesInTerm() {}

    /**
     * @param activities rows of this call: group_code, organiser_school_code, held_on and where they stand
     * @param terms district_code, school_year, from_on, to_on
     * @param schools school_code, district_code
     * @param groups group_code, authority_code; where no organiser is named its authority is the district
     * @param districts district_code, parent_code
     */
    public static Dataset<Row> of(
            Dataset<Row> activities,
            Dataset<Row> terms,
            Dataset<Row> schools,
            Dataset<Row> groups,
            Dataset<Row> districts,
            String code) {
        Dataset<Row> lies = schools.groupBy(col("school_code").as("lies_school"))
                .agg(max("district_code").as("lies_district"));
        Dataset<Row> run = groups.groupBy(col("group_code").as("run_group"))
                .agg(max("authority_code").as("run_district"));
        Dataset<Row> above = districts
                .groupBy(col("district_code").as("below_district"))
                .agg(max("parent_code").as("above_district"));
        Dataset<Row> held = activities
                .select(Findings.placeAnd("group_code", "organiser_school_code", "held_on"))
                .where(col("held_on").isNotNull())
                .join(broadcast(lies), col("organiser_school_code").equalTo(col("lies_school")), "left")
                .join(broadcast(run), col("group_code").equalTo(col("run_group")), "left")
                .withColumn("district", coalesce(col("lies_district"), col("run_district")))
                .join(broadcast(above), col("district").equalTo(col("below_district")), "left")
                .withColumn("held_year", ExchangeOnRoll.schoolYear(col("held_on")));
        Dataset<Row> calendar = terms.where(
                        col("from_on").isNotNull().and(col("to_on").isNotNull()))
                .select(
                        col("district_code").as("term_district"),
                        col("school_year").as("term_year"),
                        col("from_on"),
                        col("to_on"));
        Column isInside = col("held_on").between(col("from_on"), col("to_on"));
        Column isItsYear = col("held_year").equalTo(col("term_year"));
        // inner join: a few terms of three years; a district without a calendar of the year is not judged
        Dataset<Row> outside = held.join(
                        broadcast(calendar),
                        col("term_year")
                                .between(
                                        col("held_year").minus(1),
                                        col("held_year").plus(1))
                                .and(col("district")
                                        .equalTo(col("term_district"))
                                        .or(col("above_district").equalTo(col("term_district")))),
                        "inner")
                .groupBy(Findings.placeAnd())
                .agg(max(isInside).as("is_inside"), max(isItsYear).as("has_calendar"))
                .where("has_calendar AND NOT is_inside");
        return Findings.of(outside, "group_activity", code, "held_on");
    }
}
