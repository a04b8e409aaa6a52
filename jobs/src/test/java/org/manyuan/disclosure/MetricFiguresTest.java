package org.manyuan.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.TextTable;
import org.manyuan.contract.DisclosureRules;
import org.manyuan.contract.MetricCards;

/** METRICS A9 on figures, with the numbers of {@code schemas/disclosure.yaml}: 10 students, 10 for a rate, 3 on either side of it. */
class MetricFiguresTest {

    @Test
    void hidesACountOfFewerThanTenStudents() {
        check("value n flag", """
                school_code | metric_id | measure | value:double | n:bigint | least_side:bigint | least_unit:bigint | flag
                A           | ENR-01    | intake  | 10           | 10       | 10                | 10                | OK            | on the line
                B           | ENR-01    | intake  | 9            | 9        | 9                 | 9                 | OK            | below it
                C           | ENR-01    | intake  | 0            | 0        | 0                 | 0                 | OK            | 0 is a count
                D           | ENR-01    | intake  | -            | 0        | -                 | -                 | MISSING_INPUT | nobody counted
                """, """
                A 10.0 10 OK
                B - - SUPPRESSED
                C - - SUPPRESSED
                D - - MISSING_INPUT
                """);
    }

    @Test
    void hidesADifferenceOfRatesWhereOneOfThemIsHidden() {
        check("value n flag", """
                school_code | metric_id | measure   | value:double | n:bigint | least_side:bigint | least_unit:bigint | least_part:bigint | flag
                A           | GAP-10    | excellent | 0.25         | 40       | 10                | 10                | 3                 | OK          | on both lines
                B           | GAP-10    | excellent | 0.25         | 40       | 9                 | 9                 | 4                 | OK          | a side of 9
                C           | GAP-10    | passed    | 0.0          | 400      | 200               | 50                | 2                 | OK          | two who failed
                D           | EXM-05    | low       | 1.5          | 400      | 200               | 50                | -                 | OK          | nobody says
                E           | EXM-05    | low       | -            | 400      | 200               | 50                | 0                 | BASE_MISSING | there is nothing to hide
                """, """
                A 0.25 40 OK
                B - - SUPPRESSED
                C - - SUPPRESSED
                D - - SUPPRESSED
                E - 400 BASE_MISSING
                """);
    }

    @Test
    void withholdsATotalThatHoldsAHiddenCountAndNoOther() {
        check("value n flag", """
                school_code | group_code | metric_id | measure | value:double | n:bigint | least_side:bigint | least_unit:bigint
                -           | G          | ENR-01    | intake  | 130          | 130      | 10                | 10                | every unit is public
                -           | H          | ENR-01    | intake  | 130          | 130      | 9                 | 9                 | total less the public units is 9
                -           | I          | ENR-01    | intake  | 18           | 18       | 9                 | 9                 | all units are hidden: see the next
                -           | J          | ENR-01    | intake  | 120          | 120      | 0                 | 0                 | nobody entered one of the units
                """.replace("-           |", "|"), """
                G 130.0 130 OK
                H - - SUPPRESSED
                I - - SUPPRESSED
                J - - SUPPRESSED
                """, "group_code");
    }

    @Test
    void withholdsATotalOfHiddenUnitsToo() {
        // lead 6, members 12 in two units of 6: group and member side together would give the lead back
        check("value n flag", """
                variant                | metric_id | measure | value:double | n:bigint | least_side:bigint | least_unit:bigint
                education_group        | ENR-01    | intake  | 18           | 18       | 6                 | 6
                education_group/lead   | ENR-01    | intake  | 6            | 6        | 6                 | 6
                education_group/member | ENR-01    | intake  | 12           | 12       | 6                 | 6
                """, """
                education_group - - SUPPRESSED
                education_group/lead - - SUPPRESSED
                education_group/member - - SUPPRESSED
                """, "variant");
    }

    @Test
    void hidesWhatIsMadeOfCountsWhereOneOfThemIsHidden() {
        check("value n flag", """
                school_code | metric_id | measure     | value:double | n:bigint | least_side:bigint | least_unit:bigint | flag
                A           | ENR-02    | growth      | 0.1          | 100      | 100               | 10                | OK           | both years public
                B           | ENR-02    | growth      | 0.1          | 100      | 9                 | 9                 | OK           | one year is not
                C           | ENR-02    | ln_ratio    | -            | 100      | 0                 | 0                 | ZERO_MEAN    | the flag would say that nobody entered
                D           | ENR-02    | growth      | -            | 0        | -                 | -                 | BASE_MISSING | no count at all
                E           | ENR-03    | in_district | 0.01         | 100      | 9                 | 9                 | OK           | shares give the total of the whole
                F           | ENR-04    | hhi         | 0.5          | 300      | 9                 | 9                 | OK           | shares again
                """, """
                A 0.1 100 OK
                B - - SUPPRESSED
                C - - SUPPRESSED
                D - - BASE_MISSING
                E - - SUPPRESSED
                F - - SUPPRESSED
                """);
    }

