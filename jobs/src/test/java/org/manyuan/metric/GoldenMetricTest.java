package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Verdict;

/** The golden pupils through the metrics themselves: every answer of R that concerns them. Tolerances: METRICS D. */
class GoldenMetricTest {
    /** The files print ten significant digits. */
    private static final double TEN_DIGITS = 5e-10;

    /** What METRICS D asks of REML. */
    private static final double LIKELIHOOD = 1e-5;

    private static final List<MetricValue> ROWS = rows(GoldenTown.town());

    private static List<MetricValue> rows(Town town) {
        return MetricCatalog.scores(town.territory(), town.family(), BuildTerms.of(Town.AS_OF));
    }

    @ParameterizedTest
    @CsvSource({
        "GAP-01, mean_score,    '',    cv_w",
        "GAP-02, mean_score,    '',    cv_u_n1",
        "GAP-02, mean_score,    ddof0, cv_u_n",
        "GAP-03, max_min,       '',    range_ratio",
        "GAP-04, mcloone,       '',    mcloone_w",
        "GAP-04, mcloone,       equal, mcloone_u",
        "GAP-05, mean_score,    '',    gini_w",
        "GAP-05, mean_score,    equal, gini_u",
        "GAP-06, T.between_unit,'',    theilT_schoolmeans",
        "GAP-06, L.between_unit,'',    theilL_schoolmeans",
        "GAP-06, T.total,       '',    theilT_students",
        "GAP-06, L.total,       '',    theilL_students",
        "GAP-06, T.within_unit, '',    theilT_within_school",
        "GAP-06, L.within_unit, '',    theilL_within_school",
        "GAP-11, icc,           '',    icc_anova_raw",
        "GAP-11, eta2,          '',    eta2",
        "GAP-13, sd_scorerate,  '',    xiaoji_sd_scorerate",
        "GAP-13, cv_means,      '',    cv_w"
    })
    void agreesOnDispersionOfEachDistrictAndOfBothPooled(String metric, String measure, String variant, String key) {
        for (int year : List.of(2023, 2024)) {
            for (String district : List.of("D1", "D2", "ALL")) {
                MetricValue row = MetricTable.one(
                        ROWS,
                        value -> value.metricId().equals(metric)
                                && value.measure().equals(measure)
                                && value.variant().equals(variant)
                                && value.schoolYear() == year
                                && value.groupCode().isEmpty()
                                && value.districtCode().equals(district.equals("ALL") ? "T" : district)
                                && value.examCode().equals(district.equals("ALL") ? "" : district + "-" + year));
                agrees(row.value(), MetricTable.golden(year + "." + district + "." + key, 0), TEN_DIGITS);
                assertThat(row.flag() == Flag.DIFFERENT_PAPER).isEqualTo(district.equals("ALL"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"icc, reml_icc", "tau2, reml_tau2", "sigma2, reml_sigma2", "mu, reml_mu"})
    void agreesOnTheLikelihoodOfEachDistrict(String measure, String key) {
        for (int year : List.of(2023, 2024)) {
            for (String district : List.of("D1", "D2")) {
                MetricValue row = MetricTable.one(
                        ROWS,
                        value -> value.metricId().equals("GAP-12")
                                && value.measure().equals(measure)
                                && value.districtCode().equals(district)
                                && value.groupCode().isEmpty()
                                && value.schoolYear() == year);
                agrees(row.value(), MetricTable.golden(year + "." + district + "." + key, 0), LIKELIHOOD);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024})
    void agreesOnTheThreeLevelChain(int year) {
        String[][] parts = {
            {"T.between_district", "", "between_district"},
            {"T.between_group_within_district", "education_group", "between_group_within_district"},
            {"T.between_unit_within_group", "education_group", "between_school_within_group"},
            {"T.within_unit", "", "within_school"}
        };
        double sum = 0;
        for (String[] part : parts) {
            double value = pooled(part[0], part[1], year).value();
            agrees(value, MetricTable.golden(year + ".theilT." + part[2], 0), TEN_DIGITS);
            sum += value;
        }
        assertThat(sum).isCloseTo(pooled("T.total", "", year).value(), within(1e-12));
    }

    @Test
    void shapesTheGapsOfBothYearsAsRDoes() {
        for (int year : List.of(2023, 2024)) {
            for (String group : List.of("GA", "GB", "GC")) {
                String key = year + "." + group + ".";
                MetricValue raw = gap("GAP-07", "gap", group, year, "census");
                agrees(raw.value(), MetricTable.golden(key + "gap_pooled", 0), TEN_DIGITS);
                agrees(raw.se(), MetricTable.golden(key + "gap_welch_se", 0), TEN_DIGITS);
                agrees(
                        gap("GAP-07", "equal_member", group, year, "").value(),
                        MetricTable.golden(key + "gap_equal_member", 0),
                        TEN_DIGITS);
                agrees(
                        gap("GAP-08b", "gap", group, year, "census").value(),
                        MetricTable.golden(key + "gap_district_sd", 0),
                        TEN_DIGITS);
            }
        }
    }

    @Test
    void agreesOnStandardisedGapsAndSuperiority() {
        for (int year : List.of(2023, 2024)) {
            for (String group : List.of("GA", "GB", "GC")) {
                String key = year + "." + group + ".";
                MetricValue g = gap("GAP-08", "g", group, year, "census");
                agrees(g.value(), MetricTable.golden(key + "g", 0), TEN_DIGITS);
                agrees(g.se(), MetricTable.golden(key + "g_se", 0), TEN_DIGITS);
                agrees(gap("GAP-08", "d", group, year, "").value(), MetricTable.golden(key + "d", 0), TEN_DIGITS);
                MetricValue a = gap("GAP-09", "A", group, year, "census");
                agrees(a.value(), MetricTable.golden(key + "ps_A", 0), TEN_DIGITS);
                agrees(a.se(), MetricTable.golden(key + "ps_A_se_delong", 0), TEN_DIGITS);
                MetricValue v = gap("GAP-09b", "V", group, year, "census");
                agrees(v.value(), MetricTable.golden(key + "V", 0), TEN_DIGITS);
                agrees(v.se(), MetricTable.golden(key + "V_se", 0), TEN_DIGITS);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GAP-08b, 2023,  1.068949197,  .1497706345",
        "GAP-08b, 2024,  .8663389542,  .1605451249",
        "GAP-08c, 2023, -.6685619670,  .1337739798",
        "GAP-08c, 2024, -.5546350287,  .1276210096"
    })
    void agreesOnTheGapsInPaperSds(String metric, int year, double value, double se) {
        MetricValue row = gap(metric, "gap", "GA", year, "census");

        agrees(row.value(), value, TEN_DIGITS);
        agrees(row.se(), se, TEN_DIGITS);
        assertThat(row.flag()).isEqualTo(Flag.OK);
    }

    @ParameterizedTest
    @CsvSource({"2023, 6.332086513", "2024, 4.463067264"})
    void agreesOnTheMeanSpreadInsideGroups(int year, double value) {
        MetricValue row = MetricTable.one(
                ROWS,
                candidate -> candidate.metricId().equals("GAP-20")
                        && candidate.variant().equals("education_group")
                        && candidate.schoolYear() == year
                        && candidate.districtCode().equals("T")
                        && candidate.examCode().isEmpty());

        agrees(row.value(), value, TEN_DIGITS);
        assertThat(row.k()).isEqualTo(3);
        assertThat(row.flag()).isEqualTo(Flag.DIFFERENT_PAPER);
    }

    @Test
    void judgesTheNarrowingOfGroupA() {
        MetricTable.check(
                ROWS,
                row -> row.metricId().equals("GAP-16")
                        && row.groupCode().equals("GA")
                        && row.ciFrame().equals("census")
                        && row.schoolYear() == 2024
                        && row.variant().matches("education_group/GAP-(07|08b)/base_founding"),
                """
                variant                               | measure     | baseYear | value    | se      | p     | ciLo   | ciHi   | flag | verdict              | n   | k
                education_group/GAP-07/base_founding  | signed_base | 2023     | 14.277   | 2.000   | -     | 10.320 | 18.234 | OK   | -                    | 161 | 4
                education_group/GAP-07/base_founding  | signed_now  | 2023     | 10.937   | 2.027   | -     | 6.912  | 14.963 | OK   | -                    | 161 | 4
                education_group/GAP-07/base_founding  | rate        | 2023     | .234     | -       | -     | -.197  | .540   | OK   | -                    | 161 | 4
                education_group/GAP-07/base_founding  | change      | 2023     | -3.340   | 2.848   | .2409 | -8.921 | 2.242  | OK   | NO_DETECTABLE_CHANGE | 161 | 4
                education_group/GAP-08b/base_founding | signed_base | 2023     | 1.06895  | .14977  | -     | .7754  | 1.3625 | OK   | -                    | 161 | 4
                education_group/GAP-08b/base_founding | signed_now  | 2023     | .86634   | .16055  | -     | .5517  | 1.1810 | OK   | -                    | 161 | 4
                education_group/GAP-08b/base_founding | rate        | 2023     | .1895    | -       | -     | -.266  | .513   | OK   | -                    | 161 | 4
                education_group/GAP-08b/base_founding | change      | 2023     | -.202610 | .219559 | .3561 | -.6329 | .2277  | OK   | NO_DETECTABLE_CHANGE | 161 | 4
                """);
    }

    @Test
    void saysWhoMovedInEachGroup() {
        for (String group : List.of("GA", "GB", "GC")) {
            double lead = moved(group, "lead");
            double member = moved(group, "member");
            MetricValue now = change(group, "signed_now");
            MetricValue base = change(group, "signed_base");

            agrees(lead, MetricTable.golden(group + ".narrowing_z", 1), TEN_DIGITS);
            agrees(member, MetricTable.golden(group + ".narrowing_z", 2), TEN_DIGITS);
            assertThat(lead - member).isCloseTo(now.value() - base.value(), within(1e-12));
            agrees(now.value() - base.value(), MetricTable.golden(group + ".narrowing_z", 0), TEN_DIGITS);
        }
    }

    @Test
    void neverJudgesWhatRestsOnPooledPapers() {
        // the average over groups is free of the paper's scale, and so is where a unit stands among all who sat its
        // paper
        assertThat(ROWS.stream()
                        .filter(row -> !row.metricId().matches("GAP-1[89]"))
                        .filter(row ->
                                row.districtCode().equals("T") && row.examCode().isEmpty()))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.flag()).isEqualTo(Flag.DIFFERENT_PAPER);
                    assertThat(row.ciLo()).isNull();
                    assertThat(row.verdict()).isIn(null, Verdict.NOT_JUDGED);
                });
    }

    private static MetricValue pooled(String measure, String variant, int year) {
        return MetricTable.one(
                ROWS,
                row -> row.metricId().equals("GAP-06")
                        && row.measure().equals(measure)
                        && row.variant().equals(variant)
                        && row.schoolYear() == year
                        && row.districtCode().equals("T")
                        && row.groupCode().isEmpty()
                        && row.examCode().isEmpty());
    }

    private static MetricValue gap(String metric, String measure, String group, int year, String frame) {
        return MetricTable.one(
                ROWS,
                row -> row.metricId().equals(metric)
                        && row.measure().equals(measure)
                        && row.groupCode().equals(group)
                        && row.schoolYear() == year
                        && row.ciFrame().equals(frame));
    }

    private static MetricValue change(String group, String measure) {
        return MetricTable.one(
                ROWS,
                row -> row.metricId().equals("GAP-16")
                        && row.variant().equals("education_group/GAP-08b/base_founding")
                        && row.groupCode().equals(group)
                        && row.schoolYear() == 2024
                        && row.measure().equals(measure)
                        && row.ciFrame().equals("census"));
    }

    private static double moved(String group, String side) {
        return MetricTable.one(
                        ROWS,
                        row -> row.metricId().equals("GAP-17")
                                && row.variant().equals("education_group/GAP-08b/base_founding")
                                && row.groupCode().equals(group)
                                && row.schoolYear() == 2024
                                && row.measure().equals(side))
                .value();
    }

    private static void agrees(Double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, within(tolerance * Math.abs(expected)));
    }
}
