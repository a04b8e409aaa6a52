package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manyuan.contract.MetricCards;
import org.manyuan.domain.MetricValue;

/** A metric is a card, a class and a test: this fails where one of the three is missing. */
class MetricCatalogTest {
    /** The composite scores of schemes: their classes live in the room assessment. */
    private static final String SCHEMES = "BND";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Stream<Metric> entries() {
        return MetricCatalog.entries().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasACardOfTheSameIdAndVersion(Metric metric) throws IOException {
        JsonNode card = frontMatter(metric.id());

        assertThat(card.path("id").asText()).isEqualTo(metric.id());
        assertThat(card.path("version").asInt()).isEqualTo(metric.cardVersion());
        for (String field : List.of("name", "unit")) {
            assertThat(card.path(field).path("zh").asText()).as(field + ".zh").isNotBlank();
            assertThat(card.path(field).path("en").asText()).as(field + ".en").isNotBlank();
        }
        assertThat(card.path("better").asText())
                .as("better: low, high, zero, half, one or none")
                .isIn("low", "high", "zero", "half", "one", "none");
        assertThat(card.path("grain")).as("grain: some of S, G, D").isNotEmpty().allSatisfy(grain -> assertThat(
                        grain.asText())
                .isIn("S", "G", "D"));
        assertThat(card.path("measures")).as("measures").isNotEmpty().allSatisfy(measure -> {
            assertThat(measure.path("zh").asText()).isNotBlank();
            assertThat(measure.path("en").asText()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasACardThatSaysWhetherItsFiguresMayLeave(Metric metric) {
        assertThat(MetricCards.standard().of(metric.id()).measures().values())
                .as("disclosure: kind and persons")
                .isNotEmpty()
                .allSatisfy(measure -> {
                    assertThat(measure.kind()).isNotNull();
                    assertThat(measure.persons()).isEqualTo(persons(metric.id()));
                });
    }

    /**
     * Uses, documents, awards and bodies are of no persons. Whoever was asked whether they are satisfied is protected as pupils are; what
     * is weighted by pupils, a group's grade and tilt, would give their numbers back.
     */
    private static String persons(String id) {
        if (List.of("GOV-04", "GOV-05", "GOV-06", "RES-23", "RES-24").contains(id)) {
            return "none";
        }
        return id.startsWith("TCH") && !id.equals("TCH-10") || id.equals("RES-20") ? "teacher" : "student";
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasACardWithEverySection(Metric metric) throws IOException {
        List<String> headings =
                card(metric.id()).lines().filter(line -> line.startsWith("## ")).toList();

        assertThat(headings)
                .containsExactly(
                        "## 问题 Question",
                        "## 公式 Formula",
                        "## 输入 Inputs",
                        "## 不确定性 Uncertainty",
                        "## 边界 Edge cases",
                        "## 来源 Source");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasATestOfItsOwn(Metric metric) {
        assertThat(Path.of("src/test/java", metric.getClass().getName().replace('.', '/') + "Test.java"))
                .as("write a text-table test for " + metric.id())
                .exists();
    }

    /** Cards of the bundled assessment are kept by the room assessment. */
    @Test
    void knowsTheClassOfEveryCard() throws IOException {
        try (Stream<Path> cards = Files.list(Path.of("../schemas/metrics"))) {
            assertThat(cards.map(card -> card.getFileName().toString())
                            .filter(name -> name.endsWith(".md"))
                            .filter(name -> !name.startsWith("BND")))
                    .as("a card without an entry in MetricCatalog promises a figure that nobody computes")
                    .filteredOn(name -> !name.startsWith(SCHEMES))
                    .containsExactlyInAnyOrderElementsOf(
                            entries().map(metric -> metric.id() + ".md").toList());
        }
    }

    @Test
    void writesNoMeasureThatTheCardDoesNotName() throws IOException {
        Town town = GoldenTown.town();
        for (MetricValue row : MetricCatalog.scores(town.territory(), town.family(), BuildTerms.of(Town.AS_OF))) {
            assertThat(frontMatter(row.metricId()).path("measures").has(row.measure()))
                    .as(row.metricId() + " " + row.measure())
                    .isTrue();
        }
    }

    private static JsonNode frontMatter(String id) throws IOException {
        String text = card(id);
        return YAML.readTree(text.substring(4, text.indexOf("\n---\n", 4)));
    }

    private static String card(String id) throws IOException {
        try (InputStream card = MetricCatalogTest.class.getResourceAsStream("/schemas/metrics/" + id + ".md")) {
            assertThat(card).as("schemas/metrics/" + id + ".md").isNotNull();
            return new String(card.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
