package org.manyuan.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.TextTable;

class PolicyFindingsTest {
    private static final String HEADER =
            "rule_id | district_code | group_code | school_code | school_year:int | as_of:date | stage | result | hardness | metric_id | value:double | threshold:double | n:bigint | evidence | flag | origin\n";

    @Test
    void whereStudentsAreBehindACheckOnlyItsResultLeaves() {
        assertThat(TextTable.lines(released(HEADER + """
                        CN-R1 | D | | | 2024 | 2025-08-31 | P | PASS    | hard | TCH-01 | 0.12 | 0.1 | 50 | [{"school_code":"A"}] | OK            | synthetic | teachers
                        X-1   | D | | | 2024 | 2025-08-31 | P | FAIL    | hard | EXM-02 | 0.12 | 0.1 | 50 | [{"school_code":"A"}] | OK            | synthetic | students
                        X-2   | D | | | 2024 | 2025-08-31 | P | FAIL    | hard |        | 60   | 50  | 60 | [{"class_no":"1"}]       | OK            | synthetic | rows decided
                        X-3   | D | | | 2024 | 2025-08-31 | P | UNKNOWN | hard | EXM-02 | -    | 0.1 | -  | []                    | MISSING_INPUT | synthetic | nothing to hide
                        """), "rule_id", "result", "value", "n", "evidence", "flag"))
                .isEqualTo("""
                        CN-R1 PASS 0.12 50 [{"school_code":"A"}] OK
                        X-1 FAIL - - [] SUPPRESSED
                        X-2 FAIL - - [] SUPPRESSED
                        X-3 UNKNOWN - - [] MISSING_INPUT""");
    }

    @Test
    void evidenceWithAPersonsKeyStopsTheRelease() {
        Dataset<Row> rows = released(
                HEADER
                        + "CN-R1 | D | | | 2024 | 2025-08-31 | P | PASS | hard | TCH-01 | 0.12 | 0.1 | 50 | [{\"teacher_key\":\"abc\"}] | OK | synthetic");
        assertThatThrownBy(rows::collectAsList)
                .hasMessageContaining("the evidence of rule CN-R1 may hold a person's key")
                .hasMessageNotContaining("abc");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"item":"x"},{"teacher_key":"abc"}]      | in a row that is not the first
            [{"item":{"teacher_key":"abc"}}]          | under a key that is open
            [{"teacher\\u005fkey":"abc"}]              | written another way
            [{"teacher_key":"abc"                     | in what is no JSON
            """)
    void aPersonsKeyIsFoundWhereverItStands(String evidence, String why) {
        assertThat(EvidenceKeys.nameAnother(evidence)).as(why).isTrue();
    }

    @Test
    void whatOnlyLooksLikeAKeyIsNone() {
        assertThat(EvidenceKeys.nameAnother("[{\"item\":\"the \\\"x\\\": y of a school\"}]"))
                .isFalse();
        assertThat(EvidenceKeys.nameAnother("[{\"case\":\"2022 x\",\"exam_code\":[\"E1\"]}]"))
                .isFalse();
        assertThat(EvidenceKeys.nameAnother("[]")).isFalse();
        assertThat(EvidenceKeys.nameAnother(null)).isFalse();
    }

    private static Dataset<Row> released(String table) {
        return Figures.disclosure().policyChecks(TextTable.rows(table)).rows();
    }
}
