package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.CountyStandards;
import org.manyuan.contract.PolicyRules;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;

/** A1 and A2 of METRICS on the figures of a county. */
class CountyChecksTest {
    private static final String COUNTY = "370305";
    private static final List<String> SEVEN =
            List.of("RES-01", "RES-02", "RES-03", "RES-04", "RES-05", "RES-06", "RES-07");
    private static final List<String> EIGHT =
            List.of("RES-11", "RES-12", "RES-13", "RES-14", "RES-15", "RES-16", "RES-17", "RES-18");

    /** At standard in a primary school, each on the line. */
    private static final String ON_THE_LINE = "4.2 1 .9 4.5 7.5 2000 2.3";

    @Test
    void oneOfSevenFailsThoughTheMeanOfAllIsLow() {
        List<PolicyCheck> checks = checks(
                unit("A", "P", ON_THE_LINE),
                spread(SEVEN, "P", ".297929 .501787 .401952 .288419 .37545 .312782 .394205"));

        assertThat(SEVEN.stream()
                        .map(measure -> result(checks, "A1-CV-" + measure, "P"))
                        .toList())
                .as("METRICS D1.3: 鸠江 2023 小学")
                .containsExactly("PASS", "FAIL", "PASS", "PASS", "PASS", "PASS", "PASS");
        assertThat(result(checks, "A1-COUNTY", "P")).isEqualTo("FAIL");
        assertThat(result(checks, "A1-COUNTY", "")).isEqualTo("FAIL");
    }

