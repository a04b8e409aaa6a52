package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class MentoringTest {
    private static final String ROLL = """
            n1 | 2024 | A2 | J | - | - | - | since=2020-09-01
            n2 | 2024 | A2 | J | - | - | - | since=2024-08-31
            o1 | 2024 | A2 | J | - | - | - | since=2019-09-01
            n3 | 2024 | A3 | P | - | - | - | since=2023-09-01
            n4 | 2024 | A1 | J | - | - | - | since=2023-09-01
            n5 | 2024 | A4 | J | - | - | - |
            """;

    @Test
    void countsYoungTeachersOfMembersWithAMentorElsewhere() {
        MetricTable.check(
                new TownFacts()
                        .teachers(ROLL)
                        .ledger("""
                                mentoring | - | G | A2 | 2023-09-01 | person=n1 mentor=m other=A1 until=2024-09-01
                                mentoring | - | G | A2 | 2023-09-01 | person=n2 mentor=m other=A1 until=2024-08-31
                                mentoring | - | G | A3 | 2024-09-01 | person=n3 mentor=m other=A3
                                mentoring | - | G | A2 | 2024-09-01 | person=o1 mentor=m other=A1
                                mentoring | - | G | A3 | 2024-09-01 | person=n3 mentor=m other=A1 status=planned
                                """)
                        .rows(
                                new Mentoring(),
                                ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member, A3 member, A4 member")),
                row -> row.stage().isEmpty() && row.districtCode().equals("C1"),
                """
                schoolCode | groupCode | variant         | value | n | k | leftOutUnits | flag          | because
                A2         | -         | -               | .50   | 2 | 1 | 0            | APPROXIMATE   | n1 to its last day; n2's ended the day before; o1 is here for five years
                A3         | -         | -               | 0     | 1 | 1 | 0            | APPROXIMATE   | a mentor of the own unit, and one that is only planned
                A4         | -         | -               | -     | 0 | 0 | 1            | MISSING_INPUT | nobody says since when
                -          | G         | education_group | .3333 | 3 | 2 | 1            | APPROXIMATE   | the lead's n4 is no member's
                -          | -         | education_group | .3333 | 3 | 2 | 1            | APPROXIMATE   | -
                """);
    }

    @Test
    void youngIsWhoIsThereForFewerYearsThanTheBureauSet() {
        MetricTable.check(
                new TownFacts()
                        .teachers(ROLL)
                        .ledger("mentoring | - | G | A2 | 2024-09-01 | person=n1 mentor=m other=A1")
                        .rows(
                                new Mentoring(),
                                ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member"),
                                TownFacts.stricter()),
                row -> row.schoolCode().equals("A2") && row.stage().isEmpty(),
                """
                value | n | because
                0     | 1 | n2 alone: n1 is there for four years, not below three
                """);
    }

    @Test
    void leavesOutMembersThatHandedInNothing() {
        MetricTable.check(
                new TownFacts()
                        .teachers(ROLL)
                        .ledger("mentoring | - | G | A2 | 2024-09-01 | person=n1 mentor=m other=A1")
                        .rows(
                                new Mentoring(),
                                ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member, U1 member")),
                row -> row.groupCode().equals("G"),
                """
                stage | value | n | k | leftOutUnits | because
                -     | .50   | 2 | 1 | 1            | n1 of n1, n2; U1 has no roll
                J     | .50   | 2 | 1 | 1            | -
                """);
    }

    @Test
    void noMentoringHandedInIsNotNobodyMentored() {
        MetricTable.check(
                new TownFacts()
                        .teachers(ROLL)
                        .rows(new Mentoring(), ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member")),
                row -> row.schoolCode().equals("A2") && row.stage().isEmpty(),
                """
                value | n | flag
                -     | 0 | MISSING_INPUT
                """);
    }
}
