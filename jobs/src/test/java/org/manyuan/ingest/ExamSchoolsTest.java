package org.manyuan.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.TextTable.rows;
import static org.manyuan.ingest.FewUnits.KIN;
import static org.manyuan.ingest.FewUnits.told;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** For which school a pupil sat an exam, and on whose roll the pupil is. */
class ExamSchoolsTest {
    @Test
    void tellsScoresOfPupilsWhoAreOnTheRollOfAnotherSchool() {
        Dataset<Row> scores = rows("""
                submission_id | sheet | source_line:bigint | exam_code | student_key | school_code
                x | a | 2 | E24 | k1  | s1   | at home
                x | a | 3 | E24 | k1  | s2   | elsewhere
                x | a | 3 | E24 | k1  | s2   | the second subject of the same line
                x | a | 4 | E24 | k1  | s1n  | the campus is the same school
                x | a | 5 | E24 | k2  | s2new | the later code of the same school
                x | a | 6 | E24 | k9  | s3   | on no roll
                x | a | 7 | E23 | k1  | s3   | on no roll of that year
                x | a | 8 | E24 | n1  | s2   | sat under an exam number
                x | a | 9 | E24 | n1  | s1   | so too
                """);
        Dataset<Row> roll = rows("""
                student_key | school_year:int | school_code
                k1          | 2024            | s1
                k2          | 2024            | s2
                """);
        Dataset<Row> exams = rows("""
                exam_code | school_year:int
                E24       | 2024
                E23       | 2023
                """);
        Dataset<Row> links = rows("""
                old_key | new_key
                n1      | k1
                """);

        assertThat(told(ExamSchools.of(scores, exams, roll, links, KIN, "X"))).isEqualTo("""
                x a 3 exam_score X school_code
                x a 8 exam_score X school_code""");
    }

    @Test
    void aPupilOnSeveralRollsMaySitTheExamForEachOfThem() {
        Dataset<Row> scores = rows("""
                submission_id | sheet | source_line:bigint | exam_code | student_key | school_code
                x | a | 2 | E24 | k1  | s1    | the first of two rolls
                x | a | 3 | E24 | k1  | s3    | the second
                x | a | 4 | E24 | k1  | s1n   | a campus of the first
                x | a | 5 | E24 | k1  | s2    | neither
                x | a | 6 | E24 | k4  | s3    | three rolls: not judged
                x | a | 7 | E24 | l2  | s1    | on the roll under the temporary number
                x | a | 8 | E24 | k2  | s1    | the same pupil by the number that came later
                x | a | 9 | E24 | n2  | s1    | and by the exam number
                x | a | 10| E24 | n2  | s2    | where the roll has the later number
                x | a | 11| E24 | k2  | s3    | no roll of either number
                x | a | 12| E24 | n3  | s1    | an exam number of the temporary one
                x | a | 13| E24 | n3  | s2    | and nowhere else
                """);
        Dataset<Row> roll = rows("""
                student_key | school_year:int | school_code
                k1          | 2024            | s3
                k1          | 2024            | s1
                k4          | 2024            | s1
                k4          | 2024            | s2
                k4          | 2024            | s2new
                l2          | 2024            | s1
                k2          | 2024            | s2
                k3          | 2024            | s1
                """);
        Dataset<Row> exams = rows("""
                exam_code | school_year:int
                E24       | 2024
                """);
        Dataset<Row> links = rows("""
                old_key | new_key
                l2      | k2
                n2      | k2
                l3      | k3
                n3      | l3
                """);

        assertThat(told(ExamSchools.of(scores, exams, roll, links, KIN, "X"))).isEqualTo("""
                x a 11 exam_score X school_code
                x a 13 exam_score X school_code
                x a 5 exam_score X school_code""");
    }
}
