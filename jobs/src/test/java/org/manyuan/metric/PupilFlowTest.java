package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PupilFlowTest {
    private static final PupilFlow METRIC = new PupilFlow();

    private static Town town() {
        return new Town().unit("A1", "C1").unit("A2", "C1").unit("B1", "C2").group("GA", "C1", "A1 lead, A2 member");
    }

    private static TownFacts facts() {
        return new TownFacts().flows("""
                A1 | 2024 | J7 | A1 | P1 | 80
                A1 | 2024 | J7 | A2 | P1 | 20
                A1 | 2024 | J8 | B1 | -  | 15
                A1 | 2024 | J8 | X9 | -  | 12
                A2 | 2024 | J7 | A2 | -  | 60
                A2 | 2024 | J7 | A1 | -  | 10
                B1 | 2024 | J7 | B1 | -  | 50
                B1 | 2024 | J7 | A1 | -  | 11
                B1 | 2024 | J7 | -  | -  | 13
                """);
    }

    @Test
    void countsWhoCameAndWhoWentByTheZone() {
        MetricTable.check(
                facts().rows(METRIC, town()),
                row -> row.variant().equals("education_group")
                        || row.variant().isEmpty() && row.schoolCode().equals("A1"),
                """
                schoolCode | groupCode | measure        | value | n   | k | leastUnit | because
                A1         | -         | in             | 47    | 47  | 1 | 47        | 20, 15 and 12 from outside
                A1         | -         | out            | 21    | 21  | 1 | 21        | 10 and 11
                A1         | -         | net            | 26    | 68  | 1 | 21        |
                A1         | -         | net_rate       | .382  | 68  | 1 | 21        | 26 of 68
                A1         | -         | retention      | .792  | 101 | 1 | 101       | 80 of 101
                -          | GA        | in             | 27    | 27  | 2 | 10        | what flows inside stayed; A2 has 10 in
                -          | GA        | out            | 11    | 11  | 2 | 10        |
                -          | GA        | net            | 16    | 38  | 2 | 10        |
                -          | GA        | net_rate       | .421  | 38  | 2 | 10        |
                -          | GA        | retention      | .939  | 181 | 2 | 10        | 170 of 181
                -          | GA        | lead_to_member | 10    | 10  | 1 | 10        |
                -          | GA        | member_to_lead | 20    | 20  | 1 | 20        |
                """);
    }

    @Test
    void readsEntrantsAndTheSchoolBeforeToo() {
        MetricTable.check(
                facts().rows(METRIC, town()),
                row -> row.schoolCode().equals("A1")
                        && row.measure().matches("in|retention")
                        && !row.variant().isEmpty(),
                """
                variant  | measure   | value | flag         | because
                entrants | in        | 20    | OK           | grade 7 alone
                entrants | retention | .792  | OK           |
                previous | in        | 127   | OK           | P1 is no school of the territory
                previous | retention | -     | BASE_MISSING | nobody is from A1
                """);
    }

    @Test
    void theNetsOfAllNodesAddToNothing() {
        double units = facts().rows(METRIC, town()).stream()
                .filter(row -> row.measure().equals("net")
                        && row.variant().isEmpty()
                        && !row.schoolCode().isEmpty())
                .mapToDouble(row -> row.value())
                .sum();

        assertThat(units)
                .as("12 from X9 and 13 from nowhere came in, so OUT has −25")
                .isEqualTo(25);
    }

    @Test
    void knowsNothingWhereNobodySaysWherePupilsAreFrom() {
        TownFacts silent = new TownFacts().flows("A1 | 2024 | J7 | - | - | 80");

        MetricTable.check(
                silent.rows(METRIC, town()),
                row -> row.schoolCode().equals("A1") && row.variant().isEmpty(),
                """
                measure   | value | n | flag
                in        | -     | 0 | MISSING_INPUT
                out       | -     | 0 | MISSING_INPUT
                net       | -     | 0 | MISSING_INPUT
                net_rate  | -     | 0 | MISSING_INPUT
                retention | -     | 0 | MISSING_INPUT
                """);
    }
}