    @Test
    void hidesARateOfFewStudentsOrWithFewOnOneSide() {
        check("value n flag", """
                school_code | metric_id | measure   | value:double | n:bigint | least_side:bigint | least_unit:bigint | flag
                A           | EXM-02    | passed    | 0.3          | 10       | 10                | 10                | OK            | 3 of 10
                B           | EXM-02    | passed    | 0.3333333    | 9        | 9                 | 9                 | OK            | of 9
                C           | EXM-02    | passed    | 0.02         | 100      | 100               | 100               | OK            | 2 of 100
                D           | EXM-02    | passed    | 0.03         | 100      | 100               | 100               | OK            | 3 of 100
                E           | EXM-02    | passed    | 0.97         | 100      | 100               | 100               | OK            | 3 did not
                F           | EXM-02    | passed    | 0.98         | 100      | 100               | 100               | OK            | 2 did not
                G           | EXM-02    | excellent | 0            | 100      | 100               | 100               | OK            | nobody
                H           | EXM-02    | low       | 1            | 100      | 100               | 100               | OK            | everybody
                I           | EXM-02    | low       | -            | 0        | 0                 | -                 | MISSING_INPUT | no count
                J           | EXM-02    | low       | 0.2          | -        | -                 | -                 | OK            | of how many is not said
                """, """
                A 0.3 10 OK
                B - - SUPPRESSED
                C - - SUPPRESSED
                D 0.03 100 OK
                E 0.97 100 OK
                F - - SUPPRESSED
                G - - SUPPRESSED
                H - - SUPPRESSED
                I - - MISSING_INPUT
                J - - SUPPRESSED
                """);
    }

    @Test
    void hidesTheSameCountOverAnotherWholeWithIt() {
        check("variant value n flag", """
                school_code | metric_id | measure | variant    | value:double | n:bigint | least_side:bigint | least_unit:bigint
                A           | EXM-02    | passed  |            | 0.98         | 50       | 50                | 50                | 1 of 50 did not pass
                A           | EXM-02    | passed  | candidates | 0.89         | 55       | 55                | 55                | 49 of 55 gives 49 of 50
                B           | EXM-02    | passed  | candidates | 0.89         | 55       | 55                | 55                | another school
                """, """
                A  - - SUPPRESSED
                A candidates - - SUPPRESSED
                B candidates 0.89 55 OK
                """);
    }

    @Test
    void hidesAMeanOrGapWithFewerThanTenOnASideAndNoOther() {
        check("value n flag", """
                school_code | metric_id | measure      | value:double | n:bigint | least_side:bigint | least_unit:bigint | flag
                A           | EXM-01    | mean         | 70           | 10       | 10                | 10                | N_TOO_SMALL  | on the line
                B           | EXM-01    | mean         | 70           | 9        | 9                 | 9                 | N_TOO_SMALL  | below it
                C           | EXM-01    | mean         | 70           | 500      | 500               | 9                 | OK           | a mean follows its own n; the number would give the 9 back
                D           | GAP-07    | gap          | 5            | 209      | 9                 | 9                 | N_TOO_SMALL  | a side of 9
                E           | GAP-07    | gap          | 5            | 210      | 10                | 5                 | N_TOO_SMALL  | a side of 10 in two units of 5
                F           | GAP-07    | equal_member | 5            | 210      | 5                 | 5                 | N_TOO_SMALL  | units counted once each are sides
                G           | GAP-16    | change       | -            | 120      | 9                 | 9                 | SCALE_CHANGED| there is nothing to hide but the number
                H           | GAP-11    | icc          | 0.1          | 500      | -                 | 50                | OK           | how small its sides are is not said
                """, """
                A 70.0 10 N_TOO_SMALL
                B - - SUPPRESSED
                C 70.0 - OK
                D - - SUPPRESSED
                E 5.0 - N_TOO_SMALL
                F - - SUPPRESSED
                G - - SCALE_CHANGED
                H - - SUPPRESSED
                """);
    }

    @Test
    void hidesEverythingThatTellsTheValueAndKeepsTheKey() {
        Row row = Figures.disclosure().metricValues(Figures.rows("""
                        school_code | metric_id | measure | value:double | n:bigint | k:bigint | least_side:bigint | least_unit:bigint | ci_method | ci_frame
                        A           | GAP-16    | change  | 0.2          | 109      | 4        | 9                 | 9                 | normal    | census
                        """)).rows().head();
        for (String name :
                List.of("value", "value_raw", "se", "ci_lo", "ci_hi", "ci_method", "p", "q", "n", "verdict")) {
            assertThat(row.isNullAt(row.fieldIndex(name))).as(name).isTrue();
        }
        assertThat(row.<String>getAs("flag")).isEqualTo("SUPPRESSED");
        assertThat(row.<String>getAs("ci_frame")).isEqualTo("census");
        assertThat(row.<Long>getAs("k")).isEqualTo(4);
    }

