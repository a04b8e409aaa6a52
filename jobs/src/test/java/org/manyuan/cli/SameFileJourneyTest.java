package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When two files are the same one: the same bytes of the same submitter, under any name that says the same. */
class SameFileJourneyTest {
    private static Desk desk;
    private static Path file;
    private static JsonNode first;

    @BeforeAll
    static void handIn() {
        desk = Desk.empty("");
        Answer county = desk.ingest("zh", SmallCounty.put(desk));
        assertThat(county.exit()).as(county.said()).isZero();
        file = desk.put(SmallCounty.FOLDER + "enrollment.csv", """
                学校代码     | 学年 | 学段 | 年级 | 学生数
                3137000001 | 2021 | J   | 7   | 400
                """);
        Path scores = SmallCounty.scores(desk, "exam_score-J9-2023.csv", 3, "");
        first = desk.run("ingest", "--json", file.toString(), scores.toString())
                .json()
                .get(0);
    }

    @Test
    void theSameBytesUnderAnotherNameAndFolderGetTheSameReceipt() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Path copy = desk.bytes("again/370305/enrollment (1).csv", bytes);
        Path other = desk.bytes("again/370306/enrollment.csv", bytes);
        Map<String, String> standing = desk.standing();
        Answer answer = desk.run("ingest", "--check", "--json", copy.toString(), other.toString());
        assertThat(answer.json().get(0).get("submission_id")).isEqualTo(first.get("submission_id"));
        assertThat(answer.json().get(0).get("repeated").asBoolean()).isTrue();
        assertThat(answer.json().get(1).get("repeated").asBoolean())
                .as("another submitter")
                .isFalse();
        assertThat(desk.standing()).isEqualTo(standing);
    }

    @Test
    void theSameBytesUnderANameThatMeansAnotherExamAreAnotherFile() throws IOException {
        byte[] bytes =
                Files.readAllBytes(desk.workspace().inbox().resolve(SmallCounty.FOLDER + "exam_score-J9-2023.csv"));
        Path same = desk.bytes("again/370305/exam_score-J9-2023.csv", bytes);
        Path other = desk.bytes("again/370305/exam_score-J9-2022.csv", bytes);
        JsonNode answer = desk.run("ingest", "--check", "--json", same.toString(), other.toString())
                .json();
        assertThat(answer.get(0).get("repeated").asBoolean()).isTrue();
        assertThat(answer.get(1).get("repeated").asBoolean()).isFalse();
    }

    @Test
    void whoHandsInOneThenAnotherThenTheOneAgainHasTheOneAgain() {
        JsonNode one = calendar("term_calendar.csv", "2023-09-01");
        JsonNode copy = calendar("term_calendar-1.csv", "2023-09-01");
        JsonNode other = calendar("term_calendar.csv", "2023-09-04");
        JsonNode again = calendar("term_calendar.csv", "2023-09-01");
        JsonNode oncemore = calendar("term_calendar.csv", "2023-09-01");

        assertThat(copy.get("submission_id")).isEqualTo(one.get("submission_id"));
        assertThat(other.get("repeated").asBoolean()).isFalse();
        assertThat(again.get("repeated").asBoolean()).isFalse();
        assertThat(again.get("received_no").asLong())
                .isGreaterThan(other.get("received_no").asLong());
        assertThat(oncemore.get("submission_id")).isEqualTo(again.get("submission_id"));
        assertThat(
                        desk.rows(
                                "select cast(from_on as varchar) from stg_term_calendar where school_year = 2023 order by received_no"))
                .hasToString("[[2023-09-01], [2023-09-04], [2023-09-01]]");
    }

    @Test
    void twoCopiesInOneCallAreOneFile() {
        String rows = "school_year | term | from_on | to_on\n2020 | 1 | 2020-09-01 | 2021-01-15";
        Path original = desk.put(SmallCounty.FOLDER + "term_calendar-a.csv", rows);
        Path copy = desk.put(SmallCounty.FOLDER + "term_calendar-b.csv", rows);
        JsonNode answer = desk.run("ingest", "--json", original.toString(), copy.toString())
                .json();
        assertThat(answer).hasSize(2);
        assertThat(answer.get(1).get("submission_id")).isEqualTo(answer.get(0).get("submission_id"));
        assertThat(answer.get(1).get("repeated").asBoolean()).isTrue();
        assertThat(desk.count("select count(*) from stg_term_calendar where school_year = 2020"))
                .isEqualTo(1);
    }

    private static JsonNode calendar(String name, String from) {
        Path file = desk.put(
                SmallCounty.FOLDER + name,
                "school_year | term | from_on | to_on\n2023 | 1 | " + from + " | 2024-01-15");
        return desk.run("ingest", "--json", file.toString()).json().get(0);
    }
}
