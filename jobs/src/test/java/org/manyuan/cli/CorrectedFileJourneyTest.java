package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same file again, and a corrected one: what stays, what is replaced, and that the figures follow. */
class CorrectedFileJourneyTest {
    private static final String MEMBER_MEAN = "select value from metric_value where metric_id = 'EXM-01'"
            + " and exam_code = 'J9-2022' and school_code = '" + SmallCounty.MEMBER + "'";

    private static Desk desk;
    private static double meanBefore;
    private static double meanBetween;
    private static double meanAfter;

    @BeforeAll
    static void handInBuildCorrectAndBuildAgain() {
        desk = Desk.empty("");
        SmallCounty.put(desk);
        enrollment("enrollment.csv", """
                3137000001 | 2022 | J | 7 | 410 | 400
                3137000001 | 2022 | J | 8 | 390 |
                3137000001 | 2023 | J | 7 | 420 | 410
                3137000002 | 2022 | J | 7 | 210 | 200
                """);
        snapshot("group_membership-s1.csv", "3137000003");
        accepted(desk.ingest("zh", desk.workspace().inbox()));
        accepted(desk.run("build", "--as-of", "2024-10-01"));
        meanBefore = figure(MEMBER_MEAN);

        String lines = IntStream.range(0, SmallCounty.PUPILS)
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> SmallCounty.number(i) + " | 二中 | " + (70 + i % 17 + (i % 3 == 0 ? ".5" : "")))
                .collect(Collectors.joining("\n"));
        Path scores = desk.put(SmallCounty.FOLDER + "exam_score-J9-2022.csv", "考号 | 学校 | 数学\n" + lines);
        Path enrollment = enrollment("enrollment-更正.csv", "3137000001 | 2022 | J | 7 | 411 | 401");
        Path snapshot = snapshot("group_membership-s2.csv", "3137000004");
        accepted(desk.ingest("zh", scores, enrollment, snapshot));
        meanBetween = figure(MEMBER_MEAN);
        accepted(desk.run("build", "--as-of", "2024-10-01"));
        meanAfter = figure(MEMBER_MEAN);
    }

    @Test
    void theSameFilesAgainGetTheSameReceiptsAndChangeNothing() {
        Map<String, String> before = desk.standing();
        JsonNode first = desk.run("ingest", "--json", inbox()).json();
        JsonNode second = desk.run("ingest", "--json", inbox()).json();

        assertThat(desk.standing()).isEqualTo(before);
        assertThat(second).isEqualTo(first);
        assertThat(second).hasSizeGreaterThan(6).allSatisfy(receipt -> assertThat(
                        receipt.get("repeated").asBoolean())
                .isTrue());
        assertThat(desk.ingest("zh", desk.workspace().inbox()).out()).contains("同一文件此前已报送，没有任何改动");
    }

    @Test
    void aFileNamedTwiceInOneCallIsHandedInOnce() {
        Path file = desk.put(SmallCounty.FOLDER + "term_calendar.csv", """
                school_year | term | from_on    | to_on
                2022        | 1    | 2022-09-01 | 2023-01-15
                """);
        Answer answer =
                desk.run("ingest", "--json", file.toString(), file.getParent().toString());
        accepted(answer);
        assertThat(desk.count("select count(*) from stg_term_calendar")).isEqualTo(1);
        assertThat(answer.json())
                .extracting(receipt -> receipt.get("file_name").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void aCorrectedSheetReplacesItsExamSubjectAndSchoolsAndTheFiguresFollowTheBuild() {
        assertThat(desk.count("select count(*) from stg_exam_score where exam_code = 'J9-2022'"))
                .as("both are kept")
                .isEqualTo(180);
        assertThat(desk.rows("select school_code, n from fct_school_exam where exam_code = 'J9-2022' order by 1"))
                .containsExactly(List.of(SmallCounty.LEAD, 60L), List.of(SmallCounty.MEMBER, 60L));
        assertThat(meanBetween).as("not built yet").isEqualTo(meanBefore);
        assertThat(meanAfter).isCloseTo(meanBefore + 10, Offset.offset(1e-9));
    }

    @Test
    void correctedEnrollmentReplacesAllGradesOfItsSchoolAndYear() {
        assertThat(desk.rows("select school_code, school_year, grade, intake from fct_enrollment order by 1, 2, 3"))
                .as("grade 8 of 2022 went with the sheet that was replaced")
                .hasToString("[[3137000001, 2022, 7, 401], [3137000001, 2023, 7, 410], [3137000002, 2022, 7, 200]]");
    }

    @Test
    void aSnapshotReplacesTheOneOfTheSameDay() {
        assertThat(desk.rows("select school_code from brg_membership where known_to is null and left_on is null"
                        + " and joined_on <= date '2024-09-01' order by 1"))
                .hasToString("[[3137000001], [3137000002], [3137000004]]");
    }

    private static Path enrollment(String name, String rows) {
        return desk.put(
                SmallCounty.FOLDER + name, "school_code | school_year | stage | grade | students | intake\n" + rows);
    }

    private static Path snapshot(String name, String newest) {
        return desk.put(SmallCounty.FOLDER + name, """
                group_code | school_code | joined_on  | as_of      | role
                G1         | 3137000001  | 2022-08-01 | 2024-09-01 | lead
                G1         | 3137000002  | 2022-08-01 | 2024-09-01 | member
                G1         | %s          | 2024-08-01 | 2024-09-01 | member
                """.formatted(newest));
    }

    private static void accepted(Answer answer) {
        assertThat(answer.exit()).as(answer.said()).isZero();
    }

    private static String inbox() {
        return desk.workspace().inbox().toString();
    }

    private static double figure(String sql) {
        List<List<Object>> rows = desk.rows(sql);
        assertThat(rows).as(sql).hasSize(1);
        return ((Number) rows.get(0).get(0)).doubleValue();
    }
}
