package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks for scores, and for what other weights would make of them, in a county whose one group lacks what it is scored on. */
class AssessJourneyTest {
    @TempDir
    private static Path folder;

    private static Desk desk;
    private static Answer tooEarly;

    @BeforeAll
    static void aCountyIsReleased() {
        desk = Desk.empty("");
        Path[] files = SmallCounty.put(desk);
        desk.put(SmallCounty.FOLDER + "education_group.csv", """
                group_code | name     | kind            | founded_on | authority_code
                G1         | 一中集团 | education_group | 2022-08-01 | 370305
                """);
        desk.put(SmallCounty.FOLDER + "group_membership.csv", """
                group_code | school_code | joined_on  | role   | left_on
                G1         | 3137000001  | 2022-08-01 | lead   |
                G1         | 3137000002  | 2022-08-01 | member |
                G1         | 3137000003  | 2024-10-08 | member |
                """);
        desk.ingest("en", files);
        tooEarly = desk.run("assess", "--lang", "en");
        Answer built = desk.run("build", "--as-of", "2025-08-31");
        assertThat(built.exit()).as(built.said()).isZero();
        assertThat(desk.run("release", "june").exit()).isZero();
    }

    @Test
    void beforeABuildThereIsNothingToAssess() {
        assertThat(tooEarly.exit()).isEqualTo(2);
        assertThat(tooEarly.err()).contains("No score was built yet; run manyuan build first.");
    }

    @Test
    void aScoreThatIsMissingSaysWhyAndHasNoPlace() {
        for (Answer answer : new Answer[] {
            desk.run("assess", "--lang", "zh"), desk.run("assess", "--lang", "zh", "--release", "june")
        }) {
            assertThat(answer.exit()).as(answer.said()).isZero();
            assertThat(answer.out())
                    .contains("方案 demo-2024 第 1 版，2024—2025 学年", "一中集团", "数据缺失", "方案试行、方案未定稿、等权假定、目标值暂定", "不宜据此分先后")
                    .contains("G1 一中集团：东风学校（2025-09-01 起计入）", "不足 5 个，不计算", "同时公布，不计分", "CN-R2");
        }
        JsonNode told = desk.run("assess", "--json", "--scheme", "demo-2024").json();
        assertThat(told.at("/0/groups/0/group_code").asText()).isEqualTo("G1");
        assertThat(told.at("/0/groups/0/score").isNull()).isTrue();
        assertThat(told.at("/0/groups/0/place").isNull()).isTrue();
        assertThat(told.at("/0/groups/0/counted_units").asInt()).isEqualTo(2);
        assertThat(told.at("/0/groups/0/waiting/0/counts_from").asText()).isEqualTo("2025-09-01");
        assertThat(told.at("/0/correlations/leaves/0/flag").asText()).isEqualTo("K_TOO_SMALL");
        assertThat(told.at("/0/rules/0/id").asText()).isEqualTo("CN-R1");
    }

    @Test
    void aSchemeOrReleaseThatIsNotThereNamesThoseThatAre() {
        Answer scheme = desk.run("assess", "--lang", "en", "--scheme", "other");
        Answer release = desk.run("assess", "--lang", "en", "--release", "july");

        assertThat(scheme.exit()).isEqualTo(2);
        assertThat(scheme.err())
                .contains("There are no scores of scheme other; schemes with scores: demo-2024, linzi-draft.");
        assertThat(release.exit()).isEqualTo(2);
        assertThat(release.err()).contains("There is no release july; there are: june.");
    }

    @Test
    void weightsThatCannotBeTriedNameTheLineAndTheCure() throws IOException {
        Answer wrong = desk.run(
                "assess", "--lang", "zh", "--scheme", "demo-2024", "--what-if", weights("N1: 0.5\nN2: 0.5\nN3: 0.5"));
        Answer absent = desk.run("assess", "--lang", "en", "--scheme", "demo-2024", "--what-if", "nowhere.yaml");

        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("weights.yaml 第 3 行：同级指标 N1, N2, N3 的权重之和为 1.5，不是 1；请改正其中一个");
        assertThat(absent.exit()).isEqualTo(2);
        assertThat(absent.err()).contains("The file of weights nowhere.yaml cannot be read");
    }

    @Test
    void whatIsTriedIsWrittenNowhere() throws IOException {
        Map<String, String> tables = desk.standing();
        Map<String, String> files = files();

        Answer built = desk.run("assess", "--lang", "en", "--scheme", "demo-2024", "--what-if", weights("N1: 0.6"));
        Answer released = desk.run(
                "assess",
                "--lang",
                "en",
                "--release",
                "june",
                "--scheme",
                "demo-2024",
                "--what-if",
                weights("N1: 0.6"));

        assertThat(built.exit()).as(built.said()).isZero();
        assertThat(released.exit()).as(released.said()).isZero();
        assertThat(built.out())
                .isEqualTo(released.out())
                .contains("N1 校际差距缩小  0.4 → 0.6", "0.3 → 0.2", "No scores change their order.", "nothing was written");
        assertThat(files()).isEqualTo(files);
        assertThat(desk.standing()).isEqualTo(tables);
    }

    private static String weights(String text) throws IOException {
        return Files.writeString(folder.resolve("weights.yaml"), text).toString();
    }

    /** Every file of the workspace but those of the running database, with its size and when it was written. */
    private static Map<String, String> files() throws IOException {
        Path root = desk.workspace().root();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(path -> !path.startsWith(root.resolve("postgres")))
                    .toList()) {
                files.put(root.relativize(file).toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
