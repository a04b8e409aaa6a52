package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.domain.MetricValue;

class IntakeGrowthTest {
    @ParameterizedTest
    @ValueSource(strings = {"GA", "GB", "GC"})
    void agreesWithTheGoldenGrowthOfLeadAndMembers(String group) {
        List<MetricValue> rows = TownFacts.golden().rows(new IntakeGrowth(), GoldenTown.town());
        for (String side : List.of("lead", "member")) {
            MetricValue row = MetricTable.one(
                    rows,
                    value -> value.groupCode().equals(group)
                            && value.measure().equals("growth")
                            && value.variant().equals("education_group/" + side));
            assertThat(row.value()).isCloseTo(MetricTable.golden(group + "." + side + "_growth", 0), within(6e-10));
            assertThat(row.baseYear()).isEqualTo(2023);
        }
    }

    @Test
    void membersWeighedByTheirBaseGiveTheMemberSet() {
        List<MetricValue> rows = TownFacts.golden().rows(new IntakeGrowth(), GoldenTown.town());
        double weighted = 0;
        long base = 0;
        for (String school : List.of("A2", "A3", "A4")) {
            MetricValue row = MetricTable.one(
                    rows,
                    value -> value.schoolCode().equals(school)
                            && value.measure().equals("growth")
                            && value.variant().isEmpty());
            weighted += row.value() * row.n();
            base += row.n();
        }
        assertThat(weighted / base).isCloseTo(MetricTable.golden("GA.member_growth", 0), within(6e-10));
    }

