package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.MetricValue;

class ExchangeRateTest {
    /** Two terms of 2024: 140 and 130 days; the shorter one is what an exchange must last. */
    private static final String CALENDAR = """
            C1 | 2024 | 1 | 2024-09-01 | 2025-01-18
            C1 | 2024 | 2 | 2025-02-16 | 2025-06-25
            """;

    private static final String ROLL = """
            t1 | 2024 | A1 | J | - | - | yes
            t2 | 2024 | A1 | J | - | - | yes
            t3 | 2024 | A1 | J | - | - | no
            """;

    @ParameterizedTest(name = "{0} to {1}, {2}: {3} — {4}")
    @CsvSource({
        "2024-09-01, 2025-01-08, 轮岗, 1, 130 days: on the line",
        "2024-09-01, 2025-01-07, 轮岗, 0, 129 days",
        "2024-03-01, 2024-09-01, 支教, 1, its last day is the first of the year; the whole spell is long enough",
        "2024-03-01, 2024-08-31, 支教, 0, ended the day before the year",
        "2025-08-31, 2026-02-28, 任教, 1, begins on the last day of the year",
        "2025-09-01, 2026-02-28, 任教, 0, begins the day after",
        "2025-08-01, -,          挂职, 1, still running on the day of the build: 396 days",
        "2024-09-01, 2025-06-30, 跟岗, 0, shadowing is shown apart",
        "2024-09-01, 2025-06-30, 兼课, 0, counts for the net flow alone",
        "2024-09-01, 2025-06-30, -,    0, kind unknown"
    })
    void countsSpellsThatRunInTheYearAndLastATerm(String from, String to, String kind, int persons, String because) {
        List<MetricValue> rows = new TownFacts()
                .terms(CALENDAR)
                .teachers(ROLL)
                .exchanges("t1 | A1 | A2 | " + from + " | " + to + " | " + kind + " | -\n"
                        // somebody else's, so that the county has handed in exchanges
                        + "x1 | A9 | A2 | 2024-09-01 | 2025-06-30 | 轮岗 | -")
                .rows(new ExchangeRate(), town());
        assertThat(unit(rows, "A1", 2024).value() * 2).as(because).isEqualTo(persons);
    }

    @ParameterizedTest(name = "to {0}: {1}")
    @CsvSource({"2025-05-18, 1, 260 days: twice the shorter term", "2025-05-17, 0, a day too few"})
    void anExchangeLastsAsManyTermsAsTheBureauSet(String to, int persons, String because) {
        List<MetricValue> rows = new TownFacts()
                .terms(CALENDAR)
                .teachers(ROLL)
                .exchanges("t1 | A1 | A2 | 2024-09-01 | " + to + " | 轮岗 | -")
                .rows(new ExchangeRate(), town(), TownFacts.stricter());
        assertThat(unit(rows, "A1", 2024).value() * 2).as(because).isEqualTo(persons);
    }

