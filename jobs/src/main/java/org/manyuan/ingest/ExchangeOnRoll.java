package org.manyuan.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.time.Month;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Spells of exchange held against the roll of teachers, where the sending school's roll of the school year in which the spell begins
 * was handed in: teachers whom no school lists around that year, and teachers whom another school lists.
 */
public final class ExchangeOnRoll {
    private final Dataset<Row> judged;
    private final Dataset<Row> kin;

    /**
     * @param spells rows of this call: exchange_id, teacher_key, from_school_code, started_on and where they stand
     * @param roll rows of teacher_roll that count: teacher_key, school_year, school_code
     * @param kin of {@link KinUnits}
     */
    public ExchangeOnRoll(Dataset<Row> spells, Dataset<Row> roll, Dataset<Row> kin) {
        this.kin = kin;
        Dataset<Row> handedIn = roll.select(
                        col("school_code").as("roll_school"), col("school_year").as("roll_year"))
                .distinct();
        Dataset<Row> placed = spells.where(col("teacher_key").isNotNull())
                .select(Findings.placeAnd("teacher_key", "from_school_code", "started_on"))
                .withColumn("begun", schoolYear(col("started_on")))
                .join(
                        broadcast(handedIn),
                        col("from_school_code")
                                .equalTo(col("roll_school"))
                                .and(col("begun").equalTo(col("roll_year"))),
                        "left_semi");
        Dataset<Row> listed = roll.select(
                col("teacher_key").as("listed_teacher"),
                col("school_year").as("listed_year"),
                col("school_code").as("at_school"));
        // left join: several years and, for who teaches in two schools, several rows a spell
        judged = placed.join(
                listed,
                col("teacher_key")
                        .equalTo(col("listed_teacher"))
                        .and(col("listed_year")
                                .between(col("begun").minus(1), col("begun").plus(1))),
                "left");
    }

    /** Lines whose teacher is on no roll of the year, the one before or the one after. */
    public Dataset<Row> unknownTeachers(String code) {
        return Findings.of(judged.where(col("listed_teacher").isNull()), "teacher_exchange", code, "teacher_id");
    }

    /** Lines whose teacher is on a roll, but neither in this year nor in the one before on that of the sending school. */
    public Dataset<Row> otherSchools(String code) {
        Column isKin = col("kin").isNotNull().or(col("at_school").equalTo(col("from_school_code")));
        Dataset<Row> met = judged.where(
                        col("listed_teacher").isNotNull().and(col("listed_year").leq(col("begun"))))
                .join(
                        broadcast(kin),
                        col("from_school_code")
                                .equalTo(col("unit"))
                                .and(col("at_school").equalTo(col("kin"))),
                        "left")
                .groupBy(Findings.placeAnd())
                .agg(max(isKin).as("is_there"))
                .where("NOT is_there");
        return Findings.of(met, "teacher_exchange", code, "from_school_code");
    }

    /** The school year of a day, as {@link org.manyuan.domain.SchoolYear#of} says. */
    static Column schoolYear(Column day) {
        return year(day)
                .minus(when(month(day).lt(Month.SEPTEMBER.getValue()), lit(1)).otherwise(lit(0)));
    }
}
