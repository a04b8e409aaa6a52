package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.AssessmentRank;
import org.manyuan.domain.Flag;

/** BND-02: places, their intervals, and where their uncertainty comes from. */
class AssessmentRanksTest {
    private static final String SEVEN = """
            G1 | .15 ± .05 | .10      | .06
            G2 | .31       | .20 ± .1 | .03
            G3 | -.10      | .55      | .12
            G4 | .02 ± .1  | .31      | .07 ± .01
            G5 | .18       | .31      | .09
            G6 | .22       | .28      | .02
            G7 | -         | -        | .02
            """;

    private static final String TOSS_UP = """
            G1 | .15 ± .04 | .10 | .04
            G2 | .15 ± .04 | .10 | .04
            """;

    @Test
    void whoIsBetterInEverythingIsFirstForSure() {
        List<AssessmentRank> ranks = ranks(DemoScheme.with(), "G1 | .10 | .10 | .04\nG2 | .20 | .30 | .08");

        assertThat(ranks).extracting(AssessmentRank::groupCode).containsExactly("G1", "G2");
        certain(ranks.get(1), 1, 1);
        certain(ranks.get(0), 2, 0);
        assertThat(ranks).allSatisfy(rank -> {
            assertThat(rank.indistinctGroups()).isZero();
            assertThat(rank.rankedGroups()).isEqualTo(2);
            assertThat(rank.topPlaces()).isEqualTo(1);
            assertThat(rank.draws()).isEqualTo(2000);
            assertThat(rank.flag()).isEqualTo(Flag.OK);
            assertThat(rank.marks()).isEqualTo("trial,draft,equal_assumed,placeholder");
            assertThat(rank.firstError()).as("nothing varies").isNull();
            assertThat(rank.totalWeights()).isNull();
            assertThat(rank.pGrade()).as("no grades").isNull();
        });
    }

    @Test
    void whoIsAlikeSharesTheMiddle() {
        for (AssessmentRank rank : ranks(DemoScheme.with(), "G1 | .10 | .10 | .04\nG2 | .10 | .10 | .04")) {
            certain(rank, 1.5, 0);
            assertThat(rank.indistinctGroups()).isEqualTo(1);
        }
    }

    /**
     * Two alike but for the error of N1: a draw tells them apart unless N1 is left out (1 in 4), or ranks are taken (1 in 3) and both
     * values fall on one side of .15 (1 in 2). So first, alike and second come out at 5, 6 and 5 in 16; the error makes all of the
     * variance, .65 of it alone.
     */
    @Test
    void whereOnlyTheErrorTellsThemApartItIsATossUp() {
        Scheme scheme = DemoScheme.with("draws: 2000", "draws: 8000");
        List<AssessmentRank> ranks = ranks(scheme, TOSS_UP);
        double error = 3 * Math.sqrt(5 / 16.0 * 11 / 16.0 / 8000);

        for (AssessmentRank rank : ranks) {
            assertThat(rank.rank()).isEqualTo(1.5);
            assertThat(rank.rankMedian()).isEqualTo(1.5);
            assertThat(rank.rankP05()).isEqualTo(1);
            assertThat(rank.rankP95()).isEqualTo(2);
            assertThat(rank.pTop()).isCloseTo(5 / 16.0, within(error));
            assertThat(rank.indistinctGroups()).isEqualTo(1);
            assertThat(rank.totalError()).isCloseTo(1, within(.05));
            assertThat(rank.firstError()).isCloseTo(.65, within(.05));
            assertThat(rank.firstWeights()).isZero();
            assertThat(rank.totalWeights()).isZero();
            assertThat(rank.totalLeftOut())
                    .as("1 in 4 of the draws, with the error")
                    .isPositive();
        }
    }

    @ParameterizedTest(name = "among the first {0}: {1}")
    @CsvSource({"1, 0", "2, 0.3125", "3, 1"})
    void theSchemeSaysWhichPlacesAreTheFirst(int top, double probability) {
        Scheme scheme = DemoScheme.with("weight_jitter: 0.25}", "weight_jitter: 0.25, top: " + top + "}");
        AssessmentRank rank = ranks(scheme, TOSS_UP + "G3 | .9 | .9 | .9").get(0);

        assertThat(rank.topPlaces()).isEqualTo(top);
        assertThat(rank.pTop()).isCloseTo(probability, within(.032));
    }

