package org.manyuan.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.TextTable.rows;
import static org.manyuan.ingest.FewUnits.told;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** How much of a post the spells of one teacher take. */
class OverlappingSpellsTest {
    @Test
    void findsSpellsThatAddUpToMoreThanOnePost() {
        Dataset<Row> spells = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | teacher_key | started_on:date | ended_on:date | kind | fte:decimal(4,2)
                x  | a | 2 | true  | t1 | 2024-09-01 | 2025-08-31 | 轮岗 | -    | the day after it ends
                x  | a | 3 | true  | t1 | 2025-09-01 | -          | 轮岗 | -    | the next begins
                x0 | a | 4 | false | t2 | 2023-09-01 | -          | 支教 | -    | never ended, said before
                x  | a | 5 | true  | t2 | 2024-09-01 | 2025-01-31 | 轮岗 | -    | and away again
                x  | a | 6 | true  | t3 | 2024-09-01 | 2025-01-31 | 兼课 | 0.5  | half
                x  | a | 7 | true  | t3 | 2024-10-01 | 2025-01-31 | 兼课 | 0.5  | and half make one
                x  | a | 8 | true  | t4 | 2024-09-01 | 2025-01-31 | 兼课 | 0.4  | three
                x  | a | 9 | true  | t4 | 2024-10-01 | 2025-01-31 | 兼课 | 0.4  | of them
                x  | a | 10| true  | t4 | 2025-01-31 | 2025-02-28 | 兼课 | 0.4  | on one day
                x  | a | 11| true  | t5 | 2024-09-01 | -          | 轮岗 | 1    | away
                x  | a | 12| true  | t5 | 2024-09-01 | -          | 走教 | -    | how much of it, nobody says
                """);

        assertThat(told(OverlappingSpells.of(spells, 1, "X"))).isEqualTo("""
                x a 10 teacher_exchange X started_on
                x a 5 teacher_exchange X started_on
                x a 8 teacher_exchange X started_on
                x a 9 teacher_exchange X started_on""");
    }
}
