package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code scheme.schema.json} and the loader held against one another: an editor complains where the loader would. */
class SchemeSchemaTest {
    private static final String FOLDER = "/schemas/schemes/";
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()))
            .getSchema(text("scheme.schema.json"));

    static Stream<String> files() {
        return new ClassPathFolder(SchemeSchemaTest.class.getClassLoader(), "schemas/schemes").names(".yaml").stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySchemeIsValid(String file) {
        assertThat(complaints(text(file))).isEmpty();
        assertThat(Schemes.read(file, bytes(text(file))).id()).startsWith(file.replace(".yaml", ""));
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            demo-2024          | subject: group                    | subject: school
            demo-2024          | subject: group                    | #
            demo-2024          | version: 1                        | version: one
            demo-2024          | weight_source: equal_assumed      | weight_source: guessed
            demo-2024          | valid_from: "2024-09-01"          | valid_from: 2024年9月
            demo-2024          | kinds: [education_group]          | kinds: [club]
            demo-2024          | stages: [P, J]                    | stages: [X]
            demo-2024          | min_school_years: 1               | min_school_year: 1
            demo-2024          | max: 100, decimals                | max: 150, decimals
            demo-2024          | default: arithmetic               | default: sum
            demo-2024          | min_coverage: 0.66                | min_coverage: 66
            demo-2024          | rule: reweight                    | rule: drop
            demo-2024          | weight: 0.4                       | weight: -0.4
            demo-2024          | name_origin: named                | #
            demo-2024          | metric_origin: direct             | metric_origin: guess
            demo-2024          | target_origin: placeholder        | #
            demo-2024          | params: {gap: GAP-08b}            | params: {gap: GAP-01}
            demo-2024          | params: {gap: GAP-08b}            | params: {gaps: GAP-08b}
            demo-2024          | unit: lead_vs_member              | unit: everyone
            demo-2024          | unit: lead_vs_member              | unt: lead_vs_member
            demo-2024          | reducer: student_weighted         | reducer: max
            demo-2024          | direction: higher                 | direction: up
            demo-2024          | tags: []                          | tags: [薄弱]
            demo-2024          | lo: 0.0, hi: 0.30                 | lo: 0.0
            demo-2024          | lo: 0.0, hi: 0.30                 | lo: 0.0, hi: x
            demo-2024          | anchor: fixed, lo: 0.0            | anchor: base_year, lo: 0.0
            demo-2024          | method: target_ratio, target: 0.10 | method: target_ratio, target: 0
            demo-2024          | method: target_ratio, target: 0.10 | method: z, target: 0.10
            demo-2024          | method: target_ratio, target: 0.10 | method: step, steps: {A: 200}
            demo-2024          | on_fail: none                     | on_fail: half
            demo-2024          | op: ">="                          | op: "=>"
            demo-2024          | no_common_exam: true              | no_common_exam: false
            demo-2024          | type: bonus                       | type: gift
            demo-2024          | to: group                         | to: school
            demo-2024          | points: 2                         | points: two
            demo-2024          | mode: all, beta: null             | mode: lead_mix, beta: null
            demo-2024          | mode: all, beta: null             | mode: all, beta: 0.5
            demo-2024          | by_form: {}                       | by_form: {融合型: {beta: 0.5}}
            demo-2024          | grades: none                      | grades: [{name: 优秀}]
            demo-2024          | grades: none                      | grades: some
            demo-2024          | draws: 2000                       | draws: 0
            demo-2024          | weight_jitter: 0.25               | weight_jitter: 1
            demo-2024          | base: founding                    | base: soon
            laizhou            | kind: [名师课堂, 同步课堂]            | kind: []
            laizhou            | kind: [名师课堂, 同步课堂]            | kind: [名师课堂/同步课堂]
            linzi              | prior: {kind: final, stage: J, grade: 8, subject: total} | prior: {}
            linzi              | prior: {kind: final, stage: J, grade: 8, subject: total} | prior: {year: 2021}
            pingdingshan       | adcode: "410400"                  | code: "410400"
            """)
    void bothRefuse(String scheme, String written, String instead) {
        String right = text(scheme + ".yaml");
        String wrong = right.replaceFirst(Pattern.quote(written), Matcher.quoteReplacement(instead));
        assertThat(wrong).as(scheme + " holds " + written).isNotEqualTo(right);

        assertThat(complaints(wrong)).as("the schema").isNotEmpty();
        assertThatThrownBy(() -> Schemes.read("s.yaml", bytes(wrong)))
                .as("the loader")
                .isInstanceOf(MalformedYaml.class)
                .hasMessageStartingWith("s.yaml line ");
    }

    private static List<?> complaints(String yaml) {
        try {
            String json = new JsonMapper().writeValueAsString(new YAMLMapper().readTree(yaml));
            return SCHEMA.validate(json, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) {
        try (InputStream file = SchemeSchemaTest.class.getResourceAsStream(FOLDER + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
