package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

class ThreeRatesTest {
    @Test
    void excellentSharesOfTheGoldenSides() {
        List<MetricValue> rows = GoldenTown.town().rows(new ThreeRates());
        for (int year : List.of(2023, 2024)) {
            for (String group : List.of("GA", "GB", "GC")) {
                for (String side : List.of("lead", "member")) {
                    MetricValue row = MetricTable.one(
                            rows,
                            value -> value.schoolYear() == year
                                    && value.groupCode().equals(group)
                                    && value.measure().equals("excellent")
                                    && value.variant().equals("education_group/" + side));
                    assertThat(row.value())
                            .isCloseTo(MetricTable.golden(year + "." + group + ".exc_" + side, 0), within(5e-10));
                }
            }
            for (String[] sums : MetricTable.csv("suffstats_" + year + ".csv")) {
                assertThat(unit(rows, year, sums[3], "excellent").value() * Long.parseLong(sums[4]))
                        .isCloseTo(Long.parseLong(sums[11]), within(1e-9));
                assertThat(unit(rows, year, sums[3], "passed").value() * Long.parseLong(sums[4]))
                        .isCloseTo(Long.parseLong(sums[12]), within(1e-9));
                assertThat(unit(rows, year, sums[3], "low").value() * Long.parseLong(sums[4]))
                        .isCloseTo(Long.parseLong(sums[13]), within(1e-9));
            }
        }
    }

    @Test
    void aScoreOnTheCutIsExcellentPassedAndNotLow() {
        // half points; cut 84.75 lies between two steps: 85.0 is the first that reaches it
        Town town = new Town()
                .exam("E", 2024, "100", "0.5")
                .cuts("E", "84.75", "60", "40")
                .scores("E | A1 | 10x169 10x170 10x120 10x80 10x79")
                .absent("E", "A1", 25);
        MetricTable.check(town.rows(new ThreeRates()), row -> row.schoolCode().equals("A1"), """
                measure   | variant    | value | ciLo  | ciHi  | ciMethod | ciFrame | n  | because
                excellent | -          | .20   | .1124 | .3304 | wilson   | census  | 50 | 85.0 reaches 84.75, 84.5 does not
                excellent | candidates | .13   | .0741 | .2283 | wilson   | census  | 75 | the absent are in the denominator
                passed    | -          | .60   | .4618 | .7239 | wilson   | census  | 50 | 60.0 is on the cut
                passed    | candidates | .40   | .2966 | .5131 | wilson   | census  | 75 | the absent did not pass
                low       | -          | .20   | .1124 | .3304 | wilson   | census  | 50 | 39.5 is low, 40.0 is not
                low       | candidates | .47   | .3582 | .5784 | wilson   | census  | 75 | the absent are below every cut
                """);
    }

