package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.Stage;

class CountyStandardsTest {
    private static final String STANDARD = """
            standards:
              - id: A9
                name: {zh: 均衡, en: balanced}
                source: here
                hardness: hard
                spread:
                  metric: GAP-01
                  measures: [RES-01]
                  at_most: {P: 0.5}
                schools:
                  check: A9-SCHOOL
                  least: 1
                  rest: 0.85
                  at_least:
                    RES-01: {P: 4.2}
                items:
                  A9-G1: {by: rules, rules: [CN-R1]}
                county: A9-COUNTY
            """;

    @Test
    void comeWithManyuan() {
        assertThat(CountyStandards.all()).extracting(CountyStandard::id).containsExactly("A1", "A2");
        assertThat(CountyStandards.all())
                .allSatisfy(standard -> assertThat(standard.stages()).containsExactly(Stage.P, Stage.J));
    }

    @Test
    void areReadAsTheyAreWritten() {
        CountyStandard standard = read(STANDARD).get(0);

        assertThat(standard.spreadCheck("RES-01")).isEqualTo("A9-CV-RES-01");
        assertThat(standard.spread().atMost()).containsEntry(Stage.P, .5);
        assertThat(standard.schools().atLeast().get("RES-01")).containsEntry(Stage.P, 4.2);
        assertThat(standard.items().get("A9-G1"))
                .satisfies(item -> assertThat(item.rules()).containsExactly("CN-R1"));
        assertThat(standard.county()).isEqualTo("A9-COUNTY");
    }

    @Test
    void schoolsOfSeveralStagesHaveANumberOfTheirOwn() {
        CountyItem size = CountyStandards.all().get(0).items().get("A1-G4");

        assertThat(size.combined().types()).containsExactlyInAnyOrder("312", "345");
        assertThat(size.combined().limit()).isEqualTo(2500);
        refused(
                STANDARD.replace("{by: rules, rules: [CN-R1]}", "{by: school_size, combined: {types: [], limit: 9}}"),
                "combined names the types of schools");
    }

    @Test
    void theRuleOnSizesTakesTheLimitsOfItsItems() {
        CountyStandard standard = CountyStandards.all().get(0);

        assertThat(standard.sizes().check()).isEqualTo("CN-R3");
        assertThat(standard.sizes().school()).isEqualTo(standard.items().get("A1-G4"));
        assertThat(standard.sizes().classes()).isEqualTo(standard.items().get("A1-G5"));
        refused(
                STANDARD.replace("    items:", "    sizes: {check: X, school: A9-G1, classes: A9-G1}\n    items:"),
                "A9-G1 is no item by school_size");
    }

    @Test
    void whatTheLanguageLacksIsRefusedByItsPlace() {
        refused(STANDARD.replace("rules: [CN-R1]", "rules: [CN-R7]"), "there is no rule CN-R7");
        refused(STANDARD.replace("[RES-01]", "[RES-99]"), "GAP-01 has no measure RES-99");
        refused(STANDARD.replace("least: 1", "least: 2"), "least is 1 to 1");
        refused(STANDARD.replace("at_most: {P: 0.5}", "mean_at_most: {P: 0.5}"), "either at_most, or mean_at_most");
        refused(STANDARD.replace("at_most: {P: 0.5}", "at_most: {}"), "a limit is written by stage");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedYaml.class).hasMessageContaining(why);
    }

    private static List<CountyStandard> read(String text) {
        return CountyStandards.read(
                "here.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Set.of("CN-R1"));
    }
}
