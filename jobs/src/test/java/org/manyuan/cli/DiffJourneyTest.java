package org.manyuan.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.WriterLock;

/** A bureau asks why a signed figure is another now: the formula, the day, who was in the group, or which file. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiffJourneyTest {
    private static final String GAP = "GAP-08b";
    private static final String CARD = "GAP-01";
    private static final String[] THE_GAP = {GAP, "group=G1", "exam=J9-2022", "ci_frame=census", "measure=gap"};

    private static Desk desk;
    private static String firstScores;
    private static String memberships;

    @BeforeAll
    static void aCountyReleases() {
        desk = Desk.empty("");
        for (JsonNode receipt : handedIn(SmallCounty.put(desk))) {
            if (receipt.get("file_name").asText().startsWith("exam_score")) {
                firstScores = receipt.get("submission_id").asText();
            }
            if (receipt.get("file_name").asText().startsWith("group_membership")) {
                memberships = receipt.get("submission_id").asText();
            }
        }
        release("spring");
    }

    @Test
    @Order(1)
    void aReleaseOfTheSameDataHasNothingThatMoved() {
        release("again");
        Answer answer = desk.run("diff", "spring", "again", "--lang", "zh");
        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(answer.out()).contains("没有指标值变动");
        assertThat(desk.run("diff", "spring", "again", "--json").json().get("moved"))
                .isEmpty();
    }

    @Test
    @Order(2)
    void correctedScoresAreDataWithTheReceiptsOfBothFiles() {
        String corrected = handedIn(SmallCounty.scores(desk, "exam_score-J9-2022.csv", 7, ""))
                .get(0)
                .get("submission_id")
                .asText();
        release("summer");
        Answer answer = diff("spring", "summer");
        JsonNode moved = answer.json().get("moved");
        assertThat(moved).hasSize(1);
        JsonNode gap = moved.get(0);
        assertThat(texts(gap.get("causes"))).containsExactly("DATA");
        assertThat(gap.get("steps")).hasSize(1);
        assertThat(gap.at("/steps/0/value")).isEqualTo(gap.at("/columns/value/after"));
        assertThat(gap.at("/columns/value/before").asDouble())
                .isGreaterThan(gap.at("/columns/value/after").asDouble());
        assertThat(gap.get("submissions").findValuesAsText("submission_id"))
                .containsExactlyInAnyOrder(firstScores, corrected);
        assertThat(gap.get("submissions").findValuesAsText("dataset")).containsOnly("exam_score");
        assertThat(gap.get("submissions").get(0).get("rows_before").asInt())
                .as("of the school whose scores are others")
                .isEqualTo(SmallCounty.PUPILS / 2);
        assertThat(gap.get("submissions").get(0).get("rows_after").asInt()).isZero();

        JsonNode whole = desk.run("diff", "spring", "summer", "--json").json();
        assertThat(whole.get("causes").fieldNames())
                .toIterable()
                .as("nothing else has changed")
                .containsExactly("DATA");
        String told = desk.run("diff", "spring", "summer", "--lang", "zh").out();
        assertThat(told).contains("原因：数据", "exam_score-J9-2022.csv  exam_score：计入的行 60 → 0", "加 --limit 0 全部列出");
    }

    @Test
    @Order(3)
    void whoLeftIsMembershipAndTheStepsAddUp() {
        String left = handedIn(desk.put(SmallCounty.FOLDER + "group_membership.csv", """
                group_code | school_code | joined_on  | role   | left_on
                G1         | 3137000001  | 2022-08-01 | lead   |
                G1         | 3137000002  | 2022-08-01 | member | 2023-01-01
                """))
                .get(0)
                .get("submission_id")
                .asText();
        release("autumn");
        JsonNode gap = diff("summer", "autumn").json().at("/moved/0");
        assertThat(texts(gap.get("causes"))).containsExactly("MEMBERSHIP");
        assertThat(gap.at("/columns/value/after").isNull()).isTrue();
        assertThat(gap.get("submissions").findValuesAsText("submission_id"))
                .containsExactlyInAnyOrder(memberships, left);

        JsonNode both = diff("spring", "autumn").json().at("/moved/0");
        assertThat(texts(both.get("causes")))
                .as("the members left, so that their other scores no longer matter")
                .containsExactly("MEMBERSHIP");
    }

    @Test
    @Order(4)
    void anotherDayIsToldApart() {
        Answer built = desk.run("build", "--as-of", "2023-02-01");
        assertThat(built.exit()).as(built.said()).isZero();
        assertThat(desk.run("release", "winter").exit()).isZero();
        JsonNode diff = desk.run("diff", "autumn", "winter", "--json").json();
        assertThat(diff.at("/later/as_of").asText()).isEqualTo("2023-02-01");
        assertThat(diff.get("causes").fieldNames()).toIterable().containsOnly("DAY");
    }

    @Test
    @Order(5)
    void anotherCardIsFormula() {
        asAnEarlierVersionHadIt();
        assertThat(desk.run("release", "before-the-card").exit()).isZero();
        assertThat(desk.run("build", "--all", "--as-of", "2023-02-01").exit()).isZero();
        assertThat(desk.run("release", "with-the-card").exit()).isZero();

        JsonNode diff =
                desk.run("diff", "before-the-card", "with-the-card", "--json").json();
        assertThat(diff.get("causes").fieldNames()).toIterable().containsExactly("FORMULA");
        assertThat(diff.at("/cards/" + CARD + "/before").asInt()).isZero();
        assertThat(diff.get("metrics").fieldNames()).toIterable().containsExactly(CARD);
        assertThat(desk.run("diff", "before-the-card", "with-the-card", "--lang", "zh")
                        .out())
                .contains("指标卡片换了版本", "原因：公式");
    }

    @Test
    @Order(6)
    void whoNamesNoReleaseIsHelped() {
        Answer answer = desk.run("diff", "spring", "nowhere", "--lang", "zh");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("没有名为“nowhere”的发布", "spring");
    }

    /** The figures of one metric one higher, as a card of an earlier version had them. */
    private static void asAnEarlierVersionHadIt() {
        try (WriterLock lock = desk.workspace().lockForWriting("build");
                Warehouse warehouse = desk.store().warehouse();
                WarehouseWrite write = warehouse.write(lock)) {
            var rows = write.read("metric_value")
                    .withColumn(
                            "value",
                            when(col("metric_id").equalTo(CARD), col("value").plus(1))
                                    .otherwise(col("value")))
                    .withColumn(
                            "card_version",
                            when(col("metric_id").equalTo(CARD), lit(0)).otherwise(col("card_version")));
            write.replace("metric_value", rows, "territory_code");
            write.commit(connection -> {
                try (PreparedStatement update = connection.prepareStatement(
                        "update control.built_with set value = 'earlier' where name = 'software'")) {
                    return update.executeUpdate();
                }
            });
        }
    }

    private static Answer diff(String earlier, String later) {
        List<String> words = new ArrayList<>(List.of("diff", earlier, later));
        words.addAll(List.of(THE_GAP));
        words.add("--json");
        Answer answer = desk.run(words.toArray(String[]::new));
        assertThat(answer.exit()).as(answer.said()).isZero();
        return answer;
    }

    private static void release(String name) {
        Answer built = desk.run("build");
        assertThat(built.exit()).as(built.said()).isZero();
        Answer released = desk.run("release", name);
        assertThat(released.exit()).as(released.said()).isZero();
    }

    private static JsonNode handedIn(Path... files) {
        List<String> words = new ArrayList<>(List.of("ingest", "--json"));
        for (Path file : files) {
            words.add(file.toString());
        }
        Answer answer = desk.run(words.toArray(String[]::new));
        assertThat(answer.exit()).as(answer.said()).isZero();
        return answer.json();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