    @Test
    void hidesLeftOutStudentsWhereOneOfTheirCountsIsHidden() {
        check("left_out_units left_out_students", """
                school_code | metric_id | measure | value:double | n:bigint | least_side:bigint | least_unit:bigint | left_out_units:bigint | left_out_students:bigint | least_left_out:bigint
                A           | EXM-01    | mean    | 70           | 100      | 100               | 100               | 0                     | 0                        | -  | nobody is left out
                B           | EXM-01    | mean    | 70           | 100      | 100               | 100               | 1                     | 10                       | 10 | -
                C           | EXM-01    | mean    | 70           | 100      | 100               | 100               | 1                     | 9                        | 9  | -
                D           | EXM-01    | mean    | 70           | 100      | 100               | 100               | 2                     | 109                      | 9  | the other one's 100 are public elsewhere
                E           | EXM-01    | mean    | 70           | 100      | 100               | 100               | 1                     | 0                        | -  | a unit without scores
                """, """
                A 0 0
                B 1 10
                C 1 -
                D 2 -
                E 1 -
                """);
    }

    @Test
    void leavesTeachersAloneUnlessTheyAreListed() {
        String table = """
                school_code | metric_id | measure | value:double | n:bigint
                A           | TCH-01    | rate    | 0.2          | 5        | 1 of 5
                B           | TCH-01    | rate    | 0            | 40       | 0 of 40
                C           | TCH-01    | rate    | 0.2          | 40       | 8 of 40
                """;
        check("value n flag", table, """
                A 0.2 5 OK
                B 0.0 40 OK
                C 0.2 40 OK
                """);
        DisclosureRules rules =
                new DisclosureRules(10, 10, 3, 10, 30, Set.of("student", "teacher"), Map.of("dim_exam", List.of("x")));
        Releasable protectedTeachers =
                Disclosure.of(rules, MetricCards.standard()).metricValues(Figures.rows(table));
        assertThat(TextTable.lines(protectedTeachers.rows(), "school_code", "value", "n", "flag"))
                .isEqualTo("A - - SUPPRESSED\nB - - SUPPRESSED\nC 0.2 40 OK");
    }

    @Test
    void refusesARowOfAMetricOrMeasureThatNoCardSpeaksOf() {
        for (String unknown : List.of("XYZ-01 | mean", "EXM-01 | median")) {
            Dataset<Row> released = Figures.disclosure()
                    .metricValues(
                            Figures.rows("metric_id | measure | value:double | n:bigint\n" + unknown + " | 1 | 100"))
                    .rows();
            assertThatThrownBy(released::collectAsList)
                    .hasMessageContaining(
                            "no card in schemas/metrics says what " + unknown.replace(" | ", " ") + " is made of");
        }
    }

    @Test
    void releasesExactlyTheColumnsOfTheServingTable() throws IOException {
        String migration = Files.readString(Path.of("../schemas/migration/serving/V3__released_rows.sql"))
                + Files.readString(Path.of("../schemas/migration/serving/V8__assessment_rank.sql"))
                + Files.readString(Path.of("../schemas/migration/serving/V11__published_check.sql"));
        for (Map.Entry<String, List<String>> table : Map.of(
                        "rel_metric_value", MetricFigures.COLUMNS,
                        "rel_assessment_score", AssessmentFigures.SCORE,
                        "rel_assessment_indicator", AssessmentFigures.INDICATOR,
                        "rel_assessment_rank", AssessmentFigures.RANK,
                        "rel_policy_check", PolicyFindings.COLUMNS,
                        "rel_published_check", PublishedFindings.COLUMNS)
                .entrySet()) {
            String body = migration
                    .split("create table serving." + table.getKey() + " \\(")[1]
                    .split("\n\\);")[0];
            assertThat(Pattern.compile("(?m)^    (\\w+) ")
                            .matcher(body)
                            .results()
                            .map(match -> match.group(1))
                            .toList())
                    .as(table.getKey())
                    .isEqualTo(table.getValue());
        }
        assertThat(Arrays.asList(Figures.disclosure()
                        .metricValues(Figures.rows("metric_id\nEXM-01"))
                        .rows()
                        .columns()))
                .isEqualTo(MetricFigures.COLUMNS)
                .doesNotContain("inputs_hash", "least_side", "least_unit", "least_part", "least_left_out");
    }

    private static void check(String columns, String table, String expected) {
        check(columns, table, expected, "school_code");
    }

    /** The same whatever the order and the partitioning. */
    private static void check(String columns, String table, String expected, String key) {
        String[] names = (key + " " + columns).split(" ");
        Dataset<Row> rows = Figures.rows(table);
        for (Dataset<Row> order :
                List.of(rows, rows.repartition(4).orderBy(org.apache.spark.sql.functions.desc(key)))) {
            assertThat(TextTable.lines(Figures.disclosure().metricValues(order).rows(), names))
                    .isEqualTo(expected.strip());
        }
    }
}
