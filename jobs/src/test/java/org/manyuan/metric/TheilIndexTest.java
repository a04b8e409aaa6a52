package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

class TheilIndexTest {
    private static final TheilIndex METRIC = new TheilIndex();

    @Test
    void refusesTheThreeLevelsWhereAGroupCrossesADistrict() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("A2", "C1")
                .unit("B1", "C2")
                .group("GA", "C1", "A1 lead, B1 member")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 60 70
                        E | A2 | 40 50
                        E | B1 | 30 90
                        """);

        List<MetricValue> rows = town.rows(METRIC);

        MetricTable.check(
                rows,
                row -> row.districtCode().equals("T")
                        && row.groupCode().isEmpty()
                        && row.measure().startsWith("T.between"),
                """
                measure                         | variant         | value   | flag           | because
                T.between_unit                  | -               | .011612 | K_TOO_SMALL    | 65, 45, 60 around 56.667, each a third
                T.between_district              | -               | .000857 | OK             | 55 and 60
                T.between_group                 | education_group | .011023 | OK             | 62.5 and 45
                T.between_unit_within_group     | education_group | .000588 | OK             | 65 and 60 inside GA
                T.between_group_within_district | education_group | -       | NESTING_BROKEN | GA lies in both districts
                """);
        assertThat(value(rows, "T.between_group")
                        + value(rows, "T.between_unit_within_group")
                        + value(rows, "T.within_unit"))
                .as("the two-level chain still stands")
                .isCloseTo(value(rows, "T.total"), within(1e-12));
    }

    @Test
    void leavesOutWhatCannotBeDivided() {
        Town town = new Town()
                .exam("Z", 2023)
                .exam("M", 2024, null, null)
                .scores("""
                        Z | A1 | 0 60
                        Z | A2 | 30
                        """)
                .totals("""
                        M | A1 | 30 | -.5 | -
                        M | A2 | 30 | .7  | -
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T")
                        && !row.measure().contains("group")
                        && !row.measure().contains("district"),
                """
                examCode | measure        | value   | flag          | because
                Z        | T.between_unit | .0      | K_TOO_SMALL   | both means are 30
                Z        | T.total        | .462098 | OK            | a zero adds nothing to T: ⅔·ln 2
                Z        | T.within_unit  | .462098 | OK            |
                Z        | L.between_unit | .0      | OK            |
                Z        | L.total        | -       | ZERO_MEAN     | a zero has no logarithm
                Z        | L.within_unit  | -       | ZERO_MEAN     |
                M        | T.between_unit | -       | ZERO_MEAN     | a negative mean (value-added scale)
                M        | T.total        | -       | MISSING_INPUT | totals have no histogram
                M        | T.within_unit  | -       | MISSING_INPUT |
                M        | L.between_unit | -       | ZERO_MEAN     |
                M        | L.total        | -       | MISSING_INPUT |
                M        | L.within_unit  | -       | MISSING_INPUT |
                """);
    }

    @Test
    void partsByKindsWhoseGroupsShareNoUnitOnly() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("AL", "alliance", "C1", null, "A1 peer, A3 peer")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 60
                        E | A2 | 40
                        E | A3 | 50
                        """);

        assertThat(town.rows(METRIC).stream()
                        .filter(row -> row.groupCode().isEmpty())
                        .filter(row -> row.measure().contains("group"))
                        .map(MetricValue::variant))
                .isNotEmpty()
                .containsOnly("education_group");
    }

    private static double value(List<MetricValue> rows, String measure) {
        return MetricTable.one(
                        rows,
                        row -> row.measure().equals(measure)
                                && row.districtCode().equals("T")
                                && row.groupCode().isEmpty())
                .value();
    }
}
