package org.manyuan.core;

import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.TextTable;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.record.RecordEncoder;

class LinkedPupilsTest {
    private static final String SCORES =
            "exam_code | subject | student_key | school_code | score:decimal(9,3) | level | status | origin\n";
    private static final Dataset<Row> PAPERS = TextTable.rows("""
            exam_code | subject | full_mark:decimal(9,3) | score_step:decimal(9,3) | excellent_cut:decimal(9,3) | pass_cut:decimal(9,3) | low_cut:decimal(9,3)
            B20 | math  | 100 | 1   | - | - | -
            F23 | math  | 100 | 0.5 | - | - | -
            M23 | math  | 100 | 1   | - | - | -
            F24 | math  | 100 | 1   | - | - | -
            F24 | chin  | 100 | 1   | - | - | -
            F24 | total | 200 | 1   | - | - | -
            F23 | chin  | 100 | 1   | - | - | -
            F23 | total | 200 | 0.5 | - | - | -
            """);
    private static final Dataset<Row> EXAMS = TextTable.rows("""
            exam_code | district_code | series | school_year:int | term:int | kind | stage | grade | held_on:date
            B20 | D | b | 2020 | 1 | baseline | J | 7 | 2020-09-10 | entry, years before
            M23 | D | m | 2023 | 1 | midterm  | J | 8 | 2023-11-10 |
            F23 | D | f | 2023 | 2 | final    | J | 8 | 2024-06-20 |
            F24 | D | f | 2024 | 2 | final    | J | 9 | 2025-06-20 |
            """);

    @Test
    void takesTheNearestPaperOfTheYearBeforeElseABaseline() {
        assertThat(linked("""
                        F24 | math | p1 | A | 70   | - | present | reported |
                        F23 | math | p1 | C | 60.5 | - | -       | reported | the last of the year before, at another school
                        M23 | math | p1 | A | 50   | - | present | reported | the same year, but earlier
                        B20 | math | p1 | A | 40   | - | present | reported |
                        F24 | math | p2 | A | 71   | - | present | reported |
                        F23 | math | p2 | A | -    | - | absent  | reported | no score
                        M23 | math | p2 | A | 51   | - | present | synthetic |
                        F24 | math | p3 | B | 72   | - | present | reported |
                        B20 | math | p3 | A | 42   | - | present | reported | only the entry is known
                        F24 | math | p4 | B | 73   | - | present | reported | nothing earlier
                        F24 | math | p5 | B | 99   | - | invalid | reported | no result
                        F23 | math | p5 | B | 50   | - | present | reported | a year earlier there is B20 for nobody
                        """)).isEqualTo("""
                        F23 math C 121 after B20 40 reported
                        F24 math A 70 after F23 121 reported
                        F24 math A 71 after M23 51 synthetic
                        F24 math B 72 after B20 42 reported
                        M23 math A 50 after B20 40 reported""");
    }

    @Test
    void knowsAPupilUnderSeveralNumbers() {
        assertThat(linked("""
                        F24 | math | x9 | A | 70 | - | present | reported | an exam number
                        F23 | math | g1 | A | 60 | - | present | reported | the number that stands for it, over a temporary one
                        F24 | math | g2 | A | 71 | - | present | reported |
                        F24 | math | x8 | A | 77 | - | present | reported | g2 a second time
                        F23 | math | g2 | A | 61 | - | present | reported |
                        """)).isEqualTo("""
                        F24 math A 70 after F23 120 reported
                        F24 math A 71 after F23 122 reported""");
    }

    @Test
    void linksTotalsThatNoSheetHas() {
        assertThat(linked("""
                        F24 | math  | p1 | A | 70   | - | present | reported |
                        F24 | chin  | p1 | A | 80   | - | present | reported |
                        F23 | total | p1 | A | 90.5 | - | present | reported | handed in as such
                        """)).isEqualTo("F24 total A 150 after F23 181 reported");
    }

    @Test
    void isEmptyWithoutScores() {
        assertThat(linked("F24 | math | p1 | A | - | - | absent | reported |")).isEmpty();
    }

    private static String linked(String scores) {
        Dataset<Row> rows = TextTable.rows(SCORES + scores).orderBy(rand(7)).repartition(3);
        Dataset<Row> noTotals = TextTable.rows("exam_code | subject | school_code | candidates:int | examinees:int"
                        + " | mean_score:double | sd_score:double | excellent:int | passed:int | low:int | origin\n"
                        + "E|m|A|1|1|1|1|1|1|1|reported")
                .filter("1 = 0");
        Dataset<Row> links = TextTable.rows("""
                old_key | new_key
                x9 | l1 |
                l1 | g1 |
                x8 | g2 |
                """);
        List<ExamPaper> papers = ExamPapers.of(PAPERS).collectAsList();
        SummedExams summed = TotalsOf.sheets(rows, papers);
        List<PaperTotal> everyone = SchoolExamFacts.of(rows, noTotals, papers, summed)
                .filter("s1 is not null and n > 0")
                .groupBy("examCode", "subject")
                .agg(sum("n").as("n"), sum("s1").as("s1"), sum("s2").as("s2"))
                .as(RecordEncoder.of(PaperTotal.class))
                .collectAsList();
        return LinkedPupils.of(
                        rows, summed, links, new PriorPapers(Exams.of(EXAMS).collectAsList(), papers, everyone))
                .collectAsList()
                .stream()
                .map(LinkedPupilsTest::text)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String text(LinkedPupil pupil) {
        return String.join(
                " ",
                pupil.examCode(),
                pupil.subject(),
                pupil.schoolCode(),
                "" + pupil.score(),
                "after",
                pupil.priorCode(),
                "" + pupil.prior(),
                pupil.origin().code());
    }
}