    @Test
    void takesCountsOfSchoolTotals() {
        Town town = new Town()
                .exam("E", 2024)
                .group("G", "C1", "A1 lead, A2 member, A3 member")
                .counts("""
                        E | A1 | 50 | 40 | 10 | 30 | -
                        E | A2 | -  | 60 | 6  | -  | -
                        E | A3 | 30 | 31 | 31 | 32 | 0
                        """);
        MetricTable.check(
                town.rows(new ThreeRates()),
                row -> !row.schoolCode().isEmpty() || row.variant().startsWith("education_group/member"),
                """
                schoolCode | districtCode | measure   | variant                           | value  | n  | k | leftOutUnits | leftOutStudents | ciMethod | flag
                A1         | C1           | excellent | -                                 | .25    | 40 | 1 | 0            | 0               | wilson   | OK
                A2         | C1           | excellent | -                                 | .10    | 60 | 1 | 0            | 0               | wilson   | OK
                A3         | C1           | excellent | -                                 | 1      | 31 | 1 | 0            | 0               | wilson   | OK
                A1         | C1           | excellent | candidates                        | .20    | 50 | 1 | 0            | 0               | wilson   | OK
                A2         | C1           | excellent | candidates                        | -      | 0  | 0 | 0            | 0               | -        | MISSING_INPUT
                A3         | C1           | excellent | candidates                        | 1.0333 | 30 | 1 | 0            | 0               | -        | INCONSISTENT_SOURCE
                A1         | C1           | passed    | -                                 | .75    | 40 | 1 | 0            | 0               | wilson   | OK
                A2         | C1           | passed    | -                                 | -      | 0  | 0 | 0            | 0               | -        | MISSING_INPUT
                A3         | C1           | passed    | -                                 | 1.0323 | 31 | 1 | 0            | 0               | -        | INCONSISTENT_SOURCE
                A1         | C1           | passed    | candidates                        | .60    | 50 | 1 | 0            | 0               | wilson   | OK
                A2         | C1           | passed    | candidates                        | -      | 0  | 0 | 0            | 0               | -        | MISSING_INPUT
                A3         | C1           | passed    | candidates                        | 1.0667 | 30 | 1 | 0            | 0               | -        | INCONSISTENT_SOURCE
                A1         | C1           | low       | -                                 | -      | 0  | 0 | 0            | 0               | -        | MISSING_INPUT
                A2         | C1           | low       | -                                 | -      | 0  | 0 | 0            | 0               | -        | MISSING_INPUT
                A3         | C1           | low       | -                                 | 0      | 31 | 1 | 0            | 0               | wilson   | OK
                A1         | C1           | low       | candidates                        | -      | 0  | 0 | 0            | 0               | -        | MISSING_INPUT
                A2         | C1           | low       | candidates                        | -      | 0  | 0 | 0            | 0               | -        | MISSING_INPUT
                A3         | C1           | low       | candidates                        | -.0333 | 30 | 1 | 0            | 0               | -        | INCONSISTENT_SOURCE
                -          | C1           | excellent | education_group/member            | .4066  | 91 | 2 | 0            | 0               | wilson   | OK
                -          | C1           | excellent | education_group/member            | .4066  | 91 | 2 | 0            | 0               | wilson   | OK
                -          | T            | excellent | education_group/member            | .4066  | 91 | 2 | 0            | 0               | wilson   | OK
                -          | C1           | excellent | education_group/member/candidates | 1.0333 | 30 | 1 | 1            | 60              | -        | INCONSISTENT_SOURCE
                -          | C1           | excellent | education_group/member/candidates | 1.0333 | 30 | 1 | 1            | 60              | -        | INCONSISTENT_SOURCE
                -          | T            | excellent | education_group/member/candidates | 1.0333 | 30 | 1 | 1            | 60              | -        | INCONSISTENT_SOURCE
                -          | C1           | passed    | education_group/member            | 1.0323 | 31 | 1 | 1            | 60              | -        | INCONSISTENT_SOURCE
                -          | C1           | passed    | education_group/member            | 1.0323 | 31 | 1 | 1            | 60              | -        | INCONSISTENT_SOURCE
                -          | T            | passed    | education_group/member            | 1.0323 | 31 | 1 | 1            | 60              | -        | INCONSISTENT_SOURCE
                -          | C1           | passed    | education_group/member/candidates | 1.0667 | 30 | 1 | 1            | 60              | -        | INCONSISTENT_SOURCE
                -          | C1           | passed    | education_group/member/candidates | 1.0667 | 30 | 1 | 1            | 60              | -        | INCONSISTENT_SOURCE
                -          | T            | passed    | education_group/member/candidates | 1.0667 | 30 | 1 | 1            | 60              | -        | INCONSISTENT_SOURCE
                -          | C1           | low       | education_group/member            | 0      | 31 | 1 | 1            | 60              | wilson   | OK
                -          | C1           | low       | education_group/member            | 0      | 31 | 1 | 1            | 60              | wilson   | OK
                -          | T            | low       | education_group/member            | 0      | 31 | 1 | 1            | 60              | wilson   | OK
                -          | C1           | low       | education_group/member/candidates | -.0333 | 30 | 1 | 1            | 60              | -        | INCONSISTENT_SOURCE
                -          | C1           | low       | education_group/member/candidates | -.0333 | 30 | 1 | 1            | 60              | -        | INCONSISTENT_SOURCE
                -          | T            | low       | education_group/member/candidates | -.0333 | 30 | 1 | 1            | 60              | -        | INCONSISTENT_SOURCE
                """);
    }

