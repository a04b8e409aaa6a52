package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.manyuan.assessment.Variation.Source;
import org.manyuan.contract.Scheme;

/** The scores of a variation are the score's own, with what the variation says in the place of what the scheme says. */
class VariedScoresTest {
    private static final String SIX_GROUPS = """
            G1 | .15 ± .05 | .10        | .06
            G2 | .31       | .20 ± .1   | .03
            G3 | -.10      | .55        | .12
            G4 | .02       | -          | .07 ± .01
            G5 | .18       | .31        | -
            G6 | -         | .31        | .02
            G7 | .22       | -          | -
            """;

    static Stream<Arguments> schemes() {
        String z = "normalisation: {method: z}";
        String rank = "normalisation: {method: rank}";
        String ofN1 = "normalisation: {method: goalposts, anchor: fixed, lo: 0.0, hi: 0.30}";
        return Stream.of(
                Arguments.of("as it is", DemoScheme.with()),
                Arguments.of("geometric", DemoScheme.with("default: arithmetic", "default: geometric")),
                Arguments.of("harmonic", DemoScheme.with("default: arithmetic", "default: harmonic")),
                Arguments.of("min", DemoScheme.with("default: arithmetic", "default: min")),
                Arguments.of("zero", DemoScheme.with("rule: reweight", "rule: zero")),
                Arguments.of("na", DemoScheme.with("rule: reweight", "rule: na")),
                Arguments.of("impute", DemoScheme.with("rule: reweight", "rule: impute_group_median")),
                Arguments.of("z", DemoScheme.with(ofN1, z)),
                Arguments.of("rank", DemoScheme.with(ofN1, rank)),
                Arguments.of("cap", DemoScheme.with("value: 0, on_fail: none", "value: 0.2, on_fail: cap:20")),
                Arguments.of(
                        "bonus",
                        DemoScheme.with("ledger('award', 'group').level >= 'city'", "kind == 'education_group'")),
                Arguments.of("no coverage asked", DemoScheme.with("min_coverage: 0.66", "min_coverage: 0")),
                Arguments.of("nested", DemoScheme.nested("A: geometric")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void ofTheSchemeAsItIsAreItsScores(String name, Scheme scheme) {
        List<RankedGroup> groups = groups(scheme, SIX_GROUPS);
        VariedScores scores = new VariedScores(scheme, groups);

        assertThat(groups).isNotEmpty();
        close(scores.of(scores.asIs()), groups);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void withoutJitterAndErrorADrawOfTheSchemesOwnWaysIsItsScore(String name, Scheme scheme) {
        Scheme still = DemoScheme.with("weight_jitter: 0.25", "weight_jitter: 0");
        List<RankedGroup> groups = groups(scheme, SIX_GROUPS.replaceAll(" ± \\.\\d+", ""));
        VariedScores scores = new VariedScores(scheme, groups);
        Variations variations = new Variations(still, scores);
        for (int draw = 0; draw < 20; draw++) {
            Variation drawn = variations
                    .at(draw, 0)
                    .with(Source.NORMALISATION, scores.asIs())
                    .with(Source.AGGREGATION, scores.asIs())
                    .with(Source.LEFT_OUT, scores.asIs());

            close(scores.of(drawn), groups);
        }
    }

    @Test
    void whatAVariationSaysStandsInThePlaceOfTheSchemes() {
        Scheme scheme = DemoScheme.with();
        VariedScores scores = new VariedScores(scheme, groups(scheme, "G1 | .15 | .10 | .06"));
        Variation own = scores.asIs();

        assertThat(score(scores, own)).isCloseTo(.4 * 50 + .3 * 20 + .3 * 60, within(1e-12));
        assertThat(score(scores, new Variation(new double[] {.2, .3, .3}, own.way(), false, -1, own.values())))
                .as("half the weight for N1")
                .isCloseTo((.2 * 50 + .3 * 20 + .3 * 60) / .8, within(1e-12));
        assertThat(score(scores, new Variation(own.weights(), own.way(), true, -1, own.values())))
                .as("geometric")
                .isCloseTo(Math.exp(.4 * Math.log(50) + .3 * Math.log(20) + .3 * Math.log(60)), within(1e-12));
        assertThat(score(scores, new Variation(own.weights(), own.way(), false, 1, own.values())))
                .as("without N2")
                .isCloseTo((.4 * 50 + .3 * 60) / .7, within(1e-12));
        assertThat(score(scores, new Variation(own.weights(), LeafScale.Way.RANK, false, -1, own.values())))
                .as("alone in its rank; of units there are no others")
                .isCloseTo(.4 * 50 + .3 * 20 + .3 * 50, within(1e-12));
    }

    @Test
    void whoWouldBeLeftWithNothingKeepsTheLeaf() {
        Scheme scheme = DemoScheme.with("min_coverage: 0.66", "min_coverage: 0.3");
        VariedScores scores = new VariedScores(scheme, groups(scheme, "G1 | .15 | - | -\nG2 | .15 | .10 | -"));
        Variation own = scores.asIs();
        Variation withoutN1 = new Variation(own.weights(), own.way(), false, 0, own.values());

        assertThat(scores.of(withoutN1)).containsExactly(new double[] {50, 20}, within(1e-12));
    }

    @Test
    void anErrorMovesTheValueAndMissingOnesFollow() {
        Scheme scheme = DemoScheme.with(
                "rule: reweight", "rule: impute_group_median", "weight_jitter: 0.25", "weight_jitter: 0");
        VariedScores scores =
                new VariedScores(scheme, groups(scheme, "G1 | .15 ± .05 | .10 | .06\nG2 | - | .10 | .06"));
        Variation moved = scores.asIs().with(Source.ERROR, new Variations(scheme, scores).at(1, 0));
        double[] drawn = scores.of(moved);

        assertThat(moved.values()[0][0]).isNotEqualTo(.15).isBetween(0.0, .30);
        assertThat(moved.values()[0][1]).as("without an error").isEqualTo(.10);
        assertThat(drawn[0]).isCloseTo(.4 * moved.values()[0][0] / .003 + .3 * 20 + .3 * 60, within(1e-9));
        assertThat(drawn[1]).as("the median of one").isCloseTo(drawn[0], within(1e-9));
    }

    @Test
    void moreJitterSpreadsTheScoreMore() {
        assertThat(spread("0.5")).isBetween(4 * spread("0.1"), 6 * spread("0.1"));
        assertThat(spread("0")).isZero();
    }

    @Test
    void valuesAreSpreadAsTheirErrorSays() {
        Scheme scheme = DemoScheme.with();
        Variations variations =
                new Variations(scheme, new VariedScores(scheme, groups(scheme, "G1 | .15 ± .05 | .10 | .06")));
        double[] drawn = IntStream.range(0, 4000)
                .mapToDouble(draw -> variations.at(draw, 0).values()[0][0])
                .toArray();
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double variance =
                Arrays.stream(drawn).map(x -> (x - mean) * (x - mean)).average().orElseThrow();

        assertThat(mean).isCloseTo(.15, within(3 * .05 / Math.sqrt(4000)));
        assertThat(Math.sqrt(variance)).isCloseTo(.05, within(3 * .05 / Math.sqrt(8000)));
    }

    @Test
    void everyLeafAndNoneIsLeftOutAndEveryWayGone() {
        Scheme scheme = DemoScheme.with();
        Variations variations = new Variations(scheme, new VariedScores(scheme, groups(scheme, SIX_GROUPS)));

        assertThat(IntStream.range(0, 200)
                        .mapToObj(draw -> variations.at(draw, 0).leftOut())
                        .distinct())
                .containsExactlyInAnyOrder(-1, 0, 1, 2);
        assertThat(IntStream.range(0, 200)
                        .mapToObj(draw -> variations.at(draw, 0).way())
                        .distinct())
                .containsExactlyInAnyOrder(LeafScale.Way.values());
        assertThat(IntStream.range(0, 200)
                        .mapToObj(draw -> variations.at(draw, 0).isSwapped())
                        .distinct())
                .containsExactlyInAnyOrder(true, false);
    }

    private static double spread(String jitter) {
        Scheme scheme = DemoScheme.with("weight_jitter: 0.25", "weight_jitter: " + jitter);
        VariedScores scores = new VariedScores(scheme, groups(scheme, "G1 | .15 | .40 | .06"));
        Variations variations = new Variations(scheme, scores);
        double[] drawn = IntStream.range(0, 500)
                .mapToDouble(draw -> score(scores, scores.asIs().with(Source.WEIGHTS, variations.at(draw, 0))))
                .toArray();
        return Arrays.stream(drawn).max().orElseThrow()
                - Arrays.stream(drawn).min().orElseThrow();
    }

    private static double score(VariedScores scores, Variation variation) {
        return scores.of(variation)[0];
    }

    private static void close(double[] scores, List<RankedGroup> groups) {
        double[] expected =
                groups.stream().mapToDouble(group -> group.score().score()).toArray();
        assertThat(scores).containsExactly(expected, within(1e-12));
    }

    /** Those that have a score. */
    private static List<RankedGroup> groups(Scheme scheme, String table) {
        return BundledAssessment.rows(scheme, RankedRegion.of(table).facts()).groups().stream()
                .filter(group -> group.score().score() != null)
                .toList();
    }
}
