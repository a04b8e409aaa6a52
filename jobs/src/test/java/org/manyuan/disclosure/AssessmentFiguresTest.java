package org.manyuan.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.manyuan.TextTable;

/** What a small leaf takes with it: the nodes above it and the score, which would give it back. */
class AssessmentFiguresTest {
    private static final String TREE = """
            group_code | node_id | parent_id | node_kind  | metric_id | measure | value:double | normalised:double | contribution:double | n:bigint | least_side:bigint | flag
            G          | N1      |           | node       |           |         | -            | 40                | 20                  | -        | -                 | OK            | -
            G          | N1.1    | N1        | node       |           |         | -            | 40                | 20                  | -        | -                 | OK            | -
            G          | N1.1.1  | N1.1      | leaf       | GAP-16    | rate    | 0.1          | 40                | 20                  | 209      | 9                 | OK            | a side of 9
            G          | N2      |           | node       |           |         | -            | 80                | 30                  | -        | -                 | OK            | another branch
            G          | N2.1    | N2        | leaf       | TCH-01    | rate    | 0.1          | 80                | 30                  | 4        | -                 | OK            | teachers
            G          | N2.2    | N2        | leaf       | ENR-02    | growth  | -            | -                 | -                   | -        | -                 | BASE_MISSING  | nothing to hide
            G          | N3      |           | leaf       | EXM-05    | excellent | 0.1        | 40                | 20                  | 100      | 4                 | OK            | four reached the rate
            G          | B1      |           | adjustment |           |         | -            | -                 | 2                   | -        | -                 | OK            | points
            H          | N1      |           | leaf       | GAP-16    | rate    | 0.1          | 40                | 20                  | 210      | 10                | OK            | on the line
            H          | N3      |           | leaf       | GAP-10    | passed  | 0.1          | 40                | 20                  | 100      | 5                 | OK            | five, so ten on either side
            H          | N2      |           | leaf       | ENR-02    | growth  | 0.1          | 40                | 20                  | 100      | 10                | OK            | counts say how small they are
            """;

    @Test
    void aHiddenLeafHidesEveryNodeAboveItAndNoOtherBranch() {
        for (Dataset<Row> rows : Arrays.asList(indicators(), indicators().repartition(5, functions.rand(7)))) {
            assertThat(TextTable.lines(
                            Figures.disclosure().assessmentIndicators(rows).rows(),
                            "group_code",
                            "node_id",
                            "value",
                            "normalised",
                            "contribution",
                            "n",
                            "flag"))
                    .isEqualTo("""
                            G B1 - - 2.0 - OK
                            G N1 - - - - SUPPRESSED
                            G N1.1 - - - - SUPPRESSED
                            G N1.1.1 - - - - SUPPRESSED
                            G N2 - 80.0 30.0 - OK
                            G N2.1 0.1 80.0 30.0 4 OK
                            G N2.2 - - - - BASE_MISSING
                            G N3 - - - - SUPPRESSED
                            H N1 0.1 40.0 20.0 - OK
                            H N2 0.1 40.0 20.0 100 OK
                            H N3 0.1 40.0 20.0 - OK""");
        }
    }

    @Test
    void aScoreWithAHiddenLeafIsHidden() {
        Dataset<Row> scores = TextTable.rows("""
                scheme_id | scheme_version:int | district_code | group_code | school_code | school_year:int | as_of:date | score:double | score_raw:double | coverage:double | grade | counted_units:bigint | waiting_units:bigint | flag | marks | origin
                demo      | 1                  | D             | G          |             | 2024            | 2025-08-31 | 52           | 50               | 1               | good  | 3                    | 0                    | OK   |       | synthetic
                demo      | 1                  | D             | H          |             | 2024            | 2025-08-31 | 40           | 40               | 1               | good  | 3                    | 0                    | OK   |       | synthetic
                demo      | 1                  | D             | I          |             | 2024            | 2025-08-31 | 40           | 40               | 1               | good  | 3                    | 0                    | OK   |       | synthetic | no indicator
                """);
        assertThat(TextTable.lines(
                        Figures.disclosure()
                                .assessmentScores(scores, indicators())
                                .rows(),
                        "group_code",
                        "score",
                        "score_raw",
                        "coverage",
                        "grade",
                        "flag"))
                .isEqualTo("""
                        G - - 1.0 - SUPPRESSED
                        H 40.0 40.0 1.0 good OK
                        I 40.0 40.0 1.0 good OK""");
    }

    @Test
    void aPlaceGoesWhereItsScoreGoes() {
        Dataset<Row> ranks = TextTable.rows("""
                group_code | rank:double | rank_p05:double | rank_p95:double | p_top:double | indistinct_groups:bigint | total_error:double | ranked_groups:bigint | flag
                G          | 1           | 1               | 2               | .7           | 1                        | .5                 | 2                    | OK            | a hidden leaf
                H          | 2           | 1               | 2               | .3           | 1                        | .5                 | 2                    | APPROXIMATE   | stays
                I          | -           | -               | -               | -            | -                        | -                  | 2                    | MISSING_INPUT | nothing to hide
                """);
        for (String name : AssessmentFigures.RANK) {
            if (!Arrays.asList(ranks.columns()).contains(name)) {
                ranks = ranks.withColumn(
                        name,
                        switch (name) {
                            case "scheme_id" -> functions.lit("demo");
                            case "scheme_version" -> functions.lit(1);
                            case "district_code" -> functions.lit("D");
                            case "school_year" -> functions.lit(2024);
                            case "as_of" -> functions.lit("2025-08-31").cast("date");
                            default -> functions.lit("");
                        });
            }
        }
        Dataset<Row> released =
                Figures.disclosure().assessmentRanks(ranks, indicators()).rows();

        assertThat(TextTable.lines(
                        released,
                        "group_code",
                        "rank",
                        "rank_p05",
                        "rank_p95",
                        "p_top",
                        "indistinct_groups",
                        "total_error",
                        "ranked_groups",
                        "flag"))
                .isEqualTo("""
                        G - - - - - - 2 SUPPRESSED
                        H 2.0 1.0 2.0 0.3 1 0.5 2 APPROXIMATE
                        I - - - - - - 2 MISSING_INPUT""");
        for (String shown : AssessmentFigures.RANK) {
            Object cell = released.where("group_code = 'G'").head().getAs(shown);
            assertThat(cell != null)
                    .as(shown)
                    .isEqualTo(!shown.startsWith("rank_")
                            && !shown.startsWith("first_")
                            && !shown.startsWith("total_")
                            && !shown.startsWith("p_")
                            && !java.util.Set.of("rank", "indistinct_groups").contains(shown));
        }
    }

    private static Dataset<Row> indicators() {
        Dataset<Row> rows = TextTable.rows(TREE);
        for (String name : AssessmentFigures.INDICATOR) {
            if (!Arrays.asList(rows.columns()).contains(name)) {
                rows = rows.withColumn(
                        name,
                        switch (name) {
                            case "scheme_id" -> functions.lit("demo");
                            case "scheme_version", "position" -> functions.lit(1);
                            case "district_code" -> functions.lit("D");
                            case "school_year" -> functions.lit(2024);
                            case "as_of" -> functions.lit("2025-08-31").cast("date");
                            case "weight", "weight_used", "coverage" -> functions.lit(1.0);
                            case "k" -> functions.lit(2L);
                            default -> functions.lit("");
                        });
            }
        }
        return rows;
    }
}
