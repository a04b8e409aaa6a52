package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.manyuan.assessment.County.headcount;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.Stage;

/** CN-R3 of METRICS C4. */
class UnitSizesTest {
    @ParameterizedTest(name = "{0} students, classes {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2000 | 45 45 | PASS    | on the line
            2001 | 45 45 | FAIL    | one student more
            90   | 45 46 | FAIL    | one more in a class
            90   | 58 -  | FAIL    | whatever the other class has
            90   | 45 -  | UNKNOWN | a class was not counted
            90   |       | UNKNOWN | no class was handed in
            -    | 45 45 | UNKNOWN | the school was not counted
            """)
    void aSchoolAndEachOfItsClassesAreWithinTheirLimits(
            String students, String classes, String result, String because) {
        County county = new County().unit("A", "211 P 111 public");
        if (classes != null) {
            county.classes("A", Stage.P, classes);
        }
        assertThat(rule(county.checks(List.of(headcount("A", "P", students))))
                        .result()
                        .name())
                .isEqualTo(result);
    }

    @Test
    void aFailureNamesTheClassesThatAreTooLarge() {
        PolicyCheck check = rule(new County()
                .unit("A", "211 P 111 public")
                .classes("A", Stage.P, "40 58")
                .checks(List.of(headcount("A", "P", "98"))));

        assertThat(check.schoolCode()).isEqualTo("A");
        assertThat(check.hardness()).isEqualTo("hard");
        assertThat(check.evidence())
                .isEqualTo("[{\"metric_id\":\"ENR-14\",\"measure\":\"headcount\",\"district_code\":\"370305\","
                        + "\"school_code\":\"A\",\"school_year\":2024,\"stage\":\"P\"},"
                        + "{\"school_code\":\"A\",\"school_year\":2024,\"stage\":\"P\",\"grade\":\"\","
                        + "\"class_no\":\"1\",\"n\":58}]");
    }

    @Test
    void aSectionFailsWithItsSchool() {
        List<PolicyCheck> checks = new County()
                .unit("S", "312 PJ 111 public")
                .unit("A", "312 P 111 public of=S")
                .unit("B", "312 J 111 public of=S")
                .classes("A", Stage.P, "45")
                .checks(List.of(headcount("A", "P", "1900"), headcount("B", "J", "1400")));

        assertThat(checks)
                .filteredOn(check -> check.ruleId().equals("CN-R3"))
                .extracting(PolicyCheck::schoolCode, check -> check.result().name())
                .containsExactly(tuple("A", "FAIL"), tuple("B", "FAIL"));
    }

    @Test
    void itHoldsFrom2017AndSpeaksOfNoSpecialSchool() {
        County county = new County().unit("A", "211 P 111 public").unit("B", "514 P 111 public");
        MetricValue before = Region.figure("ENR-14", "headcount", "", "A", "2016", "P", "", "2300", "2300", "OK");
        MetricValue first = Region.figure("ENR-14", "headcount", "", "A", "2017", "P", "", "2300", "2300", "OK");

        assertThat(rule(county.checks(List.of(before))).result().name()).isEqualTo("NA");
        assertThat(rule(county.checks(List.of(first))).result().name()).isEqualTo("FAIL");
    }

    private static PolicyCheck rule(List<PolicyCheck> checks) {
        List<PolicyCheck> found =
                checks.stream().filter(check -> check.ruleId().equals("CN-R3")).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
