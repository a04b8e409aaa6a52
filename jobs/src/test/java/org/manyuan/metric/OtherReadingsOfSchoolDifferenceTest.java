package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class OtherReadingsOfSchoolDifferenceTest {
    private static final OtherReadingsOfSchoolDifference METRIC = new OtherReadingsOfSchoolDifference();

    @Test
    void dividesOneSpreadByTheFullMarkAndByTheMean() {
        Town town = new Town().exam("E", 2023).exam("H", 2024, "150", "0.5").scores("""
                        E | A1 | 60 60
                        E | A2 | 40 40
                        H | A1 | 120 120
                        H | A2 | 80 80
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                examCode | measure      | value  | k | flag | because
                E        | sd_scorerate | .10000 | 2 | OK   | 10 of 100 points
                E        | cv_means     | .20000 | 2 | OK   | 10/50, as GAP-01
                H        | sd_scorerate | .06667 | 2 | OK   | 10 of 150 points
                H        | cv_means     | .20000 | 2 | OK   |
                """);
    }

    @Test
    void needsUnitsAFullMarkAndAMean() {
        Town town = new Town()
                .exam("O", 2022)
                .exam("Z", 2023)
                .exam("N", 2024, null, null)
                .scores("""
                        O | A1 | 60
                        Z | A1 | 0
                        Z | A2 | 0
                        """)
                .totals("""
                        N | A1 | 30 | 60 | -
                        N | A2 | 30 | 40 | -
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                examCode | measure      | value | flag          | because
                O        | sd_scorerate | -     | K_TOO_SMALL   |
                O        | cv_means     | -     | K_TOO_SMALL   |
                Z        | sd_scorerate | .0    | OK            | everyone has 0: no spread
                Z        | cv_means     | -     | ZERO_MEAN     |
                N        | sd_scorerate | -     | MISSING_INPUT | the full mark was not handed in
                N        | cv_means     | .2    | OK            | means are enough
                """);
    }
}
