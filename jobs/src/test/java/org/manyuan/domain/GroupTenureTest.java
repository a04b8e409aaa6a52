package org.manyuan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a unit counts, asked of school year 2024, September 1, 2024 to August 31, 2025: METRICS C2, {@code tenure}. */
class GroupTenureTest {
    @ParameterizedTest(name = "{0}, {1} years: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            2024-09-01/-                       | 1 | true  | false | -          | in from the first day on
            2024-09-02/-                       | 1 | false | true  | 2025-09-01 | a day late: from the next year on
            2025-08-31/-                       | 1 | false | true  | 2025-09-01 | joined on the last day
            2025-09-01/-                       | 1 | false | false | 2025-09-01 | not there yet
            2023-09-02/-                       | 2 | false | true  | 2025-09-01 | two years, all but a day
            2024-09-02/-                       | 2 | false | true  | 2026-09-01 | two full years lie ahead
            2024-09-01/-                       | 3 | false | true  | 2026-09-01 | the year counts as the first of three
            2024-10-01/2026-08-31              | 1 | false | true  | -          | leaves a day before it would count
            2024-10-01/2026-09-01              | 1 | false | true  | 2025-09-01 | in on August 31
            2023-09-01/2025-08-31              | 1 | false | false | -          | left on the last day
            2022-09-01/2025-02-01 2025-02-01/- | 2 | true  | false | -          | another role is no break
            2022-09-01/2025-02-01 2025-02-02/- | 1 | false | true  | 2025-09-01 | out for a day
            2025-08-31/-                       | 0 | true  | false | -          | from the day it joins
            """)
    void countsAndWaits(String stays, int years, boolean counts, boolean waits, String from, String why) {
        GroupTenure tenure = new GroupTenure(stays(stays), Successions.of(List.of()), years);

        assertThat(tenure.countsIn(2024, "A")).as(why).isEqualTo(counts);
        assertThat(tenure.waitsIn(2024, "A")).as(why).isEqualTo(waits);
        if (!counts) {
            assertThat(tenure.countsFrom(2024, "A").map(LocalDate::toString).orElse("-"))
                    .as(why)
                    .isEqualTo(from);
        }
    }

    private static List<MembershipSpan> stays(String written) {
        return Arrays.stream(written.split(" "))
                .map(stay -> stay.split("/"))
                .map(days -> MembershipSpan.ofDays(
                        "G",
                        "A",
                        Role.MEMBER,
                        LocalDate.parse(days[0]),
                        days[1].equals("-") ? null : LocalDate.parse(days[1])))
                .toList();
    }
}
