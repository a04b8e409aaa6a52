package org.manyuan.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;

/**
 * What enrollment says of a grade against what the rolls count: pupils and new entrants of the roll of pupils, pupils and classes of the
 * roll of classes. A school and year that the roll lacks is not held against it. A finding stands on the line of enrollment where this
 * call brought it, else on the first line of the grade on the roll that this call brought.
 */
public final class GradeTotals {
    private static final List<String> GRADE = List.of("school_code", "school_year", "stage", "grade");

    private GradeTotals() {}

    /**
     * How far two figures may be apart: by the greater of the two.
     *
     * @param share of the figure that the roll counts
     * @param heads persons or classes
     */
    public record Slack(double share, double heads) {}

    /**
     * Pupils: enrollment.students against the lines of the roll.
     *
     * @param enrollment rows that count, with {@code is_new}
     * @param roll rows of student_roll that count, with {@code is_new}
     */
    public static Dataset<Row> students(Dataset<Row> enrollment, Dataset<Row> roll, String code, Slack slack) {
        Dataset<Row> counted = counted(roll, pair("students", count(lit(1))));
        return apart(enrollment, counted, "student_roll", code, slack);
    }

    /** Classes and their pupils: enrollment.students and classes against class_roll; as {@link #students}. */
    public static Dataset<Row> classes(Dataset<Row> enrollment, Dataset<Row> classRoll, String code, Slack slack) {
        Column pupils = when(
                count(col("students")).equalTo(count(lit(1))),
                sum(col("students"))); // a class without a figure: unknown
        Dataset<Row> counted = counted(classRoll, pair("students", pupils), pair("classes", count(lit(1))));
        return apart(enrollment, counted, "class_roll", code, slack);
    }

    /**
     * Entrants: enrollment.intake and intake_in_zone of the first grade of each stage against the pupils of that grade on the roll, and
     * those of them in whose zone the school is.
     *
     * @param schools versions of units: school_code, schooling_system
     */
    public static Dataset<Row> intake(
            Dataset<Row> enrollment, Dataset<Row> roll, Dataset<Row> schools, String code, Slack slack) {
        Column inZone = when(
                count(col("zone_school_code")).gt(0),
                count(when(col("zone_school_code").equalTo(col("school_code")), 1)));
        Dataset<Row> counted = counted(roll, pair("intake", count(lit(1))), pair("intake_in_zone", inZone));
        Dataset<Row> systems = schools.groupBy(col("school_code").as("system_school"))
                .agg(max("schooling_system").as("system"));
        Dataset<Row> first = enrollment
                .join(broadcast(systems), col("school_code").equalTo(col("system_school")), "left")
                .where(isFirstGrade());
        return apart(first, counted, "student_roll", code, slack);
    }

    private static Column isFirstGrade() {
        Column is = lit(false);
        for (SchoolingSystem system : SchoolingSystem.values()) {
            Column lives =
                    coalesce(col("system"), lit(SchoolingSystem.of("").code())).equalTo(system.code());
            for (Stage stage : Stage.values()) {
                is = is.or(lives.and(col("stage").equalTo(stage.name()))
                        .and(col("grade").equalTo(system.intakeGrade(stage))));
            }
        }
        return is;
    }

    /** A figure of enrollment by its column, as the roll counts it. */
    private static Column pair(String column, Column counted) {
        return counted.cast("long").as("counted_" + column);
    }

    /** One row per grade of a school on the roll: the figures, and the first of its lines that is new. */
    private static Dataset<Row> counted(Dataset<Row> roll, Column... figures) {
        Column[] all = Arrays.copyOf(figures, figures.length + 1);
        all[figures.length] = min(when(col("is_new"), struct(Findings.columns(Findings.PLACE))))
                .as("roll_place");
        return roll.groupBy(
                        GRADE.stream().map(name -> col(name).as("roll_" + name)).toArray(Column[]::new))
                .agg(all[0], Arrays.copyOfRange(all, 1, all.length));
    }

    private static Dataset<Row> apart(
            Dataset<Row> enrollment, Dataset<Row> counted, String roll, String code, Slack slack) {
        // a school whose roll leaves a grade open cannot be counted by grade
        Dataset<Row> schools = counted.groupBy(
                        col("roll_school_code").as("on_school"),
                        col("roll_school_year").as("on_year"))
                .agg(
                        max(col("roll_stage").isNull().or(col("roll_grade").isNull()))
                                .as("is_open"),
                        min("roll_place").as("school_place"))
                .where("NOT is_open");
        Column[] figures = Arrays.stream(counted.columns())
                .filter(name -> name.startsWith("counted_"))
                .map(name -> name.substring("counted_".length()))
                .map(name -> struct(
                        lit(name).as("column_name"),
                        col(name).cast("long").as("told"),
                        col("counted_" + name).as("counted")))
                .toArray(Column[]::new);
        Dataset<Row> compared = enrollment
                .join(
                        schools,
                        col("school_code")
                                .equalTo(col("on_school"))
                                .and(col("school_year").equalTo(col("on_year"))),
                        "inner")
                // left join: counted is unique in its grade; a grade that the roll lacks has nobody on it
                .join(
                        counted,
                        GRADE.stream()
                                .map(name -> col(name).equalTo(col("roll_" + name)))
                                .reduce(Column::and)
                                .orElseThrow(),
                        "left")
                .withColumn("absent", col("roll_grade").isNull())
                .withColumn("roll_spot", coalesce(col("roll_place"), col("school_place")))
                .withColumn("figure", explode(array(figures)))
                .withColumn("column_name", col("figure.column_name"))
                .withColumn("told", col("figure.told"))
                .withColumn("on_roll", when(col("absent"), lit(0L)).otherwise(col("figure.counted")))
                .where(abs(col("told").minus(col("on_roll")))
                        .gt(greatest(lit(slack.heads()), col("on_roll").multiply(lit(slack.share())))));
        Dataset<Row> told = Findings.named(compared.where("is_new"), "enrollment", code);
        Dataset<Row> rolled = Findings.named(
                compared.where("NOT is_new AND roll_spot IS NOT NULL")
                        .select(col("roll_spot.*"), lit("grade").as("column_name")),
                roll,
                code);
        return told.unionByName(rolled);
    }
}
