package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

class TeacherSideTest {
    private static final String ROLL = """
            t1 | 2024 | A1 | J | county   | holder | - | since=2018-09-01
            t2 | 2024 | A1 | J | none     | -      | - | since=2019-08-31
            t3 | 2024 | A1 | J | -        | -      | - | since=2019-09-01
            t4 | 2024 | A1 | J | -        | -      | - | since=2010-09-01 exempt=病
            t5 | 2024 | A2 | J | city     | holder | - | since=2015-09-01
            t6 | 2024 | A2 | J | -        | -      | - | since=2021-09-01
            t7 | 2024 | A2 | J | -        | -      | - | exempt=孕
            t8 | 2024 | A2 | J | -        | -      | - |
            t9 | 2024 | A3 | J | -        | -      | - | since=2015-09-01
            """;

    private static final String NEXT = """
            t1 | 2025 | A1 | J | - | - | - |
            t2 | 2025 | A1 | J | - | - | - |
            t5 | 2025 | A1 | J | - | - | - |
            t8 | 2025 | A2 | J | - | - | - |
            """;

    /** 365 days are 11.9918 months, 30 days .9856. */
    private static final String EXCHANGES = """
            t1 | A1 | A2 | 2024-09-01 | 2025-08-31 | 轮岗 | -
            t5 | A2 | A1 | 2024-09-01 | 2024-09-30 | 支教 | -
            t6 | A2 | A9 | 2024-09-01 | 2025-08-31 | 走教 | -
            t3 | A1 | A2 | 2024-09-01 | 2025-08-31 | 跟岗 | -
            x1 | A9 | A1 | 2024-09-01 | 2025-08-31 | 轮岗 | province
            x2 | A1 | A2 | 2023-09-01 | 2024-08-31 | 轮岗 | -
            """;

    private static TownFacts facts() {
        return new TownFacts().teachers(ROLL).teachers(NEXT).exchanges(EXCHANGES);
    }

    private static TeacherSide side() {
        return TeacherSide.of(town().territory(), facts().facts(), BuildTerms.of(Town.AS_OF), "C1", 2024);
    }

    private static Town town() {
        return ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member");
    }

    @Test
    void everyTeacherStandsSomehowToTheRuleOfRotation() {
        assertThat(side().rotation().stream()
                        .map(one -> one.teacher().schoolCode() + " "
                                + one.teacher().teacherKey() + " " + one.state() + " " + one.fullYears()))
                .containsExactly(
                        "A1 t1 EXCHANGED 6",
                        "A1 t2 STAYED 6",
                        "A1 t3 NEXT_YEAR 5",
                        "A1 t4 EXEMPT 14",
                        "A2 t5 MOVED 9",
                        "A2 t6 NOT_DUE 3",
                        "A2 t7 EXEMPT null",
                        "A2 t8 SINCE_UNKNOWN null",
                        "A3 t9 NOT_YET_KNOWN 9");
    }

    @Test
    void asManyAreDueAndReachedAsTheMetricSays() {
        List<MetricValue> rows = facts().rows(new RotationOfLongServing(), town());
        for (String school : List.of("A1", "A2")) {
            List<RotationCase> own = side().rotation().stream()
                    .filter(one -> one.teacher().schoolCode().equals(school))
                    .filter(RotationCase::isDue)
                    .toList();
            MetricValue share = MetricTable.one(
                    rows,
                    row -> row.schoolCode().equals(school)
                            && row.schoolYear() == 2024
                            && row.stage().isEmpty()
                            && row.measure().equals("compliance"));
            assertThat(share.n()).isEqualTo(own.size());
            assertThat(share.value() * own.size())
                    .isEqualTo(own.stream().filter(RotationCase::isReached).count());
        }
    }

    @Test
    void everyExchangeThatRunsSaysWhetherItCounts() {
        assertThat(side().spells().stream()
                        .map(one -> one.spell().teacherKey() + " " + one.standing() + " " + one.level() + " "
                                + (one.months() == null ? "-" : "%.4f".formatted(one.months()))))
                .containsExactly(
                        "t1 COUNTS county 11.9918",
                        "t5 TOO_SHORT city 0.9856",
                        "t6 COUNTS  -",
                        "t3 OTHER_KIND  -",
                        "x1 COUNTS province 11.9918");
    }