    @ParameterizedTest(name = "{0} {1} gives {2}")
    @CsvSource(delimiter = '|', textBlock = """
            P | .881 1.299 .977 .379 .170 .334 .286 .408 | PASS    | .592 | METRICS D1.2: 庐阳
            J | .353 .784 .146 .491 .037 .226 .223 .253  | PASS    | .314 | -
            P | .711 .649 .472 .338 .235 .274 .260 .396  | PASS    | .417 | 蜀山
            J | .505 .484 .325 .275 .199 .715 .421 1.021 | PASS    | .493 | -
            P | .65 .65 .65 .65 .65 .65 .65 .65          | PASS    | .650 | on the line
            J | .65 .65 .65 .65 .65 .65 .65 .65          | FAIL    | .650 | junior schools may differ less
            J | .1 .1 .1 .1 .1 .1 .1 -                   | UNKNOWN | -    | one is not known
            """)
    void theMeanOfEight(String stage, String values, String result, String mean, String reason) {
        PolicyCheck check =
                one(checks(unit("A", stage, ON_THE_LINE), spread(EIGHT, stage, values)), "A2-CV8", "", stage);

        assertThat(check.result().name()).isEqualTo(result);
        if (mean.equals("-")) {
            assertThat(check.value()).isNull();
        } else {
            assertThat(check.value()).isCloseTo(Double.parseDouble(mean), within(.0006));
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            4.2 1 .9 4.5 7.5 2000 2.3        | PASS    | each on the line
            3.57 1 .9 4.5 7.5 2000 2.3       | PASS    | six, the other 85 % of the standard
            3.569999 1 .9 4.5 7.5 2000 2.3   | FAIL    | six, the other below 85 %
            4.1 .99 .9 4.5 7.5 2000 2.3      | FAIL    | five
            4.1 1 .9 4.5 7.5 2000 -          | UNKNOWN | the last one may be far below
            9 9 9 9 9 9999 -                 | UNKNOWN | six at standard do not say how far the other is
            4.1 .99 - - - - -                | FAIL    | two below: the others cannot mend it
            - - - - - 1699 -                 | FAIL    | one below 85 %: nor here
            - - - - - - -                    | UNKNOWN | nothing known
            """)
    void sixOfSevenAndTheOtherNotFarBelow(String values, String result, String reason) {
        List<PolicyCheck> checks = checks(unit("A", "P", values));

        assertThat(one(checks, "A1-6OF7", "A", "P").result().name()).isEqualTo(result);
        assertThat(one(checks, "A1-6OF7", "", "P").result().name()).isEqualTo(result);
    }

    @Test
    void aCountyNeedsEveryUnit() {
        List<PolicyCheck> checks = checks(
                unit("A", "P", ON_THE_LINE),
                unit("B", "P", "1 1 1 1 1 1 1"),
                unit("A", "J", "5.3 1 .9 5.8 10.2 2500 2.4"),
                unit("C", "J", "5.3 1 .9 5.8 10.2 2500 -"));

        assertThat(one(checks, "A1-6OF7", "A", "P").result().name()).isEqualTo("PASS");
        assertThat(one(checks, "A1-6OF7", "", "P").result().name()).isEqualTo("FAIL");
        assertThat(one(checks, "A1-6OF7", "", "P").value()).isEqualTo(.5);
        assertThat(one(checks, "A1-6OF7", "", "J").result().name()).isEqualTo("UNKNOWN");
    }

    @Test
    void isNeverPassedWhileAnItemIsUnknown() {
        List<PolicyCheck> checks = checks(
                unit("A", "P", ON_THE_LINE),
                unit("A", "J", "5.3 1 .9 5.8 10.2 2500 2.4"),
                spread(SEVEN, "P", ".5 .5 .5 .5 .5 .5 .5"),
                spread(SEVEN, "J", ".45 .45 .45 .45 .45 .45 .45"));

        assertThat(result(checks, "A1-COUNTY", "P")).isEqualTo("UNKNOWN");
        assertThat(result(checks, "A1-COUNTY", "")).isEqualTo("UNKNOWN");
        assertThat(one(checks, "A1-COUNTY", "", "").evidence())
                .as(
                        "both stages: seven spreads and the rule of units pass, twenty-six items have no figures, two of them ask nothing of primary")
                .isEqualTo("[{\"pass\":16,\"fail\":0,\"unknown\":50,\"na\":2}]");
        assertThat(result(checks, "A1-G14", "J")).isEqualTo("UNKNOWN");
    }

    @Test
    void theExchangeOfTeachersIsAnItemThatIsComputed() {
        List<PolicyCheck> checks = checks(
                unit("A", "P", ON_THE_LINE),
                unit("A", "J", ON_THE_LINE),
                List.of(
                        Region.figure("TCH-01", "rate", "", COUNTY, "2024", "P", "", ".10", "100", "OK"),
                        Region.figure("TCH-02", "share", "", COUNTY, "2024", "P", "", ".20", "10", "OK"),
                        Region.figure("TCH-01", "rate", "", COUNTY, "2024", "J", "", ".10", "100", "OK"),
                        Region.figure("TCH-02", "share", "", COUNTY, "2024", "J", "", ".19", "10", "OK")));

        assertThat(result(checks, "A1-G11", "P")).isEqualTo("PASS");
        assertThat(result(checks, "A1-G11", "J")).isEqualTo("FAIL");
    }

    @Test
    void aDistrictWithoutUnitsOfItsOwnIsNoCounty() {
        assertThat(checks(spread(SEVEN, "P", ".5 .5 .5 .5 .5 .5 .5"))).isEmpty();
    }

    @Test
    void namesTheRowsThatDecided() {
        PolicyCheck check = one(
                checks(unit("A", "P", "4.2 - - - - - -"), spread(List.of("RES-01"), "P", ".6")),
                "A1-CV-RES-01",
                "",
                "P");

        assertThat(check.threshold()).isEqualTo(.5);
        assertThat(check.metricId()).isEqualTo("GAP-01");
        assertThat(check.hardness()).isEqualTo("hard");
        assertThat(check.evidence())
                .isEqualTo("[{\"metric_id\":\"GAP-01\",\"measure\":\"RES-01\",\"district_code\":\"370305\","
                        + "\"school_year\":2024,\"stage\":\"P\"}]");
    }

    @Test
    void doesNotDependOnTheOrderOfTheRows() {
        List<MetricValue> figures = new ArrayList<>(unit("A", "P", ON_THE_LINE));
        figures.addAll(unit("B", "P", "1 1 1 1 1 1 1"));
        figures.addAll(spread(EIGHT, "P", ".881 1.299 .977 .379 .170 .334 .286 .408"));
        List<PolicyCheck> first = checks(figures);
        Collections.reverse(figures);

        assertThat(checks(figures)).isEqualTo(first);
    }

    /** The seven resources of a unit in the order of their ids; a dash is not known. */
    private static List<MetricValue> unit(String school, String stage, String values) {
        List<MetricValue> rows = new ArrayList<>();
        String[] cells = values.split(" ");
        for (int i = 0; i < cells.length; i++) {
            rows.add(Region.figure(
                    SEVEN.get(i), "value", "", school, "2024", stage, "", cells[i], "100", flag(cells[i])));
        }
        return rows;
    }

    private static List<MetricValue> spread(List<String> measures, String stage, String values) {
        List<MetricValue> rows = new ArrayList<>();
        String[] cells = values.split(" ");
        for (int i = 0; i < cells.length; i++) {
            rows.add(Region.figure(
                    "GAP-01", measures.get(i), "", COUNTY, "2024", stage, "", cells[i], "100", flag(cells[i])));
        }
        return rows;
    }

    private static String flag(String value) {
        return value.equals("-") ? "MISSING_INPUT" : "OK";
    }

    @SafeVarargs
    private static List<PolicyCheck> checks(List<MetricValue>... figures) {
        List<MetricValue> all = new ArrayList<>();
        List.of(figures).forEach(all::addAll);
        return CountyChecks.of(COUNTY, CountyStandards.all(), PolicyRules.all(), all, CountyFacts.NONE, Region.AS_OF);
    }

    private static String result(List<PolicyCheck> checks, String rule, String stage) {
        return one(checks, rule, "", stage).result().name();
    }

    private static PolicyCheck one(List<PolicyCheck> checks, String rule, String school, String stage) {
        List<PolicyCheck> found = checks.stream()
                .filter(check -> check.ruleId().equals(rule)
                        && check.schoolCode().equals(school)
                        && check.stage().equals(stage))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
