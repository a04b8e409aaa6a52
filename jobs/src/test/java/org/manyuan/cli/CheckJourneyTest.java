package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A check that has to begin again, because a file turns out to have too many wrong rows after rows of others were taken. */
class CheckJourneyTest {
    private static final List<String> OF_THE_HAND_IN =
            List.of("submission_id", "received_no", "received_at", "workbook");

    private static Desk desk;
    private static Answer checked;
    private static Answer handedIn;
    private static Map<String, String> before;
    private static Map<String, String> after;

    @BeforeAll
    static void checkThenHandIn() {
        desk = Desk.empty("");
        Answer county = desk.ingest("zh", SmallCounty.put(desk));
        assertThat(county.exit()).as(county.said()).isZero();
        Path good = desk.put(SmallCounty.FOLDER + "enrollment-good.csv", """
                学校代码     | 学年 | 学段 | 年级 | 学生数
                3137000001 | 2021 | J   | 7   | 400
                """);
        Path bad = desk.put(SmallCounty.FOLDER + "enrollment-wrong.csv", """
                学校代码     | 学年 | 学段 | 年级 | 学生数
                3137000001 | 2021 | J   | 7   | 401
                3137000001 | 2021 | J   | 8   | 很多
                """);
        Path scores = SmallCounty.scores(desk, "exam_score-J9-2023.csv", 3, "");
        Path wrong = desk.put(SmallCounty.FOLDER + "exam_score-J9-2022.csv", """
                考号              | 姓名 | 学校 | 数学
                G370305299999902 | 王乙 | 一中 | 满分
                """);
        String[] files = {good.toString(), bad.toString(), scores.toString(), wrong.toString()};
        before = desk.standing();
        checked = desk.run(with(files, "ingest", "--check", "--json"));
        after = desk.standing();
        handedIn = desk.run(with(files, "ingest", "--json"));
    }

    @Test
    void aCheckAnswersAsTheHandInDoesWhereSomeFilesAreRefused() {
        assertThat(checked.exit()).as(checked.said()).isEqualTo(handedIn.exit()).isEqualTo(3);
        assertThat(handedIn.json().findValuesAsText("outcome"))
                .containsExactly("ACCEPTED", "REFUSED", "ACCEPTED", "REFUSED");
        assertThat(told(checked)).isEqualTo(told(handedIn));
    }

    @Test
    void suchACheckLeavesTheWorkspaceAsItWas() {
        assertThat(after).isEqualTo(before);
    }

    /** The receipts without what only a file that was handed in has. */
    private static List<JsonNode> told(Answer answer) {
        List<JsonNode> receipts = new ArrayList<>();
        answer.json().forEach(receipt -> receipts.add(((ObjectNode) receipt).remove(OF_THE_HAND_IN)));
        return receipts;
    }

    private static String[] with(String[] files, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(files));
        return all.toArray(String[]::new);
    }
}
