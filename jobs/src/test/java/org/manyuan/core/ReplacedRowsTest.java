package org.manyuan.core;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.TextTable;
import org.manyuan.contract.Replacement;

class ReplacedRowsTest {
    private static final Replacement BY_SCHOOL = new Replacement(
            List.of("exam_code", "subject", "school_code"), List.of("exam_code", "subject", "student_key"), false);
    private static final String COLUMNS = "exam_code | subject | student_key | school_code | score:int | submission_id"
            + " | received_no:bigint | source_on:date | precedence:int | submitter | sheet | source_line:bigint";

    @Test
    void aFileReplacesWhatItsGroupHeldAndTellsWhatItLacks() {
        assertThat(found("""
                E | m | p1 | A | 10 | s1   | 1 | - | 0 | c | - | 2 | held again
                E | m | p2 | A | 20 | s1   | 1 | - | 0 | c | - | 3 | gone
                E | m | p3 | B | 30 | s1   | 1 | - | 0 | c | - | 4 | stays: another school
                F | m | p1 | A | 40 | s1   | 1 | - | 0 | c | - | 5 | stays: another exam
                E | m | p4 | A | 40 | s0   | 0 | - | 0 | c | - | 2 | did not count before either
                E | m | p1 | A | 10 | new2 | 2 | - | 0 | c | - | 2 |
                E | m | p5 | A | 50 | new2 | 2 | - | 0 | c | - | 3 | new
                """)).isEqualTo("s1 new2 2 1 1 0 0");
    }

    @Test
    void theFilesOfACallReplaceTogetherAndTheLastOneTellsWhatIsGone() {
        assertThat(found("""
                E | m | p1 | A | 10 | s1   | 1 | - | 0 | c | - | 2 |
                E | m | p2 | A | 20 | s1   | 1 | - | 0 | c | - | 3 |
                E | m | p3 | A | 30 | s1   | 1 | - | 0 | c | - | 4 | gone
                E | m | p1 | A | 11 | new2 | 2 | - | 0 | c | - | 2 |
                E | m | p2 | A | 21 | new3 | 2 | - | 0 | c | - | 2 |
                """)).isEqualTo("""
                s1 new2 1 1 0 0 0
                s1 new3 2 1 1 0 0""");
    }

    @Test
    void aPatchMakesNobodyGo() {
        assertThat(found("""
                E | m | p1 | A | 10 | s1       | 1 | - | 0 | c | - | 2 | stays
                E | m | p2 | A | 20 | s1       | 1 | - | 0 | c | - | 3 | patched
                E | m | p2 | A | 21 | newpatch | 2 | - | 0 | c | - | 2 |
                """)).isEqualTo("s1 newpatch 1 1 0 0 0");
    }

    @Test
    void aPupilWhoChangesSchoolIsHeldAgainAndOneWhoseFormerRowComesBackIsNotGone() {
        assertThat(found("""
                E | m | p1 | A | 10 | s1     | 1 | - | 0 | c | - | 2 | the pupil is of B now
                E | m | p2 | A | 20 | s1     | 1 | - | 0 | c | - | 3 | patch2 had moved the pupil to B; counts again
                E | m | p2 | B | 21 | patch2 | 2 | - | 0 | c | - | 2 | B's whole file lacks the pupil
                E | m | p1 | B | 11 | new3   | 3 | - | 0 | c | - | 2 |
                """)).isEqualTo("""
                patch2 new3 1 0 0 0 0
                s1 new3 1 1 0 0 0""");
    }

    @Test
    void aFileThatAnEarlierOneGoesBeforeIsToldThatItDoesNotCount() {
        assertThat(found("""
                E | m | p1 | A | 10 | s1   | 1 | 2024-07-02 | 0 | c | - | 2 | of a later day
                E | m | p1 | A | 11 | new2 | 2 | 2024-07-01 | 0 | c | - | 2 | arrived later
                E | m | p2 | A | 21 | new2 | 2 | 2024-07-01 | 0 | c | - | 3 | not in the file that counts
                F | m | p1 | A | 10 | s1   | 1 | -          | 1 | c | - | 4 | of a greater precedence
                F | m | p1 | A | 12 | new2 | 2 | -          | 0 | c | - | 4 |
                """)).isEqualTo("new2 s1 3 0 1 0 0");
    }

    @Test
    void ofOneCallOnlyTheSameRankInTheSameGroupIsAClash() {
        assertThat(found("""
                E | m | p1 | A | 10 | new1 | 1 | -          | 0 | c | x | 7 | the same
                E | m | p2 | A | 20 | new1 | 1 | -          | 0 | c | x | 8 | differs
                E | m | p3 | A | 30 | new1 | 1 | -          | 0 | c | x | 9 | another school in the other file
                E | m | p4 | C | 40 | new1 | 1 | 2024-07-01 | 0 | c | x | 6 | the other file is of a later day
                E | m | p5 | D | 50 | new1 | 1 | -          | 0 | c | x | 5 | another submitter
                E | m | p1 | A | 10 | new2 | 1 | -          | 0 | c | y | 2 |
                E | m | p2 | A | 21 | new2 | 1 | -          | 0 | c | y | 3 |
                E | m | p3 | B | 30 | new2 | 1 | -          | 0 | c | y | 4 |
                E | m | p4 | C | 41 | new2 | 1 | 2024-07-02 | 0 | c | y | 5 |
                E | m | p5 | D | 51 | new2 | 1 | -          | 0 | d | y | 6 |
                """)).isEqualTo("new1 new2 5 5 0 1 1");
        assertThat(TextTable.lines(
                        of(TextTable.rows(COLUMNS + """

                        E | m | p2 | A | 20 | new1 | 1 | - | 0 | c | x | 8 |
                        E | m | p2 | A | 21 | new2 | 1 | - | 0 | c | y | 3 |
                        """), BY_SCHOOL)
                                .selectExpr(
                                        "replaced_line.sheet",
                                        "replaced_line.source_line",
                                        "replacing_line.source_line as other"),
                        "sheet",
                        "source_line",
                        "other"))
                .isEqualTo("x 8 3");
    }

    @Test
    void whereTheKeyIsTheGroupEachRowStandsForItself() {
        Replacement byKey = new Replacement(List.of(), List.of("exam_code", "subject", "student_key"), false);
        assertThat(lines("""
                        E | m | p1 | A | 10 | s1   | 1 | - | 0 | c | - | 2 |
                        E | m | p2 | A | 20 | s1   | 1 | - | 0 | c | - | 3 | stays
                        E | m | p1 | A | 11 | new2 | 2 | - | 0 | d | - | 2 | another submitter says the same key
                        """, byKey)).isEqualTo("s1 new2 1 1 0 0 0");
    }

    @Test
    void nothingEarlierIsNothingReplaced() {
        assertThat(found("E | m | p1 | A | 10 | new1 | 1 | - | 0 | c | - | 2 |"))
                .isEmpty();
    }

    private static String found(String rows) {
        return lines(rows, BY_SCHOOL);
    }

    private static String lines(String rows, Replacement replacement) {
        return TextTable.lines(
                of(TextTable.rows(COLUMNS + "\n" + rows), replacement),
                "replaced",
                "replaced_by",
                "row_count",
                "held_again",
                "gone",
                "same_in_call",
                "other_in_call");
    }

    private static Dataset<Row> of(Dataset<Row> stored, Replacement replacement) {
        return ReplacedRows.of(
                stored.orderBy("score").repartition(3),
                replacement,
                col("submission_id").contains("patch"),
                col("submission_id").startsWith("new"),
                List.of("exam_code", "subject", "student_key", "school_code", "score"));
    }
}
