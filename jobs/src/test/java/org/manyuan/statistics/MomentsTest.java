package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,D1", "2023,D2", "2023,ALL", "2024,D1", "2024,D2", "2024,ALL"})
    void poolsToTheGoldenMean(int year, String district) {
        Moments pooled = Moments.pool(
                Golden.units(year, district).stream().map(Golden.Unit::moments).toList());
        Golden.agrees(pooled.mean(), year + "." + district + ".mean");
    }

    @Test
    void agreesWithTheSumsOfTheGoldenFiles() {
        for (int year : new int[] {2023, 2024}) {
            List<Golden.Unit> units = Golden.units(year, "ALL");
            List<String[]> rows = Golden.rows("suffstats_" + year + ".csv");
            for (int j = 0; j < rows.size(); j++) {
                String[] row = rows.get(j);
                Moments fromSums =
                        Moments.ofSteps(Long.parseLong(row[4]), Long.parseLong(row[5]), Long.parseLong(row[6]), 1);
                assertThat(fromSums).as(row[3]).isEqualTo(units.get(j).moments());
                assertThat(units.get(j).terms().sumLnY()).isCloseTo(Double.parseDouble(row[9]), within(1e-9));
                assertThat(units.get(j).terms().sumYLnY()).isCloseTo(Double.parseDouble(row[10]), within(1e-8));
            }
        }
    }

    @Test
    void doesNotCancelWhereSquaresLeaveThe64Bits() {
        // a million pupils at 3,000,000 steps, but for one a step above: n·s2 is far beyond a long, the spread is 1 −
        // 1/n
        long n = 1_000_000;
        long u = 3_000_000;
        Moments moments = Moments.ofSteps(n, n * u + 1, n * u * u + 2 * u + 1, 0.5);
        assertThat(moments.m2()).isCloseTo(0.25 * (1 - 1.0 / n), within(1e-15));
    }

    @Test
    void countsInPointsWhateverTheStep() {
        // 80.5, 90 and 99.5 points in half steps: 161, 180, 199
        Moments moments = Moments.ofSteps(3, 161 + 180 + 199, 161 * 161 + 180 * 180 + 199 * 199, 0.5);
        assertThat(moments.mean()).isEqualTo(90);
        assertThat(moments.variance()).isCloseTo(90.25, within(1e-12));
    }

    @Test
    void aSinglePupilHasAMeanButNoSpread() {
        Moments one = Moments.ofSteps(1, 77, 5929, 1);
        assertThat(one.mean()).isEqualTo(77);
        assertThat(one.m2()).isZero();
        assertThat(one.variance()).isNaN();
        assertThat(one.standardError()).isNaN();
    }

    @Test
    void nobodyLeavesTheOthersAsTheyAre() {
        Moments some = Moments.ofTotal(10, 70, 8);
        assertThat(Moments.ofSteps(0, 0, 0, 1)).isEqualTo(Moments.EMPTY);
        assertThat(Moments.EMPTY.merge(some)).isEqualTo(some);
        assertThat(some.merge(Moments.EMPTY)).isEqualTo(some);
        assertThat(Moments.pool(List.of()).mean()).isNaN();
    }

    @Test
    void aTotalWithoutStandardDeviationKeepsTheMeanAndLosesTheSpread() {
        Moments pooled = Moments.ofTotal(10, 70, 8).merge(Moments.ofTotal(30, 80, Double.NaN));
        assertThat(pooled.mean()).isEqualTo(77.5);
        assertThat(pooled.sd()).isNaN();
    }

    @Test
    void aTotalGivesItsOwnStandardDeviationBack() {
        assertThat(Moments.ofTotal(10, 70, 8).sd()).isCloseTo(8, within(1e-12));
        assertThat(Moments.ofTotal(1, 70, Double.NaN).m2())
                .as("one pupil needs no sd")
                .isZero();
    }
}
