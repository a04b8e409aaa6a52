package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.manyuan.contract.PersonKey;
import org.manyuan.store.SecretKey;

/** Somebody asks where a figure comes from: the card, the rows, who is in and who is not, the files; and it comes out again. */
class ExplainJourneyTest {
    private static final List<String> KEYS = List.of(
            "measure",
            "variant",
            "district",
            "group",
            "school",
            "year",
            "base_year",
            "exam",
            "stage",
            "grade",
            "subject",
            "ci_frame");

    private static final String OF_THE_GROUP = "group=G1";

    private static Desk desk;
    private static String scores;

    @BeforeAll
    static void aCountyHasFigures() {
        desk = Desk.empty("");
        Answer answer = desk.run(words("ingest", "--json", SmallCounty.put(desk)));
        assertThat(answer.exit()).as(answer.said()).isZero();
        for (JsonNode receipt : answer.json()) {
            if (receipt.get("file_name").asText().startsWith("exam_score")) {
                scores = receipt.get("submission_id").asText();
            }
        }
        assertThat(desk.run("build").exit()).isZero();
    }

    @Test
    void aGapIsToldWithItsCardItsRowsAndItsFiles() {
        Answer answer = desk.run(
                "explain", "GAP-08b", OF_THE_GROUP, "year=2022", "ci_frame=census", "exam=J9-2022", "--lang", "zh");

        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(answer.out())
                .contains("牵头校–成员校差距", "牵头校比成员校高多少个标准差", "group_code = G1", "重新计算：与存储的每一位数字相同")
                .contains("计入的数据 fct_school_exam，2 行", "当日的集团成员，brg_membership，2 行")
                .contains(scores, "exam_score-J9-2022.csv", "exam_score 120", "group_membership 2")
                .doesNotContain(
                        "未计入的学校",
                        PersonKey.of(
                                "student",
                                SmallCounty.number(1),
                                SecretKey.of(desk.workspace()).get()));
        String value = desk.rows(
                        "select value::varchar from metric_value where metric_id = 'GAP-08b' and group_code = 'G1'"
                                + " and exam_code = 'J9-2022' and ci_frame = 'census'")
                .get(0)
                .get(0)
                .toString();
        assertThat(answer.out()).contains("value = " + value);
    }

    @Test
    void aDistrictsFigureNamesTheSchoolsThatAreNotInIt() {
        Answer answer = desk.run(
                "explain", "--json", "GAP-01", "district=370305", "exam=J9-2022", "subject=math", "ci_frame=schools");
        assertThat(answer.exit()).as(answer.said()).isZero();
        JsonNode told = answer.json();

        assertThat(told.get("left").findValuesAsText("school_code")).containsExactly("3137000003", "3137000004");
        assertThat(told.at("/left/0/why/en").asText()).isEqualTo("no result in this exam");
        assertThat(told.get("inputs").findValuesAsText("school_code")).contains("3137000001", "3137000002");
        assertThat(told.get("same").asBoolean()).isTrue();
    }

    @Test
    void everyMetricThatHasAFigureComesOutAgain() {
        for (List<Object> row : desk.rows("select metric_id, first(measure), first(variant), first(district_code),"
                + " first(group_code), first(school_code), first(school_year), first(coalesce(base_year::varchar, '')),"
                + " first(exam_code), first(stage), first(grade), first(subject), first(ci_frame)"
                + " from (from metric_value where value is not null order by all) group by 1 order by 1")) {
            String[] words = new String[KEYS.size() + 2];
            words[0] = "explain";
            words[1] = (String) row.get(0);
            for (int i = 0; i < KEYS.size(); i++) {
                words[i + 2] = KEYS.get(i) + "=" + row.get(i + 1);
            }
            Answer answer = desk.run(words);
            assertThat(answer.exit()).as(answer.said()).isZero();
        }
    }

    @Test
    void whoAsksForSeveralIsShownThemAndWhoErrsIsHelped() {
        Answer several = desk.run("explain", "GAP-08b", "--lang", "zh");
        assertThat(several.exit()).isEqualTo(2);
        assertThat(several.err()).contains("请选一个", "./manyuan explain GAP-08b measure=gap", "group=G1");

        assertThat(desk.run("explain", "GAP-99", "--lang", "zh").err()).contains("没有指标“GAP-99”", "GAP-08b");
        assertThat(desk.run("explain", "GAP-08b", "klasse=1", "--lang", "en").err())
                .contains("\"klasse=1\" is no condition", "school_year");
        assertThat(desk.run("explain", "GAP-08b", "year=1999", "--lang", "zh").err())
                .contains("没有符合条件的 GAP-08b");
    }

    private static String[] words(String command, String option, Path[] files) {
        String[] words = new String[files.length + 2];
        words[0] = command;
        words[1] = option;
        for (int i = 0; i < files.length; i++) {
            words[i + 2] = files[i].toString();
        }
        return words;
    }
}
