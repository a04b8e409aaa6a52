package org.manyuan.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.TextTable.rows;
import static org.manyuan.ingest.FewUnits.SCHOOLS;
import static org.manyuan.ingest.FewUnits.told;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What a table says of a grade, held against its roll and its classes; what follows the last column says why. */
class GradeTotalsTest {
    private static final GradeTotals.Slack SLACK = new GradeTotals.Slack(0.1, 1);

    @Test
    void tellsGradesWhoseEnrollmentDiffersFromTheRoll() {
        Dataset<Row> enrollment = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | school_code | school_year:int | stage | grade | students:int | classes:int | intake:int | intake_in_zone:int
                e1 | a | 2 | true  | s1 | 2024 | J | 7 | 3  | 1 | - | - | as on the roll
                e1 | a | 3 | true  | s1 | 2024 | J | 8 | 4  | 1 | - | - | one is two more than two: on the line of what is borne
                e1 | a | 4 | true  | s1 | 2024 | J | 9 | 2  | 1 | - | - | the roll lacks the grade
                e1 | a | 5 | true  | s1 | 2023 | J | 7 | 99 | 9 | - | - | no roll of that year
                e1 | a | 6 | true  | s2 | 2024 | J | 7 | -  | 1 | - | - | nobody said how many
                e0 | a | 7 | false | s2 | 2024 | J | 8 | 9  | 1 | - | - | said before; the roll is new
                e1 | a | 8 | true  | s3 | 2024 | J | 8 | 9  | 1 | - | - | its roll leaves grades open
                """);
        Dataset<Row> roll = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | school_code | school_year:int | stage | grade | zone_school_code
                r0 | b | 2 | false | s1 | 2024 | J | 7 | -
                r0 | b | 3 | false | s1 | 2024 | J | 7 | -
                r0 | b | 4 | false | s1 | 2024 | J | 7 | -
                r0 | b | 5 | false | s1 | 2024 | J | 8 | -
                r0 | b | 6 | false | s1 | 2024 | J | 8 | -
                r0 | b | 7 | false | s1 | 2024 | J | 8 | -
                r1 | b | 8 | true  | s2 | 2024 | J | 7 | -
                r1 | b | 4 | true  | s2 | 2024 | J | 8 | -
                r1 | b | 9 | true  | s2 | 2024 | J | 8 | -
                r1 | b | 11| true  | s3 | 2024 | - | - | -
                """);

        assertThat(told(GradeTotals.students(enrollment, roll, "X", SLACK))).isEqualTo("""
                e1 a 4 enrollment X students
                r1 b 4 student_roll X grade""");
    }

    @Test
    void bearsTheGreaterOfAShareOfTheRollAndAFewHeads() {
        String header =
                "submission_id | sheet | source_line:bigint | is_new:boolean | school_code | school_year:int | stage"
                        + " | grade | students:int | classes:int\n";
        Dataset<Row> enrollment = rows(header + """
                e1 | a | 2 | true | s1 | 2024 | P | 1 | 110 | 2 | ten of a hundred: borne
                e1 | a | 3 | true | s1 | 2024 | P | 2 | 111 | 2 | eleven of a hundred: told
                e1 | a | 4 | true | s1 | 2024 | P | 3 | 6   | 2 | two of four: told
                e1 | a | 5 | true | s1 | 2024 | P | 4 | 50  | 4 | two classes more: told
                e1 | a | 6 | true | s1 | 2024 | P | 5 | 80  | 2 | a class does not say how many
                """);
        Dataset<Row> classes = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | school_code | school_year:int | stage | grade | students:int
                c | b | 2 | false | s1 | 2024 | P | 1 | 50
                c | b | 3 | false | s1 | 2024 | P | 1 | 50
                c | b | 4 | false | s1 | 2024 | P | 2 | 50
                c | b | 5 | false | s1 | 2024 | P | 2 | 50
                c | b | 6 | false | s1 | 2024 | P | 3 | 2
                c | b | 7 | false | s1 | 2024 | P | 3 | 2
                c | b | 8 | false | s1 | 2024 | P | 4 | 25
                c | b | 9 | false | s1 | 2024 | P | 4 | 25
                c | b | 10| false | s1 | 2024 | P | 5 | 25
                c | b | 11| false | s1 | 2024 | P | 5 | -
                """);

        assertThat(told(GradeTotals.classes(enrollment, classes, "X", SLACK))).isEqualTo("""
                e1 a 3 enrollment X students
                e1 a 4 enrollment X students
                e1 a 5 enrollment X classes""");
    }

    @Test
    void holdsTheIntakeOfFirstGradesAgainstTheRoll() {
        Dataset<Row> enrollment = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | school_code | school_year:int | stage | grade | intake:int | intake_in_zone:int
                e1 | a | 2 | true | s1 | 2024 | J | 7 | 9 | 1 | nine instead of three; one of two in the zone is borne
                e1 | a | 3 | true | s2 | 2024 | J | 7 | 9 | - | under 5-4 grade 7 has no entrants
                e1 | a | 4 | true | s2 | 2024 | J | 6 | 1 | 9 | grade 6 has; its roll names no zone
                e1 | a | 5 | true | s3 | 2024 | P | 1 | 2 | 3 | nobody of the two lives in the zone
                """);
        Dataset<Row> roll = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | school_code | school_year:int | stage | grade | zone_school_code
                r | b | 2 | false | s1 | 2024 | J | 7 | s1
                r | b | 3 | false | s1 | 2024 | J | 7 | s1
                r | b | 4 | false | s1 | 2024 | J | 7 | s2
                r | b | 5 | false | s2 | 2024 | J | 7 | -
                r | b | 6 | false | s2 | 2024 | J | 6 | -
                r | b | 7 | false | s3 | 2024 | P | 1 | s1
                r | b | 8 | false | s3 | 2024 | P | 1 | s2
                """);

        assertThat(told(GradeTotals.intake(enrollment, roll, SCHOOLS, "X", SLACK)))
                .isEqualTo("""
                e1 a 2 enrollment X intake
                e1 a 5 enrollment X intake_in_zone""");
    }
}