    @Test
    void aGroupWithoutAScoreHasNoPlaceAndTakesNobodys() {
        List<AssessmentRank> ranks = ranks(DemoScheme.with(), SEVEN);
        AssessmentRank none = ranks.get(6);

        assertThat(none.flag()).isEqualTo(Flag.MISSING_INPUT);
        assertThat(none.rank()).isNull();
        assertThat(none.rankMedian()).isNull();
        assertThat(none.rankP05()).isNull();
        assertThat(none.pTop()).isNull();
        assertThat(none.indistinctGroups()).isNull();
        assertThat(none.totalError()).isNull();
        assertThat(none.rankedGroups()).isEqualTo(6);
        assertThat(ranks.subList(0, 6)).allSatisfy(rank -> {
            assertThat(rank.rankMedian()).isBetween(rank.rankP05(), rank.rankP95());
            assertThat(rank.rankP05()).isGreaterThanOrEqualTo(1);
            assertThat(rank.rankP95()).isLessThanOrEqualTo(6);
            assertThat(rank.firstError()).isBetween(0.0, 1.0);
        });
        assertThat(ranks.stream().filter(rank -> rank.rank() != null).mapToDouble(AssessmentRank::rank))
                .containsExactlyInAnyOrder(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        assertThat(ranks.stream()
                        .filter(rank -> rank.pTop() != null)
                        .mapToDouble(AssessmentRank::pTop)
                        .sum())
                .as("one is first, but for ties")
                .isBetween(.9, 1.0);
    }

    @Test
    void theOnlyGroupIsFirstOfOne() {
        AssessmentRank rank = ranks(DemoScheme.with(), "G1 | .15 ± .05 | .10 | .06\nG2 | - | - | .1")
                .get(0);

        certain(rank, 1, 1);
        assertThat(rank.rankedGroups()).isEqualTo(1);
        assertThat(rank.indistinctGroups()).isZero();
        assertThat(rank.flag()).isEqualTo(Flag.K_TOO_SMALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reweight", "na", "impute_group_median"})
    void whereNobodyHasAScoreNobodyHasAPlace(String rule) {
        Scheme scheme = DemoScheme.with("rule: reweight", "rule: " + rule);

        assertThat(ranks(scheme, "G1 | - | - | .06")).singleElement().satisfies(rank -> {
            assertThat(rank.flag()).isEqualTo(Flag.MISSING_INPUT);
            assertThat(rank.rankedGroups()).isZero();
        });
    }

    @Test
    void aSchemeThatSaysNothingOfItIsDrawnAsTheCatalogueHasIt() {
        Scheme silent = DemoScheme.with("  robustness: {draws: 2000, seed: 20240901, weight_jitter: 0.25}", "");

        assertThat(ranks(silent, SEVEN)).isEqualTo(ranks(DemoScheme.with(), SEVEN));
    }

    @Test
    void anotherSeedDrawsOtherwiseAndSaysMuchTheSame() {
        List<AssessmentRank> one = ranks(DemoScheme.with(), SEVEN);
        List<AssessmentRank> other = ranks(DemoScheme.with("seed: 20240901", "seed: 7"), SEVEN);

        assertThat(other).isNotEqualTo(one);
        for (int i = 0; i < 6; i++) {
            assertThat(other.get(i).pTop()).isCloseTo(one.get(i).pTop(), within(.06));
        }
    }

    @Test
    void theSameRowsInAnyOrderGiveTheSamePlaces() {
        List<AssessmentRank> straight = ranks(DemoScheme.with(), SEVEN);

        LongStream.range(0, 5).forEach(seed -> assertThat(BundledAssessment.of(
                                DemoScheme.with(), RankedRegion.of(SEVEN).shuffled(seed))
                        .ranks())
                .isEqualTo(straight));
    }

    @Test
    void oneCoreDrawsAsMany() {
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            assertThat(one.submit(() -> ranks(DemoScheme.with(), SEVEN)).join())
                    .isEqualTo(ranks(DemoScheme.with(), SEVEN));
        } finally {
            one.shutdown();
        }
    }

    @Test
    void aGroupMoreLeavesTheDrawsOfTheOthersAsTheyAre() {
        AssessmentRank ofTwo = ranks(DemoScheme.with(), TOSS_UP).get(0);
        List<AssessmentRank> ofThree = ranks(DemoScheme.with(), TOSS_UP + "G3 | -.9 | -.9 | 0");

        certain(ofThree.get(2), 3, 0);
        assertThat(ofThree.get(0).pTop()).isEqualTo(ofTwo.pTop());
        assertThat(ofThree.get(0).firstError()).isEqualTo(ofTwo.firstError());
    }

    @Test
    void aVetoIsAsSureAsTheValueThatMissesTheThreshold() {
        Scheme scheme = DemoScheme.with("value: 0, on_fail: none", "value: 0.2, on_fail: veto");
        List<AssessmentRank> ranks = ranks(scheme, """
                G1 | .15 ± .05 | .10 | .06
                G2 | .15       | .10 | .06
                G3 | .25 ± .05 | .10 | .06
                """);

        assertThat(ranks.get(0).pGrade()).as("Φ(1)").isCloseTo(.8413, within(3 * Math.sqrt(.8413 * .1587 / 2000)));
        assertThat(ranks.get(1).pGrade()).isEqualTo(1);
        assertThat(ranks.get(2).pGrade()).as("has no grade").isNull();
    }

    private static void certain(AssessmentRank rank, double place, double pTop) {
        assertThat(rank.rank()).isEqualTo(place);
        assertThat(rank.rankMedian()).isEqualTo(place);
        assertThat(rank.rankP05()).isEqualTo(place);
        assertThat(rank.rankP95()).isEqualTo(place);
        assertThat(rank.pTop()).isEqualTo(pTop);
    }

    private static List<AssessmentRank> ranks(Scheme scheme, String table) {
        return BundledAssessment.of(scheme, RankedRegion.of(table).facts()).ranks();
    }
}
