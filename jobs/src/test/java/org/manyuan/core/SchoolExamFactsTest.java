package org.manyuan.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.rand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.SharedSpark;
import org.manyuan.TextTable;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.record.RecordRows;

class SchoolExamFactsTest {
    private static final String SCORES =
            "exam_code | subject | student_key | school_code | score:decimal(9,3) | level | status | origin\n";
    private static final String TOTALS =
            "exam_code | subject | school_code | candidates:int | examinees:int | mean_score:double"
                    + " | sd_score:double | excellent:int | passed:int | low:int | origin\n";
    private static final Dataset<Row> NO_TOTALS =
            TextTable.rows(TOTALS + "E|m|A|1|1|1|1|1|1|1|reported").filter("1 = 0");
    private static final Dataset<Row> PAPERS = TextTable.rows("""
            exam_code | subject | full_mark:decimal(9,3) | score_step:decimal(9,3)
            E | math  | 100 | 0.5
            E | chin  | 100 | 1
            F | math  | 100 | 1
            F | chin  | 100 | 0.5
            F | total | 200 | 0.5
            N | math  | 100 | -
            """);

    @Test
    void countsScoresInStepsAndTheRestByStatus() {
        assertThat(facts("""
                        E | math | p1 | A | 10    | - | present | reported |
                        E | math | p2 | A | 10.5  | - | -       | reported | no status is present
                        E | math | p3 | A | 10    | - | present | reported | a tie
                        E | math | p4 | A | -     | - | absent  | reported |
                        E | math | p5 | A | -     | - | exempt  | reported |
                        E | math | p6 | A | 99    | - | invalid | reported | not counted as a score
                        E | math | p7 | B | 0     | - | present | reported | a zero is a score
                        E | math | p8 | C | -     | - | absent  | reported | nobody sat it
                        E | chin | p1 | A | 7     | - | present | reported | another step
                        """)).isEqualTo("""
                        E chin A 1 0 0 0 7 49 [7] [1] reported
                        E math A 3 1 1 1 61 1241 [20, 21] [2, 1] reported
                        E math B 1 0 0 0 0 0 [0] [1] reported
                        E math C 0 1 0 0 0 0 [] [] reported""");
    }

    @Test
    void aFactIsSyntheticIfAnyRowIs() {
        assertThat(facts("""
                        E | math | p1 | A | 10 | - | present | reported  |
                        E | math | p2 | A | 11 | - | present | synthetic |
                        E | math | p3 | B | 12 | - | present | reported  |
                        """)).isEqualTo("""
                        E math A 2 0 0 0 42 884 [20, 22] [1, 1] synthetic
                        E math B 1 0 0 0 24 576 [24] [1] reported""");
    }

    @Test
    void whereOnlyLevelsCameBinsAreLevelsAndThereAreNoSums() {
        assertThat(facts("""
                        E | math | p1 | A | - | A | present | reported |
                        E | math | p2 | A | - | A | present | reported |
                        E | math | p3 | A | - | E | present | reported |
                        """)).isEqualTo("E math A 3 0 0 0 - - [0, 4] [1, 2] reported");
    }

    @Test
    void sumsATotalWhereNoSheetHasOneAndEverySubjectIsThere() {
        assertThat(facts("""
                        F | math | p1 | A | 60   | - | present | reported | 100.5 in all
                        F | chin | p1 | A | 40.5 | - | present | reported |
                        F | math | p2 | A | 70   | - | present | reported | chin is missing: no total
                        F | math | p3 | A | 70   | - | present | reported | absent from one: absent from the total
                        F | chin | p3 | A | -    | - | absent  | reported |
                        F | math | p4 | A | 70   | - | present | reported | two schools: no total
                        F | chin | p4 | B | 70   | - | present | reported |
                        F | math | p5 | A | -    | - | exempt  | reported | exempt goes before absent
                        F | chin | p5 | A | -    | - | absent  | reported |
                        """))
                .contains("F total A 1 1 1 0 201 40401 [201] [1] reported")
                .doesNotContain("F total B");
    }

    @Test
    void keepsTheTotalsOfTheSheet() {
        assertThat(facts("""
                        F | math  | p1 | A | 60   | - | present | reported |
                        F | chin  | p1 | A | 40.5 | - | present | reported |
                        F | total | p1 | A | 99   | - | present | reported | the sheet's own, and it is not the sum
                        F | math  | p2 | A | 60   | - | present | reported |
                        F | chin  | p2 | A | 40   | - | present | reported | the sheet has no total of p2: no one makes one
                        """)).contains("F total A 1 0 0 0 198 39204 [198] [1] reported");
    }

