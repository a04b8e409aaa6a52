package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.domain.MetricValue;

class IntakeShareShiftTest {
    private static final List<MetricValue> GOLDEN = TownFacts.golden().rows(new IntakeShareShift(), GoldenTown.town());

    @ParameterizedTest
    @ValueSource(strings = {"GA A1", "GB B1", "GC C1"})
    void theLeadsShiftIsTheDifferenceOfItsGoldenShares(String groupAndLead) {
        String group = groupAndLead.substring(0, 2);
        MetricValue row = MetricTable.one(
                GOLDEN,
                value -> value.schoolCode().equals(groupAndLead.substring(3))
                        && value.measure().equals("in_group")
                        && value.variant().equals("education_group"));
        assertThat(row.value())
                .isCloseTo(
                        MetricTable.golden(group + ".lead_share_2024", 0)
                                - MetricTable.golden(group + ".lead_share_2023", 0),
                        within(1e-9));
    }

    @Test
    void theShiftsOfAWholeAddToZero() {
        for (String group : List.of("A", "B", "C")) {
            assertThat(GOLDEN.stream()
                            .filter(row -> row.schoolCode().startsWith(group)
                                    && row.measure().equals("in_group")
                                    && row.variant().equals("education_group"))
                            .mapToDouble(MetricValue::value)
                            .sum())
                    .isCloseTo(0, within(1e-15));
        }
        for (String district : List.of("D1", "D2")) {
            assertThat(GOLDEN.stream()
                            .filter(row -> !row.schoolCode().isEmpty()
                                    && row.districtCode().equals(district)
                                    && row.measure().equals("in_district")
                                    && row.variant().isEmpty())
                            .mapToDouble(MetricValue::value)
                            .sum())
                    .isCloseTo(0, within(1e-15));
        }
    }

    @Test
    void aGroupsShiftIsTheSumOfItsUnits() {
        MetricValue group = MetricTable.one(
                GOLDEN,
                row -> row.groupCode().equals("GA")
                        && row.schoolCode().isEmpty()
                        && row.variant().equals("education_group"));
        double units = GOLDEN.stream()
                .filter(row -> row.schoolCode().startsWith("A")
                        && row.measure().equals("in_district")
                        && row.variant().isEmpty())
                .mapToDouble(MetricValue::value)
                .sum();
        assertThat(group.measure()).isEqualTo("in_district");
        assertThat(group.value()).isCloseTo(units, within(1e-15));
    }

