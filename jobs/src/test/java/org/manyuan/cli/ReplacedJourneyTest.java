package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files that replace each other: every receipt says so, and what comes in one call counts together. Each test has a year of its own. */
class ReplacedJourneyTest {
    private static Desk desk;

    @BeforeAll
    static void handInTheCounty() {
        desk = Desk.empty("");
        Answer county = desk.ingest("zh", SmallCounty.put(desk));
        assertThat(county.exit()).as(county.said()).isZero();
    }

    @Test
    void twoClassesOfOneSchoolInOneCallCountTogether() {
        Path one = roll("一班", 2001, 1, 0, 45);
        Path two = roll("二班", 2001, 2, 45, 90);

        JsonNode answered = answered(one, two);

        assertThat(answered.findValuesAsText("outcome")).containsExactly("ACCEPTED", "ACCEPTED");
        assertThat(answered).allSatisfy(receipt -> {
            assertThat(receipt.get("replaced")).isEmpty();
            assertThat(receipt.get("problems")).isEmpty();
        });
        assertThat(counting(2001)).isEqualTo("[[1, 45], [2, 45]]");
    }

    @Test
    void theSecondClassInASecondCallReplacesTheFirstAndSaysSo() {
        Path one = roll("一班", 2002, 1, 0, 45);
        Path two = roll("二班", 2002, 2, 45, 90);
        JsonNode first = answered(one).get(0);

        JsonNode checked =
                desk.run("ingest", "--check", "--json", two.toString()).json().get(0);
        JsonNode second = answered(two).get(0);

        assertThat(second.get("replaced")).hasToString(replaced(first, "student_roll-2002-一班.csv", 45, 0, 45));
        assertThat(second.get("problems")).singleElement().satisfies(problem -> {
            assertThat(problem.get("code").asText()).isEqualTo("ROWS_NO_LONGER_COUNT");
            assertThat(problem.get("occurrences").asLong()).isEqualTo(45);
            assertThat(problem.get("chinese").asText())
                    .contains(id(first), "student_roll-2002-一班.csv", "学校", "合并为一个文件", "--patch");
        });
        assertThat(checked.get("replaced")).isEqualTo(second.get("replaced"));
        assertThat(checked.get("problems")).isEqualTo(second.get("problems"));
        assertThat(counting(2002)).isEqualTo("[[2, 45]]");
        JsonNode asked = desk.run("receipt", "--json", id(first)).json();
        assertThat(asked.get("standing"))
                .hasToString(standing(
                        45,
                        0,
                        "{\"submission_id\":\"%s\",\"file_name\":\"%s\",\"rows\":45}"
                                .formatted(id(second), "student_roll-2002-二班.csv")));
        Answer again = desk.ingest("en", one);
        assertThat(again.out())
                .contains("nothing was changed", "now: of 45 rows taken 0 count; 45 were replaced by " + id(second));
        assertThat(desk.run("receipt", id(second)).out()).contains("现在：接收的 45 行全部计入");
        assertThat(desk.ingest("zh", two).out())
                .contains("取代 " + id(first) + "（student_roll-2002-一班.csv）：原先的 45 行不再计入");
    }

    @Test
    void aCorrectedFileWithoutOnePupilSaysThatThePupilIsGone() {
        JsonNode first = answered(roll("全校", 2003, 1, 0, 50)).get(0);

        JsonNode second = answered(roll("更正", 2003, 2, 1, 50)).get(0);

        assertThat(second.get("replaced")).hasToString(replaced(first, "student_roll-2003-全校.csv", 50, 49, 1));
        assertThat(second.get("problems").findValuesAsText("code")).containsExactly("ROWS_NO_LONGER_COUNT");
        assertThat(counting(2003)).isEqualTo("[[2, 49]]");
        withdraw(second);
        assertThat(desk.run("receipt", "--lang", "zh", id(first)).out()).contains("现在：接收的 50 行全部计入");
        assertThat(desk.run("receipt", "--lang", "zh", id(second)).out()).contains("现在：接收的 49 行中有 0 行计入");
        assertThat(desk.run("receipt", "--json", id(second)).json().get("standing"))
                .hasToString(standing(49, 0, ""));
    }

    @Test
    void twoClassesTogetherReplaceTheSchoolAndTheirReceiptsAddUp() {
        JsonNode first = answered(roll("全校", 2004, 1, 0, 60)).get(0);

        JsonNode both = answered(roll("一班", 2004, 1, 0, 30), roll("二班", 2004, 2, 30, 58));

        assertThat(both.get(0).get("replaced")).hasToString(replaced(first, "student_roll-2004-全校.csv", 30, 30, 0));
        assertThat(both.get(1).get("replaced")).hasToString(replaced(first, "student_roll-2004-全校.csv", 30, 28, 2));
        assertThat(counting(2004)).isEqualTo("[[1, 30], [2, 28]]");
    }

