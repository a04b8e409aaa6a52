package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.domain.MetricValue;

class HeadcountTest {
    @ParameterizedTest
    @ValueSource(strings = {"GA", "GB", "GC"})
    void agreesWithTheGoldenGrowthOfLeadAndMembers(String group) {
        List<MetricValue> rows = TownFacts.golden().rows(new Headcount(), GoldenTown.town());
        for (String side : List.of("lead", "member")) {
            MetricValue row = MetricTable.one(
                    rows,
                    value -> value.groupCode().equals(group)
                            && value.stage().equals("J")
                            && value.measure().equals("growth")
                            && value.variant().equals("education_group/" + side));
            assertThat(row.value()).isCloseTo(MetricTable.golden(group + "." + side + "_growth", 0), within(6e-10));
        }
    }

    @Test
    void addsGradesAndStagesAndWithholdsWhatLacksAGrade() {
        Town town = IntakeTest.town().group("G", "C1", "A1 lead, A2 member, A3 member");
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2024 | J7 | 2024-09-10 | 100 | -
                        A1 | 2024 | J8 | 2024-09-10 | 200 | -
                        A1 | 2024 | P1 | 2024-09-10 | 5   | -
                        A2 | 2024 | J7 | 2024-09-10 | 0   | -
                        A3 | 2024 | J7 | 2024-09-10 | 50  | -
                        A3 | 2024 | J8 | 2024-09-10 | -   | -
                        """);
        MetricTable.check(
                facts.rows(new Headcount(), town),
                row -> !row.schoolCode().isEmpty() || row.groupCode().equals("G"),
                """
                schoolCode | stage | variant                | measure   | value | n   | k | leastUnit | leftOutUnits | flag          | because
                A1         | J     | -                      | headcount | 300   | 300 | 1 | 300       | 0            | OK            | all grades
                A1         | P     | -                      | headcount | 5     | 5   | 1 | 5         | 0            | OK            | -
                A1         | -     | -                      | headcount | 305   | 305 | 1 | 5         | 0            | OK            | both stages, the smaller of them told to disclosure
                A2         | J     | -                      | headcount | 0     | 0   | 1 | 0         | 0            | OK            | nobody is a count
                A2         | -     | -                      | headcount | 0     | 0   | 1 | 0         | 0            | OK            | -
                A3         | J     | -                      | headcount | -     | 0   | 0 | -         | 0            | MISSING_INPUT | a grade is unknown
                A3         | -     | -                      | headcount | -     | 0   | 0 | -         | 0            | MISSING_INPUT | -
                -          | J     | education_group        | headcount | 300   | 300 | 2 | 0         | 1            | OK            | A3 left out
                -          | J     | education_group/lead   | headcount | 300   | 300 | 1 | 300       | 0            | OK            | -
                -          | J     | education_group/member | headcount | 0     | 0   | 1 | 0         | 1            | OK            | -
                -          | P     | education_group        | headcount | 5     | 5   | 1 | 5         | 0            | OK            | A2 and A3 teach no primary stage
                -          | P     | education_group/lead   | headcount | 5     | 5   | 1 | 5         | 0            | OK            | -
                -          | P     | education_group/member | headcount | -     | 0   | 0 | -         | 0            | MISSING_INPUT | -
                -          | -     | education_group        | headcount | 305   | 305 | 2 | 0         | 1            | OK            | -
                -          | -     | education_group/lead   | headcount | 305   | 305 | 1 | 5         | 0            | OK            | -
                -          | -     | education_group/member | headcount | 0     | 0   | 1 | 0         | 1            | OK            | -
                """);
    }

    @Test
    void growsSinceTheYearBeforeAndTheFounding() {
        Town town = IntakeTest.town()
                .group("G", "education_group", "C1", "2023-08-15", "A1 lead, A2 member")
                .member("G", "A3", "member", "2024-03-01", null);
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2022 | J7 | 2022-09-10 | 100 | -
                        A2 | 2022 | J7 | 2022-09-10 | 0   | -
                        A3 | 2022 | J7 | 2022-09-10 | 80  | -
                        A1 | 2023 | J7 | 2023-09-10 | 120 | -
                        A2 | 2023 | J7 | 2023-09-10 | 50  | -
                        A3 | 2023 | J7 | 2023-09-10 | 70  | -
                        A1 | 2024 | J7 | 2024-09-10 | 150 | -
                        A3 | 2024 | J7 | 2024-09-10 | 0   | -
                        U1 | 2024 | J7 | 2024-09-10 | 40  | -
                        """);
        // ln 1.25 = .22314, se √(1/120 + 1/150) = .12247
        MetricTable.check(
                facts.rows(new Headcount(), town),
                row -> row.schoolYear() == 2024
                        && row.stage().equals("J")
                        && !row.measure().equals("headcount")
                        && (!row.schoolCode().isEmpty() || row.variant().equals("education_group/base_founding")),
                """
                schoolCode | groupCode | variant                       | measure  | baseYear | value  | se     | ciLo    | ciHi   | n   | k | leftOutUnits | leftOutStudents | flag         | because
                A1         | -         | -                             | growth   | 2023     | .25    | -      | -       | -      | 120 | 1 | 0            | 0               | OK           | -
                A1         | -         | -                             | ln_ratio | 2023     | .22314 | .12247 | -.01690 | .46319 | 120 | 1 | 0            | 0               | OK           | as of Poisson counts
                A1         | -         | education_group/base_founding | growth   | 2022     | .50    | -      | -       | -      | 100 | 1 | 0            | 0               | OK           | the last year before the founding
                A1         | -         | education_group/base_founding | ln_ratio | 2022     | .40547 | .12910 | .15243  | .65850 | 100 | 1 | 0            | 0               | OK           | -
                A3         | -         | -                             | growth   | 2023     | -1     | -      | -       | -      | 70  | 1 | 0            | 0               | N_TOO_SMALL  | nobody is left
                A3         | -         | -                             | ln_ratio | 2023     | -      | -      | -       | -      | 70  | 1 | 0            | 0               | ZERO_MEAN    | -
                A3         | -         | education_group/base_founding | growth   | 2022     | -1     | -      | -       | -      | 80  | 1 | 0            | 0               | N_TOO_SMALL  | -
                A3         | -         | education_group/base_founding | ln_ratio | 2022     | -      | -      | -       | -      | 80  | 1 | 0            | 0               | ZERO_MEAN    | -
                U1         | -         | -                             | growth   | 2023     | -      | -      | -       | -      | 0   | 0 | 0            | 0               | BASE_MISSING | a new unit
                U1         | -         | -                             | ln_ratio | 2023     | -      | -      | -       | -      | 0   | 0 | 0            | 0               | BASE_MISSING | -
                -          | G         | education_group/base_founding | growth   | 2022     | -.1667 | -      | -       | -      | 180 | 2 | 1            | 0               | OK           | A3 joined in spring and counts in both years; A2 is gone
                -          | G         | education_group/base_founding | ln_ratio | 2022     | -.1823 | .11055 | -.3990  | .0344  | 180 | 2 | 1            | 0               | OK           | ln(150/180)
                -          | -         | education_group/base_founding | growth   | 2022     | -.1667 | -      | -       | -      | 180 | 2 | 2            | 40              | OK           | county C1: U1 is new
                -          | -         | education_group/base_founding | ln_ratio | 2022     | -.1823 | .11055 | -.3990  | .0344  | 180 | 2 | 2            | 40              | OK           | -
                -          | -         | education_group/base_founding | growth   | 2022     | -.1667 | -      | -       | -      | 180 | 2 | 2            | 40              | OK           | the territory
                -          | -         | education_group/base_founding | ln_ratio | 2022     | -.1823 | .11055 | -.3990  | .0344  | 180 | 2 | 2            | 40              | OK           | -
                """);
    }
}
