package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Verdict;
import org.manyuan.statistics.AdoptionPanel;
import org.manyuan.statistics.AdoptionUnit;
import org.manyuan.statistics.Controls;

class EffectOfJoiningTest {
    private static final EffectOfJoining METRIC = new EffectOfJoining();

    @Test
    void seesWhatJoiningDidWhereTheOthersMovedAlikeBefore() {
        List<MetricValue> rows = county(8, "2023-01-15", .8).rows(METRIC);

        MetricTable.check(
                rows, row -> row.districtCode().equals("C1") && row.variant().startsWith("education_group/g2023"), """
                measure | schoolYear | baseYear | value | ciMethod     | n   | k  | flag | verdict | because
                att     | 2021       | 2020     | .00   | welch-groups | 480 | 16 | OK   | -       | before: nothing
                att     | 2022       | 2021     | .00   | welch-groups | 480 | 16 | OK   | -       |
                att     | 2023       | 2022     | .88   | welch-groups | 480 | 16 | OK   | -       | 8 points over √(200/3 + 16 + jitter)
                att     | 2024       | 2022     | .88   | welch-groups | 480 | 16 | OK   | -       |
                group   | 2024       | -        | .88   | welch-groups | 480 | 16 | OK   | -       |
                group   | 2024       | -        | .88   | webb         | 480 | 16 | OK   | -       | fewer than 20 groups
                """);
        assertThat(judged(rows)).containsExactly(Verdict.NARROWED, Verdict.NARROWED);
    }

    @Test
    void findsNothingWhereNothingHappened() {
        assertThat(judged(county(8, "2023-01-15", 0).rows(METRIC)))
                .containsExactly(Verdict.NO_DETECTABLE_CHANGE, Verdict.NO_DETECTABLE_CHANGE);
    }

    @Test
    void cannotTellYetWhereTooFewOrTooLate() {
        String table = """
                measure | variant                         | value | n   | k  | flag          | verdict    | because
                group   | education_group/overall         | -     | %s | %s | %s | NOT_JUDGED | %s
                group   | education_group/not_yet/overall | -     | %s | %s | %s | -          |
                """;
        check(county(4, "2023-01-15", .8), table, 360, 12, "K_TOO_SMALL", "a cohort of 4");
        check(county(8, "2021-01-15", .8), table, 480, 16, "BASE_MISSING", "one year before");
        check(county(8, "2020-09-01", .8), table, 240, 8, "BASE_MISSING", "in from the first year on");
        check(county(8, "2025-09-02", .8), table, 480, 16, "BASE_MISSING", "joined after the last year");
    }