    @Test
    void aPatchReplacesOnlyWhatItHoldsAndNothingIsGone() {
        JsonNode first = answered(roll("全校", 2005, 1, 0, 50)).get(0);

        JsonNode patch = desk.run(
                        "ingest",
                        "--json",
                        "--patch",
                        roll("补报", 2005, 2, 48, 53).toString())
                .json()
                .get(0);

        assertThat(patch.get("replaced")).hasToString(replaced(first, "student_roll-2005-全校.csv", 2, 2, 0));
        assertThat(patch.get("problems")).isEmpty();
        assertThat(desk.run("receipt", "--lang", "zh", id(first)).out())
                .contains("接收的 50 行中有 48 行计入；2 行已被 " + id(patch) + "（student_roll-2005-补报.csv）取代");
        assertThat(counting(2005)).isEqualTo("[[1, 48], [2, 5]]");
    }

    @Test
    void twoFilesOfOneCallThatSayAPupilDifferentlyAreBothRefusedByName() {
        Path one = roll("初稿", 2006, 1, 0, 50);
        Path other = roll("定稿", 2006, 2, 40, 60);

        JsonNode answered = answered(one, other);

        assertThat(answered.findValuesAsText("outcome")).containsExactly("REFUSED", "REFUSED");
        assertThat(answered)
                .as("no cell is wrong, so no workbook shows one")
                .allMatch(receipt -> receipt.get("workbook").isNull());
        assertThat(answered.get(0).get("problems")).singleElement().satisfies(problem -> {
            assertThat(problem.get("code").asText()).isEqualTo("CLASHING_FILES");
            assertThat(problem.get("occurrences").asLong()).isEqualTo(10);
            assertThat(problem.get("first_lines")).hasToString("[42]");
            assertThat(problem.get("chinese").asText()).contains("student_roll-2006-定稿.csv", "分两次报送");
        });
        assertThat(answered.get(1).get("problems").get(0).get("english").asText())
                .contains("student_roll-2006-初稿.csv");
        assertThat(counting(2006)).isEqualTo("[]");

        assertThat(answered(other).get(0).get("outcome").asText()).isEqualTo("ACCEPTED");
        assertThat(counting(2006)).isEqualTo("[[2, 20]]");
    }

    @Test
    void rowsThatTwoFilesOfOneCallSayAlikeCountOnceAndStandWhenOneIsTakenBack() {
        JsonNode answered = answered(roll("全校", 2007, 1, 0, 50), roll("部分", 2007, 1, 30, 55));

        assertThat(answered.findValuesAsText("outcome")).containsExactly("ACCEPTED", "ACCEPTED");
        assertThat(answered.findValuesAsText("code")).containsExactly("SAME_ROWS_IN_CALL");
        assertThat(counting(2007)).isEqualTo("[[1, 55]]");

        withdraw(answered.get(1));
        assertThat(counting(2007)).isEqualTo("[[1, 50]]");
        assertThat(desk.run("withdraw", "--undo", id(answered.get(1))).exit()).isZero();
        withdraw(answered.get(0));
        assertThat(counting(2007)).isEqualTo("[[1, 25]]");
    }

    @Test
    void whatAFileReplacedCountsAgainWhenOneFileOfTheCallIsTakenBackOnlyWhereNoOtherHoldsTheSchool() {
        answered(roll("全校", 2008, 1, 0, 60));
        JsonNode both = answered(roll("一班", 2008, 1, 0, 30), roll("二班", 2008, 2, 30, 58));

        withdraw(both.get(0));
        assertThat(counting(2008)).isEqualTo("[[2, 28]]");
        withdraw(both.get(1));
        assertThat(counting(2008)).isEqualTo("[[1, 60]]");
    }

    static JsonNode answered(Path... files) {
        List<String> words = new ArrayList<>(List.of("ingest", "--json"));
        for (Path file : files) {
            words.add(file.toString());
        }
        return desk.run(words.toArray(String[]::new)).json();
    }

    private static void withdraw(JsonNode receipt) {
        Answer answer = desk.run("withdraw", "--yes", id(receipt));
        assertThat(answer.exit()).as(answer.said()).isZero();
    }

    private static String id(JsonNode receipt) {
        return receipt.get("submission_id").asText();
    }

    private static String replaced(JsonNode receipt, String file, long rows, long again, long gone) {
        return ("[{\"dataset\":\"student_roll\",\"submission_id\":\"%s\",\"file_name\":\"%s\",\"rows\":%d,\"held_again\":%d,"
                        + "\"gone\":%d}]")
                .formatted(id(receipt), file, rows, again, gone);
    }

    private static String standing(long accepted, long counting, String by) {
        return "[{\"dataset\":\"student_roll\",\"accepted\":%d,\"counting\":%d,\"erased\":0,\"replaced_by\":[%s]}]"
                .formatted(accepted, counting, by);
    }

    /** Classes and pupils that count. */
    private static String counting(int year) {
        return desk.rows("select class_no, count(*) from current_student_roll where school_year = " + year
                        + " group by 1 order by 1")
                .toString();
    }

    private static Path roll(String name, int year, int classNo, int from, int to) {
        String pupils = IntStream.range(from, to)
                .mapToObj(i -> "%s | %d | 3137000001 | J | 9 | %d".formatted(SmallCounty.number(i), year, classNo))
                .collect(Collectors.joining("\n"));
        return desk.put(
                SmallCounty.FOLDER + "student_roll-" + year + "-" + name + ".csv",
                "学籍号 | 学年 | 学校代码 | 学段 | 年级 | 班级\n" + pupils);
    }
}