    @Test
    void countsPersonsOnceAndSumsUnits() {
        Town town = town().group("G", "C1", "A1 lead, A2 member");
        MetricTable.check(
                new TownFacts()
                        .terms(CALENDAR)
                        .teachers(ROLL)
                        .teachers("""
                                t4 | 2024 | A2 | J | - | - | yes
                                t5 | 2024 | A2 | P | - | - | yes
                                t6 | 2024 | A3 | J | - | - | -
                                t7 | 2024 | A4 | J | - | - | no
                                """)
                        .exchanges("""
                                t1 | A1 | A2 | 2024-09-01 | 2025-01-18 | 轮岗 | -
                                t1 | A1 | A3 | 2025-02-01 | 2025-06-30 | 支教 | -
                                t5 | A2 | A1 | 2024-09-01 | 2025-06-30 | 轮岗 | -
                                t1 | A2 | A1 | 2024-09-01 | 2025-06-30 | 轮岗 | -
                                """)
                        .rows(new ExchangeRate(), town),
                row -> !row.districtCode().equals("T"),
                """
                schoolCode | groupCode | variant         | stage | value  | ciLo  | ciHi  | n | k | leftOutUnits | flag          | because
                A1         | -         | -               | -     | .50    | .0945 | .9055 | 2 | 1 | 0            | N_TOO_SMALL   | t1 twice is one person
                A1         | -         | -               | J     | .50    | .0945 | .9055 | 2 | 1 | 0            | N_TOO_SMALL   | -
                A2         | -         | -               | -     | 1      | .3424 | 1     | 2 | 1 | 0            | N_TOO_SMALL   | t5 and t1, of t4 and t5
                A2         | -         | -               | P     | 1      | .2065 | 1     | 1 | 1 | 0            | N_TOO_SMALL   | t5
                A2         | -         | -               | J     | 1      | .2065 | 1     | 1 | 1 | 0            | N_TOO_SMALL   | t1, who is on A1's roll
                A3         | -         | -               | -     | -      | -     | -     | 0 | 0 | 1            | MISSING_INPUT | nobody says who is eligible
                A3         | -         | -               | J     | -      | -     | -     | 0 | 0 | 1            | MISSING_INPUT | -
                A4         | -         | -               | -     | -      | -     | -     | 0 | 1 | 0            | BASE_MISSING  | nobody is eligible: 0/0
                A4         | -         | -               | J     | -      | -     | -     | 0 | 1 | 0            | BASE_MISSING  | -
                -          | G         | education_group | -     | .50    | .1500 | .8500 | 4 | 2 | 0            | N_TOO_SMALL   | t1 counts once: t1, t5 of four
                -          | G         | education_group | P     | 1      | .2065 | 1     | 1 | 1 | 0            | N_TOO_SMALL   | A1 has nobody in primary
                -          | G         | education_group | J     | .3333  | .0615 | .7923 | 3 | 2 | 0            | N_TOO_SMALL   | t1 of t1, t2, t4
                -          | -         | -               | -     | .50    | .1500 | .8500 | 4 | 3 | 3            | N_TOO_SMALL   | A3, and U1 and A9, who have no roll
                -          | -         | -               | P     | 1      | .2065 | 1     | 1 | 1 | 0            | N_TOO_SMALL   | A2 alone has primary
                -          | -         | -               | J     | .3333  | .0615 | .7923 | 3 | 3 | 3            | N_TOO_SMALL   | -
                """);
    }

    @Test
    void saysWhatItHadToAssume() {
        TownFacts facts = new TownFacts()
                .teachers("t1 | 2024 | A1 | - | - | - | yes\nt2 | 2024 | A1 | - | - | - | -")
                .exchanges("""
                        t1 | A1 | A2 | 2024-09-01 | 2024-12-29 | 轮岗 | -
                        t3 | A1 | A2 | 2024-09-01 | 2025-06-30 | 轮岗 | -
                        """);
        // 120 days without a calendar; stage by the unit's only one; t3 is on no roll
        MetricTable.check(
                facts.rows(new ExchangeRate(), town()), row -> row.schoolCode().equals("A1"), """
                stage | value | ciMethod | n | flag
                -     | 2     | -        | 1 | APPROXIMATE
                J     | 1     | wilson   | 1 | APPROXIMATE
                """);
        facts = new TownFacts()
                .terms(CALENDAR)
                .teachers("t1 | 2024 | A1 | J | - | - | yes")
                .exchanges(
                        "t1 | A1 | A2 | 2024-09-01 | 2025-06-30 | 轮岗 | -\nt3 | A1 | A2 | 2024-09-01 | 2025-06-30 | 轮岗 | -");
        assertThat(unit(facts.rows(new ExchangeRate(), town()), "A1", 2024)
                        .flag()
                        .name())
                .as("two exchanged of one eligible")
                .isEqualTo("INCONSISTENT_SOURCE");
    }

