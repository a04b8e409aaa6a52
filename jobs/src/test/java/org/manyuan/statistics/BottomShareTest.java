package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BottomShareTest {
    private static final Histogram EVERYONE =
            Histogram.of(new int[] {10, 20, 30, 40, 50, 60}, new long[] {1, 2, 4, 2, 1, 1});

    @Test
    void whoTiesWithTheCutIsIn() {
        // eleven pupils, rank 1 + 10·0.3 = 4: the first of the four with 30
        BottomShare share = BottomShare.of(Histogram.of(new int[] {20, 30, 60}, new long[] {1, 2, 1}), EVERYONE, .3);
        assertThat(share.cut()).isEqualTo(30);
        assertThat(share.reached()).isEqualTo(3);
        assertThat(share.share()).isEqualTo(.75);
        assertThat(share.interval()).isEqualTo(Proportion.wilson(3, 4));
    }

    @Test
    void aCutBetweenTwoScoresTakesTheLower() {
        // 1 + 10·0.25 = rank 3.5: between 20 and 30
        BottomShare share = BottomShare.of(EVERYONE, EVERYONE, .25);
        assertThat(share.cut()).isCloseTo(25, within(1e-12));
        assertThat(share.share()).isCloseTo(3 / 11.0, within(1e-15));
    }

    @Test
    void ofEveryoneItIsTheShareWithTiesAndUnitsAddUp() {
        for (int year : new int[] {2023, 2024}) {
            List<Histogram> units = Golden.units(year, "D1").stream()
                    .map(unit -> Histogram.of(unit.bins(), unit.counts()))
                    .toList();
            Histogram everyone = Histogram.pool(units);
            BottomShare all = BottomShare.of(everyone, everyone, .3);
            assertThat(all.share()).isBetween(.3, .35);
            assertThat(units.stream()
                            .mapToLong(
                                    unit -> BottomShare.of(unit, everyone, .3).reached())
                            .sum())
                    .isEqualTo(all.reached());
        }
    }

    @Test
    void allWithOneScoreAreAllAtTheBottom() {
        Histogram one = Histogram.of(new int[] {70}, new long[] {9});
        assertThat(BottomShare.of(one, one, .3).share()).isEqualTo(1);
    }

    @Test
    void nobodyHasNoShare() {
        BottomShare empty = BottomShare.of(Histogram.EMPTY, EVERYONE, .3);
        assertThat(empty.share()).isNaN();
        assertThat(empty.interval().exists()).isFalse();
        BottomShare unread = BottomShare.of(EVERYONE, Histogram.EMPTY, .3);
        assertThat(unread.share()).isNaN();
        assertThat(unread.interval().exists()).isFalse();
    }
}
