package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.manyuan.statistics.GroupTimeEffect.Gap;

class DoublyRobustTest {
    private static final int UNITS = 40;

    private final SplittableRandom random = new SplittableRandom(20211);
    private final double[][] covariate = new double[UNITS][1];
    private final boolean[] treated = new boolean[UNITS];
    private final double[] change = new double[UNITS];

    DoublyRobustTest() {
        for (int i = 0; i < UNITS; i++) {
            covariate[i][0] = 60 + 10 * random.nextGaussian();
            treated[i] = random.nextDouble() < 1 / (1 + Math.exp((65 - covariate[i][0]) / 10));
            change[i] = .1 * covariate[i][0] + (treated[i] ? 2 : 0) + random.nextGaussian();
        }
    }

    @Test
    void withAConstantAloneItIsThePlainDifference() {
        TwoByTwo plain = TwoByTwo.of(treated, change, new double[UNITS][0]);
        TwoByTwo robust = DoublyRobust.of(treated, change, new double[UNITS][0]);
        assertThat(robust.value()).isCloseTo(plain.value(), within(1e-13));
        assertThat(robust.influence()).containsExactly(plain.influence(), within(1e-11));
    }

    @Test
    void theInfluenceOfAUnitIsHowTheEstimateMovesWithItsWeight() {
        // every unit stands 60 times, one unit 59 or 61 times: half the change is its influence over the rows
        TwoByTwo estimate = TwoByTwo.of(treated, change, covariate);
        int copies = 60;
        for (int i = 0; i < UNITS; i += 7) {
            double more = withCopies(i, copies, copies + 1);
            double less = withCopies(i, copies, copies - 1);
            assertThat((more - less) / 2 * UNITS * copies)
                    .as("unit " + i)
                    .isCloseTo(estimate.influence()[i], within(2e-3));
        }
        assertThat(Arrays.stream(estimate.influence()).sum()).isCloseTo(0, within(1e-9));
    }

    @Test
    void anotherScaleOfTheCovariateIsTheSameEstimate() {
        TwoByTwo estimate = TwoByTwo.of(treated, change, covariate);
        double[][] shifted = new double[UNITS][];
        Arrays.setAll(shifted, i -> new double[] {1e6 - 1000 * covariate[i][0]});
        TwoByTwo same = TwoByTwo.of(treated, change, shifted);
        assertThat(same.value()).isCloseTo(estimate.value(), within(1e-9));
        assertThat(same.influence()).containsExactly(estimate.influence(), within(1e-7));
    }

    @Test
    void aChangeThatIsLinearInTheCovariateLeavesTheEffectAlone() {
        for (int i = 0; i < UNITS; i++) {
            change[i] = 5 - .3 * covariate[i][0] + (treated[i] ? 2 : 0);
        }
        TwoByTwo estimate = TwoByTwo.of(treated, change, covariate);
        assertThat(estimate.value()).isCloseTo(2, within(1e-10));
        assertThat(estimate.influence()).containsExactly(new double[UNITS], within(1e-8));
    }

    @Test
    void covariatesThatTellTheSidesApartOrSayTheSameGiveNothing() {
        double[][] apart = new double[UNITS][];
        double[][] twice = new double[UNITS][];
        double[][] constant = new double[UNITS][1];
        Arrays.setAll(apart, i -> new double[] {(treated[i] ? 1 : 0) + random.nextDouble() / 2});
        Arrays.setAll(twice, i -> new double[] {covariate[i][0], 3 - 2 * covariate[i][0]});
        assertThat(TwoByTwo.of(treated, change, apart).overlaps()).isFalse();
        assertThat(TwoByTwo.of(treated, change, twice).overlaps()).isFalse();
        assertThat(TwoByTwo.of(treated, change, constant).overlaps()).isFalse();
    }

    @Test
    void aCohortWithoutOverlapInOneYearHasNoEffectAtAll() {
        List<AdoptionUnit> units = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            // in 2020 the covariate tells the treated apart, in 2021 it does not
            double[][] x = {{treated[i] ? 9 : 1 + random.nextDouble()}, covariate[i], covariate[i]};
            units.add(new AdoptionUnit(
                    "U" + i, "U" + i, treated[i] ? 2022 : AdoptionUnit.NEVER, new double[] {0, 1, change[i]}, x));
        }
        GroupTimeEffects effects =
                GroupTimeEffects.of(AdoptionPanel.of(new int[] {2020, 2021, 2022}, units), Controls.NEVER_TREATED, 5);
        assertThat(effects.cells()).hasSize(2).allMatch(cell -> cell.gap() == Gap.NO_OVERLAP);
        assertThat(effects.known()).isEmpty();
    }

    private double withCopies(int unit, int copies, int copiesOfUnit) {
        int rows = copies * (UNITS - 1) + copiesOfUnit;
        boolean[] d = new boolean[rows];
        double[] y = new double[rows];
        double[][] x = new double[rows][];
        int row = 0;
        for (int i = 0; i < UNITS; i++) {
            for (int copy = 0; copy < (i == unit ? copiesOfUnit : copies); copy++) {
                d[row] = treated[i];
                y[row] = change[i];
                x[row++] = covariate[i];
            }
        }
        return TwoByTwo.of(d, y, x).value();
    }
}
