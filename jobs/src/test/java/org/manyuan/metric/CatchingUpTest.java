package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

class CatchingUpTest {
    private static final CatchingUp METRIC = new CatchingUp();

    @Test
    void isTheSlopeOfGrowthOnTheStart() {
        Town town = new Town().exam("E22", 2022).exam("E24", 2024).scores("""
                        E22 | A1 | 39 41
                        E22 | A2 | 79 81
                        E24 | A1 | 50 50
                        E24 | A2 | 80 80
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                measure   | baseYear | value   | k | flag        | because
                b         | 2022     | -.16096 | 2 | K_TOO_SMALL | (0 − ln(50/40))/2 over ln 2
                speed     | 2022     | .19425  | 2 | K_TOO_SMALL | −ln(1 − 2·.16096)/2
                half_life | 2022     | 3.5683  | 2 | K_TOO_SMALL | ln 2/speed
                b_eiv     | 2022     | -.24906 | 2 | OK          | slope −.25, noise 1 of a variance of 800: (−.25 + .00125)/.99875
                """);
    }

    @Test
    void hasNoHalfLifeWhereUnitsMoveApartAndNoSlopeInPointsOverTwoScales() {
        Town town = new Town().exam("E22", 2022).exam("E24", 2024, "150", "1").scores("""
                        E22 | A1 | 39 41
                        E22 | A2 | 79 81
                        E24 | A1 | 50 50
                        E24 | A2 | 120 120
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                measure   | value   | flag          | because
                b         | .13152  | K_TOO_SMALL   | (ln 1.5 − ln 1.25)/2 over ln 2
                speed     | -.11676 | K_TOO_SMALL   |
                half_life | -       | K_TOO_SMALL   | the gap does not close
                b_eiv     | -       | SCALE_CHANGED | points of 100 and of 150
                """);
    }

    @Test
    void givesIntervalsFromTwentyUnitsOn() {
        Town town = new Town().exam("E22", 2022).exam("E24", 2024);
        for (int j = 1; j <= 20; j++) {
            town.scores("E22 | A" + (10 + j) + " | " + (38 + 2 * j) + " " + (42 + 2 * j));
            town.scores("E24 | A" + (10 + j) + " | " + (60 + j + j * j % 5));
        }
        List<MetricValue> rows = town.rows(METRIC).stream()
                .filter(row -> row.districtCode().equals("T"))
                .toList();

        assertThat(rows)
                .filteredOn(row -> !row.measure().equals("b_eiv"))
                .hasSize(3)
                .allSatisfy(row -> {
                    assertThat(row.ciMethod()).isEqualTo("hc3-t");
                    assertThat(row.ciLo()).isLessThan(row.value());
                    assertThat(row.ciHi()).isGreaterThan(row.value());
                    assertThat(row.ciFrame()).isEqualTo("schools");
                });
        assertThat(rows).filteredOn(row -> row.measure().equals("b")).allSatisfy(row -> {
            assertThat(row.p()).isLessThan(.01);
            assertThat(row.ciHi()).isNegative();
        });
    }

    @Test
    void saysThatAGapOfManyUnitsDoesNotClose() {
        Town town = new Town().exam("E22", 2022).exam("E24", 2024);
        for (int j = 1; j <= 20; j++) {
            town.scores("E22 | A" + (10 + j) + " | " + (40 + j));
            town.scores("E24 | A" + (10 + j) + " | " + (30 + 3 * j));
        }

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T") && row.measure().equals("half_life"),
                """
                value | ciLo | ciMethod | flag
                -     | -    | -        | CI_UNBOUNDED
                """);
    }

    @Test
    void tellsNothingOfChanceWhereAllGrewByOneFactor() {
        Town town = new Town().exam("E22", 2022, null, null).exam("E24", 2024, null, null);
        for (int j = 1; j <= 20; j++) {
            town.totals("E22 | A" + (10 + j) + " | 30 | " + (31 + 1.3 * j) + " | 8");
            town.totals("E24 | A" + (10 + j) + " | 30 | " + 1.5 * (31 + 1.3 * j) + " | 12");
        }

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T") && !row.measure().equals("b_eiv"),
                """
                measure   | value                | se                   | ciLo | p | flag         | because
                b         | .0000000000000000000 | .0000000000000000000 | -    | - | ZERO_SD      | no residual to learn from
                speed     | .0000000000000000000 | -                    | -    | - | ZERO_SD      |
                half_life | -                    | -                    | -    | - | CI_UNBOUNDED | the gap does not close
                """);
    }

    @Test
    void followsResourcesToo() {
        Town town = new Town().unit("A1", "C1").unit("A2", "C1");

        MetricTable.check(
                new TownFacts().resources("""
                        A1 | 2022 | J | 100 | books=4000
                        A2 | 2022 | J | 50  | books=4000
                        A1 | 2024 | J | 100 | books=5000
                        A2 | 2024 | J | 50  | books=4000
                        """).rows(METRIC, town),
                row -> row.districtCode().equals("C1") && row.measure().equals("RES-15"),
                """
                variant   | baseYear | value   | n   | k | flag        | because
                -         | 2022     | -.16096 | 150 | 2 | K_TOO_SMALL | (0 − ln(50/40))/2 over ln 2
                speed     | 2022     | .19425  | 150 | 2 | K_TOO_SMALL | −ln(1 − 2·.16096)/2
                half_life | 2022     | 3.5683  | 150 | 2 | K_TOO_SMALL | ln 2/speed; no b_eiv
                """);
    }

    @Test
    void hasNoSpeedWhereUnitsCloseMoreThanTheirGap() {
        Town town = new Town().exam("E22", 2022).exam("E24", 2024).scores("""
                        E22 | A1 | 40
                        E22 | A2 | 80
                        E22 | A3 | 60
                        E24 | A1 | 90
                        E24 | A2 | 30
                        E24 | A3 | 60
                        """);
        for (int j = 4; j <= 20; j++) {
            town.scores("E22 | A" + j + " | " + (40 + 2 * j)).scores("E24 | A" + j + " | " + (94 - 3 * j));
        }

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T") && !row.measure().equals("b_eiv"),
                """
                measure   | value | k  | flag         | because
                b         | -1.28 | 20 | OK           | who was behind is ahead: 1 + 2b is below 0
                speed     | -     | 20 | CI_UNBOUNDED | no speed of a gap that turned round
                half_life | -     | 20 | CI_UNBOUNDED |
                """);
    }

    @Test
    void saysWhyThereIsNoSlope() {
        Town town = new Town().exam("E22", 2022).exam("E24", 2024).totals("""
                        E22 | A1 | 30 | 60 | -
                        E22 | A2 | 30 | 60 | 9
                        E24 | A1 | 30 | 50 | 9
                        E24 | A2 | 30 | 60 | 9
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                measure   | value | flag          | because
                b         | -     | ZERO_SD       | all began alike
                speed     | -     | ZERO_SD       |
                half_life | -     | ZERO_SD       |
                b_eiv     | -     | MISSING_INPUT | a total without SD
                """);
    }
}
