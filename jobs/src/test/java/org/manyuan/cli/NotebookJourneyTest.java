package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The researcher's first notebook, run on the export of a release. */
class NotebookJourneyTest {
    private static final Path NOTEBOOKS =
            Path.of("../notebooks").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void showsTheReleasedGapAndItsVerdictAndTheDictionaryHolds() throws IOException {
        PythonOf python = PythonOf.lock(NOTEBOOKS.resolve("requirements.lock"));
        Desk desk = released();
        Path export = folder.resolve("export");
        assertThat(desk.run("export", "--release", "2024", export.toString()).exit())
                .isZero();

        assertSaidInBothLanguages(
                JSON.readTree(export.resolve("datapackage.json").toFile()));

        PythonOf.Said said = python.run(
                NOTEBOOKS.resolve("check.py").toString(),
                export.toString(),
                folder.resolve("run.ipynb").toString());

        assertThat(said.exit()).as(said.text()).isZero();
        JsonNode run = JSON.readTree(folder.resolve("run.ipynb").toFile());
        assertThat(figures(run)).hasSize(1).allMatch(png -> png.length > 10_000);
        String shown = shown(run);
        assertThat(shown).contains("合成数据", "每行一个集团、试卷、比较与图形部件", "一中集团", "牵头校−成员校");
        assertThat(shown).doesNotContain("没有找到中文字体");
        assertShows(
                shown, desk, "select value from rel_metric_value where metric_id = 'GAP-08b' and ci_frame = 'census'");
        assertShows(
                shown,
                desk,
                "select unnest([value, ci_lo, ci_hi]) from rel_metric_value where metric_id = 'GAP-16' and measure = 'change'"
                        + " and ci_frame = 'census' and variant = 'education_group/GAP-08b/base_founding' and school_year = 2023");
        assertThat(shown).contains("学生 120 人，学校 2 所");
    }

    @Test
    void aFolderThatIsNoReleaseIsToldWithWhatToRun() throws IOException {
        PythonOf python = PythonOf.lock(NOTEBOOKS.resolve("requirements.lock"));
        PythonOf.Said said = python.run(
                NOTEBOOKS.resolve("check.py").toString(),
                folder.toString(),
                folder.resolve("run.ipynb").toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text()).contains("datapackage.json", "./manyuan export --release demo demo/export -w demo");
        assertThat(folder.resolve("run.ipynb")).doesNotExist();
    }

    @Test
    void theNotebookInTheRepositoryKeepsNoOutputs() throws IOException {
        JsonNode notebook =
                JSON.readTree(NOTEBOOKS.resolve("00-start-here.ipynb").toFile());

        assertThat(notebook.get("cells")).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.path("outputs")).isEmpty();
            assertThat(cell.path("execution_count").isNull()
                            || cell.path("execution_count").isMissingNode())
                    .isTrue();
        });
    }

    /** A county of two years, in which the group is made up. */
    private static Desk released() {
        Desk desk = Desk.empty("");
        Path[] files = SmallCounty.put(desk);
        desk.put(SmallCounty.FOLDER + "education_group.csv", """
                group_code | name     | kind            | founded_on | origin
                G1         | 一中集团 | education_group | 2022-08-01 | synthetic
                """);
        desk.put(SmallCounty.FOLDER + "group_membership.csv", """
                group_code | school_code | joined_on  | role   | left_on | origin
                G1         | 3137000001  | 2022-08-01 | lead   |         | synthetic
                G1         | 3137000002  | 2022-08-01 | member |         | synthetic
                """);
        assertThat(desk.ingest("en", files).exit()).isZero();
        assertThat(desk.ingest("en", SmallCounty.scores(desk, "exam_score-J9-2023.csv", 4, ""))
                        .exit())
                .isZero();
        for (List<String> words : List.of(List.of("build"), List.of("release", "2024"))) {
            Answer answer = desk.run(words.toArray(String[]::new));
            assertThat(answer.exit()).as(answer.said()).isZero();
        }
        return desk;
    }

    /** That the dictionary has Chinese and English words for every table and column. */
    private static void assertSaidInBothLanguages(JsonNode dictionary) {
        for (JsonNode table : dictionary.get("resources")) {
            String name = table.get("name").asText();
            assertThat(table.get("title").asText()).as(name).matches("\\p{IsHan}.* \\| \\p{Alpha}.*");
            for (JsonNode column : table.at("/schema/fields")) {
                String place = name + "." + column.get("name").asText();
                assertThat(column.get("title").asText()).as(place).isNotBlank();
                assertThat(column.get("description").asText())
                        .as(place)
                        .isNotBlank()
                        .isNotEqualTo(column.get("title").asText());
            }
        }
    }

    /** That every number of a query over the public set stands in the text, rounded as the eye sees it. */
    private static void assertShows(String shown, Desk desk, String sql) {
        List<String> lines = desk.run("query", "--release", "2024", "--format", "csv", sql)
                .out()
                .lines()
                .skip(1)
                .toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(shown)
                .contains(new BigDecimal(Double.parseDouble(line))
                        .setScale(3, RoundingMode.HALF_EVEN)
                        .toPlainString()));
    }

    private static List<byte[]> figures(JsonNode run) {
        return outputs(run)
                .map(output -> output.at("/data/image~1png").asText())
                .filter(png -> !png.isEmpty())
                .map(png -> Base64.getMimeDecoder().decode(png))
                .toList();
    }

    private static String shown(JsonNode run) {
        StringBuilder shown = new StringBuilder();
        outputs(run).forEach(output -> {
            for (JsonNode text :
                    List.of(output.path("text"), output.at("/data/text~1markdown"), output.at("/data/text~1html"))) {
                shown.append(text.isArray() ? joined(text) : text.asText()).append('\n');
            }
        });
        return shown.toString();
    }

    private static String joined(JsonNode lines) {
        return StreamSupport.stream(lines.spliterator(), false)
                .map(JsonNode::asText)
                .reduce("", String::concat);
    }

    private static java.util.stream.Stream<JsonNode> outputs(JsonNode run) {
        return StreamSupport.stream(run.get("cells").spliterator(), false)
                .flatMap(cell -> StreamSupport.stream(cell.path("outputs").spliterator(), false));
    }
}
