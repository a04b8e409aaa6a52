package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A county hands in, corrects, patches and takes back: what counts now, what counted then, and what is told on the way. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WithdrawJourneyTest {
    private static final String SCORES =
            "select school_code, count(*), sum(score)::double from current_exam_score group by 1 order by 1";
    private static final String AS_FIRST = "[[3137000001, 60, 5290.0], [3137000002, 60, 4082.0]]";

    private static Desk desk;
    private static String school;
    private static String patch;
    private static Instant beforeThePatch;
    private static Instant afterThePatch;

    @BeforeAll
    static void aCountyHandsInAndPatchesOnePupil() {
        desk = Desk.empty("");
        Answer first = ingestAll();
        assertThat(first.exit()).as(first.said()).isZero();
        for (JsonNode receipt : first.json()) {
            if (receipt.get("file_name").asText().equals("school.csv")) {
                school = receipt.get("submission_id").asText();
            }
        }
        beforeThePatch = pause();
        Path one = desk.put(
                SmallCounty.FOLDER + "exam_score-J9-2022-补.csv",
                "考试代码 | 考号 | 学校 | 数学\nJ9-2022 | " + SmallCounty.number(1) + " | 二中 | 120");
        patch = desk.run("ingest", "--json", "--patch", one.toString())
                .json()
                .at("/0/submission_id")
                .asText();
        afterThePatch = pause();
        assertThat(desk.run("build").exit()).isZero();
    }

    @Test
    @Order(1)
    void aPatchReplacesThePupilsThatItListsAndNoOther() {
        assertThat(desk.rows(SCORES)).hasToString("[[3137000001, 60, 5290.0], [3137000002, 60, 4141.0]]");
        assertThat(desk.rows("select school_code, n from fct_school_exam order by 1"))
                .hasToString("[[3137000001, 60], [3137000002, 60]]");
    }

    @Test
    @Order(2)
    void whatCountedBeforeThePatchCanBeAsked() {
        assertThat(known(beforeThePatch.toString(), SCORES)).contains("3137000002,60,4082.0");
        assertThat(known(afterThePatch.toString(), SCORES)).contains("3137000002,60,4141.0");
        assertThat(known(beforeThePatch.toString(), "select count(*) from stg_exam_score"))
                .contains("120");
        assertThat(known("2024-10-01", "select count(*) from current_school")).contains("\r\n0\r\n");
        assertThat(known("2024-10-01", "select count(*) from brg_membership")).contains("\r\n0\r\n");
        assertThat(known(afterThePatch.toString().replace("Z", "+00:00"), "select count(*) from stg_exam_score"))
                .contains("121");
    }

    @Test
    @Order(2)
    void whatIsBuiltIsNotAskedAsOfThen() {
        Answer built = desk.run("query", "--known-on", "2024-10-01", "select count(*) from metric_value");
        assertThat(built.exit()).isEqualTo(2);
        assertThat(built.err()).contains("--known-on", "--release");

        Answer noDay = desk.run("query", "--known-on", "去年", "select 1");
        assertThat(noDay.err()).contains("看不懂时间“去年”；请写成 2024-10-01");
        assertThat(desk.run("query", "--known-on", "2024-10-01", "--release", "r", "select 1", "--lang", "en")
                        .err())
                .contains("do not go together");
    }

    @Test
    @Order(3)
    void aSubmissionTakenBackCountsNoMoreButIsSeenAsOfItsTime() {
        Answer answer = desk.run("withdraw", patch, "--reason", "补错了人", "--lang", "zh");

        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(answer.out()).contains("已撤回 " + patch, "exam_score", "manyuan build");
        assertThat(desk.rows(SCORES)).hasToString(AS_FIRST);
        assertThat(desk.count("select count(*) from stg_exam_score")).isEqualTo(120);
        assertThat(known(afterThePatch.toString(), SCORES)).contains("3137000002,60,4141.0");
        assertThat(desk.run("status", "--lang", "zh").out()).contains("其中已撤回 1", "又有新数据：stg_exam_score");
        assertThat(desk.run("withdraw", patch, "--lang", "en").err()).contains("was taken back already, on 20", " by ");
    }

    @Test
    @Order(4)
    void theFiguresFollowTheBuild() {
        assertThat(desk.run("build").exit()).isZero();
        assertThat(desk.rows("select round(value * 60, 6) from metric_value where metric_id = 'EXM-01'"
                        + " and exam_code = 'J9-2022' and school_code = '3137000002'"))
                .hasToString("[[4082.0]]");
        assertThat(desk.run("status", "--lang", "en").out()).contains("The figures are up to date");
    }

    @Test
    @Order(5)
    void theSameBytesMayBeHandedInAnewAndTheUndoneOneCountsAsOfItsOwnTime() {
        Path one = desk.workspace().inbox().resolve(SmallCounty.FOLDER + "exam_score-J9-2022-补.csv");
        JsonNode again = desk.run("ingest", "--json", "--patch", one.toString()).json();
        assertThat(again.at("/0/repeated").asBoolean()).isFalse();
        assertThat(again.at("/0/submission_id").asText()).isNotEqualTo(patch);
        assertThat(desk.rows(SCORES)).hasToString("[[3137000001, 60, 5290.0], [3137000002, 60, 4141.0]]");

        assertThat(desk.run("withdraw", again.at("/0/submission_id").asText()).exit())
                .isZero();
        assertThat(desk.rows(SCORES)).hasToString(AS_FIRST);
        Instant whileTakenBack = pause();
        assertThat(desk.run("withdraw", "--undo", patch.substring(0, 7)).out()).contains("已恢复 " + patch);
        assertThat(desk.rows(SCORES)).hasToString("[[3137000001, 60, 5290.0], [3137000002, 60, 4141.0]]");
        assertThat(known(whileTakenBack.toString(), SCORES)).contains("3137000002,60,4082.0");
        assertThat(desk.run("withdraw", "--undo", patch, "--lang", "en").err()).contains("is not taken back");
    }

    @Test
    @Order(6)
    void rowsThatWouldLoseTheirSchoolAreToldAndNothingIsDoneWithoutAYes() {
        Answer told = desk.run("withdraw", school, "--lang", "zh");

        assertThat(told.exit()).as(told.said()).isEqualTo(4);
        assertThat(told.out()).contains("没有撤回", "exam_score 120 行", "group_membership 2 行", "--yes");
        assertThat(desk.count("select count(*) from current_school")).isEqualTo(4);

        Answer done = desk.run("withdraw", school, "--yes", "--lang", "en");
        assertThat(done.exit()).isZero();
        assertThat(done.out()).contains("Left without what they refer to", "exam_score 120 rows");
        assertThat(desk.count("select count(*) from current_school")).isZero();
        Answer built = desk.run("build");
        assertThat(built.exit()).as(built.said()).isZero();
        assertThat(desk.count("select count(*) from metric_value where school_code is not null"))
                .as("a school that nobody hands in has no figure")
                .isZero();
        assertThat(desk.ingest("en", desk.workspace().inbox().resolve(SmallCounty.FOLDER + "group_membership.csv"))
                        .out())
                .as("what is known already stays known")
                .contains("handed in before");
    }

    @Test
    @Order(7)
    void aReceiptThatIsNoneOrWasRefusedCannotBeTakenBack() {
        assertThat(desk.run("withdraw", "R999999", "--lang", "zh").err()).contains("没有编号为 R999999 的回执");
        Path wrong = desk.put(SmallCounty.FOLDER + "school-坏.csv", "甲 | 乙\n1 | 2");
        String refused = desk.run("ingest", "--json", wrong.toString())
                .json()
                .at("/0/submission_id")
                .asText();
        Answer answer = desk.run("withdraw", refused, "--lang", "en");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("was refused, so nothing of it counts");
    }

    private static Answer ingestAll() {
        SmallCounty.put(desk);
        return desk.run("ingest", "--json", desk.workspace().inbox().toString());
    }

    private static String known(String when, String sql) {
        Answer answer = desk.run("query", "--known-on", when, "--format", "csv", sql);
        assertThat(answer.exit()).as(answer.said()).isZero();
        return answer.out();
    }

    /** A moment that lies between what was done and what will be. */
    private static Instant pause() {
        try {
            Thread.sleep(5);
            Instant now = Instant.now();
            Thread.sleep(5);
            return now;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
