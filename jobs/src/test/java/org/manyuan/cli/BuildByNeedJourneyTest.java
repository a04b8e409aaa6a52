package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.manyuan.store.LakeQuery;

/**
 * Only what changed is computed again, and nobody can tell from the tables: two cities, exams of several series, and after every kind of
 * change the same rows as if everything had been computed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BuildByNeedJourneyTest {
    private static final List<String> BUILT = List.of(
            "dim_district",
            "dim_school",
            "dim_group",
            "dim_succession",
            "dim_exam",
            "dim_exam_paper",
            "dim_term",
            "brg_membership",
            "fct_school_exam",
            "fct_enrollment",
            "fct_class",
            "fct_exchange",
            "fct_teacher",
            "fct_resource",
            "metric_value",
            "policy_check",
            "assessment_score",
            "assessment_indicator",
            "assessment_rank",
            "published_check");

    private static Desk desk;
    private static int all;

    @BeforeAll
    static void twoCitiesHandIn() {
        desk = Desk.empty("");
        List<Path> files = new ArrayList<>(List.of(SmallCounty.put(desk)));
        files.add(SmallCounty.scores(desk, "exam_score-J9-2023.csv", 5, ""));
        files.add(desk.put("370305/enrollment.csv", enrollment("3137000001", 300, "3137000002", 200)));
        files.add(desk.put("370102/district.csv", """
                district_code | name | level  | parent_code
                370100        | 济南市 | city   |
                370102        | 历下区 | county | 370100
                """));
        files.add(desk.put("370102/school.csv", """
                学校代码     | 生效日期   | 学校名称
                3137000011 | 2000-01-01 | 东关小学
                3137000012 | 2000-01-01 | 西门小学
                """));
        files.add(desk.put("370102/exam.csv", """
                exam_code | series | school_year | stage | grade | held_on    | kind       | lawful_use_note
                P6-2023   | P6     | 2023        | P     | 6     | 2024-06-20 | monitoring | 质量监测
                """));
        files.add(desk.put("370102/exam_summary.csv", summary(72, 70)));
        files.add(desk.put("370102/enrollment.csv", enrollment("3137000011", 120, "3137000012", 90)));
        Answer answer = desk.ingest("en", files.toArray(Path[]::new));
        assertThat(answer.exit()).as(answer.said()).isZero();
        JsonNode built = build();
        all = built.get("families").asInt();
        assertThat(built.get("computed").asInt())
                .as("the first time, everything")
                .isEqualTo(all);
        assertThat(all).as("two cities, two papers").isEqualTo(4);
    }

    @Test
    @Order(1)
    void whatDidNotChangeIsNotComputed() {
        Map<String, String> before = desk.standing();
        assertThat(build().get("computed").asInt()).isZero();
        assertThat(desk.standing()).as("and not written").isEqualTo(before);
    }

    @Test
    @Order(2)
    void aCorrectionIsComputedAndNothingElse() {
        List<List<Object>> before = rows().get("metric_value");
        handIn(SmallCounty.scores(desk, "exam_score-J9-2023.csv", 9, ""));
        assertThat(build().get("computed").asInt())
                .as("one series and subject of one city")
                .isEqualTo(1);
        assertThat(rows().get("metric_value")).isNotEqualTo(before);

        handIn(desk.put("370102/exam_summary.csv", summary(75, 70)));
        handIn(desk.put("370102/enrollment.csv", enrollment("3137000011", 125, "3137000012", 90)));
        assertThat(build().get("computed").asInt())
                .as("totals of an exam, and enrollment")
                .isEqualTo(2);
        isAsIfAllWereComputed();
    }

    @Test
    @Order(3)
    void aRegisterChangesEveryFamilyThatSpeaksOfIt() {
        handIn(desk.put("370305/group_membership.csv", """
                group_code | school_code | joined_on  | role   | left_on
                G1         | 3137000001  | 2022-08-01 | lead   |
                G1         | 3137000002  | 2022-09-01 | member |
                G1         | 3137000003  | 2022-09-01 | member |
                """));
        assertThat(build().get("computed").asInt())
                .as("of its city, the scores and the rest")
                .isEqualTo(2);

        handIn(desk.put("370102/school.csv", """
                学校代码     | 生效日期   | 学校名称 | 区划代码
                3137000011 | 2000-01-01 | 东关小学 | 370102
                3137000012 | 2000-01-01 | 西门小学 | 370305
                """));
        assertThat(build().get("computed").asInt())
                .as("a unit that moves: both cities, and the other one now sat the paper too")
                .isEqualTo(all + 1);
        isAsIfAllWereComputed();
    }

    @Test
    @Order(4)
    void whatIsTakenBackLeavesNothing() {
        String receipt = desk.run(
                        "ingest",
                        "--json",
                        SmallCounty.scores(desk, "exam_score-J9-2023.csv", 13, "")
                                .toString())
                .json()
                .at("/0/submission_id")
                .asText();
        build();
        List<List<Object>> with = rows().get("metric_value");
        assertThat(desk.run("withdraw", receipt).exit()).isZero();
        for (List<Object> id : desk.rows("select distinct submission_id from stg_exam_summary")) {
            assertThat(desk.run("withdraw", id.get(0).toString()).exit()).isZero();
        }
        assertThat(build().get("computed").asInt())
                .as("the exam of the one city; that of the other is gone from both")
                .isEqualTo(1);
        assertThat(rows().get("metric_value")).isNotEqualTo(with);
        assertThat(desk.count("select count(*) from metric_value where exam_code = 'P6-2023'"))
                .isZero();
        isAsIfAllWereComputed();
    }

    @Test
    @Order(5)
    void anEarlierExamMovesWhatRestsOnIt() {
        assertThat(linked()).as("to begin with").isPositive();
        String receipt = handIn(SmallCounty.scores(desk, "exam_score-J9-2022.csv", 3, ""));
        build();
        assertThat(linked()).isPositive();
        isAsIfAllWereComputed();

        assertThat(desk.run("withdraw", receipt).exit()).isZero();
        for (List<Object> id :
                desk.rows("select distinct submission_id from stg_exam_score where exam_code = 'J9-2022'")) {
            assertThat(desk.run("withdraw", id.get(0).toString()).exit()).isZero();
        }
        build();
        assertThat(linked()).as("the earlier scores are gone").isZero();
        isAsIfAllWereComputed();
    }

    private static long linked() {
        return desk.count("select count(*) from fct_linked_exam where exam_code = 'J9-2023'");
    }

    @Test
    @Order(6)
    void anotherDayOrOtherSoftwareIsAReasonToComputeEverything() {
        JsonNode other = desk.run("build", "--json", "--as-of", "2024-01-31").json();
        assertThat(other.get("computed")).isEqualTo(other.get("families"));
        desk.store().database().inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update control.built_with set value = 'a card of another version' where name = 'software'")) {
                return update.executeUpdate();
            }
        });
        JsonNode again = desk.run("build", "--json", "--as-of", "2024-01-31").json();
        assertThat(again.get("computed")).isEqualTo(again.get("families"));
    }

    private static JsonNode build() {
        Answer answer = desk.run("build", "--json");
        assertThat(answer.exit()).as(answer.said()).isZero();
        return answer.json();
    }

    private static String handIn(Path file) {
        Answer answer = desk.run("ingest", "--json", file.toString());
        assertThat(answer.exit()).as(answer.said()).isZero();
        return answer.json().at("/0/submission_id").asText();
    }

    private static void isAsIfAllWereComputed() {
        Map<String, List<List<Object>>> byNeed = rows();
        Answer answer = desk.run("build", "--json", "--all");
        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(answer.json().get("computed")).isEqualTo(answer.json().get("families"));
        Map<String, List<List<Object>>> whole = rows();
        BUILT.forEach(table -> assertThat(byNeed.get(table)).as(table).isEqualTo(whole.get(table)));
    }

    /** Every row of every built table as sorted CSV would have it. */
    private static Map<String, List<List<Object>>> rows() {
        Map<String, List<List<Object>>> rows = new TreeMap<>();
        try (LakeQuery lake = desk.lake()) {
            for (String table : BUILT) {
                String columns = String.join(
                        ", ",
                        lake.columns(table).stream()
                                .map(name -> "\"" + name + "\"::varchar")
                                .toList());
                rows.put(table, lake.rows("select " + columns + " from " + table + " order by all"));
            }
        }
        return rows;
    }

    private static String enrollment(String one, int many, String other, int fewer) {
        return """
                school_code | school_year | stage | grade | students | intake | census_on
                %s | 2023 | J | 7 | %d | %d | 2023-10-01
                %s | 2023 | J | 7 | %d | %d | 2023-10-01
                """.formatted(one, many, many, other, fewer, fewer);
    }

    private static String summary(int one, int other) {
        return """
                exam_code | subject | school_code | candidates | examinees | mean_score | sd_score
                P6-2023   | math    | 3137000011  | 60         | 60        | %d         | 10
                P6-2023   | math    | 3137000012  | 50         | 50        | %d         | 11
                """.formatted(one, other);
    }
}