    @Test
    void doesNotJudgeACohortOfOneGroup() {
        Town town = exams(new Town());
        town.group("GA", "C1", "");
        for (int j = 0; j < 6; j++) {
            town.member("GA", "M" + j, "member", "2023-01-15", null);
        }
        scores(town, "M", 6, .8);
        scores(town, "N", 8, 0);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("C1")
                        && row.measure().equals("group")
                        && row.variant().equals("education_group/overall"),
                """
                value | ciMethod    | flag        | verdict    | because
                .86   | welch-units | APPROXIMATE | NOT_JUDGED | what the group had of luck cannot be seen
                """);
    }

    @Test
    void keepsLeadsAndThoseOfBothRolesApart() {
        Town town = county(8, "2023-01-15", .8);
        for (int j = 0; j < 8; j++) {
            town.member("G" + j, "L" + j, "lead", "2023-01-15", null);
        }
        town.member("G0", "B", "lead", "2020-09-01", "2022-09-01").member("G0", "B", "member", "2022-09-01", null);
        scores(town, "L", 8, -.4);
        scores(town, "B", 0, 0);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("C1")
                        && row.measure().equals("group")
                        && row.variant().matches("education_group/(lead/)?overall"),
                """
                variant                      | value | k  | verdict  | because
                education_group/overall      | .84   | 16 | NARROWED | B and the leads are neither joined nor controls
                education_group/lead/overall | -.42  | 16 | -        | leading is no narrowing
                """);
    }

    @Test
    void saysOfEachYearItsExamAndItsStudents() {
        Town town = exams(new Town());
        for (int j = 0; j < 8; j++) {
            town.group("G" + j, "C1", "").member("G" + j, "M" + j, "member", "2023-01-15", null);
            for (int year = 2020; year <= 2024; year++) {
                town.scores("E%d | M%d | 30x%d 30x60".formatted(year, j, 40 + j + (j * year) % 3));
                town.scores("E%d | N%d | %dx%d 9x60".formatted(year, j, year - 2020, 40 + (j * year) % 5));
            }
        }

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("C1")
                        && row.measure().equals("att")
                        && row.variant().equals("education_group/g2023"),
                """
                schoolYear | baseYear | examCode | n   | k  | because
                2021       | 2020     | E2021    | 560 | 16 | 8·60 and 8·10
                2022       | 2021     | E2022    | 568 | 16 | 8·60 and 8·11
                2023       | 2022     | E2023    | 576 | 16 |
                2024       | 2022     | E2024    | 584 | 16 |
                """);
    }

    @Test
    void standsOnTheYearsThatMostUnitsShare() {
        String table = """
                value | schoolYear | n   | k  | leftOutUnits | flag | verdict  | because
                .88   | 2024       | 480 | 16 | 0            | OK   | NARROWED | %s
                """;
        Town early = county(8, "2023-01-15", .8).exam("E2019", 2019).scores("E2019 | N0 | 10x40 10x50");
        Town spoiled = county(8, "2023-01-15", .8).exam("E2019", 2019);
        for (int j = 0; j < 8; j++) {
            spoiled.scores("E2019 | M%d | 30x50".formatted(j)).scores("E2019 | N%d | 30x50".formatted(j));
        }

        Town late = county(8, "2023-01-15", .8);
        for (int j = 0; j < 20; j++) {
            late.scores("E2023 | Z%d | 30x50".formatted(j)).scores("E2024 | Z%d | 30x%d".formatted(j, 50 + j));
        }

        assertThat(MetricTable.one(
                                late.rows(METRIC),
                                row -> row.districtCode().equals("C1")
                                        && row.measure().equals("group")
                                        && row.variant().equals("education_group/overall"))
                        .k())
                .as("twenty new schools do not take the years before from the sixteen")
                .isEqualTo(16);
        check(early, table.formatted("N0 alone sat the exam of 2019"));
        check(spoiled, table.formatted("nobody has a standing where all scores are equal"));
    }

    @Test
    void saysThatNobodyWhoJoinedHasTheOutcome() {
        Town town = exams(new Town());
        for (int j = 0; j < 8; j++) {
            town.group("G" + j, "C1", "").member("G" + j, "M" + j, "member", "2023-01-15", null);
        }
        scores(town, "N", 8, 0);
        for (int j = 0; j < 8; j++) {
            town.scores("E2023 | M%d | 10x50 20x60".formatted(j));
        }

        check(town, """
                value | schoolYear | n   | k | leftOutUnits | flag          | verdict    | because
                -     | 2024       | 240 | 8 | 8            | MISSING_INPUT | NOT_JUDGED | members have results of one year only
                """);
    }

    @Test
    void followsTheIntakeToo() {
        Town town = new Town();
        StringBuilder intake = new StringBuilder();
        for (int j = 0; j < 8; j++) {
            town.group("G" + j, "C1", "").unit("M" + j, "C1").unit("N" + j, "C1");
            town.member("G" + j, "M" + j, "member", "2022-09-01", null);
            for (int year = 2020; year <= 2023; year++) {
                int usual = 100 + j + (j * year) % 5;
                intake.append(
                        "M" + j + " | " + year + " | J7 | - | 900 | " + (year >= 2022 ? 2 * usual : usual) + "\n");
                intake.append("N" + j + " | " + year + " | J7 | - | 900 | " + usual + "\n");
            }
        }

        MetricTable.check(
                new TownFacts().enrollment(intake.toString()).rows(METRIC, town),
                row -> row.districtCode().equals("C1") && row.variant().equals("education_group/intake/overall"),
                """
                measure  | stage | schoolYear | value | leastSide | verdict | because
                group    | J     | 2023       | .693  | 100       | -       | ln 2
                event    | J     | 2023       | .693  | 100       | -       |
                calendar | J     | 2023       | .693  | 100       | -       |
                """);
    }

    @Test
    void reproducesTheGoldenPanelClusteredByGroup() {
        Map<String, double[]> outcome = new TreeMap<>();
        Map<String, String[]> first = new TreeMap<>();
        for (String[] row : MetricTable.csv("staggered_panel.csv")) {
            first.put(row[0], row);
            outcome.computeIfAbsent(row[0], school -> new double[7])[Integer.parseInt(row[3]) - 2018] =
                    Double.parseDouble(row[4]);
        }
        List<AdoptionUnit> units = new ArrayList<>();
        outcome.forEach((school, values) -> units.add(AdoptionUnit.of(
                school,
                first.get(school)[1],
                first.get(school)[2].equals("0") ? AdoptionUnit.NEVER : Integer.parseInt(first.get(school)[2]),
                values)));
        int[] years = {2018, 2019, 2020, 2021, 2022, 2023, 2024};
        Map<String, Double> answers = new TreeMap<>();
        MetricTable.csv("staggered_expected.csv").forEach(row -> answers.put(row[0], Double.valueOf(row[1])));

        List<MetricValue> rows = new JoiningEffects(
                        AdoptionPanel.of(years, units),
                        List.of(2018, 2019, 2020, 2021, 2022, 2023, 2024),
                        Controls.NOT_YET_TREATED,
                        MetricRow.of(METRIC, BuildTerms.of(Town.AS_OF)).year(2024),
                        List.of("education_group"),
                        (row, cell) -> row)
                .rows().stream().map(MetricRow::row).toList();

        assertThat(rows.stream().filter(row -> answers.containsKey(golden(row))).toList())
                .hasSizeGreaterThan(25)
                .allSatisfy(row -> {
                    assertThat(row.value()).isCloseTo(answers.get(golden(row)), within(1e-8));
                    assertThat(row.se()).isCloseTo(answers.get(golden(row) + ".se_clustered"), within(1e-8));
                });
    }

    private static String golden(MetricValue row) {
        String part = row.variant().replaceAll(".*/", "");
        return switch (row.measure()) {
            case "att" -> "notyet.att." + part.substring(1) + "." + row.schoolYear();
            case "group", "event" -> "notyet." + row.measure() + "." + part.replaceAll("^[ge](?=[-0-9])", "");
            default -> "notyet." + row.measure();
        };
    }

    private static void check(Town town, String table, int n, int k, String flag, String because) {
        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("C1")
                        && row.measure().equals("group")
                        && row.variant().endsWith("overall")
                        && !row.variant().contains("excellent"),
                table.formatted(n, k, flag, because, n, k, flag));
    }

    private static void check(Town town, String table) {
        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("C1")
                        && row.measure().equals("group")
                        && row.variant().equals("education_group/overall"),
                table);
    }

    private static List<Verdict> judged(List<MetricValue> rows) {
        return rows.stream().map(MetricValue::verdict).filter(Objects::nonNull).toList();
    }

    /** Members of that many groups, one each, and eight schools that never join, in 2020 to 2024. */
    private static Town county(int joined, String day, double gain) {
        Town town = exams(new Town());
        for (int j = 0; j < joined; j++) {
            town.group("G" + j, "C1", "").member("G" + j, "M" + j, "member", day, null);
        }
        scores(town, "M", joined, gain);
        scores(town, "N", 8, 0);
        return town;
    }

    private static Town exams(Town town) {
        for (int year = 2020; year <= 2024; year++) {
            town.exam("E" + year, year);
        }
        return town;
    }

    /** Thirty pupils a school; from 2023 on they gain. Schools jitter a little from year to year, by no plan. */
    private static void scores(Town town, String side, int schools, double gain) {
        for (int j = 0; j < Math.max(1, schools); j++) {
            for (int year = 2020; year <= 2024; year++) {
                int up = (int) Math.round(10 * gain) * (year >= 2023 ? 1 : 0) + (j * 7 + year * 3 + j * year) % 3;
                String school = schools == 0 ? side : side + j;
                town.scores("E%d | %s | 10x%d 10x%d 10x%d".formatted(year, school, 40 + up, 50 + up, 60 + up));
            }
        }
    }
}
