package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.assessment.County.headcount;
import static org.manyuan.assessment.County.result;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.Stage;

/** Which years a county is judged in. */
class CountyYearsTest {
    private static final String SCHOOL = "311 J 111 public";

    @Test
    void aCountyWithoutResourcesIsJudgedOnWhatItHandedIn() {
        List<PolicyCheck> checks =
                new County().unit("A", SCHOOL).classes("A", "70 40").checks(List.of(headcount("A", "J", "110")));

        assertThat(result(checks, "A1-G5", "J")).isEqualTo("FAIL");
        assertThat(result(checks, "A1-G4", "J")).isEqualTo("PASS");
        assertThat(result(checks, "A1-COUNTY", "J")).isEqualTo("FAIL");
        assertThat(result(checks, "A1-COUNTY", "")).isEqualTo("FAIL");
        for (String check : List.of("A1-CV-RES-01", "A1-6OF7", "A2-CV8")) {
            assertThat(result(checks, check, "J")).as(check).isEqualTo("UNKNOWN");
        }
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            classes    | J | true
            classes    | S | false
            teachers   | J | true
            teachers   | S | false
            headcount  | J | true
            headcount  | S | false
            inspection | J | true
            nothing    | J | false
            """)
    void anythingOfCompulsorySchoolIsEnough(String what, String stage, boolean isJudged) {
        County county = new County().unit("A", "345 PJS 111 public");
        switch (what) {
            case "classes" -> county.classes("A", Stage.valueOf(stage), "40");
            case "teachers" -> county.teachers("A", stage + ":高级中学");
            case "inspection" -> county.inspection("A1:VETO", "", "FAIL", null);
            default -> county.unit("B", SCHOOL);
        }
        List<MetricValue> figures = what.equals("headcount") ? List.of(headcount("A", stage, "100")) : List.of();

        assertThat(!county.checks(figures).isEmpty()).isEqualTo(isJudged);
    }

    @Test
    void figuresOfACountyGiveAYearWhereItHasUnits() {
        MetricValue survey = Region.figure("SOC-01", "share", "", County.CODE, "2023", "", "", ".9", "100", "OK");
        County county = new County().unit("A", SCHOOL);

        assertThat(county.checks(List.of(survey)))
                .as("a city above its counties")
                .isEmpty();
        assertThat(county.checks(List.of(survey, headcount("A", "J", "100"))))
                .extracting(PolicyCheck::schoolYear)
                .contains(2023, 2024);
    }

    @Test
    void aCityThatInspectsWithoutUnitsIsNoCounty() {
        assertThat(new County().inspection("A1:VETO", "", "FAIL", null).checks(List.of()))
                .isEmpty();
    }
}
