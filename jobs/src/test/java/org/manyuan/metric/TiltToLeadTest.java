package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class TiltToLeadTest {
    @Test
    void isTheLeadsShareOverItsShareOfStudents() {
        MetricTable.check(
                new TownFacts()
                        .resources("""
                        A1 | 2024 | J | 600 | posts_quota=60 recruits=0 senior_posts=6
                        A2 | 2024 | J | 300 | posts_quota=20 recruits=0 senior_posts=3
                        A3 | 2024 | J | 100 | posts_quota=20 recruits=0
                        A1 | 2024 | P | 400 | posts_quota=40 recruits=4 senior_posts=4
                        """)
                        .rows(
                                new TiltToLead(),
                                ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member, A3 member")),
                row -> true,
                """
                stage | measure      | groupCode | districtCode | value  | n    | k | leftOutUnits | flag         | because
                -     | posts_quota  | G         | C1           | 1.0    | 1400 | 3 | 0            | OK           | (100/140)/(1000/1400)
                -     | recruits     | G         | C1           | 1.4    | 1400 | 3 | 0            | OK           | (4/4)/(1000/1400)
                -     | senior_posts | G         | C1           | 1.0    | 1300 | 2 | 1            | OK           | (10/13)/(1000/1300), A3 left out
                P     | posts_quota  | G         | C1           | 1.0    | 400  | 1 | 0            | OK           | the lead alone
                P     | recruits     | G         | C1           | 1.0    | 400  | 1 | 0            | OK           | -
                P     | senior_posts | G         | C1           | 1.0    | 400  | 1 | 0            | OK           | -
                J     | posts_quota  | G         | C1           | 1.0    | 1000 | 3 | 0            | OK           | (60/100)/(600/1000)
                J     | recruits     | G         | C1           | -      | 1000 | 3 | 0            | BASE_MISSING | nobody recruited
                J     | senior_posts | G         | C1           | 1.0    | 900  | 2 | 1            | OK           | (6/9)/(600/900)
                """);
    }

    @Test
    void leavesOutSchoolsThatHandedInNothing() {
        MetricTable.check(
                new TownFacts()
                        .resources("""
                        A1 | 2024 | J | 600 | posts_quota=60
                        A2 | 2024 | J | 300 | posts_quota=20
                        A3 | 2024 | J | 200 |
                        """)
                        .rows(
                                new TiltToLead(),
                                ExchangeRateTest.town()
                                        .with("U1", TownRecords.opened("2024-09-02"))
                                        .group("G", "C1", "A1 lead, A2 member, A3 member, A4 member, U1 member")),
                row -> row.measure().equals("posts_quota"),
                """
                stage | value | n   | k | leftOutUnits | leftOutStudents | because
                -     | 1.125 | 900 | 2 | 2            | 200             | (60/80)/(600/900): A3 without posts, A4 without a row; U1 was not open
                J     | 1.125 | 900 | 2 | 2            | 200             | -
                """);
    }

    @Test
    void withoutALeadNothingTilts() {
        MetricTable.check(
                new TownFacts()
                        .resources("""
                        A1 | 2024 | J | 600 | recruits=1
                        A2 | 2024 | J | 300 | posts_quota=20
                        """)
                        .rows(
                                new TiltToLead(),
                                ExchangeRateTest.town()
                                        .group("G", "C1", "A1 lead, A2 member")
                                        .group("H", "C1", "A2 peer")),
                row -> row.stage().isEmpty() && !row.measure().equals("recruits"),
                """
                groupCode | measure      | value | k | flag          | because
                G         | posts_quota  | -     | 1 | BASE_MISSING  | the lead did not say it
                G         | senior_posts | -     | 0 | MISSING_INPUT | nobody did
                H         | posts_quota  | -     | 1 | BASE_MISSING  | peers
                H         | senior_posts | -     | 0 | MISSING_INPUT | -
                """);
    }
}