    @Test
    void withoutATotalPaperThereIsNoTotal() {
        assertThat(facts("""
                        E | math | p1 | A | 60 | - | present | reported |
                        E | chin | p1 | A | 40 | - | present | reported |
                        """)).doesNotContain("total");
    }

    @Test
    void aSchoolsOwnTotalCountsWhereNoPupilsRowsCame() {
        Dataset<Row> totals = TextTable.rows(TOTALS + """
                E | math | A | 12 | 10 | 61.5 | 9.25 | 1 | 8 | 0 | reported  | pupils' rows came: these count
                E | math | B | -  | 20 | -3.5 | -    | - | - | - | synthetic | what was not handed in is unknown
                """);
        Dataset<Row> facts = RecordRows.table(
                TotalsOf.facts(
                        TextTable.rows(SCORES + "E | math | p1 | A | 10 | - | present | reported |"), totals, PAPERS),
                SchoolExamFact.class);
        assertThat(TextTable.lines(
                        facts,
                        "school_code",
                        "n",
                        "absent",
                        "s1",
                        "mean_score",
                        "sd_score",
                        "candidates",
                        "excellent",
                        "pass",
                        "low",
                        "origin"))
                .isEqualTo("A 1 0 20 - - - - - - reported\nB 20 0 - -3.5 - - - - - synthetic");
    }

    @Test
    void namesThePaperWhoseStepTheScoresAreOff() {
        assertThatThrownBy(() -> facts("E | chin | p1 | A | 7.5 | - | present | reported | the step is 1"))
                .hasStackTraceContaining(
                        "exam E, subject chin, school A: scores are no whole number of steps of 1.000.");
    }

    @Test
    void namesThePaperThatHasNoStep() {
        assertThatThrownBy(() -> facts("N | math | p1 | A | 7 | - | present | reported |"))
                .hasStackTraceContaining("exam N, subject math: scores stand on it, but its paper has no score_step.");
    }

    @Test
    void isTheSameToTheLastBitUnderAnyOrderAndAnyPartitioning() {
        Dataset<Row> many = SharedSpark.session()
                .range(20_000)
                .selectExpr(
                        "concat('E', id % 2) AS exam_code",
                        "element_at(array('math', 'chin', 'eng'), cast(id % 3 AS int) + 1) AS subject",
                        "concat('p', id div 3) AS student_key",
                        "concat('学校', pmod(xxhash64(id div 3), 37)) AS school_code",
                        "cast(pmod(xxhash64(id, 7), 301) / 2 AS decimal(9,3)) AS score",
                        "cast(null AS string) AS level",
                        "CASE WHEN id % 50 = 0 THEN 'absent' WHEN id % 77 = 0 THEN 'invalid' ELSE 'present' END AS status",
                        "CASE WHEN id % 5000 = 4 THEN 'synthetic' ELSE 'reported' END AS origin");
        Dataset<Row> papers = TextTable.rows("""
                exam_code | subject | score_step:decimal(9,3)
                E0 | math  | 0.5
                E0 | chin  | 0.5
                E0 | eng   | 0.5
                E0 | total | 0.5
                E1 | math  | 0.5
                E1 | chin  | 0.5
                E1 | eng   | 0.5
                """);
        Dataset<Row> expected = sorted(many, papers).cache();
        assertThat(expected.filter("subject = 'math'")
                        .agg(org.apache.spark.sql.functions.sum("n"))
                        .first()
                        .getLong(0))
                .isEqualTo(
                        many.filter("subject = 'math' AND status = 'present'").count());
        for (int parts : new int[] {1, 7}) {
            SharedSpark.assertSame(
                    expected, sorted(many.orderBy(rand(parts)).repartition(parts, col("student_key")), papers));
            SharedSpark.assertSame(
                    expected, sorted(many.orderBy(rand(parts + 100)).coalesce(parts), papers));
        }
    }

    private static Dataset<Row> sorted(Dataset<Row> scores, Dataset<Row> papers) {
        return RecordRows.table(TotalsOf.facts(scores, NO_TOTALS, papers), SchoolExamFact.class)
                .orderBy("exam_code", "subject", "school_code");
    }

    private static String facts(String rows) {
        return TextTable.lines(
                RecordRows.table(TotalsOf.facts(TextTable.rows(SCORES + rows), NO_TOTALS, PAPERS), SchoolExamFact.class)
                        .selectExpr("*", "cast(bins AS string) AS bin_text", "cast(counts AS string) AS count_text"),
                "exam_code",
                "subject",
                "school_code",
                "n",
                "absent",
                "exempt",
                "invalid",
                "s1",
                "s2",
                "bin_text",
                "count_text",
                "origin");
    }
}