    @Test
    void aTotalWithoutExamineesIsNoPartOfAShare() {
        Town town = new Town().exam("E", 2024).counts("""
                        E | A1 | 105 | 100 | 20 | 70 | 5
                        E | A2 | 120 | -   | 30 | 80 | 7
                        E | A3 | 55  | 50  | 5  | 30 | 7
                        """);
        MetricTable.check(
                town.rows(new ThreeRates()),
                row -> row.schoolCode().equals("A2")
                        || row.schoolCode().isEmpty() && row.districtCode().equals("C1"),
                """
                schoolCode | measure   | variant    | value | n   | k | leftOutUnits | flag          | because
                A2         | excellent | -          | -     | 0   | 0 | 0            | MISSING_INPUT | 30 of nobody knows how many
                A2         | passed    | -          | -     | 0   | 0 | 0            | MISSING_INPUT | -
                A2         | low       | -          | -     | 0   | 0 | 0            | MISSING_INPUT | -
                A2         | excellent | candidates | .25   | 120 | 1 | 0            | OK            | 30/120: who was absent does not matter
                A2         | passed    | candidates | .6667 | 120 | 1 | 0            | OK            | 80/120
                A2         | low       | candidates | -     | 0   | 0 | 0            | MISSING_INPUT | the absent are low, and nobody says how many
                -          | excellent | -          | .1667 | 150 | 2 | 1            | OK            | 25/150
                -          | passed    | -          | .6667 | 150 | 2 | 1            | OK            | 100/150
                -          | low       | -          | .08   | 150 | 2 | 1            | OK            | 12/150
                -          | excellent | candidates | .1964 | 280 | 3 | 0            | OK            | 55/280
                -          | passed    | candidates | .6429 | 280 | 3 | 0            | OK            | 180/280
                -          | low       | candidates | .1375 | 160 | 2 | 1            | OK            | 22/160: 12 and ten absent
                """);
    }

    @Test
    void withoutACutThereIsNoRate() {
        Town town = new Town().exam("E", 2024).cuts("E", null, "60", null).scores("E | A1 | 40x70");
        MetricTable.check(town.rows(new ThreeRates()), row -> row.schoolCode().equals("A1"), """
                measure   | variant    | value | flag
                excellent | -          | -     | MISSING_INPUT
                passed    | -          | 1     | OK
                passed    | candidates | 1     | OK
                low       | -          | -     | MISSING_INPUT
                """);
    }

    @Test
    void poolsPapersEachByItsOwnCut() {
        Town town = new Town()
                .exam("E1", 2024)
                .exam("E2", 2024)
                .cuts("E1", "85", "60", "40")
                .cuts("E2", "80", "60", "40")
                .scores("E1 | A1 | 20x84 20x90\nE2 | A2 | 20x84 20x50");
        MetricTable.check(
                town.rows(new ThreeRates()),
                row -> row.examCode().isEmpty()
                        && row.districtCode().equals("C1")
                        && row.variant().isEmpty(),
                """
                measure   | value | ciLo | ciFrame | n  | k | flag
                excellent | .50   | -    | -       | 80 | 2 | DIFFERENT_PAPER
                passed    | .75   | -    | -       | 80 | 2 | DIFFERENT_PAPER
                low       | 0     | -    | -       | 80 | 2 | DIFFERENT_PAPER
                """);
    }

    private static MetricValue unit(List<MetricValue> rows, int year, String school, String measure) {
        return MetricTable.one(
                rows,
                row -> row.schoolYear() == year
                        && row.schoolCode().equals(school)
                        && row.measure().equals(measure)
                        && row.variant().isEmpty());
    }
}
