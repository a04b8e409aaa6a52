package org.manyuan.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.TextTable.rows;
import static org.manyuan.ingest.FewUnits.told;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Totals of sheets with one line a subject. */
class TotalsOfSubjectsTest {
    @Test
    void addsUpTheSubjectsOfALongSheet() {
        Dataset<Row> scores = rows("""
                submission_id | sheet | source_line:bigint | exam_code | subject | student_key | score:decimal(9,3) | status
                x | a | 2 | E | math    | k1 | 80   | present
                x | a | 3 | E | chinese | k1 | 90.5 | present
                x | a | 4 | E | total   | k1 | 171  | present | half a point is rounding
                x | a | 5 | E | math    | k2 | 80   | present
                x | a | 6 | E | chinese | k2 | 90   | present
                x | a | 7 | E | total   | k2 | 171  | present | one point is not
                x | a | 8 | E | math    | k3 | 80   | present
                x | a | 9 | E | total   | k3 | 171  | present | one subject is not there
                x | a | 10| E | math    | k4 | 80   | present
                x | a | 11| E | chinese | k4 | -    | absent
                x | a | 12| E | total   | k4 | 171  | present | did not sit all
                x | a | 13| E | math    | k5 | 1    | present
                x | a | 14| E | chinese | k5 | 1    | present | no total
                x | a | 15| E | math    | k6 | -    | absent
                x | a | 16| E | chinese | k6 | -    | exempt
                x | a | 17| E | total   | k6 | 0    | present | sat nothing
                x | a | 18| E | total   | k7 | 100  | present | a total alone
                """);
        Dataset<Row> papers = rows("""
                exam_code | subject
                E         | math
                E         | chinese
                E         | total
                """);

        assertThat(told(TotalsOfSubjects.of(scores, papers, 0.5, "X")))
                .isEqualTo("x a 17 exam_score X score\nx a 7 exam_score X score");
    }
}
