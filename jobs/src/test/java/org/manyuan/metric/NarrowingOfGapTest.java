package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Verdict;

class NarrowingOfGapTest {
    private static final NarrowingOfGap METRIC = new NarrowingOfGap();

    @Test
    void seesNoChanceBetweenSchoolsThatKeptTheirStanding() {
        Town town = new Town()
                .exam("E23", 2023, null, null)
                .exam("E24", 2024, null, null)
                .group("GA", "C1", "A1 lead, A2 member");
        for (int j = 1; j <= 12; j++) {
            double then = 30 + 1.7 * (j * 7 % 12);
            town.totals("E23 | A" + j + " | " + (30 + j * 5 % 11) + " | " + then + " | 8");
            town.totals("E24 | A" + j + " | " + (30 + j * 5 % 11) + " | " + 1.5 * then + " | 12");
        }

        MetricTable.check(
                town.rows(METRIC),
                row -> row.measure().equals("change")
                        && row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-08b/base_previous"),
                """
                ciFrame | value                | p    | flag    | verdict              | because
                census  | .0000000000000000000 | 1.00 | OK      | NO_DETECTABLE_CHANGE | pupils' noise
                schools | .0000000000000000000 | -    | ZERO_SD | NOT_JUDGED           | no school moved against another
                """);
    }

    @Test
    void comparesWithTheLastExamBeforeFoundingAndWithTheYearBefore() {
        Town town = new Town()
                .group("GA", "education_group", "C1", "2023-08-15", "A1 lead, A2 member")
                .group("GB", "education_group", "C1", null, "B1 lead, B2 member");
        for (int year = 2021; year <= 2024; year++) {
            town.exam("E" + year, year, null, null);
            for (String school : List.of("A1", "B1")) {
                town.totals("E" + year + " | " + school + " | 50 | 80 | 10");
            }
            for (String school : List.of("A2", "B2")) {
                town.totals("E" + year + " | " + school + " | 50 | " + (year - 1961) + " | 10");
            }
        }

        MetricTable.check(
                town.rows(METRIC),
                row -> row.measure().equals("change")
                        && row.variant().contains("GAP-07")
                        && !row.variant().contains("as_of_base"),
                """
                groupCode | schoolYear | variant                              | baseYear | value | flag         | verdict              | because
                GA        | 2021       | education_group/GAP-07/base_previous | 2020     | -     | BASE_MISSING | NOT_JUDGED           | the series begins in 2021
                GA        | 2022       | education_group/GAP-07/base_previous | 2021     | -1.0  | OK           | NO_DETECTABLE_CHANGE | before the base of founding: one row only
                GA        | 2023       | education_group/GAP-07/base_founding | 2022     | -1.0  | OK           | NO_DETECTABLE_CHANGE | June 2023 lies before August 2023
                GA        | 2023       | education_group/GAP-07/base_previous | 2022     | -1.0  | OK           | NO_DETECTABLE_CHANGE |
                GA        | 2024       | education_group/GAP-07/base_founding | 2022     | -2.0  | OK           | NO_DETECTABLE_CHANGE |
                GA        | 2024       | education_group/GAP-07/base_previous | 2023     | -1.0  | OK           | NO_DETECTABLE_CHANGE |
                GB        | 2021       | education_group/GAP-07/base_previous | 2020     | -     | BASE_MISSING | NOT_JUDGED           |
                GB        | 2022       | education_group/GAP-07/base_founding | 2021     | -1.0  | OK           | NO_DETECTABLE_CHANGE | no day of founding: the first year with results
                GB        | 2022       | education_group/GAP-07/base_previous | 2021     | -1.0  | OK           | NO_DETECTABLE_CHANGE |
                GB        | 2023       | education_group/GAP-07/base_founding | 2021     | -2.0  | OK           | NO_DETECTABLE_CHANGE |
                GB        | 2023       | education_group/GAP-07/base_previous | 2022     | -1.0  | OK           | NO_DETECTABLE_CHANGE |
                GB        | 2024       | education_group/GAP-07/base_founding | 2021     | -3.0  | OK           | NO_DETECTABLE_CHANGE |
                GB        | 2024       | education_group/GAP-07/base_previous | 2023     | -1.0  | OK           | NO_DETECTABLE_CHANGE |
                """);
    }