    @Test
    void noExchangesOfACountyAreNotZeroExchanges() {
        Town town = town().unit("B1", "C2");
        TownFacts facts = new TownFacts()
                .terms(CALENDAR)
                .teachers(ROLL)
                .teachers("t8 | 2024 | B1 | J | - | - | yes\nt9 | 2024 | A2 | J | - | - | yes")
                .exchanges("t1 | A1 | A3 | 2024-09-01 | 2025-06-30 | 轮岗 | -");
        MetricTable.check(
                facts.rows(new ExchangeRate(), town),
                row -> row.stage().isEmpty() && !row.schoolCode().equals("A1"),
                """
                schoolCode | districtCode | value | n | k | leftOutUnits | flag          | because
                A2         | C1           | 0     | 1 | 1 | 0            | N_TOO_SMALL   | the county handed in exchanges, A2 sent nobody
                B1         | C2           | -     | 0 | 0 | 1            | MISSING_INPUT | nothing from county C2
                -          | C1           | .3333 | 3 | 2 | 4            | N_TOO_SMALL   | A3, A4, U1, A9 have no roll
                -          | C2           | -     | 0 | 0 | 1            | MISSING_INPUT | -
                -          | T            | .3333 | 3 | 2 | 5            | N_TOO_SMALL   | B1 as well
                """);
    }

    @Test
    void leavesOutSchoolsThatHandedInNothing() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("A2", "C1")
                .unit("A3", "C1")
                .unit("A4", "C1")
                .unit("A5", "C1")
                .with("A3", TownRecords.opened("2024-09-02"))
                .with("A4", TownRecords.typed("211", "P", null))
                .with("A5", TownRecords.typed("311", "", null))
                .group("G", "C1", "A1 lead, A2 member");
        MetricTable.check(
                new TownFacts()
                        .terms(CALENDAR)
                        .teachers(ROLL)
                        .teachers("t5 | 2023 | A5 | J | - | - | yes")
                        .exchanges("t1 | A1 | A2 | 2024-09-01 | 2025-06-30 | 轮岗 | -")
                        .rows(new ExchangeRate(), town),
                row -> row.schoolYear() == 2024 && !row.districtCode().equals("T"),
                """
                schoolCode | groupCode | stage | value | n | k | leftOutUnits | flag        | because
                A1         | -         | -     | .50   | 2 | 1 | 0            | N_TOO_SMALL | A2 has no row of its own
                A1         | -         | J     | .50   | 2 | 1 | 0            | N_TOO_SMALL | -
                -          | G         | -     | .50   | 2 | 1 | 1            | N_TOO_SMALL | A2
                -          | G         | J     | .50   | 2 | 1 | 1            | N_TOO_SMALL | -
                -          | -         | -     | .50   | 2 | 1 | 3            | N_TOO_SMALL | A2, A4, A5; A3 was not open on September 1
                -          | -         | J     | .50   | 2 | 1 | 2            | N_TOO_SMALL | A4 teaches no juniors; of A5 nothing but an earlier roll says so
                """);
    }

    @Test
    void asksForTheGroupOnSeptemberFirst() {
        Town town = town().group("G", "C1", "").member("G", "A1", "member", "2024-09-02", null);
        assertThat(new TownFacts()
                        .terms(CALENDAR)
                        .teachers(ROLL)
                        .exchanges("t1 | A1 | A2 | 2024-09-01 | 2025-06-30 | 轮岗 | -")
                        .rows(new ExchangeRate(), town))
                .noneMatch(row -> row.groupCode().equals("G"));
    }

    static Town town() {
        Town town = IntakeTest.town();
        return town.unit("A9", "C1");
    }

    private static MetricValue unit(List<MetricValue> rows, String school, int year) {
        return MetricTable.one(
                rows,
                row -> row.schoolCode().equals(school)
                        && row.schoolYear() == year
                        && row.stage().isEmpty());
    }
}
