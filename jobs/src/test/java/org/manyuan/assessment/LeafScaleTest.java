package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.IndicatorLeaf;

/** The other ways in which a value could be normalised. */
class LeafScaleTest {
    @ParameterizedTest(name = "{0} {1} {2}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            goalposts, anchor: fixed, lo: 0, hi: 10 | higher | OWN  | 1 2 3 4 5 | 30          | the scheme's own
            goalposts, anchor: fixed, lo: 0, hi: 10 | higher | Z    | 1 2 3 4 5 | 50          | the middle of its peers
            goalposts, anchor: fixed, lo: 0, hi: 10 | higher | RANK | 1 3 4 5   | 37.5        | (1 + ½) / 4
            goalposts, anchor: fixed, lo: 0, hi: 10 | lower  | RANK | 1 3 4 5   | 62.5        | less is better
            goalposts, anchor: fixed, lo: 0, hi: 10 | higher | Z    | 1 2 3 4   | 30          | four peers give no z
            goalposts, anchor: fixed, lo: 0, hi: 10 | higher | Z    | 3 3 3 3 3 | 30          | nor do five alike
            goalposts, anchor: fixed, lo: 0, hi: 10 | higher | RANK |           | 30          | nobody to be ranked with
            target_ratio, target: 12                | higher | RANK | 1 3 4 5   | 37.5        | beyond the target too
            target_ratio, target: 12                | higher | OWN  | 1 3 4 5   | 25          | a quarter of it
            distance_to_target, target: 4, tol: 2   | higher | RANK | 1 3 4 5   | 50          | more is not nearer
            z                                       | higher | Z    | 1 2 3 4 5 | 50          | its own
            z                                       | higher | RANK | 1 3 4 5 9 | 30          | another
            """)
    void whereItCanBeGone(
            String normalisation, String direction, LeafScale.Way way, String peers, double score, String why) {
        IndicatorLeaf leaf = DemoScheme.with(
                        "direction: higher, normalisation: {method: target_ratio, target: 0.10}",
                        "direction: " + direction + ", normalisation: {method: " + normalisation + "}")
                .indicators()
                .get(2)
                .leaf();
        Cohort cohort = new Cohort(
                peers == null
                        ? java.util.List.of()
                        : Arrays.stream(peers.split(" ")).map(Double::valueOf).toList());

        assertThat(new LeafScale(leaf, null, cohort, cohort).score(3, way)).isCloseTo(score, within(1e-9));
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            value: 4, on_fail: zero   | RANK | 0    | misses it under any way
            value: 4, on_fail: cap:20 | RANK | 20   | capped
            value: 2, on_fail: cap:20 | RANK | 37.5 | reaches it
            """)
    void theThresholdIsOfTheValue(String threshold, LeafScale.Way way, double score, String why) {
        IndicatorLeaf leaf = DemoScheme.with("value: 0, on_fail: none", threshold)
                .indicators()
                .get(0)
                .leaf();
        Cohort peers = new Cohort(java.util.List.of(1.0, 3.0, 4.0, 5.0));

        assertThat(new LeafScale(leaf, null, peers, peers).score(3, way)).isCloseTo(score, within(1e-9));
    }
}
