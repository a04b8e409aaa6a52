package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SideTest {
    @Test
    void holdsMorePupilsThanALongHoldsSquares() {
        // 2.4 million at the top two of two million steps: Σu² = 9.6e18, a long ends at 9.2e18
        UnitMarks one = marks("A1", 600_000);
        UnitMarks other = marks("A2", 600_000);
        UnitMarks small = marks("A3", 50);
        Side all = Side.of(List.of(one, other, small));
        assertThat(all.n()).isEqualTo(2_400_100);
        assertThat(all.mean()).isCloseTo(1999.9995, within(1e-9));
        assertThat(all.moments().m2()).as("a quarter of a squared step each").isCloseTo(.600025, within(1e-12));
        assertThat(all.minus(Side.of(List.of(one, other))).moments())
                .isEqualTo(Side.of(List.of(small)).moments());
    }

    @Test
    void withoutAllOfItIsNobody() {
        Side one = Side.of(List.of(marks("A1", 3)));
        assertThat(one.minus(one)).isEqualTo(Side.EMPTY);
        assertThat(one.minus(Side.EMPTY)).isEqualTo(one);
        assertThat(Side.of(List.of())).isEqualTo(Side.EMPTY);
    }

    private static UnitMarks marks(String school, long pupilsEach) {
        return UnitMarks.of(
                TownRecords.scores("E", school, new TreeMap<>(Map.of(1_999_999, pupilsEach, 2_000_000, pupilsEach))),
                .001);
    }
}
