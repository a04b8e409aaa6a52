package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    private static final Histogram SIX = Histogram.of(new int[] {40, 60, 61, 90}, new long[] {1, 3, 0, 2});

    @Test
    void countsPupilsAtOrBelowAPoint() {
        assertThat(SIX.n()).isEqualTo(6);
        assertThat(SIX.atMost(39)).isZero();
        assertThat(SIX.atMost(59.999)).isEqualTo(1);
        assertThat(SIX.atMost(60)).as("on the line").isEqualTo(4);
        assertThat(SIX.atMost(1000)).isEqualTo(6);
        assertThat(SIX.size()).as("a bin without a pupil is not kept").isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .05, .3, .5, .61, .95, 1})
    void itsQuantilesAreThoseOfThePupils(double p) {
        assertThat(SIX.quantile(p)).isCloseTo(Quantile.of(new double[] {90, 60, 40, 60, 90, 60}, p), within(1e-12));
    }

    @Test
    void aRankThatIsWholeButForRoundingTakesTheScoreItself() {
        // 1 + 10·0.3 is rank 4: the score 30 itself, so that who has 30 is at it
        Histogram eleven = Histogram.of(
                new int[] {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100}, new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
        assertThat(eleven.quantile(.1 + .2)).isEqualTo(30);
        assertThat(eleven.atMost(eleven.quantile(.7 - .4))).isEqualTo(4);
    }

    @Test
    void poolsInWhateverOrder() {
        Histogram other = Histogram.of(new int[] {-1, 60}, new long[] {2, 1});
        Histogram pooled = Histogram.pool(List.of(SIX, other, Histogram.EMPTY));
        assertThat(pooled.n()).isEqualTo(9);
        assertThat(pooled.atMost(60)).isEqualTo(7);
        assertThat(pooled.atMost(-1)).isEqualTo(2);
        assertThat(Histogram.pool(List.of(other, SIX)).quantile(.4)).isEqualTo(pooled.quantile(.4));
    }

    @Test
    void ofNobodyThereIsNoQuantile() {
        assertThat(Histogram.EMPTY.n()).isZero();
        assertThat(Histogram.EMPTY.atMost(5)).isZero();
        assertThat(Histogram.EMPTY.quantile(.5)).isNaN();
        assertThat(Histogram.pool(List.of()).n()).isZero();
    }

    @Test
    void refusesWhatIsNoHistogram() {
        assertThatThrownBy(() -> Histogram.of(new int[] {1}, new long[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 bins but 2 counts");
        assertThatThrownBy(() -> Histogram.of(new int[] {2, 2}, new long[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bin 1: bins ascend and counts are at least 0; here 2 with 2");
        assertThatThrownBy(() -> Histogram.of(new int[] {2}, new long[] {-1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bin 0: bins ascend and counts are at least 0; here 2 with -1");
    }
}
