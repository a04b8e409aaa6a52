package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.FilledTemplate;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Template;

/** A clerk asks for the templates of all datasets, fills them and hands them in. */
class TemplateJourneyTest {
    private static final Path SAMPLES = Path.of(System.getProperty("basedir", ""), "..", "schemas", "samples")
            .toAbsolutePath()
            .normalize();

    /** What the rows of the other datasets refer to. */
    private static final List<String> REFERRED_TO =
            List.of("district", "school", "education_group", "exam", "exam_paper");

    @TempDir
    static Path folder;

    private static Answer written;
    private static Answer handedIn;
    private static Desk desk;

    @BeforeAll
    static void writeFillAndHandIn() throws IOException {
        desk = Desk.empty("");
        for (String dataset : REFERRED_TO) {
            try (Stream<Path> files = Files.list(SAMPLES.resolve(dataset).resolve("pass"))) {
                for (Path file : files.toList()) {
                    desk.bytes("370991/" + dataset + "-" + file.getFileName(), Files.readAllBytes(file));
                }
            }
        }
        written = Answer.to("template", "all", "--out", folder.toString());
        for (Contract contract : Contracts.all()) {
            String name = contract.dataset() + ".xlsx";
            Path filled = FilledTemplate.of(
                    folder.resolve(name), Template.of(contract, true).examples(), folder.resolve("filled.xlsx"));
            desk.bytes("370991/" + name, Files.readAllBytes(filled));
        }
        handedIn = desk.run("ingest", "--json", desk.workspace().inbox().toString());
    }

    @Test
    void everyFilledTemplateIsTakenWhole() {
        assertThat(handedIn.exit()).as(handedIn.said()).isZero();
        for (Contract contract : Contracts.all()) {
            JsonNode receipt = receipt(contract.dataset() + ".xlsx");
            assertThat(receipt.get("counts")).as(contract.dataset()).hasSize(1);
            JsonNode count = receipt.get("counts").get(0);
            assertThat(count.get("dataset").asText()).isEqualTo(contract.dataset());
            assertThat(count.get("lines").asInt())
                    .isEqualTo(Template.of(contract, true).examples().size());
            assertThat(count.get("accepted")).as(contract.dataset()).isEqualTo(count.get("rows"));
            assertThat(receipt.toString()).doesNotContain("IGNORED_COLUMN");
        }
    }

    @Test
    void aTemplateForEachDatasetIsWrittenAndToldByItsPath() {
        assertThat(written.exit()).as(written.said()).isZero();
        assertThat(written.out().lines()).hasSize(21).allSatisfy(line -> assertThat(line)
                .startsWith("已生成填报模板：" + folder));
    }

    @Test
    void aTemplateThatSomebodyMayHaveFilledIsNotOverwritten() throws IOException {
        Path file = folder.resolve("school.xlsx");
        byte[] before = Files.readAllBytes(file);
        Answer again = Answer.to("template", "school", "--out", file.toString());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("已经存在，没有覆盖");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aDatasetMayBeNamedInChinese() {
        Path file = folder.resolve("成绩表.xlsx");
        assertThat(Answer.to("template", "考试成绩", "--out", file.toString()).exit()).isZero();
        assertThat(file).exists();
    }

    @Test
    void withoutADatasetTheyAreListed() {
        Answer list = Answer.to("template");
        assertThat(list.exit()).isZero();
        assertThat(list.out()).contains("exam_score", "考试成绩", "manyuan template all --out");
        assertThat(Answer.to("template", "--json").json()).hasSize(21);
    }

    @Test
    void anUnknownDatasetIsAMatterOfUsageAndNamesThoseThereAre() {
        Answer answer = Answer.to("template", "bus", "--lang", "en");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("There is no dataset bus", "enrollment 在校生数");
        assertThat(Answer.to("template", "all").err()).contains("--out");
    }

    private static JsonNode receipt(String fileName) {
        for (JsonNode receipt : handedIn.json()) {
            if (receipt.get("file_name").asText().equals(fileName)) {
                return receipt;
            }
        }
        throw new AssertionError("no receipt of " + fileName);
    }
}
