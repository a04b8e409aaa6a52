package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.domain.MetricValue;

class IntakeShiftShareTest {
    private static final List<String> PARTS = List.of("national", "mix", "competitive");

    @ParameterizedTest
    @ValueSource(strings = {"A1", "A2", "A3", "A4", "B1", "B2", "C1", "C2", "C3", "U1", "U2"})
    void agreesWithTheGoldenPartsOfEachUnit(String school) {
        List<MetricValue> rows = TownFacts.golden().rows(new IntakeShiftShare(), GoldenTown.town());
        double change = 0;
        for (int part = 0; part < PARTS.size(); part++) {
            String measure = PARTS.get(part);
            MetricValue row = MetricTable.one(
                    rows,
                    value -> value.schoolCode().equals(school)
                            && value.variant().equals("district")
                            && value.measure().equals(measure));
            double golden = MetricTable.golden("shiftshare." + school, part + 1);
            assertThat(row.value()).isCloseTo(golden, within(5e-10 * Math.max(1, Math.abs(golden))));
            change += row.value();
        }
        assertThat(change).isCloseTo(MetricTable.golden("shiftshare." + school, 0), within(1e-10));
    }

    @Test
    void theStrataOfATerritoryAddToNothing() {
        List<MetricValue> rows = TownFacts.golden().rows(new IntakeShiftShare(), GoldenTown.town());
        for (String measure : List.of("mix", "competitive")) {
            assertThat(rows.stream()
                            .filter(row -> row.districtCode().equals("T")
                                    && row.variant().equals("district")
                                    && row.measure().equals(measure))
                            .map(MetricValue::value))
                    .singleElement()
                    .satisfies(value -> assertThat(value).isCloseTo(0, within(1e-12)));
        }
    }

