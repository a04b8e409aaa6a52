package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.PolicyRules;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;

/** CN-R1 and CN-R2 of METRICS C4 on the figures of a county. */
class DistrictChecksTest {
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2024 P .10 100 OK, 2024 J .10 100 OK                 | PASS PASS PASS       | on the line
            2024 P .08 100 OK, 2024 J .12 100 OK                 | PASS PASS FAIL       | both stages together decide
            2024 P .08 200 OK, 2024 J .12 100 OK                 | FAIL PASS FAIL       | by the eligible
            2024 P .12 100 OK                                    | PASS UNKNOWN PASS    | no junior teachers
            2024 P - 0 MISSING_INPUT, 2024 J .12 100 OK          | UNKNOWN PASS UNKNOWN | a stage was not handed in
            2024 P - 0 BASE_MISSING, 2024 J .12 100 OK           | PASS PASS UNKNOWN    | nobody eligible in a stage
            2013 P .01 100 OK, 2013 J .12 100 OK                 | NA NA NA             | before the rule
            2014 P .01 100 OK, 2014 J .01 100 OK                 | FAIL FAIL FAIL       | its first year
            """)
    void atLeastTenPerCentAreExchanged(String rows, String results, String reason) {
        assertThat(results("CN-R1", "TCH-01 rate", rows)).isEqualTo(results);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2024 P .20 10 OK, 2024 J .20 10 OK                   | PASS PASS PASS          | on the line
            2024 P .19 100 OK, 2024 J .20 100 OK                 | FAIL PASS FAIL          | together .195
            2024 P - 0 BASE_MISSING, 2024 J - 0 BASE_MISSING     | NA NA NA                | nobody was exchanged
            2024 P - 0 BASE_MISSING, 2024 J .25 8 OK             | PASS PASS NA            | nobody in a stage
            2024 P - 0 MISSING_INPUT, 2024 J - 0 MISSING_INPUT   | UNKNOWN UNKNOWN UNKNOWN | not handed in
            """)
    void atLeastTwentyPerCentOfThemAreBackbone(String rows, String results, String reason) {
        assertThat(results("CN-R2", "TCH-02 share", rows)).isEqualTo(results);
    }

    @Test
    void aRuleWhoseMetricHasNoRowOfTheYearIsUnknown() {
        assertThat(results("CN-R2", "TCH-01 rate", "2024 P .2 100 OK")).isEqualTo("UNKNOWN UNKNOWN UNKNOWN");
    }

    @Test
    void namesTheRowsThatDecided() {
        PolicyCheck check = checks("TCH-01 rate", "2024 P .08 100 OK, 2024 J .13 300 OK").stream()
                .filter(row -> row.ruleId().equals("CN-R1") && row.stage().isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(check.value()).isCloseTo(.1175, within(1e-12));
        assertThat(check.n()).isEqualTo(400);
        assertThat(check.threshold()).isEqualTo(.10);
        assertThat(check.hardness()).isEqualTo("hard");
        assertThat(check.evidence())
                .isEqualTo(
                        "[{\"metric_id\":\"TCH-01\",\"measure\":\"rate\",\"district_code\":\"370305\",\"school_year\":2024,\"stage\":\"P\"},"
                                + "{\"metric_id\":\"TCH-01\",\"measure\":\"rate\",\"district_code\":\"370305\",\"school_year\":2024,\"stage\":\"J\"}]");
    }

    @Test
    void doesNotDependOnTheOrderOfTheRows() {
        String rows = "2024 P .1 7 OK, 2024 J .3 9 OK, 2023 P .2 3 OK, 2023 J .7 11 OK";
        List<MetricValue> figures = figures("TCH-01 rate", rows);
        Collections.reverse(figures);

        assertThat(DistrictChecks.of("370305", PolicyRules.all(), figures, Region.AS_OF))
                .isEqualTo(checks("TCH-01 rate", rows));
    }

    /** All stages, J, P. */
    private static String results(String rule, String metric, String rows) {
        List<PolicyCheck> checks = checks(metric, rows).stream()
                .filter(check -> check.ruleId().equals(rule))
                .sorted(java.util.Comparator.comparing(PolicyCheck::stage))
                .toList();
        return String.join(
                " ",
                checks.stream().map(PolicyCheck::result).map(CheckResult::name).toList());
    }

    private static List<PolicyCheck> checks(String metric, String rows) {
        return DistrictChecks.of("370305", PolicyRules.all(), figures(metric, rows), Region.AS_OF);
    }

    private static List<MetricValue> figures(String metric, String rows) {
        List<MetricValue> figures = new ArrayList<>();
        for (String row : rows.split(", ")) {
            String[] of = metric.split(" ");
            String[] cells = row.split(" ");
            figures.add(
                    Region.figure(of[0], of[1], "", "370305", cells[0], cells[1], "", cells[2], cells[3], cells[4]));
            figures.add(
                    Region.figure(of[0], of[1], "education_group", "370305", cells[0], cells[1], "", ".9", "9", "OK"));
        }
        return figures;
    }
}