    @Test
    void flowsGoBothWaysByLevelAndStayInsideAGroup() {
        assertThat(side().flows().stream().map(TeacherSideTest::said))
                .containsExactly(
                        // the district: everything is inside
                        "C1   in 0 0.00 out 0 0.00 inside 1 0.00 (1)",
                        "C1  county in 0 0.00 out 0 0.00 inside 1 11.99 (0)",
                        "C1  city in 0 0.00 out 0 0.00 inside 1 0.99 (0)",
                        "C1  province in 0 0.00 out 0 0.00 inside 1 11.99 (0)",
                        "G   in 0 0.00 out 1 0.00 inside 0 0.00 (0)",
                        "G  county in 0 0.00 out 0 0.00 inside 1 11.99 (0)",
                        "G  city in 0 0.00 out 0 0.00 inside 1 0.99 (0)",
                        "G  province in 1 11.99 out 0 0.00 inside 0 0.00 (0)",
                        "A1  county in 0 0.00 out 1 11.99 inside 0 0.00 (0)",
                        "A1  city in 1 0.99 out 0 0.00 inside 0 0.00 (0)",
                        "A1  province in 1 11.99 out 0 0.00 inside 0 0.00 (0)",
                        "A2   in 0 0.00 out 1 0.00 inside 0 0.00 (0)",
                        "A2  county in 1 11.99 out 0 0.00 inside 0 0.00 (0)",
                        "A2  city in 0 0.00 out 1 0.99 inside 0 0.00 (0)",
                        "A9   in 1 0.00 out 0 0.00 inside 0 0.00 (0)",
                        "A9  province in 0 0.00 out 1 11.99 inside 0 0.00 (0)");
    }

    @Test
    void theNetOfAUnitIsWhatTheMetricDivides() {
        List<MetricValue> rows = facts().rows(new NetTeacherFlow(), town());
        for (String school : List.of("A1", "A2")) {
            MetricValue net = MetricTable.one(
                    rows,
                    row -> row.schoolCode().equals(school)
                            && row.schoolYear() == 2024
                            && row.stage().isEmpty()
                            && row.variant().isEmpty());
            double months = side().flows().stream()
                    .filter(flow -> flow.schoolCode().equals(school))
                    .mapToDouble(TalentFlow::net)
                    .sum();
            assertThat(months / (12.0 * net.n())).isCloseTo(net.value(), within(1e-12));
        }
    }

    @Test
    void aDistrictWithoutTeachersIsEmpty() {
        TeacherSide none =
                TeacherSide.of(town().territory(), new TownFacts().facts(), BuildTerms.of(Town.AS_OF), "C1", 2024);
        assertThat(none.rotation()).isEmpty();
        assertThat(none.spells()).isEmpty();
        assertThat(none.flows()).isEmpty();
        assertThat(TeacherSide.years(town().territory(), new TownFacts().facts(), BuildTerms.of(Town.AS_OF), "C1"))
                .isEmpty();
    }

    @Test
    void yearsAreThoseOfTheDistrict() {
        TownFacts facts = facts().teachers("t20 | 2023 | B1 | J | - | - | - |");
        BuildTerms terms = BuildTerms.of(Town.AS_OF);

        assertThat(TeacherSide.years(town().unit("B1", "C2").territory(), facts.facts(), terms, "C1"))
                .isEqualTo(Map.of(2023, false, 2024, true, 2025, true));
        assertThat(TeacherSide.years(town().unit("B1", "C2").territory(), facts.facts(), terms, "C2"))
                .isEqualTo(Map.of(2023, true));
    }

    private static String said(TalentFlow flow) {
        return List.of(flow.districtCode(), flow.groupCode(), flow.schoolCode()).stream()
                        .filter(code -> !code.isEmpty())
                        .collect(Collectors.joining())
                + "  " + flow.level() + " in " + said(flow.in()) + " out " + said(flow.out()) + " inside "
                + said(flow.inside()) + " (" + flow.inside().unknown() + ")";
    }

    private static String said(TalentFlow.Volume volume) {
        return volume.persons() + " " + "%.2f".formatted(volume.months());
    }
}
