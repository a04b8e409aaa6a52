package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.PublishedFigure;
import org.manyuan.contract.RegionRule;
import org.manyuan.contract.Requirement;
import org.manyuan.contract.Wording;
import org.manyuan.domain.Origin;
import org.manyuan.domain.PublishedCheck;

/** A published figure agrees with the computed one within what its wording and its entry allow. */
class FigureChecksTest {
    @ParameterizedTest(name = "{10}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            bound    | published | computed | tolerance | relative | least | greatest | contradicts | shape | result              | why
            exact    | 7         | 7        | -         | -        | -     | -        | false       | COUNT | AGREES              | the same number
            exact    | 7         | 8        | -         | -        | -     | -        | false       | COUNT | DIFFERS             | one more
            exact    | 7         | 6.999999 | -         | -        | -     | -        | false       | COUNT | DIFFERS             | nearly is not exact
            exact    | 0.58      | 0.5764   | 0.005     | -        | -     | -        | false       | SHARE | AGREES              | a share rounded to whole percent
            exact    | 0.58      | 0.5749   | 0.005     | -        | -     | -        | false       | SHARE | DIFFERS             | rounds to another percent
            about    | 69000     | 68500    | 500       | -        | -     | -        | false       | COUNT | AGREES              | as far off as is allowed
            about    | 69000     | 68499    | 500       | -        | -     | -        | false       | COUNT | DIFFERS             | one farther
            about    | 3500      | 3325     | -         | -        | -     | -        | false       | COUNT | AGREES              | a twentieth where nothing is said
            about    | 3500      | 3324     | -         | -        | -     | -        | false       | COUNT | DIFFERS             | more than a twentieth
            about    | 3500      | 3200     | -         | 0.1      | -     | -        | false       | COUNT | AGREES              | a share of its own
            at_least | 1000      | 1000     | -         | -        | -     | -        | false       | COUNT | AGREES              | the bound itself
            at_least | 1000      | 99999    | -         | -        | -     | -        | false       | COUNT | AGREES              | no upper end
            at_least | 1000      | 999      | -         | -        | -     | -        | false       | COUNT | DIFFERS             | below the bound
            at_least | 7         | 10       | -         | -        | -     | 10       | false       | COUNT | AGREES              | seven to ten
            at_least | 7         | 11       | -         | -        | -     | 10       | false       | COUNT | DIFFERS             | more than it means
            exact    | -         | 7        | -         | -        | -     | -        | false       | COUNT | RECORDED            | published in words
            below    | 10000     | 9999     | -         | -        | 9000  | -        | false       | COUNT | AGREES              | nearly ten thousand
            below    | 10000     | 10000    | -         | -        | 9000  | -        | false       | COUNT | DIFFERS             | not below
            below    | 10000     | 8999     | -         | -        | 9000  | -        | false       | COUNT | DIFFERS             | not nearly
            exact    | 85        | 124      | -         | -        | -     | -        | true        | COUNT | INCONSISTENT_SOURCE | the source contradicts itself
            exact    | 85        | -        | -         | -        | -     | -        | false       | COUNT | UNKNOWN             | nobody handed in the rows
            exact    | 85        | -        | -         | -        | -     | -        | false       | -     | RECORDED            | kept only
            """, useHeadersInDisplayName = true)
    void comparesByTheBound(
            String bound,
            Double published,
            Double computed,
            Double tolerance,
            Double relative,
            Double least,
            Double greatest,
            boolean contradicts,
            Requirement.Shape shape,
            PublishedCheck.Result result,
            String why) {
        PublishedFigure figure = new PublishedFigure(
                "F-1",
                "370305",
                shape,
                "ledger",
                "",
                "",
                "",
                "",
                null,
                null,
                null,
                tolerance,
                relative,
                least,
                greatest,
                contradicts ? "true" : "",
                new Wording("矛盾", "contradiction"),
                new Wording("另一读法", "another reading"),
                RegionRule.Persons.NONE);
        Map<String, Object> found = new HashMap<>();
        if (shape != null) {
            found.put("value", computed);
            found.put("synthetic", true);
            found.put("evidence", "[]");
        }

        PublishedCheck check =
                FigureChecks.of(figure, published(bound, published), found, contradicts, LocalDate.of(2024, 8, 31));

        assertThat(check.result()).as(why).isEqualTo(result);
        assertThat(check.computed()).isEqualTo(computed);
        assertThat(check.contradictionZh()).isEqualTo(contradicts ? "矛盾；说明：另一读法" : "说明：另一读法");
        assertThat(check.contradictionEn())
                .isEqualTo(contradicts ? "contradiction; Note: another reading" : "Note: another reading");
        assertThat(check.origin()).isEqualTo(shape == null ? Origin.REPORTED : Origin.SYNTHETIC);
    }

    @org.junit.jupiter.api.Test
    void aFigureThatNoEntrySpeaksOfIsRecorded() {
        PublishedCheck check =
                FigureChecks.of(null, published("about", 30.0), Map.of(), false, LocalDate.of(2024, 8, 31));

        assertThat(check.result()).isEqualTo(PublishedCheck.Result.RECORDED);
        assertThat(check.evidence()).isEqualTo("[]");
    }

    private static Map<String, Object> published(String bound, Double value) {
        Map<String, Object> row = new HashMap<>();
        row.put("figure_id", "F-1");
        row.put("district_code", "370305");
        row.put("item", "教育集团数");
        row.put("as_of", LocalDate.of(2022, 8, 12));
        row.put("value", value);
        row.put("bound", bound);
        row.put("origin", "reported");
        return row;
    }
}
