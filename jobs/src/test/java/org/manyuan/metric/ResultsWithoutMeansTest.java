package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;

/** What needs a mean says so for groups, as for districts, where papers came with levels only. */
class ResultsWithoutMeansTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GAP-01", "GAP-02", "GAP-03", "GAP-05", "GAP-06", "GAP-07", "GAP-08", "GAP-08b", "GAP-08c", "GAP-10",
                "GAP-11", "GAP-12", "GAP-13"
            })
    void haveARowOfEveryGroupThatSat(String id) {
        List<MetricValue> rows = rows(
                id,
                new Town()
                        .group("GA", "C1", "A1 lead, A2 member")
                        .group("GB", "C1", "B1 lead, B2 member")
                        .unit("B1", "C1")
                        .unit("B2", "C1")
                        .exam("E", 2024)
                        .levels("""
                                E | A1 | 0 0 10 20 10
                                E | A2 | 10 20 10 0 0
                                """));

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.groupCode()).isEqualTo("GA");
            assertThat(row.value()).isNull();
            assertThat(row.flag()).isEqualTo(Flag.MISSING_INPUT);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GAP-07", "GAP-08", "GAP-08b", "GAP-09", "GAP-09b"})
    void areResultsOfTheLeadAllTheSame(String id) {
        List<MetricValue> rows = rows(
                id,
                new Town()
                        .group("GA", "C1", "A1 lead, A2 member")
                        .exam("E", 2024)
                        .scores("E | A2 | 40x60 40x70")
                        .levels("E | A1 | 0 0 10 20 10"));

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.value()).isNull();
            assertThat(row.flag()).isEqualTo(Flag.MISSING_INPUT);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GAP-07", "GAP-08b"})
    void areNoneWhereAllWereAbsent(String id) {
        List<MetricValue> rows = rows(
                id,
                new Town()
                        .group("GA", "C1", "A1 lead, A2 member")
                        .exam("E", 2024)
                        .scores("E | A2 | 40x60 40x70")
                        .levels("E | A1 | 0 0 0 0 0"));

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.flag()).isEqualTo(Flag.BASE_MISSING));
    }

    private static List<MetricValue> rows(String id, Town town) {
        return MetricCatalog.scores(town.territory(), town.family(), BuildTerms.of(Town.AS_OF)).stream()
                .filter(row -> row.metricId().equals(id) && !row.groupCode().isEmpty())
                .toList();
    }
}
