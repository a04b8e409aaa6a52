package org.manyuan.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.TextTable.rows;
import static org.manyuan.ingest.FewUnits.SCHOOLS;
import static org.manyuan.ingest.FewUnits.told;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Days of activities and the calendar of who organised them. */
class ActivitiesInTermTest {
    @Test
    void tellsActivitiesOutsideTheTermsOfTheirDistrict() {
        Dataset<Row> activities = rows("""
                submission_id | sheet | source_line:bigint | group_code | organiser_school_code | held_on:date
                x | a | 2 | g1 | s1 | 2024-09-01 | the first day
                x | a | 3 | g1 | s1 | 2025-01-16 | the day after the last
                x | a | 4 | g1 | s2 | 2024-08-31 | the year before has no calendar
                x | a | 5 | g1 | s2 | 2025-02-10 | its city has one: holidays
                x | a | 6 | g1 | s3 | 2025-02-10 | nobody has one there
                x | a | 7 | g1 | -  | 2025-02-10 | the group's authority has one
                x | a | 8 | g1 | s1 | -          | no day
                """);
        Dataset<Row> terms = rows("""
                district_code | school_year:int | from_on:date | to_on:date
                d1            | 2024            | 2024-09-01   | 2025-01-15
                d1            | 2024            | 2025-02-20   | 2025-07-10
                city          | 2024            | 2024-09-01   | 2025-01-15
                """);
        Dataset<Row> groups = rows("""
                group_code | authority_code
                g1         | d1
                """);
        Dataset<Row> districts = rows("""
                district_code | parent_code
                d1            | city
                d2            | city
                city          | -
                """);

        assertThat(told(ActivitiesInTerm.of(activities, terms, SCHOOLS, groups, districts, "X")))
                .isEqualTo("""
                x a 3 group_activity X held_on
                x a 5 group_activity X held_on
                x a 7 group_activity X held_on""");
    }

    @Test
    void aTermThatBeginsInAugustBelongsToTheYearThatFollows() {
        Dataset<Row> activities = rows("""
                submission_id | sheet | source_line:bigint | group_code | organiser_school_code | held_on:date
                x | a | 2 | g1 | s1 | 2024-08-28 | in the term that began two days before
                x | a | 3 | g1 | s1 | 2024-08-25 | the day before it
                x | a | 4 | g1 | s1 | 2025-09-01 | the last day of a term that ends late
                x | a | 5 | g1 | s1 | 2025-09-02 | its year has no calendar
                x | a | 6 | g1 | s2 | 2024-08-27 | the county's own term has not begun, its city's has
                """);
        Dataset<Row> terms = rows("""
                district_code | school_year:int | from_on:date | to_on:date
                d1            | 2023            | 2024-02-20   | 2024-07-05
                d1            | 2024            | 2024-08-26   | 2025-09-01
                d2            | 2023            | 2024-02-20   | 2024-07-05
                city          | 2024            | 2024-08-26   | 2025-01-15
                """);
        Dataset<Row> groups = rows("""
                group_code | authority_code
                g1         | d1
                """);
        Dataset<Row> districts = rows("""
                district_code | parent_code
                d1            | -
                d2            | city
                """);

        assertThat(told(ActivitiesInTerm.of(activities, terms, SCHOOLS, groups, districts, "X")))
                .isEqualTo("x a 3 group_activity X held_on");
    }
}