    @Test
    void comparesWithTheYearBeforeAndWithTheFounding() {
        Town town = IntakeTest.town().group("G", "education_group", "C1", "2022-08-15", "A1 lead, A2 member");
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2020 | J7 | 2020-09-10 | 200 | 200
                        A1 | 2021 | J7 | 2021-09-10 | 100 | 100
                        A1 | 2022 | J7 | 2022-09-10 | 120 | 120
                        A1 | 2023 | J7 | 2023-09-10 | 150 | 150
                        """);
        // ln 1.2 = .18232, se √(1/100 + 1/120) = .13540; ln 1.25 = .22314, se √(1/120 + 1/150) = .12247
        MetricTable.check(
                facts.rows(new IntakeGrowth(), town),
                row -> row.schoolCode().equals("A1") && !row.variant().contains("first_grade"),
                """
                schoolYear | variant                       | baseYear | measure  | value   | se     | ciLo    | ciHi   | ciMethod | ciFrame | n   | because
                2021       | -                             | 2020     | growth   | -.50    | -      | -       | -      | -        | -       | 200 | the first year with rows has no change
                2021       | -                             | 2020     | ln_ratio | -.69315 | .12247 | -.93319 | -.45310| poisson  | -       | 200 | -
                2022       | -                             | 2021     | growth   | .20     | -      | -       | -      | -        | -       | 100 | -
                2022       | -                             | 2021     | ln_ratio | .18232  | .13540 | -.08306 | .44770 | poisson  | -       | 100 | -
                2022       | education_group/base_founding | 2021     | growth   | .20     | -      | -       | -      | -        | -       | 100 | counted on September 10, founded the August after
                2022       | education_group/base_founding | 2021     | ln_ratio | .18232  | .13540 | -.08306 | .44770 | poisson  | -       | 100 | -
                2023       | -                             | 2022     | growth   | .25     | -      | -       | -      | -        | -       | 120 | -
                2023       | -                             | 2022     | ln_ratio | .22314  | .12247 | -.01690 | .46319 | poisson  | -       | 120 | -
                2023       | education_group/base_founding | 2021     | growth   | .50     | -      | -       | -      | -        | -       | 100 | -
                2023       | education_group/base_founding | 2021     | ln_ratio | .40547  | .12910 | .15243  | .65850 | poisson  | -       | 100 | -
                """);
    }

    @Test
    void takesTheFirstYearWhereTheFoundingIsUnknownOrBeforeAllData() {
        for (String founded : new String[] {null, "2010-09-01"}) {
            Town town = IntakeTest.town().group("G", "education_group", "C1", founded, "A1 lead");
            TownFacts facts = new TownFacts().enrollment("""
                            A1 | 2021 | J7 | 2021-09-10 | 100 | 100
                            A1 | 2022 | J7 | 2022-09-10 | 120 | 120
                            A1 | 2023 | J7 | 2023-09-10 | 150 | 150
                            """);
            MetricTable.check(
                    facts.rows(new IntakeGrowth(), town),
                    row -> row.groupCode().equals("G")
                            && row.variant().equals("education_group/base_founding")
                            && row.measure().equals("growth"),
                    """
                    schoolYear | baseYear | value
                    2022       | 2021     | .20
                    2023       | 2021     | .50
                    """);
        }
    }

    @Test
    void keepsToUnitsWithBothYearsAndSaysWhoIsLeftOut() {
        Town town = IntakeTest.town()
                .group("G", "education_group", "C1", null, "A1 lead, A2 member, A3 member, U1 member")
                .member("G", "A4", "member", "2020-09-01", "2024-06-01");
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2023 | J7 | 2023-09-10 | 100 | 100
                        A2 | 2023 | J7 | 2023-09-10 | 50  | 50
                        A4 | 2023 | J7 | 2023-09-10 | 70  | 70
                        U1 | 2023 | J7 | 2023-09-10 | 0   | 0
                        A1 | 2024 | J7 | 2024-09-10 | 0   | 0
                        A2 | 2024 | J7 | 2024-09-10 | 60  | -
                        A3 | 2024 | J7 | 2024-09-10 | 80  | 80
                        A4 | 2024 | J7 | 2024-09-10 | 75  | 75
                        U1 | 2024 | J7 | 2024-09-10 | 30  | 30
                        """);
        MetricTable.check(
                facts.rows(new IntakeGrowth(), town),
                row -> row.baseYear() == 2023
                        && !row.variant().contains("first_grade")
                        && !row.variant().contains("founding")
                        && row.districtCode().equals("C1")
                        && (row.groupCode().equals("G") || !row.schoolCode().isEmpty()),
                """
                schoolCode | variant                | measure  | value | n   | k | leftOutUnits | leftOutStudents | flag          | because
                A1         | -                      | growth   | -1    | 100 | 1 | 0            | 0               | N_TOO_SMALL   | nobody entered
                A1         | -                      | ln_ratio | -     | 100 | 1 | 0            | 0               | ZERO_MEAN     | no logarithm of 0
                A2         | -                      | growth   | -     | 0   | 0 | 0            | 0               | MISSING_INPUT | no count now
                A2         | -                      | ln_ratio | -     | 0   | 0 | 0            | 0               | MISSING_INPUT | -
                A3         | -                      | growth   | -     | 0   | 0 | 0            | 0               | BASE_MISSING  | a new unit
                A3         | -                      | ln_ratio | -     | 0   | 0 | 0            | 0               | BASE_MISSING  | -
                A4         | -                      | growth   | .0714 | 70  | 1 | 0            | 0               | OK            | -
                A4         | -                      | ln_ratio | .0690 | 70  | 1 | 0            | 0               | OK            | -
                U1         | -                      | growth   | -     | 0   | 1 | 0            | 0               | BASE_MISSING  | a base of 0
                U1         | -                      | ln_ratio | -     | 0   | 1 | 0            | 0               | BASE_MISSING  | -
                -          | education_group        | growth   | -.70  | 100 | 2 | 3            | 205             | OK            | A2 50 then, A3 80 now, A4 left the group: 75 now
                -          | education_group        | ln_ratio | -1.20 | 100 | 2 | 3            | 205             | OK            | -
                -          | education_group/lead   | growth   | -1    | 100 | 1 | 0            | 0               | N_TOO_SMALL   | -
                -          | education_group/lead   | ln_ratio | -     | 100 | 1 | 0            | 0               | ZERO_MEAN     | -
                -          | education_group/member | growth   | -     | 0   | 1 | 3            | 205             | BASE_MISSING  | only U1 has both, and its base is 0
                -          | education_group/member | ln_ratio | -     | 0   | 1 | 3            | 205             | BASE_MISSING  | -
                """);
    }

    @Test
    void comparesAUnitOfTwoGroupsOfAKindWithTheEarlierFounding() {
        Town town = IntakeTest.town()
                .group("P", "alliance", "C1", "2023-08-15", "A1 lead, A2 member")
                .group("Q", "alliance", "C1", "2022-08-15", "A1 lead, U1 member")
                .group("R", "alliance", "C1", null, "A1 lead, U1 member")
                .group("S", "district", "C1", "2023-08-15", "A1 lead");
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2020 | J7 | 2020-09-10 | 200 | 200
                        A1 | 2021 | J7 | 2021-09-10 | 100 | 100
                        A1 | 2022 | J7 | 2022-09-10 | 120 | 120
                        A1 | 2023 | J7 | 2023-09-10 | 150 | 150
                        """);
        MetricTable.check(
                facts.rows(new IntakeGrowth(), town),
                row -> row.schoolCode().equals("A1")
                        && row.schoolYear() == 2023
                        && row.measure().equals("growth")
                        && row.variant().endsWith("base_founding"),
                """
                variant                | baseYear | value | because
                alliance/base_founding | 2021     | .50   | Q was founded first; R does not say when
                district/base_founding | 2022     | .25   | another kind
                """);
    }
}