    @Test
    void speaksOfTheSameUnitsInBothYears() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .member("GA", "A3", "member", "2024-09-01", null)
                .member("GA", "A4", "member", "2010-09-01", "2025-03-15")
                .member("GA", "A5", "member", "2010-09-01", null)
                .exam("E23", 2023, null, null)
                .exam("E24", 2024, null, null)
                .totals("""
                        E23 | A1 | 50 | 80 | 10
                        E23 | A2 | 50 | 60 | 10
                        E23 | A3 | 50 | 40 | 10
                        E23 | A4 | 60 | 20 | 10
                        E24 | A1 | 50 | 80 | 10
                        E24 | A2 | 50 | 70 | 10
                        E24 | A3 | 50 | 50 | 10
                        E24 | A4 | 70 | 30 | 10
                        E24 | A5 | 90 | 10 | 10
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolYear() == 2024
                        && row.variant().contains("GAP-07/base_founding")
                        && !row.measure().equals("rate"),
                """
                variant                                         | measure     | value | n   | k | leftOutUnits | leftOutStudents | because
                education_group/GAP-07/base_founding            | signed_base | 30.0  | 150 | 3 | 2            | 160             | A2 and A3 are members in 2025; A4 left in March, A5 has no 2023
                education_group/GAP-07/base_founding            | signed_now  | 20.0  | 150 | 3 | 2            | 160             |
                education_group/GAP-07/base_founding            | change      | -10.0 | 150 | 3 | 2            | 160             |
                education_group/GAP-07/base_founding/as_of_base | signed_base | 41.8  | 170 | 3 | 2            | 140             | A2 and A4 were members in 2024; A3 was not, A5 has no 2023
                education_group/GAP-07/base_founding/as_of_base | signed_now  | 33.3  | 170 | 3 | 2            | 140             |
                education_group/GAP-07/base_founding/as_of_base | change      | -8.5  | 170 | 3 | 2            | 140             |
                """);
    }

    @Test
    void judgesByTheIntervalAndItsFamily() {
        Town few = new Town().exam("E23", 2023, null, null).exam("E24", 2024, null, null);
        Town many = new Town().exam("E23", 2023, null, null).exam("E24", 2024, null, null);
        for (int g = 1; g <= 12; g++) {
            double base = g == 1 ? 8 : g == 2 ? 2 : g == 3 ? -20 : 10;
            double now = g == 1 ? 2 : g == 2 ? 22 : g == 3 ? 20 : 10;
            for (Town town : g <= 4 ? List.of(few, many) : List.of(many)) {
                town.group("G" + (g < 10 ? "0" : "") + g, "C1", "L" + g + " lead, M" + g + " member");
                town.totals("E23 | L" + g + " | 60 | " + (60 + base) + " | 10");
                town.totals("E23 | M" + g + " | 60 | 60 | 10");
                town.totals("E24 | L" + g + " | 60 | " + (60 + now) + " | 10");
                town.totals("E24 | M" + g + " | 60 | 60 | 10");
            }
        }

        String header = "groupCode | measure | value | p    | q    | flag | verdict | because\n";
        MetricTable.check(
                few.rows(METRIC),
                row -> row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-07/base_founding")
                        && (row.measure().equals("change") || row.measure().equals("rate")),
                header + """
                G01 | change | -6.0 | .020  | .040  | OK           | NARROWED             | four rows with a p: the interval decides
                G01 | rate   | .75  | -     | -     | OK           | -                    |
                G02 | change | 20.0 | .000  | .000  | OK           | WIDENED              |
                G02 | rate   | -    | -     | -     | CI_UNBOUNDED | -                    | the base gap is not clear of 0
                G03 | change | .0   | 1.000 | 1.000 | OK           | REVERSED             | −20 → 20: the same size, another sign
                G03 | rate   | .00  | -     | -     | OK           | -                    |
                G04 | change | .0   | 1.000 | 1.000 | OK           | NO_DETECTABLE_CHANGE |
                G04 | rate   | .00  | -     | -     | OK           | -                    |
                """);
        MetricTable.check(
                many.rows(METRIC),
                row -> row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-07/base_founding")
                        && row.measure().equals("change")
                        && row.groupCode().compareTo("G05") < 0,
                header + """
                G01 | change | -6.0 | .020  | .121  | OK | NO_DETECTABLE_CHANGE | the same p, among twelve: q > .10
                G02 | change | 20.0 | .000  | .000  | OK | WIDENED              |
                G03 | change | .0   | 1.000 | 1.000 | OK | REVERSED             |
                G04 | change | .0   | 1.000 | 1.000 | OK | NO_DETECTABLE_CHANGE |
                """);
    }

    @Test
    void saysWhyAChangeIsNotJudged() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "B1 lead, B2 member")
                .group("GC", "C1", "D1 lead, D2 member")
                .group("GD", "C1", "A1 lead, F2 member")
                .exam("E23", 2023, "100", null)
                .exam("E24", 2024, "100", null)
                .exam("F24", 2024, "100", null)
                .totals("""
                        E23 | A1 | 50 | 80 | 10
                        E23 | A2 | 50 | 60 | -
                        E23 | B1 | 50 | 80 | 10
                        E23 | D1 | 50 | 80 | 10
                        E23 | D2 | 50 | 70 | 10
                        E23 | F2 | 50 | 70 | 10
                        E24 | A1 | 50 | 80 | 10
                        E24 | A2 | 50 | 65 | 10
                        E24 | B1 | 50 | 80 | 10
                        E24 | B2 | 50 | 60 | 10
                        E24 | D1 | 50 | 80 | 10
                        F24 | D2 | 50 | 60 | 10
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-07/base_founding")
                        && row.measure().equals("change"),
                """
                groupCode | examCode | value | p | flag            | verdict    | because
                GA        | E24      | -5.0  | - | MISSING_INPUT   | NOT_JUDGED | a member without SD
                GB        | E24      | -     | - | BASE_MISSING    | NOT_JUDGED | the member has no 2023
                GC        | F24      | -     | - | DIFFERENT_PAPER | NOT_JUDGED | in 2024 the lead sat another paper
                GD        | E24      | -     | - | BASE_MISSING    | NOT_JUDGED | the member has no 2024
                """);
    }

    @Test
    void refusesPointsWhereTheFullMarkChangedAndKeepsTheSdScale() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E23", 2023, "100", null)
                .exam("E24", 2024, "120", null)
                .totals("""
                        E23 | A1 | 50 | 80 | 10
                        E23 | A2 | 50 | 60 | 10
                        E24 | A1 | 50 | 96 | 12
                        E24 | A2 | 50 | 72 | 12
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolYear() == 2024
                        && row.variant().endsWith("base_founding")
                        && row.measure().equals("change")
                        && !row.ciFrame().equals("schools")
                        && !row.variant().contains("08c"),
                """
                variant                               | value | flag          | verdict              | because
                education_group/GAP-07/base_founding  | -     | SCALE_CHANGED | NOT_JUDGED           |
                education_group/GAP-08/base_founding  | .0    | OK            | NO_DETECTABLE_CHANGE |
                education_group/GAP-08b/base_founding | .0    | OK            | NO_DETECTABLE_CHANGE |
                education_group/GAP-09b/base_founding | -     | MISSING_INPUT | NOT_JUDGED           | totals have no order of pupils
                """);
        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-07/base_founding")
                        && !row.measure().equals("change"),
                """
                measure     | value | se   | flag          | because
                signed_base | 20.0  | 2.00 | OK            | points of 100, on the paper of 2023
                signed_now  | 24.0  | 2.40 | OK            | points of 120, on the paper of 2024
                rate        | -     | -    | SCALE_CHANGED | no share of one in the other
                """);
        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolYear() == 2024
                        && row.districtCode().equals("T")
                        && row.variant().equals("education_group/GAP-20/base_founding"),
                """
                measure     | value | k | flag          | verdict    | because
                signed_base | 10.0  | 1 | K_TOO_SMALL   | -          | points of 100, on the paper of 2023
                signed_now  | 12.0  | 1 | K_TOO_SMALL   | -          | points of 120, on the paper of 2024
                rate        | -     | 1 | SCALE_CHANGED | -          |
                change      | -     | 1 | SCALE_CHANGED | NOT_JUDGED |
                """);
    }

    @Test
    void judgesSchoolsByHowTheOthersMoved() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E23", 2023, null, null)
                .exam("E24", 2024, null, null);
        double[] shifts = {3, -3, 2, -2, 1, -1, 4, -4};
        town.totals("E23 | A1 | 50 | 80 | 10")
                .totals("E23 | A2 | 50 | 60 | 10")
                .totals("E24 | A1 | 50 | 80 | 10")
                .totals("E24 | A2 | 50 | 62 | 10");
        for (int j = 0; j < 8; j++) {
            town.totals("E23 | U" + j + " | 50 | 70 | 10");
            town.totals("E24 | U" + j + " | 50 | " + (70 + shifts[j]) + " | 10");
        }
        MarkBook book = town.book();
        ExamSeries series = book.series().get(0);
        Sitting base = series.of(2023).get(0);
        Sitting now = series.of(2024).get(0);
        double[] moved = new double[8];
        for (int j = 0; j < 8; j++) {
            moved[j] = (70 + shifts[j] - now.all().mean()) / now.all().sd()
                    - (70 - base.all().mean()) / base.all().sd();
        }
        double mean = java.util.Arrays.stream(moved).average().orElseThrow();
        double squares =
                java.util.Arrays.stream(moved).map(x -> (x - mean) * (x - mean)).sum();

        MetricValue row = MetricTable.one(
                METRIC.rows(book),
                value -> value.schoolYear() == 2024
                        && value.variant().equals("education_group/GAP-08b/base_founding")
                        && value.measure().equals("change")
                        && value.ciFrame().equals("schools"));

        assertThat(row.se()).isCloseTo(Math.sqrt(squares / 7) * Math.sqrt(2), within(1e-12));
        assertThat(row.ciHi() - row.value()).as("t on 7").isCloseTo(2.364624252 * row.se(), within(1e-9));
        assertThat(row.verdict()).isEqualTo(Verdict.NO_DETECTABLE_CHANGE);
    }

    /** On the golden town everyone is on the panel: the signed gaps are those of the metric itself. */
    @Test
    void speaksOfTheGapsByPooledSdsAndByOrderToo() {
        Town town = GoldenTown.town();
        Map<String, ScoreMetric> gaps =
                Map.of("GAP-08/g", new StandardisedLeadMemberGap(), "GAP-09b/V", new SuperiorityInStandardDeviations());
        gaps.forEach((name, metric) -> {
            String[] gap = name.split("/");
            Map<String, MetricValue> rows = new TreeMap<>();
            town.rows(METRIC).stream()
                    .filter(row -> row.groupCode().equals("GA")
                            && row.schoolYear() == 2024
                            && row.variant().equals("education_group/" + gap[0] + "/base_previous"))
                    .forEach(row -> assertThat(rows.put(row.measure(), row))
                            .as("census only")
                            .isNull());
            for (int year : List.of(2023, 2024)) {
                MetricValue own = MetricTable.one(
                        town.rows(metric),
                        row -> row.groupCode().equals("GA")
                                && row.schoolYear() == year
                                && row.variant().equals("education_group")
                                && row.measure().equals(gap[1]));
                MetricValue signed = rows.get(year == 2023 ? "signed_base" : "signed_now");
                assertThat(signed.value()).isEqualTo(own.value());
                assertThat(signed.se()).isEqualTo(own.se());
                assertThat(signed.ciLo()).isEqualTo(own.ciLo());
            }
            MetricValue base = rows.get("signed_base");
            MetricValue now = rows.get("signed_now");
            assertThat(rows.get("change").value()).isCloseTo(now.value() - base.value(), within(1e-14));
            assertThat(rows.get("change").se()).isCloseTo(Math.hypot(base.se(), now.se()), within(1e-14));
            assertThat(rows.get("change").verdict()).isEqualTo(Verdict.NO_DETECTABLE_CHANGE);
            assertThat(rows.get("rate").value()).isCloseTo(1 - now.value() / base.value(), within(1e-14));
            assertThat(rows.get("rate").ciMethod()).isEqualTo("fieller");
        });
    }

    @Test
    void needsEightSchoolsOutsideForThat() {
        assertThat(GoldenTown.town().rows(METRIC).stream()
                        .filter(row -> row.ciFrame().equals("schools"))
                        .filter(row -> row.variant().contains("GAP-08b/base_founding"))
                        .filter(row -> row.groupCode().equals("GA")))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.flag()).isEqualTo(Flag.K_TOO_SMALL);
                    assertThat(row.value()).as("the change itself is known").isNotNull();
                    assertThat(row.ciLo()).isNull();
                    assertThat(row.verdict()).isEqualTo(Verdict.NOT_JUDGED);
                });
    }

    @Test
    void takesAGapThatIsOnlyRoundingForNone() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member, A3 member")
                .exam("E23", 2023, null, null)
                .exam("E24", 2024, null, null)
                .totals("""
                        E23 | A1 | 50 | 50.3 | 0
                        E23 | A2 | 30 | 50.5 | 0
                        E23 | A3 | 60 | 50.2 | 0
                        E24 | A1 | 50 | 80   | 10
                        E24 | A2 | 50 | 70   | 10
                        E24 | A3 | 50 | 70   | 10
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-07/base_previous")
                        && (row.measure().equals("rate") || row.measure().equals("signed_base")),
                """
                measure     | value               | flag         | because
                signed_base | .000000000000000000 | OK           | (30·50.5 + 60·50.2)/90 = 50.3
                rate        | -                   | BASE_MISSING | nothing to take a share of
                """);
    }
}
