package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
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
        LeafFigure small = new LeafFigure(.25, null, few, 1L, leastSide, "", Flag.N_TOO_SMALL, Origin.SYNTHETIC);
        LeafFigure large = new LeafFigure(.10, null, others, 1L, leastSide, "", Flag.OK, Origin.SYNTHETIC);

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

    @ParameterizedTest(name = "{0}, {1} weighed {2}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            .03 | .04 | false | .025 | √(.03² + .04²) / 2
            .03 | .04 | true  | .025 | as many pupils in both
            .03 | -   | false | .015 | of one nothing is known
            -   | -   | false | -    | of none
            """)
    void errorsOfSeveralFiguresAddUpAsIndependent(String one, String other, boolean byStudents, String se, String why) {
        LeafFigure together = LeafFigure.pooled(List.of(withError(one), withError(other)), byStudents);

        if (se.equals("-")) {
            assertThat(together.se()).isNull();
        } else {
            assertThat(together.se()).isCloseTo(Double.parseDouble(se), within(1e-12));
        }
    }

    @Test
    void anIntervalStandsInForAStandardErrorThatIsNotTold() {
        MetricValue rate =
                Region.figure("TCH-01", "rate", "", "G", "2024", "J", "", ".1", "80", "OK", "-", "-", ".06", ".18");

        assertThat(LeafFigure.of(rate).se()).as("a normal interval of .12").isCloseTo(.12 / 3.919928, within(1e-8));
    }

    private static LeafFigure withError(String se) {
        return new LeafFigure(
                .2, se.equals("-") ? null : Double.valueOf(se), 50L, 1L, null, "", Flag.OK, Origin.REPORTED);
    }
}
