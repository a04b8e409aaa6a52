package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.Indicator;
import org.manyuan.contract.Scheme;

/** Steps 3, 7 and 9 of METRICS C1. */
class ScoreTreeTest {
    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            arithmetic | 77.97373798 59.77011494 100 | 79.120529 | the check value on raw points
            geometric  | 77.97373798 59.77011494 100 | 77.575497 | the check value on raw points
            min        | 77.97373798 59.77011494 100 | 59.770115 | the check value on raw points
            arithmetic | 63.18050272 59.77011494 100 | 73.203236 | the check value on GAP-08b
            geometric  | 63.18050272 59.77011494 100 | 71.314601 | the check value on GAP-08b
            geometric  | 0 100 100                   | 15.848932 | a floor of 1: one 0 does not wipe out the rest
            harmonic   | 50 100 100                  | 71.428571 | 1/(.4/50 + .6/100)
            harmonic   | 0 100 100                   | 2.463054  | the same floor
            """)
    void aggregates(String aggregation, String scores, double expected, String reason) {
        Scheme scheme = DemoScheme.with("default: arithmetic", "default: " + aggregation);

        assertThat(tree(scheme, scores).score()).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest(name = "{0} {1}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            reweight | 80 - 60 | 71.42857143 | .7 | .57142857 0 .42857143 | .7 of the weight is there
            reweight | - 80 60 | -           | .6 | - - -                 | .6 is below .66
            reweight | - - -   | -           | 0  | - - -                 | nothing
            zero     | 80 - 60 | 50          | .7 | .4 .3 .3              | what is missing scores 0
            zero     | - - -   | 0           | 0  | .4 .3 .3              | as the scheme says
            na       | 80 - 60 | -           | .7 | - - -                 | one missing is too many
            na       | 80 40 60 | 62         | 1  | .4 .3 .3              | all there
            """)
    void treatsWhatIsMissing(String rule, String scores, String score, double coverage, String weights, String reason) {
        ScoreTree tree = tree(DemoScheme.with("rule: reweight", "rule: " + rule), scores);

        close(tree.score(), score);
        assertThat(tree.coverage()).isCloseTo(coverage, within(1e-12));
        String[] used = weights.split(" ");
        close(tree.weightUsed("N1"), used[0]);
        close(tree.weightUsed("N2"), used[1]);
        close(tree.weightUsed("N3"), used[2]);
    }

    @Test
    void coverageOnTheLineIsEnough() {
        Scheme scheme = DemoScheme.with("min_coverage: 0.66", "min_coverage: 0.7");

        assertThat(tree(scheme, "80 - 60").score()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"12.3 45.6 78.9", "- 100 100", "100 - 0.1", "33.333333333333336 66.66666666666667 -"})
    void contributionsAddUpToTheScore(String scores) {
        ScoreTree tree = tree(DemoScheme.with("min_coverage: 0.66", "min_coverage: 0"), scores);
        double sum = 0;
        for (String id : new String[] {"N1", "N2", "N3"}) {
            sum += tree.contribution(id) == null ? 0 : tree.contribution(id);
        }

        assertThat(sum).isCloseTo(tree.score(), within(1e-9));
    }

    @Test
    void leavesOfANodeAddUpToItAndItToTheScore() {
        ScoreTree tree = tree(DemoScheme.nested(""), "30 60 90");

        assertThat(tree.score("A")).isCloseTo(.25 * 30 + .75 * 60, within(1e-9));
        assertThat(tree.contribution("N1") + tree.contribution("N2")).isCloseTo(tree.contribution("A"), within(1e-9));
        assertThat(tree.contribution("A") + tree.contribution("N3")).isCloseTo(tree.score(), within(1e-9));
        assertThat(tree.coverage("A")).isEqualTo(1);
    }

    @Test
    void belowALevelThatIsNotArithmeticThereAreNoContributions() {
        ScoreTree tree = tree(DemoScheme.nested("A: min"), "30 60 90");

        assertThat(tree.score("A")).isEqualTo(30);
        assertThat(tree.contribution("N1")).isNull();
        assertThat(tree.contribution("A") + tree.contribution("N3")).isCloseTo(tree.score(), within(1e-9));
    }

    @Test
    void aNodeWithTooLittleIsMissingAbove() {
        ScoreTree tree = tree(DemoScheme.nested(""), "30 - 90");

        assertThat(tree.score("A")).as(".25 of its weight is there").isNull();
        assertThat(tree.score()).as(".5 of the root's weight is there").isNull();
        assertThat(tree.coverage()).isCloseTo(.625, within(1e-12));
    }

    private static void close(Double actual, String expected) {
        if (expected.equals("-")) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual).isCloseTo(Double.parseDouble(expected), within(5e-9));
        }
    }

    /** The leaves in the scheme's order; a dash has no value. */
    private static ScoreTree tree(Scheme scheme, String scores) {
        Map<String, Double> ofLeaf = new HashMap<>();
        String[] cells = scores.split(" ");
        int at = 0;
        for (Indicator entry : scheme.all().filter(one -> one.leaf() != null).toList()) {
            String cell = cells[at++];
            if (!cell.equals("-")) {
                ofLeaf.put(entry.id(), Double.valueOf(cell));
            }
        }
        return new ScoreTree(scheme, ofLeaf, new HashSet<>(ofLeaf.keySet()));
    }
}
