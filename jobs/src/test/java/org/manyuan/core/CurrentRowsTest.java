package org.manyuan.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.TextTable;
import org.manyuan.contract.Replacement;

class CurrentRowsTest {
    private static final List<String> GROUP = List.of("exam_code", "subject", "school_code");
    private static final List<String> KEY = List.of("exam_code", "subject", "student_key");
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
                F | math | p4 | A | 40 | reported | s3 | 3 | - | 0 | -      | 2 | one batch speaks for two submitters: one of them counts
                F | math | p4 | A | 41 | reported | s3 | 3 | - | 0 | city   | 3 | not both
                """);
        assertThat(scores(stored)).isEqualTo("math p1 A 10\nmath p2 A 20\nmath p3 A 31\nmath p4 A 40");
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
    void aPatchReplacesOnlyTheKeysItHoldsAndAWholeFileEverythingBelowIt() {
        Dataset<Row> stored =
                TextTable.rows("exam_code | subject | student_key | school_code | score:int | " + SUBMISSION + """

                E | a | p1 | A | 10 | reported | s1    | 1 | - | 0 | c | 2 | stays: the patch does not list the pupil
                E | a | p2 | A | 20 | reported | s1    | 1 | - | 0 | c | 3 | patched
                E | a | p2 | A | 21 | reported | patch2 | 2 | - | 0 | c | 2 | counts
                E | a | p3 | A | 31 | reported | patch2 | 2 | - | 0 | c | 3 | counts: added by the patch
                E | b | p1 | A | 10 | reported | s1    | 1 | - | 0 | c | 4 | gone with the first file
                E | b | p2 | A | 21 | reported | patch2 | 2 | - | 0 | c | 4 | gone: the whole file that follows lacks what the patch added
                E | b | p1 | A | 12 | reported | s3    | 3 | - | 0 | c | 2 | counts
                E | b | p4 | A | 42 | reported | s3    | 3 | - | 0 | c | 3 | patched once more
                E | b | p4 | A | 43 | reported | patch4 | 4 | - | 0 | c | 2 | counts
                E | c | p1 | A | 10 | reported | patch2 | 2 | - | 0 | c | 5 | counts: there never was a whole file
                E | c | p1 | A | 11 | reported | patch4 | 4 | - | 0 | d | 2 | the greater rank counts, whoever hands in
                E | d | p1 | A | 10 | reported | patch2 | 2 | - | 1 | c | 6 | counts: its source goes before the later whole file
                E | d | p1 | A | 11 | reported | s3    | 3 | - | 0 | c | 4 |
                E | d | p2 | A | 22 | reported | s3    | 3 | - | 0 | c | 5 | stays
                E | e | p1 | A | 10 | reported | s1    | 1 | - | 1 | c | 5 | counts: a whole file of a greater source beats the patch
                E | e | p2 | A | 21 | reported | patch2 | 2 | - | 0 | c | 7 | gone for the same reason
                """);
        assertThat(patched(stored)).isEqualTo("""
                        a p1 A 10
                        a p2 A 21
                        a p3 A 31
                        b p1 A 12
                        b p4 A 43
                        c p1 A 11
                        d p1 A 10
                        d p2 A 22
                        e p1 A 10""");
    }

    @Test
    void aPatchMovesAPupilToAnotherSchoolAndAWholeFileOfThatSchoolMovesThePupilBack() {
        Dataset<Row> stored =
                TextTable.rows("exam_code | subject | student_key | school_code | score:int | " + SUBMISSION + """

                E | a | p1 | A | 10 | reported | s1    | 1 | - | 0 | c | 2 | the pupil is of B, says the patch
                E | a | p2 | A | 20 | reported | s1    | 1 | - | 0 | c | 3 | stays
                E | a | p1 | B | 11 | reported | patch2 | 2 | - | 0 | c | 2 | counts
                E | a | p3 | B | 30 | reported | s1    | 1 | - | 0 | c | 4 | stays: a patch takes nobody out
                E | b | p1 | A | 10 | reported | s1    | 1 | - | 0 | c | 5 | stands again: B's whole file lacks the pupil
                E | b | p1 | B | 11 | reported | patch2 | 2 | - | 0 | c | 3 | gone
                E | b | p3 | B | 31 | reported | s3    | 3 | - | 0 | c | 2 | counts
                """);
        assertThat(patched(stored)).isEqualTo("""
                        a p1 B 11
                        a p2 A 20
                        a p3 B 30
                        b p1 A 10
                        b p3 B 31""");
    }

    @Test
    void aContractCanMakeEveryFileAPatch() {
        Dataset<Row> stored =
                TextTable.rows("exam_code | subject | student_key | school_code | score:int | " + SUBMISSION + """

                E | a | p1 | A | 10 | reported | s1 | 1 | - | 0 | c | 2 | stays
                E | a | p2 | A | 20 | reported | s1 | 1 | - | 0 | c | 3 |
                E | a | p2 | A | 21 | reported | s2 | 2 | - | 0 | c | 2 | counts
                """);
        Dataset<Row> rows = CurrentRows.of(stored, new Replacement(GROUP, KEY, true), lit(false));
        assertThat(TextTable.lines(rows, "student_key", "score")).isEqualTo("p1 10\np2 21");
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
        return CurrentRows.of(stored, GROUP, KEY);
    }

    private static String patched(Dataset<Row> stored) {
        Dataset<Row> rows = CurrentRows.of(
                stored.orderBy("score").repartition(3),
                new Replacement(GROUP, KEY, false),
                col("submission_id").startsWith("patch"));
        return TextTable.lines(rows, "subject", "student_key", "school_code", "score");
    }
}
