package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class GroupActivityCountsTest {
    private static final String TERM = "C1 | 2024 | 1 | 2024-09-01 | 2024-12-31";
    private static final String HELD = """
            G | A1 | 2024-09-11 | lessons=2 participants=30
            G | A2 | 2024-12-01 | participants=10
            G | A1 | 2025-01-20 | participants=99
            - | A1 | 2024-10-08 | participants=5
            """;

    private static Town town() {
        return ExchangeRateTest.town()
                .unit("B1", "C2")
                .group("G", "C1", "A1 lead, A2 member")
                .group("H", "C1", "A3 member")
                .group("K", "C2", "B1 member");
    }

    @Test
    void countsWhatLiesInATermAndTheTimeBetween() {
        MetricTable.check(
                new TownFacts().terms(TERM).activities(HELD).rows(new GroupActivityCounts(), town()),
                row -> row.groupCode().equals("G") || row.schoolCode().equals("A1"),
                """
                schoolCode | groupCode | measure        | value | n | flag          | because
                -          | G         | activities     | 2     | 2 | OK            | the third lies in the holidays
                -          | G         | lessons        | 2     | 2 | OK            | an empty number is none
                -          | G         | participants   | 40    | 2 | OK            | -
                -          | G         | pupils         | -     | 2 | MISSING_INPUT | nobody of the year says it
                -          | G         | max_gap_days   | 81    | 2 | OK            | September 11 to December 1; the term's ends count
                -          | G         | months_without | 2     | 2 | OK            | October, November
                A1         | -         | activities     | 2     | 2 | OK            | organised, of a group or not
                A1         | -         | lessons        | 2     | 2 | OK            | -
                A1         | -         | participants   | 35    | 2 | OK            | -
                A1         | -         | pupils         | -     | 2 | MISSING_INPUT | -
                A1         | -         | max_gap_days   | 84    | 2 | OK            | October 8 to December 31
                A1         | -         | months_without | 2     | 2 | OK            | -
                """);
    }

    @Test
    void aMembershipThatRestsOnAStatedDayIsSaid() {
        Town town = ExchangeRateTest.town()
                .group("G", "C1", "")
                .member("G", "A1", "lead", "2020-09-01", null, true)
                .group("H", "C1", "A3 member");
        MetricTable.check(
                new TownFacts().terms(TERM).activities(HELD).rows(new GroupActivityCounts(), town),
                row -> row.measure().equals("activities") && row.districtCode().equals("C1"),
                """
                schoolCode | groupCode | value | flag        | because
                -          | G         | 2     | APPROXIMATE | whose they are rests on a stated day
                -          | H         | 0     | OK          | -
                A1         | -         | 2     | OK          | who organised is no membership
                A2         | -         | 1     | OK          | -
                A3         | -         | 0     | OK          | -
                -          | -         | 2     | OK          | nor is whose authority a group has
                """);
    }

    @Test
    void nothingOfACountyIsNotNone() {
        MetricTable.check(
                new TownFacts().terms(TERM).activities(HELD).rows(new GroupActivityCounts(), town()),
                row -> row.schoolCode().isEmpty()
                        && !row.groupCode().equals("G")
                        && (row.measure().equals("activities") || row.measure().equals("max_gap_days")),
                """
                districtCode | groupCode | variant         | measure      | value | flag          | because
                C1           | H         | education_group | activities   | 0     | OK            | its county handed in activities
                C1           | H         | education_group | max_gap_days | 121   | OK            | the whole term
                C2           | K         | education_group | activities   | -     | MISSING_INPUT | its county did not
                C2           | K         | education_group | max_gap_days | -     | MISSING_INPUT | -
                C1           | -         | education_group | activities   | 2     | OK            | groups of the authority
                C1           | -         | education_group | max_gap_days | 81    | OK            | -
                C2           | -         | education_group | activities   | -     | MISSING_INPUT | -
                C2           | -         | education_group | max_gap_days | -     | MISSING_INPUT | -
                T            | -         | education_group | activities   | 3     | APPROXIMATE   | the territory has no calendar: every day counts
                T            | -         | education_group | max_gap_days | -     | MISSING_INPUT | no terms
                """);
    }
}
