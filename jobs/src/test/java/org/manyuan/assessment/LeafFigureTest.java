package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Origin;

/** Figures as one: what their marks say of them together. */
class LeafFigureTest {
    @ParameterizedTest(name = "{4}")
    @CsvSource(delimiter = '|', textBlock = """
            16 | 87 |    | OK          | teachers who are too few in one stage only
            16 | 14 |    | OK          | thirty together are enough
            16 | 13 |    | N_TOO_SMALL | too few together
            16 | 87 | 12 | N_TOO_SMALL | a side of students stays too small
            """)
    void personsWhoAreTooFewInAPartNeedNotBeSoTogether(long few, long others, Long leastSide, Flag flag, String why) {
        LeafFigure small = new LeafFigure(.25, few, 1L, leastSide, "", Flag.N_TOO_SMALL, Origin.SYNTHETIC);
        LeafFigure large = new LeafFigure(.10, others, 1L, leastSide, "", Flag.OK, Origin.SYNTHETIC);

        LeafFigure together = LeafFigure.pooled(List.of(small, large), true);

        assertThat(together.flag()).isEqualTo(flag);
        assertThat(together.n()).isEqualTo(few + others);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            80 | OK      | it has a value: pupils who are all alike leave only no interval
            -  | ZERO_SD | without a value it stays said
            """)
    void noSpreadMattersWhereThereIsNoValue(String value, Flag flag, String why) {
        assertThat(LeafFigure.of(Region.figure("EXM-01", "mean", "", "A1", "2024", "J", "E9", value, "40", "ZERO_SD"))
                        .flag())
                .isEqualTo(flag);
    }
}
