package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class TitledTeachersTest {
    private static final String ROLL = """
            a1 | 2022 | A1 | J | county | holder    | - |
            a1 | 2023 | A1 | J | county | holder    | - |
            a2 | 2023 | A1 | J | city   | holder    | - |
            a3 | 2023 | A1 | J | city   | candidate | - |
            b1 | 2022 | A2 | J | none   | -         | - |
            b1 | 2023 | A2 | J | county | -         | - |
            c1 | 2023 | A3 | J | county | holder    | - |
            d1 | 2022 | A4 | J | -      | -         | - |
            d1 | 2023 | A4 | J | county | holder    | - |
            """;

    private static Town town() {
        return ExchangeRateTest.town()
                .group("G", "education_group", "C1", "2023-01-01", "A1 lead, A2 member, A3 member");
    }

    @Test
    void isTheChangeOfHoldersInUnitsWithBothYears() {
        MetricTable.check(
                new TownFacts().teachers(ROLL).rows(TitledTeachers.all().get(0), town()),
                row -> row.stage().isEmpty() && row.districtCode().equals("C1"),
                """
                schoolCode | groupCode | variant                       | baseYear | value | n | k | leftOutUnits | flag         | because
                A1         | -         | -                             | 2022     | 1     | 1 | 1 | 0            | OK           | a2; the candidate never counts
                A1         | -         | education_group/base_founding | 2022     | 1     | 1 | 1 | 0            | OK           | -
                A2         | -         | -                             | 2022     | 1     | 0 | 1 | 0            | APPROXIMATE  | a level without status is taken as held
                A2         | -         | education_group/base_founding | 2022     | 1     | 0 | 1 | 0            | APPROXIMATE  | -
                A3         | -         | -                             | 2022     | -     | 0 | 0 | 1            | BASE_MISSING | no roll in 2022
                A4         | -         | -                             | 2022     | -     | 0 | 0 | 1            | BASE_MISSING | no level in 2022
                -          | G         | education_group               | 2022     | 2     | 1 | 2 | 1            | APPROXIMATE  | A3 left out
                -          | G         | education_group/base_founding | 2022     | 2     | 1 | 2 | 1            | APPROXIMATE  | -
                -          | -         | -                             | 2022     | 2     | 1 | 2 | 2            | APPROXIMATE  | -
                -          | -         | education_group/base_founding | 2022     | 2     | 1 | 2 | 2            | APPROXIMATE  | -
                """);
    }

    @Test
    void theRateIsOverTheBaseYearsNumber() {
        MetricTable.check(
                new TownFacts().teachers(ROLL).rows(TitledTeachers.all().get(1), town()),
                row -> row.stage().equals("J")
                        && row.variant().isEmpty()
                        && row.districtCode().equals("C1"),
                """
                schoolCode | measure | value | n | flag         | because
                A1         | growth  | 1     | 1 | OK           | two instead of one
                A2         | growth  | -     | 0 | BASE_MISSING | over nobody
                A3         | growth  | -     | 0 | BASE_MISSING | -
                A4         | growth  | -     | 0 | BASE_MISSING | -
                -          | growth  | 2     | 1 | APPROXIMATE  | three instead of one
                """);
    }

    @Test
    void aRecodedUnitKeepsItsHoldersAndASplitOneIsLeftOutOfAGroup() {
        Town town = ExchangeRateTest.town()
                .group("G", "education_group", "C1", "2023-01-01", "A2 member, A4 member")
                .unit("B1", "C2")
                .succession("A1", "A2", "2023-09-01", "recode")
                .succession("A3", "A4", "2023-09-01", "split")
                .succession("A3", "B1", "2023-09-01", "split");
        TownFacts facts = new TownFacts().teachers("""
                a1 | 2022 | A1 | J | county | holder | - |
                a2 | 2022 | A1 | J | none   | -      | - |
                a1 | 2023 | A2 | J | county | holder | - |
                a2 | 2023 | A2 | J | city   | holder | - |
                c1 | 2022 | A3 | J | county | holder | - |
                c1 | 2023 | A4 | J | county | holder | - |
                d1 | 2023 | B1 | J | county | holder | - |
                """);
        MetricTable.check(
                facts.rows(TitledTeachers.all().get(0), town),
                row -> row.stage().equals("J")
                        && row.schoolYear() == 2023
                        && !row.variant().contains("founding")
                        && !row.schoolCode().equals("B1"),
                """
                schoolCode | groupCode | districtCode | value | n | k | leftOutUnits | flag         | because
                A2         | -         | C1           | 1     | 1 | 1 | 0            | OK           | one on the roll of A1
                A4         | -         | C1           | -     | 0 | 0 | 1            | BASE_MISSING | B1 came of A3 as well
                -          | G         | C1           | 1     | 1 | 1 | 1            | OK           |
                -          | -         | C1           | 1     | 1 | 1 | 1            | OK           | B1 lies in C2
                -          | -         | C2           | -     | 0 | 0 | 1            | BASE_MISSING |
                -          | -         | T            | 2     | 2 | 2 | 0            | OK           | 4 − 2
                """);
    }
}
