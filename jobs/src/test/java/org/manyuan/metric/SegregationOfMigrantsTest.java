package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

class SegregationOfMigrantsTest {
    @Test
    void agreesWithTheTwoSchoolsWorkedByHand() {
        Town town = IntakeTest.town()
                .group("G", "C1", "A1 lead, A2 member")
                .group("H", "alliance", "C1", null, "A2 member");
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2024 | J7 | 2024-09-10 | 60  | - | - | - | 6
                        A1 | 2024 | J8 | 2024-09-10 | 40  | - | - | - | 4
                        A2 | 2024 | J7 | 2024-09-10 | 100 | - | - | - | 30
                        A3 | 2024 | J7 | 2024-09-10 | 50  | - | - | - | -
                        """);
        // D = ½(|10/40 − 90/160| + |30/40 − 70/160|) = .3125; E(.1) = .32508, E(.3) = .61086, E(.2) = .50040
        MetricTable.check(
                facts.rows(new SegregationOfMigrants(), town),
                row -> !row.districtCode().equals("T")
                        && (row.measure().equals("D") || row.measure().equals("H")),
                """
                groupCode | variant         | measure | value | n   | k | leastSide | leftOutUnits | leftOutStudents | flag        | because
                G         | education_group | D       | .3125 | 200 | 2 | 10        | 0            | 0               | OK          | grades added
                G         | education_group | H       | .0648 | 200 | 2 | 10        | 0            | 0               | OK          | 1 − (.32508 + .61086)/(2 × .50040)
                H         | alliance        | D       | -     | 100 | 1 | 30        | 0            | 0               | K_TOO_SMALL | one unit
                H         | alliance        | H       | -     | 100 | 1 | 30        | 0            | 0               | K_TOO_SMALL | -
                -         | -               | D       | .3125 | 200 | 2 | 10        | 3            | 50              | OK          | county C1; A3 does not say, A4 and U1 handed nothing in
                -         | -               | H       | .0648 | 200 | 2 | 10        | 3            | 50              | OK          | -
                """);
    }

    @Test
    void takesAwayWhatChanceAloneGives() {
        StringBuilder table = new StringBuilder();
        Town town = new Town();
        for (int school = 0; school < 40; school++) {
            town.unit("S" + school, "C1");
            table.append(
                    "S" + school + " | 2024 | J7 | 2024-09-10 | 5 | - | - | - | " + (school % 4 == 0 ? 2 : 1) + "\n");
        }
        List<MetricValue> rows = new TownFacts().enrollment(table.toString()).rows(new SegregationOfMigrants(), town);
        assertThat(county(rows, "D")).isPositive();
        assertThat(county(rows, "D_adj")).as("more even than by lot").isNegative();
        assertThat(county(rows, "H_adj")).isNegative();
        assertThat(new TownFacts().enrollment(table.toString()).rows(new SegregationOfMigrants(), town))
                .as("the lots are the same every time")
                .isEqualTo(rows);
    }

    @Test
    void isNullWhereOneKindIsAbsentAndMarksTheImpossible() {
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2022 | J7 | 2022-09-10 | 60 | - | - | - | 0
                        A2 | 2022 | J7 | 2022-09-10 | 50 | - | - | - | 0
                        A1 | 2023 | J7 | 2023-09-10 | 60 | - | - | - | 60
                        A2 | 2023 | J7 | 2023-09-10 | 60 | - | - | - | 0
                        U1 | 2023 | J7 | 2023-09-10 | 0  | - | - | - | 0
                        A1 | 2024 | J7 | 2024-09-10 | 60 | - | - | - | 61
                        A2 | 2024 | J7 | 2024-09-10 | 60 | - | - | - | 30
                        A3 | 2024 | J7 | 2024-09-10 | 60 | - | - | - | 30
                        A1 | 2025 | J7 | 2025-09-10 | 60 | - | - | - | -
                        """);
        MetricTable.check(
                facts.rows(new SegregationOfMigrants(), IntakeTest.town()),
                row -> row.districtCode().equals("C1") && row.measure().equals("D"),
                """
                schoolYear | value | n   | k | flag                | because
                2022       | -     | 110 | 2 | ZERO_MEAN           | no migrant anywhere
                2023       | 1     | 120 | 2 | OK                  | apart; U1 has nobody
                2024       | 0     | 120 | 2 | INCONSISTENT_SOURCE | more migrants than students in A1
                2025       | -     | 0   | 0 | MISSING_INPUT       | -
                """);
    }

    private static double county(List<MetricValue> rows, String measure) {
        return MetricTable.one(
                        rows,
                        row -> row.districtCode().equals("C1") && row.measure().equals(measure))
                .value();
    }
}
