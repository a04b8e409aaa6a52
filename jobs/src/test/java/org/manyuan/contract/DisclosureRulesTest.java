package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code schemas/disclosure.yaml}: a rule that is misspelt or missing is told, never guessed. */
class DisclosureRulesTest {
    private static final String FILE = """
            min_students: 10
            min_denominator: 10
            min_part: 3
            min_mean_students: 10
            unit_histogram_n: 30
            persons: [student]
            open:
              dim_exam: [exam_code, held_on]
            """;

    @Test
    void areTheNumbersOfMetricsA9() {
        DisclosureRules rules = DisclosureRules.standard();
        assertThat(rules.minStudents()).isEqualTo(10);
        assertThat(rules.minDenominator()).isEqualTo(10);
        assertThat(rules.minPart()).isEqualTo(3);
        assertThat(rules.minMeanStudents()).isEqualTo(10);
        assertThat(rules.unitHistogramN()).isEqualTo(30);
        assertThat(rules.persons()).containsExactly("student");
        assertThat(rules.open())
                .containsOnlyKeys("dim_district", "dim_school", "dim_group", "dim_membership", "dim_exam");
    }

    @Test
    void openNoColumnThatAContractCallsAPerson() {
        List<String> persons = Contracts.all().stream()
                .flatMap(contract -> contract.columns().stream())
                .filter(column -> column.person() != null)
                .map(Column::name)
                .toList();
        DisclosureRules.standard()
                .open()
                .forEach((table, columns) -> assertThat(columns).as(table).doesNotContainAnyElementsOf(persons));
    }

    @Test
    void readAFile() {
        assertThat(read(FILE))
                .isEqualTo(new DisclosureRules(
                        10, 10, 3, 10, 30, Set.of("student"), Map.of("dim_exam", List.of("exam_code", "held_on"))));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            min_part: 3         | min_parts: 3        | line 3: unknown key min_parts                      | misspelt
            min_part: 3         | ''                  | line 1: key min_part is missing                    | missing
            min_part: 3         | min_part: 0         | line 3: min_part is 0; write a number of persons from 1 to 1000 | switched off
            min_part: 3         | min_part: three     | line 3: expected a whole number, found three       | a word
            persons: [student]  | persons: [teacher]  | line 6: students are always protected: list student | nobody left
            persons: [student]  | persons: [pupil]    | line 6: persons lists student or teacher, found pupil | another word
            [exam_code, held_on] | []                 | line 8: dim_exam needs its columns, each once      | no column
            [exam_code, held_on] | [exam_code, exam_code] | line 8: dim_exam needs its columns, each once  | twice
            [exam_code, held_on] | ['*']              | line 8: a column is written in small letters, digits and _, found * | a wildcard
            """)
    void refuseWhatTheyDoNotKnow(String line, String instead, String complaint, String reason) {
        assertThatThrownBy(() -> read(FILE.replace(line, instead)))
                .isInstanceOf(MalformedYaml.class)
                .hasMessageContaining("disclosure.yaml " + complaint);
    }

    private static DisclosureRules read(String text) {
        return DisclosureRulesFile.read(
                "disclosure.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
