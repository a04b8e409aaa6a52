package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.LinkedPupil;

class MedianGrowthPercentileTest {
    private static final MedianGrowthPercentile METRIC = new MedianGrowthPercentile();

    @Test
    void tellsWhichSchoolsPupilsGrewMoreThanThoseWhoBeganAlike() {
        MetricTable.check(
                town(30).rows(METRIC),
                row -> row.measure().equals("mgp") && !row.districtCode().equals("T"),
                """
                schoolCode | value | ciLo | ciHi | ciMethod         | n   | k | leastUnit | flag | because
                A          | 87.5  | 83.0 | 92.0 | order-statistics | 30  | 1 | 30        | OK   | the upper quarter of everyone
                B          | 62.5  | 58.0 | 67.0 | order-statistics | 30  | 1 | 30        | OK   |
                C          | 37.5  | 33.0 | 42.0 | order-statistics | 30  | 1 | 30        | OK   |
                D          | 12.5  | 7.0  | 17.0 | order-statistics | 30  | 1 | 30        | OK   |
                -          | 49.5  | 40.0 | 59.0 | order-statistics | 120 | 4 | 30        | OK   | the county
                """);
    }

    @Test
    void hasNoFigureBelowAHundredPupilsOrWithoutEarlierScores() {
        MetricTable.check(town(24).rows(METRIC), row -> row.schoolCode().equals("A"), """
                measure    | value | n | k | flag          | because
                mgp        | -     | 0 | 1 | MISSING_INPUT | 96 pupils of the paper
                pr_in_cell | -     | 0 | 1 | MISSING_INPUT |
                """);
        MetricTable.check(
                new Town().exam("E", 2024).scores("E | A | 3x50").rows(METRIC),
                row -> row.schoolCode().equals("A") && row.measure().equals("mgp"),
                """
                value | n | k | flag
                -     | 0 | 0 | MISSING_INPUT
                """);
    }

    @Test
    void leavesOutSchoolsWithoutEarlierScores() {
        MetricTable.check(
                town(30).scores("E | S | 12x50").rows(METRIC),
                row -> row.measure().equals("mgp")
                        && row.districtCode().equals("C1")
                        && row.schoolCode().isEmpty(),
                """
                value | n   | k | leftOutUnits | leftOutStudents | because
                49.5  | 120 | 4 | 1            | 12              | S sat and nobody there has an earlier score
                """);
    }

    @Test
    void givesTheSameFactsInAnyOrderOfPupils() {
        List<LinkedPupil> pupils = pupils(30);
        List<LinkedPupil> shuffled = new ArrayList<>(pupils);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(LinkedCohort.of(shuffled))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(LinkedCohort.of(pupils));
    }

    private static Town town(int each) {
        Town town = new Town().exam("E", 2024);
        for (String school : List.of("A", "B", "C", "D")) {
            town.scores("E | " + school + " | " + each + "x50");
        }
        return town.linked(pupils(each));
    }

    /** Everyone began alike; A's pupils got the highest scores, D's the lowest, all different. */
    private static List<LinkedPupil> pupils(int each) {
        List<LinkedPupil> pupils = new ArrayList<>();
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < each; i++) {
                pupils.add(LinkedTown.pupil("E", List.of("A", "B", "C", "D").get(j), "P", 50, 200 - j * each - i, "1"));
            }
        }
        return pupils;
    }
}
