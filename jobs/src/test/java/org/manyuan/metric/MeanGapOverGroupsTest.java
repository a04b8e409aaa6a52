package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

class MeanGapOverGroupsTest {
    private static final MeanGapOverGroups METRIC = new MeanGapOverGroups();

    @Test
    void averagesGroupsWhollyInside() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("A2", "C1")
                .unit("A3", "C1")
                .unit("A4", "C1")
                .unit("B1", "C2")
                .unit("B2", "C2")
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "A3 lead, A4 member")
                .group("GC", "C2", "B1 lead, A2 member")
                .group("GD", "C2", "B2 peer")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 70 90
                        E | A2 | 50 70
                        E | A3 | 65 75
                        E | A4 | 55 65
                        E | B1 | 60 62
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.measure().equals("mean") && !row.districtCode().equals("T"),
                """
                districtCode | examCode | k | leftOutUnits | leftOutStudents | flag          | because
                C1           | E        | 2 | 1            | 2               | K_TOO_SMALL   | GC crosses: its A2 lies here
                C2           | E        | 0 | 1            | 2               | MISSING_INPUT | GC crosses: its B1 lies here
                """);
        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("C1"), """
                measure | value  | se | ciFrame | flag        | because
                mean    | 1.0759 | -  | schools | K_TOO_SMALL | 20 and 10 points, SE² 200 and 50, no true difference: (20/200 + 10/50)/(1/200 + 1/50) = 12 over SD 11.153
                tau2    | .0000  | -  | -       | OK          |
                I2      | .0000  | -  | -       | OK          |
                Q       | .4000  | -  | -       | OK          | (20 − 12)²/200 + (10 − 12)²/50
                pi_lo   | -      | -  | -       | K_TOO_SMALL |
                pi_hi   | -      | -  | -       | K_TOO_SMALL |
                """);
    }

    @Test
    void putsPapersOfOneSeriesTogether() {
        MetricTable.check(
                tenGroups(1).rows(METRIC),
                row -> row.districtCode().equals("C1") && !row.measure().matches("I2|Q"),
                """
                examCode | measure | value  | ciLo  | ciHi   | ciMethod    | ciFrame | k  | flag    | because
                -        | mean    | .8236  | .0559 | 1.5912 | reml-normal | schools | 10 | OK      |
                -        | tau2    | .0000  | -     | -      | -           | -       | 10 | OK      |
                -        | pi_lo   | -      | -     | -      | -           | -       | 10 | ZERO_SD | the groups do not differ beyond their errors
                -        | pi_hi   | -      | -     | -      | -           | -       | 10 | ZERO_SD |
                """);
    }

    @Test
    void boundsAFurtherGroupWhereTheyTrulyDiffer() {
        List<MetricValue> rows = tenGroups(40).rows(METRIC).stream()
                .filter(row -> row.districtCode().equals("C1"))
                .toList();
        double lo = value(rows, "pi_lo");
        double hi = value(rows, "pi_hi");

        assertThat(value(rows, "I2")).isGreaterThan(.5);
        assertThat(value(rows, "mean")).isCloseTo((lo + hi) / 2, within(1e-9));
        MetricValue mean = MetricTable.one(rows, row -> row.measure().equals("mean"));
        assertThat(hi - lo).isGreaterThan(mean.ciHi() - mean.ciLo());
    }

    /** Ten groups of two schools with as many pairs of pupils each, in two papers. */
    private static Town tenGroups(int pairs) {
        Town town = new Town().exam("E", 2024).exam("F", 2024);
        for (int g = 10; g < 20; g++) {
            String paper = g % 2 == 0 ? "E" : "F";
            int more = g * g % 7;
            town.unit("L" + g, "C1").unit("M" + g, "C1").group("G" + g, "C1", "L" + g + " lead, M" + g + " member");
            town.scores(paper + " | L" + g + " | " + pairs + "x" + (60 + more) + " " + pairs + "x" + (80 + more));
            town.scores(paper + " | M" + g + " | " + pairs + "x" + (55 - more) + " " + pairs + "x" + (75 - more));
        }
        return town;
    }

    private static double value(List<MetricValue> rows, String measure) {
        return MetricTable.one(rows, row -> row.measure().equals(measure)).value();
    }

    @Test
    void saysThatThereIsNothingToAverage() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 80 90
                        E | A2 | 60 70
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                measure | value | k | flag        | because
                mean    | -     | 1 | K_TOO_SMALL | one group
                tau2    | -     | 1 | K_TOO_SMALL |
                I2      | -     | 1 | K_TOO_SMALL |
                Q       | -     | 1 | K_TOO_SMALL |
                pi_lo   | -     | 1 | K_TOO_SMALL |
                pi_hi   | -     | 1 | K_TOO_SMALL |
                """);
    }
}
