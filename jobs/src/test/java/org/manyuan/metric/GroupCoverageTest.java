package org.manyuan.metric;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

class GroupCoverageTest {
    private static final GroupCoverage METRIC = new GroupCoverage();

    @Test
    void countsSchoolsInAGroupOnTheBuildsDay() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("A2", "C1")
                .unit("A3", "C1")
                .unit("A4", "C1")
                .unit("A5", "C1")
                .with("A4", TownRecords.opened("2026-09-01"))
                .with("A5", partOf("A3"))
                .group("GA", "C1", "A1 lead, A5 member")
                .group("GB", "alliance", "C1", null, "A1 member")
                .member("GB", "A2", "member", "2020-09-01", "2026-08-31");
        TownFacts facts = new TownFacts().enrollment("""
                A1 | 2025 | J7 | - | 100 | -
                A3 | 2025 | J7 | - | 60  | -
                A5 | 2025 | J7 | - | 40  | -
                A1 | 2024 | J7 | - | 999 | -
                """);

        MetricTable.check(
                facts.rows(METRIC, town),
                row -> row.districtCode().equals("C1") && row.stage().equals("J"),
                """
                measure  | variant         | schoolYear | value | n   | k | leastUnit | leftOutUnits | flag | because
                schools  | alliance        | 2025       | .333  | 3   | 3 | 9223372036854775807 | 0  | OK   | A1 of A1, A2, A3: A2 left on the day, A4 opens tomorrow, A5 is a campus
                students | alliance        | 2025       | .5    | 200 | 2 | 40        | 1            | OK   | nobody counted A2
                schools  | education_group | 2025       | .667  | 3   | 3 | 9223372036854775807 | 0  | OK   | A3 through its campus A5
                students | education_group | 2025       | .7    | 200 | 2 | 40        | 1            | OK   | not A3's other pupils
                schools  | any             | 2025       | .667  | 3   | 3 | 9223372036854775807 | 0  | OK   |
                students | any             | 2025       | .7    | 200 | 2 | 40        | 1            | OK   |
                """);
    }

    @Test
    void tellsStagesAndSettingsApart() {
        Town town = new Town()
                .unit("P1", "C1")
                .with("P1", teaching(Stage.P))
                .unit("J1", "C1")
                .with("J1", TownRecords.setting("111"))
                .unit("S1", "C1")
                .with("S1", teaching(Stage.S))
                .group("GA", "C1", "J1 peer");

        MetricTable.check(
                new TownFacts().rows(METRIC, town),
                row -> row.districtCode().equals("C1") && row.variant().startsWith("any"),
                """
                stage | measure  | variant  | value | n | flag          | because
                P     | schools  | any      | 0.0   | 1 | OK            |
                P     | students | any      | -     | 0 | MISSING_INPUT | nobody counted
                J     | schools  | any      | 1.0   | 1 | OK            | any role
                J     | students | any      | -     | 0 | MISSING_INPUT |
                J     | schools  | any/city | 1.0   | 1 | OK            |
                J     | students | any/city | -     | 0 | MISSING_INPUT |
                P,J   | schools  | any      | .5    | 2 | OK            | compulsory education
                P,J   | students | any      | -     | 0 | MISSING_INPUT |
                P,J   | schools  | any/city | 1.0   | 1 | OK            |
                P,J   | students | any/city | -     | 0 | MISSING_INPUT |
                S     | schools  | any      | 0.0   | 1 | OK            |
                S     | students | any      | -     | 0 | MISSING_INPUT |
                -     | schools  | any      | .333  | 3 | OK            | all
                -     | students | any      | -     | 0 | MISSING_INPUT |
                -     | schools  | any/city | 1.0   | 1 | OK            |
                -     | students | any/city | -     | 0 | MISSING_INPUT |
                """);
    }

    @Test
    void countsSmallRuralSchoolsByTheirTag() {
        Town town = new Town()
                .unit("A1", "C1")
                .with("A1", TownRecords.typed("211", "P", "boarding;small_rural"))
                .unit("A2", "C1")
                .with("A2", TownRecords.typed("211", "P", "small_rural"))
                .unit("A3", "C1")
                .with("A3", TownRecords.typed("211", "P", "boarding"))
                .group("GA", "C1", "A1 lead, A3 member");

        MetricTable.check(
                new TownFacts().enrollment("A1 | 2025 | P1 | - | 30 | -").rows(METRIC, town),
                row -> row.districtCode().equals("C1")
                        && row.stage().equals("P")
                        && row.variant().startsWith("any/"),
                """
                measure  | variant         | value | n  | k | leftOutUnits | because
                schools  | any/small_rural | .5    | 2  | 2 | 0            | A1 of A1 and A2
                students | any/small_rural | 1.0   | 30 | 1 | 1            | nobody counted A2
                """);
    }

    private static UnaryOperator<Unit> partOf(String school) {
        return unit -> copy(unit, school, unit.stages());
    }

    private static UnaryOperator<Unit> teaching(Stage stage) {
        return unit -> copy(unit, unit.partOf(), Set.of(stage));
    }

    private static Unit copy(Unit unit, String partOf, Set<Stage> stages) {
        return new Unit(
                unit.schoolCode(),
                unit.name(),
                unit.districtCode(),
                unit.authorityCode(),
                partOf,
                stages,
                unit.schoolingSystem(),
                unit.settingCode(),
                unit.ownership(),
                unit.openedOn(),
                unit.closedOn(),
                unit.schoolType(),
                unit.seats(),
                unit.tags(),
                unit.origin());
    }
}
