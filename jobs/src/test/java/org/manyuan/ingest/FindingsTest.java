package org.manyuan.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.TextTable.lines;
import static org.manyuan.TextTable.rows;

import org.junit.jupiter.api.Test;

/** How what was found is summed up. */
class FindingsTest {
    @Test
    void summarisesByPlaceAndCodeAndKeepsTheFirstLines() {
        StringBuilder found = new StringBuilder(
                "submission_id | sheet | source_line:bigint | dataset | code | column_name\nx | a | 7 | d | OTHER | c\n");
        for (int line = 40; line > 1; line--) {
            found.append("x | a | ").append(line).append(" | d | X | c\n");
        }

        assertThat(lines(Findings.summary(rows(found.toString())), "code", "line_count", "first_lines"))
                .isEqualTo("""
                        OTHER 1 ArraySeq(7)
                        X 39 ArraySeq(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21)""");
    }
}
