package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowMatrixTest {
    private static final int LEAD = 0;
    private static final int MEMBER = 1;
    private static final int OTHER = 2;
    private static final int OUT = 3;

    /** From the row to the column: lead 50 10 2 0, member 15 60 5 0, other 3 1 40 0, outside 4 2 1 0. */
    private static final FlowMatrix FLOW = FlowMatrix.of(
            4,
            new int[] {LEAD, LEAD, LEAD, MEMBER, MEMBER, MEMBER, OTHER, OTHER, OTHER, OUT, OUT, OUT},
            new int[] {LEAD, MEMBER, OTHER, LEAD, MEMBER, OTHER, LEAD, MEMBER, OTHER, LEAD, MEMBER, OTHER},
            new long[] {50, 10, 2, 15, 60, 5, 3, 1, 40, 4, 2, 1});

    @Test
    void sumsRowsAndColumnsWithoutWhoStayed() {
        assertThat(FLOW.in(LEAD)).isEqualTo(22);
        assertThat(FLOW.out(LEAD)).isEqualTo(12);
        assertThat(FLOW.net(LEAD)).isEqualTo(10);
        assertThat(FLOW.retention(LEAD)).isCloseTo(50 / 62.0, within(1e-15));
        assertThat(FLOW.netRate(LEAD)).isCloseTo(10 / 34.0, within(1e-15));
        assertThat(FLOW.net(MEMBER)).isEqualTo(13 - 20);
        assertThat(FLOW.net(OUT)).isEqualTo(-7);
        assertThat(FLOW.cell(MEMBER, LEAD)).isEqualTo(15);
        assertThat(FLOW.cell(LEAD, MEMBER)).isEqualTo(10);
        assertThat(FLOW.cell(LEAD, OUT)).isZero();
    }

    @Test
    void theNetGainsOfAllNodesAddToZero() {
        assertThat(IntStream.range(0, 4).mapToLong(FLOW::net).sum()).isZero();
    }

    @Test
    void aGroupAsOneNodeKeepsWhatFlowsInsideIt() {
        FlowMatrix parts = FLOW.between(Partition.of(List.of("group", "group", "other", "out")));
        assertThat(parts.in(0)).isEqualTo(3 + 1 + 4 + 2);
        assertThat(parts.out(0)).isEqualTo(2 + 5);
        assertThat(parts.net(0)).isEqualTo(FLOW.net(LEAD) + FLOW.net(MEMBER));
        assertThat(parts.retention(0)).isCloseTo(135 / 142.0, within(1e-15));
        assertThat(IntStream.range(0, 3).mapToLong(parts::net).sum()).isZero();
    }

    @Test
    void theOrderOfTheCellsDoesNotMatterAndACellMayComeTwice() {
        FlowMatrix again = FlowMatrix.of(3, new int[] {1, 0, 1}, new int[] {0, 0, 0}, new long[] {4, 9, 3});
        assertThat(again.in(0)).isEqualTo(7);
        assertThat(again.cell(1, 0)).isEqualTo(7);
        assertThat(again.retention(0)).isEqualTo(1);
    }

    @Test
    void aNodeNobodyComesFromOrMovesThroughHasNoShare() {
        FlowMatrix still = FlowMatrix.of(2, new int[] {0}, new int[] {0}, new long[] {5});
        assertThat(still.netRate(0)).isNaN();
        assertThat(still.retention(1)).isNaN();
        assertThat(still.net(1)).isZero();
        assertThat(FlowMatrix.of(1, new int[0], new int[0], new long[0]).in(0)).isZero();
    }

    @Test
    void refusesCellsThatAreNone() {
        assertThatThrownBy(() -> FlowMatrix.of(2, new int[1], new int[2], new long[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 origins, 2 ends, 1 counts: give one of each a cell");
        assertThatThrownBy(() -> FlowMatrix.of(2, new int[] {0}, new int[] {2}, new long[] {1}))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("Index 2 out of bounds for length 2");
    }
}
