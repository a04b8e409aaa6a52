package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.manyuan.domain.Flag;

/** GAP-16 at districts. */
class DistrictNarrowingTest {
    private static final NarrowingOfGap METRIC = new NarrowingOfGap();

    @Test
    void judgesDispersionOfADistrictByThePairedJackknife() {
        Town town = new Town().exam("E23", 2023, null, null).exam("E24", 2024, null, null);
        for (int j = 1; j <= 10; j++) {
            town.totals("E23 | A" + (j + 10) + " | 30 | " + (50 + 3 * j) + " | 10");
            town.totals("E24 | A" + (j + 10) + " | 30 | " + (60 + j + j % 2) + " | 10");
        }
        town.totals("E24 | A99 | 30 | 10 | 10");

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T")
                        && row.schoolYear() == 2024
                        && row.variant().equals("GAP-01/base_previous"),
                """
                measure     | value  | ciMethod             | k  | leftOutUnits | leftOutStudents | flag | verdict  | because
                signed_base | .1296  | -                    | 10 | 1            | 30              | OK   | -        | A99 has no 2023
                signed_now  | .0429  | -                    | 10 | 1            | 30              | OK   | -        |
                rate        | .6693  | paired-log-jackknife | 10 | 1            | 30              | OK   | -        |
                change      | -.0867 | paired-log-jackknife | 10 | 1            | 30              | OK   | NARROWED |
                """);
    }

    @Test
    void judgesNoShareThatIsNotPositive() {
        Town town = new Town().exam("E23", 2023, null, null).exam("E24", 2024, null, null);
        for (int j = 1; j <= 8; j++) {
            town.totals("E23 | A" + j + " | 30 | 60 | 10");
            town.totals("E24 | A" + j + " | 30 | " + (50 + 2 * j) + " | 10");
        }

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T")
                        && row.schoolYear() == 2024
                        && row.variant().equals("GAP-11/base_previous"),
                """
                measure     | value | valueRaw | flag              | verdict    | because
                signed_base | .000  | -.034    | TRUNCATED_AT_ZERO | -          | equal means
                signed_now  | .171  | -        | OK                | -          |
                rate        | -     | -        | BASE_MISSING      | -          | nothing to take a share of
                change      | .171  | .206     | TRUNCATED_AT_ZERO | NOT_JUDGED |
                """);
    }

    @Test
    void judgesNoPanelWhoseUnitsAllGrewByOneFactor() {
        Town town = new Town().exam("E23", 2023, null, null).exam("E24", 2024, null, null);
        for (int j = 1; j <= 12; j++) {
            double then = 30 + 1.7 * (j * 7 % 12);
            town.totals("E23 | A" + j + " | " + (30 + j * 5 % 11) + " | " + then + " | 8");
            town.totals("E24 | A" + j + " | " + (30 + j * 5 % 11) + " | " + 1.5 * then + " | 12");
        }

        for (String gap : new String[] {"GAP-01", "GAP-06", "GAP-11"}) {
            MetricTable.check(
                    town.rows(METRIC),
                    row -> row.districtCode().equals("T")
                            && row.schoolYear() == 2024
                            && row.variant().equals(gap + "/base_previous")
                            && (row.measure().equals("rate") || row.measure().equals("change")),
                    """
                    measure | value                | se | ciLo | p | flag    | verdict    | because
                    rate    | .0000000000000000000 | -  | -    | - | ZERO_SD | -          | not even 2e-16
                    change  | .0000000000000000000 | -  | -    | - | ZERO_SD | NOT_JUDGED | no unit makes a difference
                    """);
        }
    }

    @Test
    void judgesTheSpreadInsideGroupsByPairedT() {
        Town town = new Town().exam("E23", 2023, null, null).exam("E24", 2024, null, null);
        for (int g = 1; g <= 8; g++) {
            town.group("G" + g, "C1", "L" + g + " lead, M" + g + " member");
            town.totals("E23 | L" + g + " | 30 | " + (60 + 5 + g) + " | -");
            town.totals("E23 | M" + g + " | 30 | " + (60 - 5 - g) + " | -");
            town.totals("E24 | L" + g + " | 30 | " + (60 + 5 + g % 2) + " | -");
            town.totals("E24 | M" + g + " | 30 | " + (60 - 5 - g % 2) + " | -");
        }
        town.group("G9", "C1", "L9 lead, M9 member");
        town.totals("E24 | L9 | 30 | 60 | -");
        town.totals("E24 | M9 | 30 | 90 | -");

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T")
                        && row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-20/base_founding"),
                """
                measure     | value | se   | ciLo  | ciHi  | p    | ciMethod | k | leftOutUnits | leftOutStudents | flag | verdict  | because
                signed_base | 9.50  | -    | -     | -     | -    | -        | 8 | 2            | 60              | OK   | -        | G9 has no 2023
                signed_now  | 5.50  | -    | -     | -     | -    | -        | 8 | 2            | 60              | OK   | -        |
                rate        | .421  | -    | -     | -     | -    | -        | 8 | 2            | 60              | OK   | -        |
                change      | -4.00 | .926 | -6.19 | -1.81 | .003 | paired-t | 8 | 2            | 60              | OK   | NARROWED | d = g mod 2 − g, t on 7
                """);
    }

    @Test
    void takesASpreadThatChangedByRoundingForTheSame() {
        Town alike = new Town().exam("E23", 2023, null, null).exam("E24", 2024, null, null);
        Town mixed = new Town().exam("E23", 2023, null, null).exam("E24", 2024, null, null);
        for (int g = 1; g <= 8; g++) {
            for (Town town : new Town[] {alike, mixed}) {
                double shift = town == alike || g > 2 ? 0 : g == 1 ? .1 : -.1;
                town.group("G" + g, "C1", "L" + g + " lead, M" + g + " member");
                town.totals("E23 | L" + g + " | 30 | " + (60 + .1 * g) + " | -");
                town.totals("E23 | M" + g + " | 30 | " + (60 - .7 * g) + " | -");
                town.totals("E24 | L" + g + " | 30 | " + (71.3 + .1 * g + shift) + " | -");
                town.totals("E24 | M" + g + " | 30 | " + (71.3 - .7 * g - shift) + " | -");
            }
        }

        MetricTable.check(
                alike.rows(METRIC),
                row -> row.districtCode().equals("T")
                        && row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-20/base_previous")
                        && (row.measure().equals("rate") || row.measure().equals("change")),
                """
                measure | value                | se | ciLo | p | flag    | verdict    | because
                rate    | .0000000000000000000 | -  | -    | - | ZERO_SD | -          | .4·g in both years
                change  | .0000000000000000000 | -  | -    | - | ZERO_SD | NOT_JUDGED | no group makes a difference, as no unit in GAP-01
                """);
        MetricTable.check(
                mixed.rows(METRIC),
                row -> row.districtCode().equals("T")
                        && row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-20/base_previous")
                        && (row.measure().equals("rate") || row.measure().equals("change")),
                """
                measure | value                | se    | p    | flag | verdict              | because
                rate    | .0000000000000000000 | -     | -    | OK   | -                    | mean 1.8 in both years
                change  | .0000000000000000000 | .0189 | 1.00 | OK   | NO_DETECTABLE_CHANGE | d = .1, −.1 and six 0: √(.02/7/8)
                """);
    }

    @Test
    void takesABaseThatIsOnlyRoundingForZero() {
        Town town = new Town().exam("E23", 2023, null, null).exam("E24", 2024, null, null);
        for (int g = 1; g <= 8; g++) {
            town.group("G" + g, "C1", "L" + g + " lead, M" + g + " member");
            town.totals("E23 | L" + g + " | " + (30 + g) + " | 60.1 | 10");
            town.totals("E23 | M" + g + " | " + (40 + 3 * g) + " | 60.1 | 10");
            town.totals("E24 | L" + g + " | " + (30 + g) + " | " + (65 + g) + " | 10");
            town.totals("E24 | M" + g + " | " + (30 + g) + " | " + (55 + g) + " | 10");
        }

        for (String gap :
                new String[] {"GAP-01/base_previous", "GAP-06/base_previous", "education_group/GAP-20/base_previous"}) {
            MetricTable.check(
                    town.rows(METRIC),
                    row -> row.districtCode().equals("T")
                            && row.schoolYear() == 2024
                            && row.variant().equals(gap)
                            && (row.measure().equals("rate") || row.measure().equals("signed_base")),
                    """
                    measure     | value              | because
                    signed_base | .00000000000000000 | every unit published 60.1
                    rate        | -                  | nothing to take a share of
                    """);
            assertThat(MetricTable.one(
                                    town.rows(METRIC),
                                    row -> row.districtCode().equals("T")
                                            && row.schoolYear() == 2024
                                            && row.variant().equals(gap)
                                            && row.measure().equals("rate"))
                            .flag())
                    .isEqualTo(Flag.BASE_MISSING);
        }
    }
}