    @Test
    void takesTownAndCountryApartAndSetsNewUnitsAside() {
        Town town = IntakeTest.town()
                .with("A1", TownRecords.setting("111"))
                .with("A2", TownRecords.setting("112"))
                .with("A3", TownRecords.setting("220"))
                .with("U1", TownRecords.setting("210"))
                .with("U1", TownRecords.opened("2024-08-01"))
                .group("G", "C1", "A1 lead, A3 member, A4 member, U1 member");
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2023 | J7 | 2023-09-10 | 100 | 100
                        A2 | 2023 | J7 | 2023-09-10 | 100 | 100
                        A3 | 2023 | J7 | 2023-09-10 | 50  | 50
                        A1 | 2024 | J7 | 2024-09-10 | 130 | 130
                        A2 | 2024 | J7 | 2024-09-10 | 110 | 110
                        A3 | 2024 | J7 | 2024-09-10 | 35  | 35
                        A4 | 2024 | J7 | 2024-09-10 | 60  | 60
                        U1 | 2024 | J7 | 2024-09-10 | 40  | 40
                        """);
        // all 250 to 275: G = .1; towns 200 to 240: .2; the country 50 to 35: -.3
        MetricTable.check(
                facts.rows(new IntakeShiftShare(), town),
                row -> (row.variant().isEmpty() || row.variant().equals("education_group"))
                        && !row.districtCode().equals("T"),
                """
                schoolCode | groupCode | measure     | value | n   | k | leastUnit | leftOutUnits | leftOutStudents | flag         | because
                A1         | -         | national    | 10    | 100 | 1 | 35        | 0            | 0               | OK           | 100 times .1
                A1         | -         | mix         | 10    | 100 | 1 | 35        | 0            | 0               | OK           | towns grew by .2
                A1         | -         | competitive | 10    | 100 | 1 | 35        | 0            | 0               | OK           | itself by .3
                A1         | -         | new_units   | 0     | 100 | 1 | 35        | 0            | 0               | OK           | -
                A2         | -         | national    | 10    | 100 | 1 | 35        | 0            | 0               | OK           | -
                A2         | -         | mix         | 10    | 100 | 1 | 35        | 0            | 0               | OK           | -
                A2         | -         | competitive | -10   | 100 | 1 | 35        | 0            | 0               | OK           | -
                A2         | -         | new_units   | 0     | 100 | 1 | 35        | 0            | 0               | OK           | -
                A3         | -         | national    | 5     | 50  | 1 | 35        | 0            | 0               | OK           | -
                A3         | -         | mix         | -20   | 50  | 1 | 35        | 0            | 0               | OK           | -
                A3         | -         | competitive | 0     | 50  | 1 | 35        | 0            | 0               | OK           | alone in its stratum
                A3         | -         | new_units   | 0     | 50  | 1 | 35        | 0            | 0               | OK           | -
                A4         | -         | national    | -     | 0   | 0 | 35        | 0            | 0               | BASE_MISSING | nobody says that it is new
                A4         | -         | mix         | -     | 0   | 0 | 35        | 0            | 0               | BASE_MISSING | -
                A4         | -         | competitive | -     | 0   | 0 | 35        | 0            | 0               | BASE_MISSING | -
                A4         | -         | new_units   | -     | 0   | 0 | 35        | 0            | 0               | BASE_MISSING | -
                U1         | -         | national    | -     | 0   | 1 | 35        | 0            | 0               | BASE_MISSING | opened in August
                U1         | -         | mix         | -     | 0   | 1 | 35        | 0            | 0               | BASE_MISSING | -
                U1         | -         | competitive | -     | 0   | 1 | 35        | 0            | 0               | BASE_MISSING | -
                U1         | -         | new_units   | 40    | 0   | 1 | 35        | 0            | 0               | OK           | its change stands apart
                -          | G         | national    | 15    | 150 | 3 | 35        | 1            | 60              | OK           | 165 + 40 − 150 = 55
                -          | G         | mix         | -10   | 150 | 3 | 35        | 1            | 60              | OK           | -
                -          | G         | competitive | 10    | 150 | 3 | 35        | 1            | 60              | OK           | -
                -          | G         | new_units   | 40    | 150 | 3 | 35        | 1            | 60              | OK           | -
                -          | -         | national    | 25    | 250 | 4 | 35        | 1            | 60              | OK           | county C1
                -          | -         | mix         | 0     | 250 | 4 | 35        | 1            | 60              | OK           | -
                -          | -         | competitive | 0     | 250 | 4 | 35        | 1            | 60              | OK           | -
                -          | -         | new_units   | 40    | 250 | 4 | 35        | 1            | 60              | OK           | -
                """);
    }

    @Test
    void saysWhereTheSettingIsUnknown() {
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2023 | J7 | 2023-09-10 | 40 | 40
                        A2 | 2023 | J7 | 2023-09-10 | 0  | 0
                        A1 | 2024 | J7 | 2024-09-10 | 50 | 50
                        A2 | 2024 | J7 | 2024-09-10 | 30 | 30
                        A3 | 2024 | J7 | 2024-09-10 | 30 | -
                        """);
        MetricTable.check(
                facts.rows(new IntakeShiftShare(), IntakeTest.town()),
                row -> row.variant().isEmpty() && !row.schoolCode().isEmpty(),
                """
                schoolCode | measure     | value | flag          | because
                A1         | national    | 10    | OK            | A2 had nobody and is in no growth
                A1         | mix         | 0     | APPROXIMATE   | those of unknown setting make a stratum of their own
                A1         | competitive | 0     | APPROXIMATE   | -
                A1         | new_units   | 0     | OK              | -
                A2         | national    | -     | BASE_MISSING  | a base of 0
                A2         | mix         | -     | BASE_MISSING  | -
                A2         | competitive | -     | BASE_MISSING  | -
                A2         | new_units   | 30    | OK            | -
                A3         | national    | -     | MISSING_INPUT | no count now
                A3         | mix         | -     | MISSING_INPUT | -
                A3         | competitive | -     | MISSING_INPUT | -
                A3         | new_units   | -     | MISSING_INPUT | -
                """);
    }
}
