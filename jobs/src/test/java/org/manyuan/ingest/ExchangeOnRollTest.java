package org.manyuan.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.TextTable.rows;
import static org.manyuan.ingest.FewUnits.KIN;
import static org.manyuan.ingest.FewUnits.told;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Spells of exchange and the rolls around their year. */
class ExchangeOnRollTest {
    @Test
    void findsTheTeachersOfSpellsOnTheRollsAroundTheirYear() {
        Dataset<Row> spells = rows("""
                submission_id | sheet | source_line:bigint | teacher_key | from_school_code | started_on:date
                x | a | 2 | t1 | s1  | 2024-09-01 | listed there
                x | a | 3 | t9 | s1  | 2024-09-01 | listed nowhere
                x | a | 4 | t9 | s3  | 2024-09-01 | its school has no roll
                x | a | 5 | t9 | s1  | 2026-09-01 | no roll of that year
                x | a | 6 | t2 | s1  | 2024-09-01 | listed at another school
                x | a | 7 | t3 | s1  | 2025-02-20 | listed a year before, and at another school now
                x | a | 8 | t4 | s1  | 2024-08-25 | new next year: known, and at no other school yet
                x | a | 9 | t5 | s1  | 2024-09-01 | listed at the campus
                x | a | 10| t9 | s1  | -          | says no day
                x | a | 11| -  | s1  | 2024-09-01 | names no teacher
                """);
        Dataset<Row> roll = rows("""
                teacher_key | school_year:int | school_code
                t1          | 2024            | s1
                t0          | 2023            | s1
                t2          | 2024            | s2
                t3          | 2023            | s1
                t3          | 2024            | s2
                t4          | 2024            | s1
                t5          | 2024            | s1n
                """);

        ExchangeOnRoll onRoll = new ExchangeOnRoll(spells, roll, KIN);
        assertThat(told(onRoll.unknownTeachers("U"))).isEqualTo("x a 3 teacher_exchange U teacher_id");
        assertThat(told(onRoll.otherSchools("O"))).isEqualTo("x a 6 teacher_exchange O from_school_code");
    }
}
