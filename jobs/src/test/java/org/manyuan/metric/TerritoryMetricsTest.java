package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;

/** What holds for every metric that is not of scores. */
class TerritoryMetricsTest {
    private static final TownFacts FACTS = TownFacts.golden()
            .terms("D1 | 2023 | 1 | 2023-09-01 | 2024-01-18")
            .resources("""
                    A1 | 2023 | J | 600 | teachers=40 books=9000 teaching_area=4000 indoor_sports_area=500
                    A2 | 2023 | J | 400 | teachers=30 books=5000 teaching_area=100 indoor_sports_area=500
                    B1 | 2023 | J | 0   | teachers=30 books=5000
                    C1 | 2023 | P | 90  | teachers=6 books=700
                    """)
            .teachers("""
                    t1 | 2023 | A1 | J | county | holder | yes
                    t2 | 2023 | A2 | J | none   | -      | yes
                    t3 | 2023 | C1 | -  | -      | -      | -
                    """)
            .exchanges("""
                    t1 | A1 | A2 | 2023-09-01 | - | 轮岗 | -
                    t2 | A2 | A1 | 2023-09-01 | 2024-06-30 | 支教 | -
                    t9 | C1 | -  | 2023-09-01 | 2024-06-30 | 支教 | city
                    """)
            .ledger("""
                    survey     | satisfaction | - | A1 | 2024-06-01 | value=90.1 value2=100
                    survey     | satisfaction | - | A2 | 2024-06-01 | value=80.2 value2=100
                    evaluation | management   | - | A1 | 2024-06-01 | grade=A
                    evaluation | management   | - | A1 | 2024-06-01 | grade=B
                    evaluation | management   | - | A2 | 2024-06-01 | grade=C
                    shared_use | 课例         | - | A1 | 2024-06-01 | other=A2 value=0.1
                    shared_use | 场馆         | - | A1 | 2024-06-01 | value=0.2
                    funding    | 专项资金     | - | A2 | 2024-06-01 | value=0.3 unit=万元
                    funding    | 专项资金     | - | A2 | 2024-06-01 | value=0.1 unit=元
                    document   | 章程         | - | A2 | 2024-06-01 |
                    body       | 理事会       | - | A2 | 2024-06-01 |
                    award      | x            | - | A2 | 2024-06-01 |
                    mentoring  | -            | - | A2 | 2023-09-01 | person=t2 mentor=m other=A1
                    """)
            .activities("""
                    - | A1 | 2023-10-01 | participants=30
                    - | A2 | 2023-10-01 | lessons=3
                    """)
            .posts("GA | - | 总校长 | p1 | 2023-09-01 | - | A1");

    private static final List<MetricValue> ROWS = rows(FACTS, GoldenTown.town());

    @Test
    void everyRowHasAKeyOfItsOwn() {
        assertThat(ROWS.stream().map(TerritoryMetricsTest::key)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theOrderOfTheRowsDoesNotMatter(long seed) {
        assertThat(rows(FACTS.shuffled(seed), GoldenTown.town().shuffled(seed)))
                .containsExactlyInAnyOrderElementsOf(ROWS);
    }

    @Test
    void whatCannotBeComputedIsNullAndSaysWhy() {
        assertThat(ROWS).allSatisfy(row -> {
            if (row.value() == null) {
                assertThat(row.flag()).isNotIn(Flag.OK, Flag.APPROXIMATE, Flag.N_TOO_SMALL);
            }
            assertThat(row.inputsHash()).hasSize(16);
        });
    }

    /** Which schools are in a group needs no facts but the schools and memberships. */
    @Test
    void noFactsNoRowsButCoverage() {
        assertThat(rows(new TownFacts(), GoldenTown.town()))
                .extracting(MetricValue::metricId)
                .containsOnly("ENR-11");
    }

    private static List<MetricValue> rows(TownFacts facts, Town town) {
        return MetricCatalog.territory(town.territory(), facts.facts(), BuildTerms.of(Town.AS_OF));
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
                row.schoolYear() + "|" + Objects.toString(row.baseYear()),
                row.stage(),
                row.ciFrame());
    }
}
