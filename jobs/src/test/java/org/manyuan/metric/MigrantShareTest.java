package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class MigrantShareTest {
    @Test
    void countsMigrantsAndThoseInPublicUnits() {
        Town town = IntakeTest.town()
                .with("A1", TownRecords.owned("public"))
                .with("A2", TownRecords.owned("private"))
                .with("U1", TownRecords.owned("public"))
                .group("G", "C1", "A1 lead, A2 member, A3 member");
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2024 | J7 | 2024-09-10 | 100 | - | - | - | 30
                        A1 | 2024 | J8 | 2024-09-10 | 100 | - | - | - | 20
                        A2 | 2024 | J7 | 2024-09-10 | 50  | - | - | - | 10
                        A3 | 2024 | J7 | 2024-09-10 | 50  | - | - | - | 20
                        U1 | 2024 | J7 | 2024-09-10 | 60  | - | - | - | -
                        """);
        MetricTable.check(
                facts.rows(new MigrantShare(), town), row -> !row.districtCode().equals("T"), """
                schoolCode | groupCode | variant         | measure   | value | n   | k | leftOutUnits | leftOutStudents | flag          | because
                A1         | -         | -               | share     | .25   | 200 | 1 | 0            | 0               | OK            | 50 of 200
                A2         | -         | -               | share     | .20   | 50  | 1 | 0            | 0               | OK            | -
                A3         | -         | -               | share     | .40   | 50  | 1 | 0            | 0               | OK            | -
                U1         | -         | -               | share     | -     | 0   | 0 | 0            | 0               | MISSING_INPUT | -
                -          | G         | education_group | share     | .2667 | 300 | 3 | 0            | 0               | OK            | 80 of 300
                -          | -         | -               | share     | .2667 | 300 | 3 | 2            | 60              | OK            | U1 without the count, A4 without rows
                -          | -         | -               | in_public | .8333 | 60  | 2 | 3            | 110             | OK            | 50 of 60; nobody says who owns A3
                """);
    }

    @Test
    void nobodyIsAMigrantAndMoreThanThereAre() {
        Town town = IntakeTest.town().with("A1", TownRecords.owned("public"));
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2023 | J7 | 2023-09-10 | 40 | - | - | - | 0
                        A1 | 2024 | J7 | 2024-09-10 | 40 | - | - | - | 41
                        """);
        MetricTable.check(
                facts.rows(new MigrantShare(), town),
                row -> row.districtCode().equals("C1") && row.schoolCode().isEmpty(),
                """
                schoolYear | measure   | value | n  | flag                | because
                2023       | share     | 0     | 40 | OK                  | -
                2023       | in_public | -     | 0  | BASE_MISSING        | a share of nobody
                2024       | share     | 1.025 | 40 | INCONSISTENT_SOURCE | -
                2024       | in_public | 1     | 41 | OK                  | -
                """);
    }
}
