package org.manyuan.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.TextTable.rows;
import static org.manyuan.ingest.FewUnits.told;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.ExclusiveKinds;

/** Units that are in two groups of one kind. */
class OverlappingMembershipsTest {
    @Test
    void findsUnitsInTwoGroupsOfAnExclusiveKindOnOneDay() {
        Dataset<Row> groups = rows("""
                group_code | kind
                g1         | education_group
                g2         | education_group
                g3         | consortium
                a1         | alliance
                a2         | alliance
                """);
        Dataset<Row> memberships = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | submitter | group_code | school_code | joined_on:date | left_on:date | as_of:date
                x  | a | 2 | true  | d | g1 | s1 | 2020-01-01 | 2022-01-01 | -          | left on the day
                x  | a | 3 | true  | d | g2 | s1 | 2022-01-01 | -          | -          | it joined elsewhere
                x  | a | 4 | true  | d | g3 | s1 | 2021-01-01 | -          | -          | another kind
                x0 | a | 5 | false | d | g1 | s2 | 2020-01-01 | -          | -          | said before, still open
                x  | a | 6 | true  | d | g2 | s2 | 2023-01-01 | 2023-02-01 | -          | in both for a month
                x  | a | 7 | true  | d | a1 | s2 | 2020-01-01 | -          | -          | alliances may
                x  | a | 8 | true  | d | a2 | s2 | 2020-01-01 | -          | -          | share
                x  | a | 9 | true  | d | g1 | s3 | 2020-01-01 | -          | 2024-09-01 | one snapshot
                x  | a | 10| true  | d | g2 | s3 | 2020-01-01 | -          | 2024-09-01 | says both
                x  | a | 11| true  | d | g2 | s4 | 2020-01-01 | -          | 2024-09-01 | a later snapshot
                x  | a | 12| true  | d | g1 | s4 | 2020-01-01 | -          | 2024-10-01 | says a change
                x  | a | 13| true  | d | g1 | s5 | 2020-01-01 | 2021-01-01 | 2024-09-01 | has left
                x  | a | 14| true  | d | g2 | s5 | 2021-01-01 | -          | 2024-09-01 | for another one
                x  | a | 15| true  | d | g1 | s6 | -          | 2020-01-01 | -          | since ever
                x  | a | 16| true  | d | g2 | s6 | 2019-12-31 | -          | -          | one day in common
                """);

        assertThat(told(OverlappingMemberships.of(memberships, groups, ExclusiveKinds.ALL, "X")))
                .isEqualTo("""
                x a 10 group_membership X school_code
                x a 15 group_membership X school_code
                x a 16 group_membership X school_code
                x a 6 group_membership X school_code
                x a 9 group_membership X school_code""");
    }
}
