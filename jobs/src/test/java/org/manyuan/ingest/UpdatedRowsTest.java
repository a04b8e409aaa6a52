package org.manyuan.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.TextTable;

/** Which messages of a batch do not count because their key is said again. */
class UpdatedRowsTest {
    private static final List<String> KEY = List.of("school", "grade");
    private static final List<String> CONTENT = List.of("school", "grade", "students");

    @Test
    void laterOffsetsCorrectAndPartitionsThatDisagreeAreConflicts() {
        Dataset<Row> rows = TextTable.rows("""
                submission_id | submitter | sheet | source_line:bigint | school | grade | students:int
                S             | D         | 0     | 1                  | a      | 7     | 1 | said once
                S             | D         | 0     | 2                  | b      | 7     | 1 | corrected twice
                S             | D         | 0     | 3                  | b      | 7     | 2
                S             | D         | 0     | 10                 | b      | 7     | 1 | the last word, as the first was
                S             | D         | 0     | 4                  | c      | 7     | 5 | corrected by what partition 1 says too
                S             | D         | 0     | 5                  | c      | 7     | 6
                S             | D         | 1     | 1                  | c      | 7     | 6
                S             | D         | 0     | 6                  | d      | 7     | 1 | corrected, then at odds with partition 1
                S             | D         | 0     | 7                  | d      | 7     | 2
                S             | D         | 1     | 2                  | d      | 7     | 3
                S             | D         | 0     | 8                  | e      | -     | 1 | a null in a key is a value
                S             | D         | 1     | 3                  | e      | -     | 1
                S             | E         | 0     | 9                  | a      | 7     | 2 | another submitter's word
                """);
        String expected = """
                0 2 duplicate
                0 3 duplicate
                0 4 duplicate
                0 6 duplicate
                0 7 conflict
                1 1 duplicate
                1 2 conflict
                1 3 duplicate""";

        assertThat(TextTable.lines(UpdatedRows.of(rows, KEY, CONTENT), "sheet", "source_line", "repeat"))
                .isEqualTo(expected);
        assertThat(TextTable.lines(UpdatedRows.of(rows.repartition(3), KEY, CONTENT), "sheet", "source_line", "repeat"))
                .isEqualTo(expected);
        assertThat(UpdatedRows.of(rows, KEY, CONTENT).columns())
                .containsExactly("submission_id", "school", "grade", "sheet", "source_line", "repeat");
    }
}
