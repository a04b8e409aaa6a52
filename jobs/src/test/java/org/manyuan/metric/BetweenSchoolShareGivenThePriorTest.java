package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.LinkedPupil;

class BetweenSchoolShareGivenThePriorTest {
    private static final BetweenSchoolShareGivenThePrior METRIC = new BetweenSchoolShareGivenThePrior();

    @Test
    void givesTheGoldenShareOfTheWholeAndOfEachCounty() {
        Town town = LinkedTown.golden();

        MetricTable.check(town.rows(METRIC), row -> true, """
                districtCode | value | ciMethod | n   | k  | flag        | because
                T            | .1087 | profile  | 458 | 14 | OK          | 7.930 of 7.930 + 65.056
                C1           | .0687 | -        | 222 | 7  | K_TOO_SMALL | its own model
                C2           | .1416 | -        | 236 | 7  | K_TOO_SMALL |
                """);
        assertThat(town.rows(METRIC).stream()
                        .filter(row -> row.districtCode().equals("T"))
                        .toList()
                        .get(0)
                        .value())
                .isCloseTo(7.930074032 / (7.930074032 + 65.05613563), within(1e-5));
    }

    @Test
    void isNullWhereFewAreLinkedOneSchoolSatOrNothingVaries() {
        check(pupils(3, 7, 1), "-     | 21 | 3 | MISSING_INPUT | 7 of 10 pupils");
        check(pupils(1, 10, 1), "-     | 10 | 1 | MISSING_INPUT | a third of the pupils");
        check(pupils(3, 10, 0), "-     | 30 | 3 | ZERO_SD       | the earlier score says all");
        check(List.of(), "-     | 0  | 0 | MISSING_INPUT | no earlier exam");
    }

    @Test
    void putsEarlierScoresOfTwoPapersOnOneScale() {
        List<LinkedPupil> two = new ArrayList<>();
        pupils(3, 10, 1)
                .forEach(pupil -> two.add(
                        pupil.score() % 2 == 0
                                ? pupil
                                : LinkedTown.pupil(
                                        "E",
                                        pupil.schoolCode(),
                                        "Q",
                                        (int) (2 * pupil.prior()),
                                        (int) pupil.score(),
                                        "0.5")));

        assertThat(town(two).rows(METRIC).get(0).value())
                .as("each in SDs of its own paper")
                .isBetween(0.0, 1.0);
    }

    private static void check(List<LinkedPupil> pupils, String row) {
        MetricTable.check(
                town(pupils).rows(METRIC),
                each -> each.districtCode().equals("C1"),
                "value | n | k | flag | because\n" + row);
    }

    private static Town town(List<LinkedPupil> pupils) {
        return new Town().exam("E", 2024).scores("""
                        E | A | 10x50
                        E | B | 10x50
                        E | C | 10x50
                        """).linked(pupils);
    }

    private static List<LinkedPupil> pupils(int schools, int each, int jitter) {
        List<LinkedPupil> pupils = new ArrayList<>();
        for (String school : List.of("A", "B", "C").subList(0, schools)) {
            for (int i = 0; i < each; i++) {
                pupils.add(LinkedTown.pupil("E", school, "P", 40 + i, 50 + i + jitter * (i * i % 7), "1"));
            }
        }
        return pupils;
    }
}
