package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.MetricValue;

class EnrollmentConcentrationTest {
    @ParameterizedTest
    @CsvSource({"2023,D1,D1", "2023,D2,D2", "2023,T,ALL", "2024,D1,D1", "2024,D2,D2", "2024,T,ALL"})
    void agreesWithTheGoldenIndex(int year, String district, String key) {
        MetricValue row = MetricTable.one(
                TownFacts.golden().rows(new EnrollmentConcentration(), GoldenTown.town()),
                value -> value.schoolYear() == year
                        && value.districtCode().equals(district)
                        && value.groupCode().isEmpty()
                        && value.measure().equals("hhi")
                        && value.variant().isEmpty()
                        && value.stage().equals("J"));
        assertThat(row.value()).isCloseTo(MetricTable.golden(year + "." + key + ".hhi_enrol", 0), within(6e-11));
    }

    @Test
    void addsGradesAndStagesAndLeavesOutWhatIsUnknown() {
        Town town = IntakeTest.town().group("G", "C1", "A1 lead, A2 member, A3 member, U1 member");
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2024 | J7 | 2024-09-10 | 100 | 90
                        A1 | 2024 | J8 | 2024-09-10 | 200 | -
                        A1 | 2024 | P1 | 2024-09-10 | 100 | 10
                        A2 | 2024 | J7 | 2024-09-10 | 100 | -
                        A3 | 2024 | J7 | 2024-09-10 | 50  | 10
                        A3 | 2024 | J8 | 2024-09-10 | -   | -
                        U1 | 2024 | J7 | 2024-09-10 | 0   | 0
                        """);
        MetricTable.check(
                facts.rows(new EnrollmentConcentration(), town),
                row -> row.groupCode().equals("G"),
                """
                stage | variant                | measure    | value  | n   | k | leftOutUnits | leftOutStudents | flag        | because
                J     | education_group        | hhi        | .6250  | 400 | 2 | 1            | 0               | OK          | 300 and 100; A3 lacks a grade, U1 has nobody
                J     | education_group        | effective  | 1.60   | 400 | 2 | 1            | 0               | OK          | -
                J     | education_group        | normalised | .25    | 400 | 2 | 1            | 0               | OK          | (.625 − .5)/.5
                J     | education_group/intake | hhi        | .82    | 100 | 2 | 1            | 100             | OK          | 90 and 10; A2 without intake
                J     | education_group/intake | effective  | 1.2195 | 100 | 2 | 1            | 100             | OK          | -
                J     | education_group/intake | normalised | .64    | 100 | 2 | 1            | 100             | OK          | -
                P     | education_group        | hhi        | 1      | 100 | 1 | 0            | 0               | OK          | all in one
                P     | education_group        | effective  | 1      | 100 | 1 | 0            | 0               | OK          | -
                P     | education_group        | normalised | -      | 100 | 1 | 0            | 0               | K_TOO_SMALL | one unit
                P     | education_group/intake | hhi        | 1      | 10  | 1 | 0            | 0               | OK          | -
                P     | education_group/intake | effective  | 1      | 10  | 1 | 0            | 0               | OK          | -
                P     | education_group/intake | normalised | -      | 10  | 1 | 0            | 0               | K_TOO_SMALL | -
                -     | education_group        | hhi        | .68    | 500 | 2 | 1            | 0               | OK          | 400 and 100
                -     | education_group        | effective  | 1.4706 | 500 | 2 | 1            | 0               | OK          | -
                -     | education_group        | normalised | .36    | 500 | 2 | 1            | 0               | OK          | -
                -     | education_group/intake | hhi        | .8347  | 110 | 2 | 1            | 100             | OK          | 100 and 10
                -     | education_group/intake | effective  | 1.1980 | 110 | 2 | 1            | 100             | OK          | -
                -     | education_group/intake | normalised | .6694  | 110 | 2 | 1            | 100             | OK          | -
                """);
    }

    @Test
    void nobodyAndNothingKnown() {
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2024 | J7 | 2024-09-10 | 0 | -
                        A2 | 2024 | J7 | 2024-09-10 | 0 | -
                        """);
        MetricTable.check(
                facts.rows(new EnrollmentConcentration(), IntakeTest.town()),
                row -> row.districtCode().equals("C1")
                        && row.stage().equals("J")
                        && row.measure().equals("hhi"),
                """
                variant | value | n | k | flag
                -       | -     | 0 | 0 | ZERO_MEAN
                intake  | -     | 0 | 0 | MISSING_INPUT
                """);
    }
}
