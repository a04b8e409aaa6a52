package org.manyuan.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.TextTable;

class PublishedFindingsTest {
    private static final String HEADER =
            "figure_id | district_code | item | as_of:date | built_as_of:date | value:double | unit | bound | source | quote"
                    + " | computed:double | lowest:double | highest:double | result | contradiction_zh | contradiction_en | evidence | origin\n";

    @Test
    void aCountOfFewPupilsStaysAndOneOfTeachersLeaves() {
        assertThat(released("""
                F-LZ1b   | 9  | [] | pupils, few
                F-HT3-1  | 10 | [] | pupils, enough
                F-LZ3g   | 0  | [] | none of them is few too
                F-LZ3i   | 1  | [{"teacher_key":"abc"}] | teachers are not protected
                F-LX1a   | 2  | [] | groups
                F-XJ4b   | -  | [] | recorded
                """)).isEqualTo("""
                        F-HT3-1 10.0
                        F-LX1a 2.0
                        F-LZ1b -
                        F-LZ3g -
                        F-LZ3i 1.0
                        F-XJ4b -""");
    }

    @Test
    void aRateOrGrowthLeavesOnlyWhereEachPartOfItCountsEnough() {
        assertThat(released("""
                F-PDS1-1 | -0.2 | [{"school_year":2023,"n":1000},{"school_year":2024,"n":800}] | enough in both years
                F-PDS1-2 | 1    | [{"school_year":2023,"n":5},{"school_year":2024,"n":10}]     | five pupils in a year
                F-PDS2-5 | 0.7  | []                                                           | nothing says of how many
                F-PDS3a  | 1    | [{"n":30,"k":3},{"n":30,"k":6}]                              | three are the fewest that may be a part
                F-PDS3b  | 2    | [{"n":40,"k":1},{"n":1},{"n":40,"k":2},{"n":2}]              | one pupil became two
                F-HT2-4  | 0.99 | [{"n":1000,"k":998}]                                         | two outside
                F-HT2-3  | 9    | [{"school_year":2023,"n":9}]                                 | a count by SQL
                """)).isEqualTo("""
                        F-HT2-3 -
                        F-HT2-4 -
                        F-PDS1-1 -0.2
                        F-PDS1-2 -
                        F-PDS2-5 -
                        F-PDS3a 1.0
                        F-PDS3b -""");
    }

    /** Keys of persons and entries, and what a bureau has written into an entry, stay with the evidence. */
    @Test
    void theRowsBehindItNeverLeave() {
        Dataset<Row> released = Figures.disclosure()
                .publishedChecks(TextTable.rows(HEADER + row("F-LX1a | 2 | [{\"entry_id\":\"L1\"}]")))
                .rows();

        assertThat(released.columns()).containsExactly(PublishedFindings.COLUMNS.toArray(String[]::new));
        assertThat(released.collectAsList().toString()).doesNotContain("entry_id", "L1");
    }

    private static String released(String rows) {
        StringBuilder table = new StringBuilder(HEADER);
        rows.lines().forEach(line -> table.append(row(line)).append('\n'));
        return TextTable.lines(
                Figures.disclosure()
                        .publishedChecks(TextTable.rows(table.toString()))
                        .rows(),
                "figure_id",
                "computed");
    }

    private static String row(String line) {
        String[] cells = line.split("\\s*\\|\\s*");
        return String.join(
                " | ",
                cells[0],
                "D | item | 2024-08-31 | 2025-08-31 | 1 | 人 | exact | source | quote",
                cells[1],
                "1 | 1 | AGREES |  | ",
                cells[2],
                "synthetic");
    }
}
