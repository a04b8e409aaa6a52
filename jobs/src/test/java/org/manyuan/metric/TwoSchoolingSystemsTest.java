package org.manyuan.metric;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;

/**
 * Two counties with the same pupils in nine grades: C1 runs 6-3, C2 runs 5-4, as 淄博 and 烟台 do. There grade 6 is junior school: its
 * intake, its length and its pupils follow. Source: METRICS §0, B5.
 */
class TwoSchoolingSystemsTest {
    private static final int FIRST = 2019;
    private static final int LAST = 2024;

    @Test
    void everyStageHasItsOwnGradesInEachCounty() {
        List<MetricValue> rows = MetricCatalog.territory(
                new Town()
                        .unit("A", "C1")
                        .unit("B", "C2")
                        .with("A", TownRecords.typed("312", "PJ", null))
                        .with("B", TownRecords.typed("312", "PJ", null))
                        .with("B", TownRecords::fiveFour)
                        .territory(),
                new TownFacts()
                        .enrollment(nineGrades("A", SchoolingSystem.SIX_THREE))
                        .enrollment(nineGrades("B", SchoolingSystem.FIVE_FOUR))
                        .facts(),
                BuildTerms.of(Town.AS_OF));

        MetricTable.check(
                rows,
                row -> row.schoolCode().isEmpty()
                        && !row.districtCode().equals("T")
                        && row.schoolYear() == LAST
                        && row.variant().isEmpty()
                        && Set.of("intake", "headcount", "v7").contains(row.measure())
                        && !row.metricId().equals("ENR-08"),
                """
                metricId | districtCode | stage | measure   | value | n   | because
                ENR-01   | C1           | P     | intake    | 10    | 10  | grade 1
                ENR-01   | C1           | J     | intake    | 70    | 70  | grade 7
                ENR-01   | C2           | P     | intake    | 10    | 10  | grade 1
                ENR-01   | C2           | J     | intake    | 60    | 60  | grade 6
                ENR-14   | C1           | P     | headcount | 600   | 600 | six grades
                ENR-14   | C1           | J     | headcount | 300   | 300 | three
                ENR-14   | C1           | -     | headcount | 900   | 900 | -
                ENR-14   | C2           | P     | headcount | 500   | 500 | five
                ENR-14   | C2           | J     | headcount | 400   | 400 | four
                ENR-14   | C2           | -     | headcount | 900   | 900 | as many children
                ENR-09   | C1           | P     | v7        | .90   | 10  | entered in 2019, 9 left grade 6
                ENR-09   | C1           | J     | v7        | .60   | 70  | entered grade 7 in 2022, 42 left
                ENR-09   | C2           | P     | v7        | .80   | 10  | entered in 2020, 8 left grade 5
                ENR-09   | C2           | J     | v7        | .70   | 60  | entered grade 6 in 2021, 42 left
                """);
    }

    @Test
    void entrantsOfASystemThatTheRowsContradictAreApproximate() {
        List<MetricValue> rows = MetricCatalog.territory(
                new Town()
                        .unit("A", "C1")
                        .unit("B", "C2")
                        .with("A", TownRecords.typed("312", "PJ", null))
                        .with("B", TownRecords.typed("312", "PJ", null))
                        .territory(),
                new TownFacts()
                        .enrollment(nineGrades("A", SchoolingSystem.SIX_THREE))
                        .enrollment(nineGrades("B", SchoolingSystem.FIVE_FOUR))
                        .facts(),
                BuildTerms.of(Town.AS_OF));

        MetricTable.check(
                rows,
                row -> row.schoolCode().isEmpty()
                        && row.schoolYear() == LAST
                        && (row.variant().isEmpty() || row.variant().equals("first_grade"))
                        && Set.of("intake", "headcount", "v7", "ln_ratio", "national")
                                .contains(row.measure())
                        && !row.metricId().equals("ENR-08")
                        && row.stage().equals("J")
                        && !row.districtCode().equals("T"),
                """
                metricId | districtCode | variant     | measure     | value | flag        | because
                ENR-01   | C1           | -           | intake      | 70    | OK          | its grades are those of 6-3
                ENR-01   | C1           | first_grade | intake      | 100   | OK          | -
                ENR-01   | C2           | -           | intake      | 70    | APPROXIMATE | grade 6 is handed in as junior: 60 entered it
                ENR-01   | C2           | first_grade | intake      | 100   | APPROXIMATE | -
                ENR-02   | C1           | -           | ln_ratio    | 0     | OK          | -
                ENR-02   | C1           | first_grade | ln_ratio    | 0     | OK          | -
                ENR-02   | C2           | -           | ln_ratio    | 0     | APPROXIMATE | -
                ENR-02   | C2           | first_grade | ln_ratio    | 0     | APPROXIMATE | -
                ENR-06   | C1           | -           | national    | 0     | OK          | -
                ENR-06   | C1           | first_grade | national    | 0     | OK          | -
                ENR-06   | C2           | -           | national    | 0     | APPROXIMATE | -
                ENR-06   | C2           | first_grade | national    | 0     | APPROXIMATE | -
                ENR-09   | C1           | -           | v7          | .60   | OK          | -
                ENR-09   | C2           | -           | v7          | .60   | APPROXIMATE | -
                ENR-14   | C1           | -           | headcount   | 300   | OK          | -
                ENR-14   | C1           | -           | ln_ratio    | 0     | OK          | -
                ENR-14   | C2           | -           | headcount   | 400   | OK          | as handed in, whatever the system
                ENR-14   | C2           | -           | ln_ratio    | 0     | OK          | -
                """);
        MetricTable.check(
                rows,
                row -> row.metricId().equals("ENR-03")
                        && row.schoolYear() == LAST
                        && row.variant().isEmpty(),
                """
                schoolCode | stage | value | flag        | because
                A          | P     | 0     | OK          | -
                B          | P     | 0     | OK          | grade 1 begins primary school in both systems
                A          | J     | 0     | OK          | -
                B          | J     | 0     | APPROXIMATE | -
                """);
    }

    /** A hundred pupils a grade; ten times the grade enter it; 8, 9 and 42 leave grades 5, 6 and 9. */
    private static String nineGrades(String unit, SchoolingSystem system) {
        StringBuilder table = new StringBuilder();
        for (int year = FIRST; year <= LAST; year++) {
            for (Stage stage : List.of(Stage.P, Stage.J)) {
                for (String grade : system.grades(stage)) {
                    int number = Integer.parseInt(grade);
                    String graduates = number == 5 ? "8" : number == 6 ? "9" : number == 9 ? "42" : "0";
                    table.append(String.join(
                                    " | ",
                                    unit,
                                    year + "",
                                    stage + grade,
                                    year + "-09-10",
                                    "100",
                                    10 * number + "",
                                    "-",
                                    "-",
                                    "-",
                                    "0",
                                    "0",
                                    graduates,
                                    "0"))
                            .append("\n");
                }
            }
        }
        return table.toString();
    }
}
