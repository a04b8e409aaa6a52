package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

class MeanScoreTest {
    @Test
    void meansOfTheGoldenPupils() {
        List<MetricValue> rows = GoldenTown.town().rows(new MeanScore());
        for (int year : List.of(2023, 2024)) {
            for (String district : List.of("D1", "D2")) {
                MetricValue row = MetricTable.one(
                        rows,
                        value -> value.schoolYear() == year
                                && value.districtCode().equals(district)
                                && value.variant().isEmpty()
                                && value.schoolCode().isEmpty());
                assertThat(row.value()).isCloseTo(MetricTable.golden(year + "." + district + ".mean", 0), within(5e-9));
            }
            for (String group : List.of("GA", "GB", "GC")) {
                double lead = side(rows, year, group, "lead");
                double member = side(rows, year, group, "member");
                assertThat(lead - member)
                        .isCloseTo(MetricTable.golden(year + "." + group + ".gap_pooled", 0), within(5e-8));
            }
        }
    }

    @Test
    void poolsTheTwoPapersOfTheTerritoryWithoutAnInterval() {
        MetricTable.check(
                GoldenTown.town().rows(new MeanScore()),
                row -> row.districtCode().equals("T")
                        && row.schoolYear() == 2023
                        && row.examCode().isEmpty(),
                """
                variant                | value       | ciLo | ciMethod | ciFrame | n   | k  | flag
                -                      | 74.14355231 | -    | -        | -       | 411 | 11 | DIFFERENT_PAPER
                education_group/lead   | 81.7178     | -    | -        | -       | 163 | 3  | DIFFERENT_PAPER
                education_group/member | 68.9583     | -    | -        | -       | 168 | 6  | DIFFERENT_PAPER
                """);
    }

    @Test
    void poolsNoPapersThatAUnitSatMoreThanOneOf() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("A2", "C1")
                .unit("B1", "C2")
                .exam("E", 2024)
                .exam("F", 2024)
                .scores("""
                        E | A1 | 20x80
                        F | A2 | 20x60
                        E | B1 | 20x80
                        F | B1 | 20x90
                        """);

        MetricTable.check(town.rows(new MeanScore()), row -> row.schoolCode().isEmpty(), """
                districtCode | examCode | value | n  | flag            | because
                C1           | E        | 80    | 20 | ZERO_SD         |
                C1           | F        | 60    | 20 | ZERO_SD         |
                C1           | -        | 70    | 40 | DIFFERENT_PAPER | each unit sat one paper
                C2           | E        | 80    | 20 | ZERO_SD         |
                C2           | F        | 90    | 20 | ZERO_SD         | no pool: the pupils of B1 would count twice
                T            | E        | 80    | 40 | ZERO_SD         |
                T            | F        | 75    | 40 | OK              | nor here
                """);
    }

    @Test
    void saysWhatItRestsOn() {
        Town town = new Town()
                .exam("E", 2024)
                .unit("A5", "C1")
                .group("G", "C1", "A1 lead, A2 member, A3 member, A4 member, A5 member")
                .scores("""
                        E | A1 | 20x80 20x90
                        E | A2 | 77
                        """)
                .totals("""
                        E | A3 | 40 | 70 | -
                        E | A4 | 12 | -  | -
                        """);
        // A1: sd √(1600·… ) = 5.06370 (n − 1), se .80064, t.975 on 39 df 2.02269
        MetricTable.check(town.rows(new MeanScore()), row -> !row.districtCode().equals("T"), """
                schoolCode | groupCode | variant                | value | se     | ciLo    | ciHi    | n  | k | leftOutUnits | flag          | because
                A1         | -         | -                      | 85    | .80064 | 83.3806 | 86.6194 | 40 | 1 | 0            | OK            | forty pupils
                A2         | -         | -                      | 77    | -      | -       | -       | 1  | 1 | 0            | N_TOO_SMALL   | one pupil has no SD
                A3         | -         | -                      | 70    | -      | -       | -       | 40 | 1 | 0            | MISSING_INPUT | a total without SD
                A4         | -         | -                      | -     | -      | -       | -       | 0  | 0 | 0            | MISSING_INPUT | handed in, but no mean
                -          | G         | education_group        | 77.5  | -      | -       | -       | 81 | 3 | 2            | MISSING_INPUT | A4 has no mean, A5 handed in nothing
                -          | G         | education_group/lead   | 85    | .80064 | 83.3806 | 86.6194 | 40 | 1 | 0            | OK            | the lead alone
                -          | G         | education_group/member | 70.17 | -      | -       | -       | 41 | 2 | 2            | MISSING_INPUT | an SD is missing
                -          | -         | -                      | 77.5  | -      | -       | -       | 81 | 3 | 2            | MISSING_INPUT | the county
                -          | -         | education_group/lead   | 85    | .80064 | 83.3806 | 86.6194 | 40 | 1 | 0            | OK            | all leads there
                -          | -         | education_group/member | 70.17 | -      | -       | -       | 41 | 2 | 2            | MISSING_INPUT | all members there
                """);
    }

    @Test
    void sumsThatPassALongAreHeldAllTheSame() {
        // each unit's Σu² is 5·10¹⁸, two of them pass 2⁶³
        Town town = new Town()
                .exam("E", 2024, "100", "0.0000001")
                .group("G", "C1", "A1 lead, A2 member, A3 member")
                .scores("E | A1 | 5x9\nE | A2 | 5x1000000000\nE | A3 | 5x1000000000");

        MetricTable.check(town.rows(new MeanScore()), row -> row.variant().endsWith("member"), """
                groupCode | districtCode | value  | se | n  | flag
                G         | C1           | 100.00 | .0 | 10 | ZERO_SD
                -         | C1           | 100.00 | .0 | 10 | ZERO_SD
                -         | T            | 100.00 | .0 | 10 | ZERO_SD
                """);
    }

    @Test
    void hasNoIntervalWherePupilsAreAllAlike() {
        Town town = new Town()
                .exam("E", 2024)
                .group("G", "C1", "A1 lead, A2 member")
                .scores("E | A1 | 40x80\nE | A2 | 20x60 20x70");

        MetricTable.check(town.rows(new MeanScore()), row -> row.groupCode().equals("G"), """
                variant                | value | se   | ciLo  | ciMethod | flag    | because
                education_group        | 72.5  | .933 | 70.64 | t        | OK      | √(5500/79/80)
                education_group/lead   | 80.0  | .0   | -     | -        | ZERO_SD | an interval of no width would say that nothing is uncertain
                education_group/member | 65.0  | .801 | 63.38 | t        | OK      |
                """);
    }

    @Test
    void asksWhoIsInTheGroupOnTheDayOfTheExam() {
        Town town = new Town()
                .exam("E", 2024)
                .unit("A2", "C1")
                .group("G", "C1", "A1 lead")
                .member("G", "A2", "member", "2022-09-01", "2025-06-20")
                .scores("E | A1 | 30x80\nE | A2 | 30x60");
        assertThat(town.rows(new MeanScore()).stream().map(MetricValue::variant))
                .as("A2 left on the exam's day")
                .doesNotContain("education_group/member");
    }

    private static double side(List<MetricValue> rows, int year, String group, String side) {
        return MetricTable.one(
                        rows,
                        row -> row.schoolYear() == year
                                && row.groupCode().equals(group)
                                && row.variant().equals("education_group/" + side))
                .value();
    }
}
