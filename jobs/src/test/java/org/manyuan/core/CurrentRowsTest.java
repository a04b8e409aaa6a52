package org.manyuan.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.TextTable;

class CurrentRowsTest {
    private static final String SUBMISSION =
            "origin | submission_id | received_no:bigint | source_on:date | precedence:int | submitter | source_line:bigint";

    @Test
    void aCorrectedFileReplacesTheSchoolsThatItHolds() {
        Dataset<Row> stored =
                TextTable.rows("exam_code | subject | student_key | school_code | score:int | " + SUBMISSION + """

                E | math | p1 | A | 10 | reported | s1 | 1 | - | 0 | c | 2 | replaced: s2 holds school A
                E | math | p2 | A | 20 | reported | s1 | 1 | - | 0 | c | 3 | gone: s2 does not list the pupil
                E | math | p3 | B | 30 | reported | s1 | 1 | - | 0 | c | 4 | stays: s2 has no school B
                E | math | p1 | A | 11 | reported | s2 | 2 | - | 0 | c | 2 | the corrected file
                E | chin | p1 | A | 77 | reported | s1 | 1 | - | 0 | c | 5 | another subject
                """);
        assertThat(scores(stored)).isEqualTo("""
                        chin p1 A 77
                        math p1 A 11
                        math p3 B 30""");
    }

    @Test
    void precedenceGoesBeforeTheFilesDayAndTheDayBeforeArrival() {
        Dataset<Row> stored =
                TextTable.rows("exam_code | subject | student_key | school_code | score:int | " + SUBMISSION + """

                E | a | p | A | 1 | reported | s1 | 1 | 2024-07-01 | 1 | c | 2 | counts: the highest precedence, though oldest
                E | a | p | A | 2 | reported | s2 | 2 | 2024-07-02 | 0 | c | 2 |
                E | b | p | A | 3 | reported | s3 | 3 | 2024-07-02 | 0 | c | 2 | counts: the later day
                E | b | p | A | 4 | reported | s4 | 4 | 2024-07-01 | 0 | c | 2 | arrived later
                E | c | p | A | 5 | reported | s5 | 5 | 2024-07-01 | 0 | c | 2 | counts: a day goes before none
                E | c | p | A | 6 | reported | s6 | 6 | -          | 0 | c | 2 |
                """);
        assertThat(scores(stored)).isEqualTo("a p A 1\nb p A 3\nc p A 5");
    }

    @Test
    void aPupilHandedInByTwoSchoolsCountsOnce() {
        Dataset<Row> stored =
                TextTable.rows("exam_code | subject | student_key | school_code | score:int | " + SUBMISSION + """

                E | math | p1 | A | 10 | reported | s1 | 1 | - | 0 | c | 2 | the pupil has moved, says the later file
                E | math | p2 | A | 20 | reported | s1 | 1 | - | 0 | c | 3 |
                E | math | p1 | B | 11 | reported | s2 | 2 | - | 0 | c | 2 | counts
                F | math | p1 | A | 55 | reported | s1 | 1 | - | 0 | c | 4 | an exam of one submission
                """);
        assertThat(TextTable.lines(current(stored), "exam_code", "student_key", "school_code", "score"))
                .isEqualTo("E p1 B 11\nE p2 A 20\nF p1 A 55");
    }

    @Test
    void aSubmitterReplacesOnlyItsOwnRows() {
        Dataset<Row> stored =
                TextTable.rows("exam_code | subject | student_key | school_code | score:int | " + SUBMISSION + """

                E | math | p1 | A | 10 | reported | s1 | 1 | - | 0 | county | 2 | stays
                E | math | p2 | A | 20 | reported | s2 | 2 | - | 0 | city   | 2 | stays: the city says nothing of p1
                E | math | p3 | A | 30 | reported | s1 | 1 | - | 0 | county | 3 | the same pupil from both: the later counts
                E | math | p3 | A | 31 | reported | s2 | 2 | - | 0 | city   | 3 | counts
                """);
        assertThat(scores(stored)).isEqualTo("math p1 A 10\nmath p2 A 20\nmath p3 A 31");
    }

    @Test
    void whereTheGroupIsEmptyTheKeyReplaces() {
        Dataset<Row> stored = TextTable.rows(
                "group_code | school_code | joined_on:date | left_on:date | as_of:date | " + SUBMISSION + """

                G | A | 2022-08-01 | -          | -          | reported | s1 | 1 | - | 0 | c | 2 | replaced by its key
                G | B | 2022-08-01 | -          | -          | reported | s1 | 1 | - | 0 | c | 3 | stays
                G | A | 2022-08-01 | 2024-03-01 | -          | reported | s2 | 2 | - | 0 | c | 2 | counts
                G | A | 2022-08-01 | -          | 2023-01-01 | reported | s3 | 3 | - | 0 | c | 2 | a snapshot, replaced
                G | C | 2022-08-01 | -          | 2023-01-01 | reported | s3 | 3 | - | 0 | c | 3 | gone with its snapshot
                G | A | 2022-09-01 | -          | 2023-01-01 | reported | s4 | 4 | - | 0 | c | 2 | the same day again
                G | A | 2022-08-01 | -          | 2023-02-01 | reported | s3 | 3 | - | 0 | c | 4 | the next snapshot
                """);
        Dataset<Row> rows = CurrentRows.of(
                stored, List.of("as_of"), List.of("group_code", "school_code", "joined_on", "as_of", "submitter"));
        assertThat(TextTable.lines(rows, "as_of", "school_code", "joined_on", "left_on"))
                .isEqualTo("""
                        - A 2022-08-01 2024-03-01
                        - B 2022-08-01 -
                        2023-01-01 A 2022-09-01 -
                        2023-02-01 A 2022-08-01 -""");
    }

    @Test
    void anEmptyTableHasNoRows() {
        Dataset<Row> stored = TextTable.rows("exam_code | subject | student_key | school_code | score:int | "
                + SUBMISSION + "\nE|m|p|A|1|r|s|1|-|0|c|2");
        assertThat(current(stored.filter("exam_code = 'none'")).collectAsList()).isEmpty();
    }

    @Test
    void keepsTheColumnsAsGiven() {
        Dataset<Row> stored = TextTable.rows("exam_code | subject | student_key | school_code | score:int | "
                + SUBMISSION + "\nE|m|p|A|1|r|s|1|-|0|c|2");
        assertThat(current(stored).schema()).isEqualTo(stored.schema());
    }

    private static String scores(Dataset<Row> stored) {
        String once = TextTable.lines(current(stored), "subject", "student_key", "school_code", "score");
        String turned = TextTable.lines(
                current(stored.orderBy("score").repartition(5)), "subject", "student_key", "school_code", "score");
        assertThat(turned).isEqualTo(once);
        return once;
    }

    private static Dataset<Row> current(Dataset<Row> stored) {
        return CurrentRows.of(
                stored, List.of("exam_code", "subject", "school_code"), List.of("exam_code", "subject", "student_key"));
    }
}
