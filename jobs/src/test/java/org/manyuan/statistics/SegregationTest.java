package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.junit.jupiter.api.Test;

class SegregationTest {
    private static final long[] MIGRANT = {12, 3, 40, 7, 0, 21};
    private static final long[] OTHER = {38, 47, 25, 20, 31, 60};

    @Test
    void theTwoSchoolsWorkedByHand() {
        // A = 40, B = 160: D = ½(|.25 − .5625| + |.75 − .4375|); E by hand in nats
        Segregation both = Segregation.of(new long[] {10, 30}, new long[] {90, 70});
        assertThat(both.dissimilarity()).isCloseTo(.3125, within(1e-15));
        double ten = -.1 * Math.log(.1) - .9 * Math.log(.9);
        double thirty = -.3 * Math.log(.3) - .7 * Math.log(.7);
        double all = -.2 * Math.log(.2) - .8 * Math.log(.8);
        assertThat(both.information()).isCloseTo(1 - (ten + thirty) / (2 * all), within(1e-15));
    }

    @Test
    void evenlyMixedIsZeroAndApartIsOne() {
        Segregation even = Segregation.of(new long[] {1, 3, 10}, new long[] {3, 9, 30});
        assertThat(even.dissimilarity()).isZero();
        assertThat(even.information()).isZero();
        Segregation apart = Segregation.of(new long[] {10, 0, 5}, new long[] {0, 30, 0});
        assertThat(apart.dissimilarity()).isCloseTo(1, within(1e-15));
        assertThat(apart.information()).isEqualTo(1);
    }

    @Test
    void doesNotDependOnWhichKindIsCountedNorOnEmptyUnits() {
        Segregation forth = Segregation.of(MIGRANT, OTHER);
        Segregation back = Segregation.of(OTHER, MIGRANT);
        assertThat(back.dissimilarity()).isCloseTo(forth.dissimilarity(), within(1e-15));
        assertThat(back.information()).isCloseTo(forth.information(), within(1e-15));
        assertThat(Segregation.of(new long[] {10, 0, 30}, new long[] {90, 0, 70}))
                .isEqualTo(Segregation.of(new long[] {10, 30}, new long[] {90, 70}));
    }

    @Test
    void chanceAgreesWithTheExactMean() {
        // each unit's number is hypergeometric by itself, and both indices are sums over units: the mean has a closed
        // form
        int lots = 200;
        Segregation exact = exactMean(MIGRANT, OTHER);
        double[] seeds = new double[50];
        double[] informations = new double[50];
        for (int seed = 0; seed < seeds.length; seed++) {
            Segregation chance = Segregation.byChance(MIGRANT, OTHER, lots, seed);
            seeds[seed] = chance.dissimilarity();
            informations[seed] = chance.information();
        }
        MeanT dissimilarity = MeanT.of(seeds);
        MeanT information = MeanT.of(informations);
        assertThat(dissimilarity.mean()).isCloseTo(exact.dissimilarity(), within(4 * dissimilarity.se()));
        assertThat(information.mean()).isCloseTo(exact.information(), within(4 * information.se()));
        assertThat(dissimilarity.se()).as("10,000 lots").isLessThan(.01 * exact.dissimilarity());
        assertThat(Segregation.of(MIGRANT, OTHER)
                        .minus(Segregation.byChance(MIGRANT, OTHER, lots, 20240901))
                        .dissimilarity())
                .isCloseTo(
                        Segregation.of(MIGRANT, OTHER).dissimilarity() - exact.dissimilarity(),
                        within(4 * dissimilarity.se() * Math.sqrt(50)));
    }

    @Test
    void smallUnitsLookSegregatedByChance() {
        long[] a = new long[50];
        long[] b = new long[50];
        for (int j = 0; j < 50; j++) {
            a[j] = j % 4 == 0 ? 2 : 1;
            b[j] = 4;
        }
        Segregation chance = Segregation.byChance(a, b, 200, 1);
        assertThat(chance.dissimilarity()).isGreaterThan(.3);
        assertThat(Segregation.of(a, b).minus(chance).dissimilarity())
                .as("mixed more evenly than by lot")
                .isNegative();
    }

    @Test
    void chanceHangsOnTheSeedButNotOnTheOrder() {
        Segregation chance = Segregation.byChance(MIGRANT, OTHER, 200, 5);
        assertThat(Segregation.byChance(MIGRANT, OTHER, 200, 5)).isEqualTo(chance);
        assertThat(Segregation.byChance(new long[] {21, 0, 3, 40, 12, 7}, new long[] {60, 31, 47, 25, 38, 20}, 200, 5))
                .isEqualTo(chance);
        assertThat(Segregation.byChance(MIGRANT, OTHER, 200, 6)).isNotEqualTo(chance);
    }

    @Test
    void costsTheUnitsAndNotTheirPupils() {
        long[] a = {400_000, 100_000, 0};
        long[] b = {100_000, 900_000, 10_000_000};
        Segregation chance = Segregation.byChance(a, b, 200, 1);
        assertThat(chance.dissimilarity()).isBetween(0.0, .002);
    }

    @Test
    void oneKindAloneAndNobodyHaveNoIndexAndOneUnitIsNotSegregated() {
        for (Segregation none : new Segregation[] {
            Segregation.of(new long[] {0, 0}, new long[] {3, 4}),
            Segregation.of(new long[] {3, 4}, new long[] {0, 0}),
            Segregation.of(new long[0], new long[0]),
            Segregation.byChance(new long[] {0, 0}, new long[] {3, 4}, 200, 1)
        }) {
            assertThat(none.dissimilarity()).isNaN();
            assertThat(none.information()).isNaN();
        }
        Segregation one = Segregation.of(new long[] {3}, new long[] {4});
        assertThat(one.dissimilarity()).isZero();
        assertThat(one.information()).isZero();
        assertThatThrownBy(() -> Segregation.of(new long[1], new long[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 units of the one kind but 2 of the other: give the same units");
    }

    private static Segregation exactMean(long[] a, long[] b) {
        int marked = 0;
        int all = 0;
        for (int j = 0; j < a.length; j++) {
            marked += (int) a[j];
            all += (int) (a[j] + b[j]);
        }
        DoubleUnaryOperator entropy = p -> p == 0 || p == 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p);
        double d = 0;
        double mixed = 0;
        for (int j = 0; j < a.length; j++) {
            int size = (int) (a[j] + b[j]);
            HypergeometricDistribution dealt = new HypergeometricDistribution(all, marked, size);
            for (int x = 0; x <= size; x++) {
                double p = dealt.probability(x);
                d += p * Math.abs((double) x / marked - (double) (size - x) / (all - marked)) / 2;
                mixed += p * size * entropy.applyAsDouble((double) x / size);
            }
        }
        return new Segregation(d, 1 - mixed / (all * entropy.applyAsDouble((double) marked / all)));
    }
}
