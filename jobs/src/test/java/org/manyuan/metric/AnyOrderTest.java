package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.domain.MetricValue;

/** What every score metric keeps: the same rows for the same facts, a key a row, the origin of what lies behind. */
class AnyOrderTest {
    private static final List<MetricValue> ROWS = rows(GoldenTown.town());

    private static List<MetricValue> rows(Town town) {
        return MetricCatalog.scores(town.territory(), town.family(), BuildTerms.of(Town.AS_OF));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesTheSameRowsInAnyOrderOfFacts(long seed) {
        assertThat(sorted(rows(GoldenTown.town().shuffled(seed)))).isEqualTo(sorted(ROWS));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesTheSameRowsFromSchoolTotalsInAnyOrder(long seed) {
        Town town = new Town().exam("E23", 2023, null, null).exam("E24", 2024, null, null);
        for (int g = 1; g <= 9; g++) {
            town.group("G" + g, "C" + (1 + g % 2), "L" + g + " lead, M" + g + " member");
            for (String exam : List.of("E23", "E24")) {
                town.totals(exam + " | L" + g + " | " + (31 + g) + " | " + (60.1 + g / 3.0) + " | " + (10 + g / 7.0));
                town.totals(exam + " | M" + g + " | " + (37 + g) + " | " + (55.3 - g / 7.0) + " | " + (11 - g / 9.0));
            }
        }

        assertThat(sorted(rows(town.shuffled(seed)))).isEqualTo(sorted(rows(town)));
    }

    @Test
    void marksWhatRestsOnASyntheticSchool() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .syntheticUnit("A2", "C1")
                .unit("B1", "C2")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 50 60
                        E | A2 | 40 50
                        E | B1 | 40 50
                        """);

        MetricTable.check(
                town.rows(new CoefficientOfVariation()), row -> row.groupCode().isEmpty(), """
                districtCode | origin    | because
                T            | SYNTHETIC | A2 lies in it
                C1           | SYNTHETIC |
                C2           | REPORTED  |
                """);
        MetricTable.check(town.rows(new LeadMemberGap()), row -> row.measure().equals("equal_member"), """
                groupCode | origin
                GA        | SYNTHETIC
                """);
    }

    @Test
    void givesEveryRowAKeyOfItsOwn() {
        List<String> keys = ROWS.stream().map(AnyOrderTest::key).toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    private static String key(MetricValue row) {
        return String.join(
                "|",
                row.metricId(),
                row.measure(),
                row.variant(),
                row.districtCode(),
                row.groupCode(),
                row.schoolCode(),
                "" + row.schoolYear(),
                Objects.toString(row.baseYear()),
                row.examCode(),
                row.stage(),
                row.grade(),
                row.subject(),
                row.ciFrame());
    }

    private static List<MetricValue> sorted(List<MetricValue> rows) {
        List<MetricValue> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(AnyOrderTest::key));
        return sorted;
    }
}