    @Test
    void aNewUnitHasNoShiftAndMovesNobody() {
        Town town =
                IntakeTest.town().group("G", "education_group", "C1", "2024-01-01", "A1 lead, A2 member, A3 member");
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2023 | J7 | 2023-09-10 | - | 60
                        A2 | 2023 | J7 | 2023-09-10 | - | 40
                        U1 | 2023 | J7 | 2023-09-10 | - | 100
                        A1 | 2024 | J7 | 2024-09-10 | - | 60
                        A2 | 2024 | J7 | 2024-09-10 | - | 60
                        A3 | 2024 | J7 | 2024-09-10 | - | 500
                        U1 | 2024 | J7 | 2024-09-10 | - | 120
                        """);
        MetricTable.check(
                facts.rows(new IntakeShareShift(), town), row -> !row.variant().contains("first_grade"), """
                schoolCode | groupCode | measure     | variant                       | baseYear | value   | n   | k | leftOutUnits | leftOutStudents | flag         | because
                A1         | -         | in_district | -                             | 2023     | -.05    | 60  | 1 | 0            | 0               | OK           | 60/240 − 60/200
                A2         | -         | in_district | -                             | 2023     | .05     | 40  | 1 | 0            | 0               | OK           | 60/240 − 40/200
                A3         | -         | in_district | -                             | 2023     | -       | 0   | 0 | 0            | 0               | BASE_MISSING | new
                U1         | -         | in_district | -                             | 2023     | 0       | 100 | 1 | 0            | 0               | OK           | half and half
                A1         | G         | in_group    | education_group               | 2023     | -.10    | 60  | 1 | 0            | 0               | OK           | 60/120 − 60/100
                A2         | G         | in_group    | education_group               | 2023     | .10     | 40  | 1 | 0            | 0               | OK           | -
                A3         | G         | in_group    | education_group               | 2023     | -       | 0   | 0 | 0            | 0               | BASE_MISSING | new
                -          | G         | in_district | education_group               | 2023     | 0       | 100 | 2 | 1            | 500             | OK           | 120/240 − 100/200
                A1         | -         | in_district | education_group/base_founding | 2023     | -.05    | 60  | 1 | 0            | 0               | OK           | -
                A2         | -         | in_district | education_group/base_founding | 2023     | .05     | 40  | 1 | 0            | 0               | OK           | -
                A3         | -         | in_district | education_group/base_founding | 2023     | -       | 0   | 0 | 0            | 0               | BASE_MISSING | -
                A1         | G         | in_group    | education_group/base_founding | 2023     | -.10    | 60  | 1 | 0            | 0               | OK           | -
                A2         | G         | in_group    | education_group/base_founding | 2023     | .10     | 40  | 1 | 0            | 0               | OK           | -
                A3         | G         | in_group    | education_group/base_founding | 2023     | -       | 0   | 0 | 0            | 0               | BASE_MISSING | -
                -          | G         | in_district | education_group/base_founding | 2023     | 0       | 100 | 2 | 1            | 500             | OK           | -
                """);
    }

    @Test
    void aGroupAcrossTwoCountiesIsSeenInTheSmallestDistrictThatHoldsIt() {
        Town town = IntakeTest.town().unit("B1", "C2").group("G", "C1", "A1 lead, B1 member");
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2023 | J7 | 2023-09-10 | - | 50
                        B1 | 2023 | J7 | 2023-09-10 | - | 50
                        U1 | 2023 | J7 | 2023-09-10 | - | 100
                        A1 | 2024 | J7 | 2024-09-10 | - | 75
                        B1 | 2024 | J7 | 2024-09-10 | - | 75
                        U1 | 2024 | J7 | 2024-09-10 | - | 50
                        """);
        assertThat(MetricTable.one(
                                facts.rows(new IntakeShareShift(), town),
                                row -> row.groupCode().equals("G")
                                        && row.schoolCode().isEmpty()
                                        && row.variant().equals("education_group"))
                        .value())
                .as("150/200 − 100/200 in the city")
                .isCloseTo(.25, within(1e-15));
    }

    @Test
    void aUnitOfTwoGroupsOfAKindHasAShareInEachAndOneFounding() {
        Town town = IntakeTest.town()
                .group("P", "alliance", "C1", "2023-08-15", "A1 lead, A2 member")
                .group("Q", "alliance", "C1", "2022-08-15", "A1 lead, U1 member");
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2021 | J7 | 2021-09-10 | - | 50
                        A2 | 2021 | J7 | 2021-09-10 | - | 50
                        U1 | 2021 | J7 | 2021-09-10 | - | 100
                        A1 | 2022 | J7 | 2022-09-10 | - | 60
                        A2 | 2022 | J7 | 2022-09-10 | - | 40
                        U1 | 2022 | J7 | 2022-09-10 | - | 100
                        A1 | 2023 | J7 | 2023-09-10 | - | 75
                        A2 | 2023 | J7 | 2023-09-10 | - | 25
                        U1 | 2023 | J7 | 2023-09-10 | - | 100
                        """);
        MetricTable.check(
                facts.rows(new IntakeShareShift(), town),
                row -> row.schoolCode().equals("A1")
                        && row.schoolYear() == 2023
                        && !row.variant().contains("first_grade"),
                """
                groupCode | measure     | variant                | baseYear | value  | because
                -         | in_district | -                      | 2022     | .075   | 75/200 − 60/200
                P         | in_group    | alliance               | 2022     | .15    | 75/100 − 60/100
                Q         | in_group    | alliance               | 2022     | .0536  | 75/175 − 60/160
                P         | in_group    | alliance/base_founding | 2022     | .15    | the founding of P
                Q         | in_group    | alliance/base_founding | 2021     | .0952  | the founding of Q: 75/175 − 50/150
                -         | in_district | alliance/base_founding | 2021     | .125   | Q was founded first: 75/200 − 50/200
                """);
    }
}
