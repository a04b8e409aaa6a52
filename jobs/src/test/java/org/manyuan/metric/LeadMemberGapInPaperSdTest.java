package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class LeadMemberGapInPaperSdTest {
    private static final LeadMemberGapInPaperSd METRIC = new LeadMemberGapInPaperSd();

    @Test
    void scalesWithEveryoneWhoSatWhereverTheyAre() {
        Town alone = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .scores("""
                E | A1 | 20x60 20x80
                E | A2 | 20x40 20x60
                """);
        Town withOthers = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .scores("""
                E | A1 | 20x60 20x80
                E | A2 | 20x40 20x60
                E | U1 | 40x20
                E | X1 | 40x100
                """);

        String header = "ciFrame | value  | se    | n  | k | flag\n";
        MetricTable.check(
                alone.rows(METRIC),
                row -> row.ciFrame().equals("census"),
                header + "census  | 1.4053 | .1591 | 80 | 2 | OK");
        MetricTable.check(
                withOthers.rows(METRIC),
                row -> row.ciFrame().equals("census"),
                header + "census  | .6646  | .0752 | 80 | 2 | OK");
    }

    @Test
    void hasNoValueWithoutTheSdOfThePaper() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "B1 member")
                .exam("M", 2023, null, null)
                .exam("Z", 2024)
                .totals("""
                        M | A1 | 40 | 80 | 10
                        M | A2 | 40 | 60 | 10
                        M | U1 | 40 | 60 | -
                        """)
                .scores("""
                        Z | A1 | 40x70
                        Z | A2 | 40x70
                        Z | B1 | 40x70
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.ciFrame().equals("census"), """
                examCode | groupCode | value | se | flag          | because
                M        | GA        | -     | -  | MISSING_INPUT | a school outside the group came without SD
                Z        | GA        | -     | -  | ZERO_SD       | everyone has 70
                Z        | GB        | -     | -  | BASE_MISSING  | no lead
                """);
    }
}
