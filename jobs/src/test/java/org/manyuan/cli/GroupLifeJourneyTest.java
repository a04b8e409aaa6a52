package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.manyuan.cli.GroupLifeCounties.code;
import static org.manyuan.cli.GroupLifeCounties.more;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The life of groups from files to scores and a release: founding, admission with and without an evaluation, exit, another lead, merging
 * of groups and of schools, the end of an agreement, a school in two kinds of group at once, and an exit that is corrected afterwards. A
 * school counts once it was in the group for the whole of the assessed school year, under whatever code.
 */
class GroupLifeJourneyTest {
    private static final LocalDate FOUNDED = LocalDate.of(2022, 8, 12);

    private static Desk desk;
    private static Told first;
    private static Told corrected;
    private static JsonNode rebuilt;

    /**
     * What is told of group G1, which a correction changes: scores of 2022 and 2024, leaves of 2024, the rule on exits, and who is in it.
     */
    private record Told(
            List<List<Object>> counted,
            double score,
            List<List<Object>> intake,
            List<List<Object>> exchange,
            List<List<Object>> exits,
            List<List<Object>> memberships) {}

    @BeforeAll
    static void handInBuildReleaseAndCorrect() {
        desk = Desk.empty("");
        GroupLifeCounties.put(desk);
        accepted(desk.ingest("zh", desk.workspace().inbox()));
        accepted(desk.run("build", "--as-of", "2025-09-01"));
        accepted(desk.run("release", "first"));
        first = told();
        accepted(desk.ingest("zh", GroupLifeCounties.memberships(desk, "2025-09-01")));
        Answer again = desk.run("build", "--as-of", "2025-09-01", "--json");
        accepted(again);
        rebuilt = again.json();
        corrected = told();
    }

    @Test
    void nothingOfTheFilesIsRejectedAndEveryScoreSaysThatTheyAreMadeUp() {
        try (var lake = desk.lake()) {
            assertThat(lake.tables()).doesNotContain("rejected_row");
        }
        assertThat(desk.rows("select distinct origin from assessment_score")).containsExactly(List.of("synthetic"));
    }

    @Test
    void aGroupThatIsFoundedWithinTheYearHasFiguresAndNoScoreYet() {
        assertThat(memberships("G4"))
                .containsExactly(
                        span('N', "lead", LocalDate.of(2025, 2, 10), null),
                        span('O', "member", LocalDate.of(2025, 2, 10), null));
        assertThat(gap("G4", 2024)).as("its schools are compared").isEqualTo(mean("N", 2024) - mean("O", 2024));
        assertThat(desk.rows("select counted_units, waiting_units, score, coverage, flag from assessment_score"
                        + " where scheme_id = 'demo-2024' and group_code = 'G4'"))
                .containsExactly(Arrays.asList(0L, 2L, null, 0.0, "MISSING_INPUT"));
        assertThat(desk.rows("select * from assessment_score where scheme_id = 'linzi-draft' and group_code = 'G4'"))
                .as("two years before there was none")
                .isEmpty();
    }

    @Test
    void aSchoolThatIsAdmittedWithinAYearIsInFromItsDayAndCountsAfterAFullYear() {
        assertThat(first.memberships())
                .contains(
                        span('C', "member", LocalDate.of(2022, 11, 1), null),
                        span('D', "member", LocalDate.of(2024, 11, 1), null));
        assertThat(first.counted())
                .as("C waits in 2022 and counts in 2024; D waits in 2024, as do L and M")
                .containsExactly(List.of(2022, 3L, 1L), List.of(2024, 3L, 3L));
        assertThat(desk.rows("select round(value, 9), n, k, flag from assessment_indicator"
                        + " where scheme_id = 'linzi-draft' and group_code = 'G1' and node_id = 'LZI4'"))
                .as("A and B grow by half, E does not; C, five times as many, is not there")
                .containsExactly(List.of(.333333333, 90L, 3L, "OK"));
        isOfMembers(first.intake(), "BC");
        assertThat(first.exchange())
                .as("of A, B and C; five teachers of D would make it .2")
                .containsExactly(List.of(.1, 30L, 3L));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Q1, PASS, 2021-11-08", "Q2, FAIL, 2021-12-01"})
    void anAdmissionIsHeldAgainstItsEvaluation(String group, String result, LocalDate joined) {
        assertThat(desk.rows("select result from policy_check where rule_id = 'QD-R4b' and group_code = '" + group
                        + "' and school_year = 2021"))
                .containsExactly(List.of(result));
        assertThat(memberships(group)).anyMatch(span -> joined.equals(span.get(2)));
        assertThat(desk.rows("select counted_units, waiting_units from assessment_score"
                        + " where scheme_id = 'qingdao-draft' and group_code = '" + group + "'"))
                .as("evaluated or not, it waits")
                .containsExactly(List.of(2L, 1L));
    }

    @Test
    void aSchoolThatLeavesWithinAYearDoesNotCountInItAndItsYearsStay() {
        assertThat(first.memberships()).contains(span('E', "member", FOUNDED, LocalDate.of(2025, 3, 1)));
        assertThat(first.counted().get(0)).as("A, B and E").isEqualTo(List.of(2022, 3L, 1L));
        isOfMembers(first.intake(), "BC");
        assertThat(first.exits()).as("it was evaluated before").containsExactly(List.of(2024, "PASS"));
    }

    @Test
    void anotherLeadWithinAYearLeadsOnItsDaysAndIsTheLeadOfTheYearThatItEnds() {
        LocalDate day = LocalDate.of(2025, 1, 1);
        assertThat(memberships("G2"))
                .contains(
                        span('F', "lead", FOUNDED, day),
                        span('F', "member", day, null),
                        span('G', "member", FOUNDED, day),
                        span('G', "lead", day, null));
        assertThat(gap("G2", 2022)).as("F before the others").isEqualTo(mean("F", 2022) - mean("GHIJ", 2022));
        assertThat(gap("G2", 2024)).as("G before the others").isEqualTo(mean("G", 2024) - mean("FHK", 2024));
        isOfMembers(intake("G2"), "FHIJ");
        assertThat(checks("LZI-R10", "G2")).as("nobody left").allMatch(row -> row.get(1)
                .equals("NA"));
        assertThat(score("G2")).isPositive();
    }

    @Test
    void aGroupThatIsMergedIntoAnotherEndsAndItsSchoolsWaitThere() {
        LocalDate day = LocalDate.of(2025, 1, 1);
        assertThat(memberships("G3"))
                .containsExactly(span('L', "lead", FOUNDED, day), span('M', "member", FOUNDED, day));
        assertThat(first.memberships()).contains(span('L', "member", day, null), span('M', "member", day, null));
        assertThat(desk.rows(
                        "select scheme_id, counted_units, waiting_units from assessment_score where group_code = 'G3'"))
                .as("scored while it stood, not in the year in which it ended")
                .containsExactly(List.of("linzi-draft", 2L, 0L));
        assertThat(checks("LZI-R10", "G3")).contains(List.of(2024, "PASS"));
    }

    @Test
    void schoolsThatAreMergedStayInTheirGroupAndKeepTheirYears() {
        LocalDate day = LocalDate.of(2025, 2, 1);
        assertThat(memberships("G2"))
                .contains(
                        span('I', "member", FOUNDED, day),
                        span('J', "member", FOUNDED, day),
                        span('K', "member", day, null));
        assertThat(desk.rows("select school_year, counted_units, waiting_units from assessment_score"
                        + " where group_code = 'G2' order by 1"))
                .as("F, G, H, I and J; then K in the place of two, from the first day on")
                .containsExactly(List.of(2022, 5L, 0L), List.of(2024, 4L, 0L));
        assertThat(exchange("G2"))
                .as("with the teachers whom I and J had in the autumn")
                .containsExactly(List.of(.2, 50L, 5L));
    }

    @Test
    void eachSchoolIsInTheTotalsOfTheCountyOnce() {
        assertThat(coverage("370305"))
                .as("twelve of fourteen: K once, L and M in one group, E out")
                .containsExactly(List.of("any", 12L, 14L), List.of("education_group", 12L, 14L));
        assertThat(desk.rows("select n, k from metric_value where metric_id = 'EXM-01' and measure = 'mean'"
                        + " and district_code = '370305' and group_code = '' and school_code = '' and variant = ''"
                        + " and school_year = 2024"))
                .containsExactly(List.of(420L, 14L));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            C1 | 2021 PASS                                              | 2022-03-01 | false | dissolved with its agreement, within the year
            C2 | 2021 FAIL, 2022 FAIL, 2023 FAIL, 2024 FAIL, 2025 FAIL  | -          | true  | run out, and nobody dissolved it
            C3 | 2021 PASS, 2022 PASS, 2023 PASS, 2024 FAIL, 2025 FAIL  | -          | true  | renewed once
            C4 | 2021 PASS                                              | 2022-09-01 | true  | dissolved with its agreement on August 31
            """)
    void anAgreementForThreeYearsThatRunsOutIsToldAndADissolvedGroupHasNoScore(
            String group, String results, LocalDate end, boolean isScored, String because) {
        assertThat(checks("LZ-R1a", group).stream()
                        .filter(row -> !row.get(1).equals("NA"))
                        .map(row -> row.get(0) + " " + row.get(1)))
                .containsExactly(results.split(", "));
        assertThat(memberships(group)).hasSize(2).allMatch(span -> Objects.equals(span.get(3), end));
        assertThat(desk.rows("select counted_units, waiting_units, score > 0 from assessment_score"
                        + " where scheme_id = 'laizhou-draft' and school_year = 2021 and group_code = '" + group + "'"))
                .isEqualTo(isScored ? List.of(List.of(2L, 0L, true)) : List.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            U1 | consortium | member | .375  | .375  | GAP-08c
            A1 | alliance   | lead   | .0625 | .125  | GAP-08b
            """)
    void aSchoolInAConsortiumAndAnAllianceCountsInBothInItsRoleThere(
            String group, String kind, String role, double excellent, double backbone, String gap) {
        assertThat(memberships(group)).contains(Arrays.asList("3114112402", role, LocalDate.of(2023, 7, 31), null));
        assertThat(desk.rows("select counted_units, waiting_units, score > 0 from assessment_score"
                        + " where scheme_id = 'linxian-draft' and group_code = '" + group + "'"))
                .containsExactly(List.of(3L, 0L, true));
        assertThat(desk.rows("select node_id, value, k from assessment_indicator where scheme_id = 'linxian-draft'"
                        + " and node_id in ('LX4', 'LX5') and group_code = '" + group + "' order by 1"))
                .as("of its own members: the school is one of the consortium's, and not of the alliance's")
                .containsExactly(List.of("LX4", backbone, 2L), List.of("LX5", excellent, 2L));
        assertThat(desk.rows("select variant from assessment_indicator where scheme_id = 'linxian-draft'"
                        + " and node_id = 'LX2' and group_code = '" + group + "'"))
                .containsExactly(List.of(kind + "/" + gap + "/base_founding"));
    }

    @Test
    void aSchoolInTwoKindsOfGroupIsInTheTotalsOfTheCountyOnce() {
        assertThat(coverage("141124"))
                .as("three in each, five in any")
                .containsExactly(List.of("alliance", 3L, 6L), List.of("any", 5L, 6L), List.of("consortium", 3L, 6L));
        assertThat(desk.rows("select value, k from metric_value where metric_id = 'ENR-01' and measure = 'intake'"
                        + " and district_code = '141124' and group_code = '' and school_code = '' and variant = ''"
                        + " and school_year = 2023"))
                .containsExactly(List.of(600.0, 6L));
    }

    @Test
    void anExitThatIsCorrectedChangesTheScoreInABuildByNeed() {
        assertThat(rebuilt.get("computed").asInt())
                .isPositive()
                .isLessThan(rebuilt.get("families").asInt());
        assertThat(corrected.memberships()).contains(span('E', "member", FOUNDED, LocalDate.of(2025, 9, 1)));
        assertThat(desk.rows("select left_on from brg_membership where group_code = 'G1' and known_to is not null"
                        + " and school_code = '" + code('E') + "'"))
                .as("and what was known before stays")
                .containsExactly(List.of(LocalDate.of(2025, 3, 1)));
        assertThat(corrected.counted())
                .as("in until August 31: E counts in 2024 too")
                .containsExactly(List.of(2022, 3L, 1L), List.of(2024, 4L, 3L));
        isOfMembers(corrected.intake(), "BCE");
        assertThat(corrected.exchange()).containsExactly(List.of(.2, 40L, 4L));
        assertThat(corrected.exits()).containsExactly(List.of(2025, "PASS"));
        double ofIntake = 30 * (growth("BCE") - growth("BC")) / .5;
        assertThat(corrected.score() - first.score())
                .as("the exchange was at its target before")
                .isCloseTo(ofIntake, within(1e-9));
    }

    @Test
    void theReleaseKeepsWhatWasSaidBeforeTheCorrection() {
        JsonNode groups = desk.run("assess", "--json", "--release", "first", "--scheme", "demo-2024")
                .json()
                .at("/0/groups");
        List<String> codes = new ArrayList<>();
        groups.forEach(group -> codes.add(group.get("group_code").asText()));

        assertThat(codes).as("G3 is no more").containsExactlyInAnyOrder("G1", "G2", "G4");
        groups.forEach(group -> {
            if (group.get("group_code").asText().equals("G1")) {
                assertThat(group.get("score").asDouble()).isCloseTo(first.score(), within(1e-9));
            }
        });
    }

    private static Told told() {
        return new Told(
                desk.rows("select school_year, counted_units, waiting_units from assessment_score"
                        + " where group_code = 'G1' order by 1"),
                score("G1"),
                intake("G1"),
                exchange("G1"),
                checks("LZI-R10", "G1").stream()
                        .filter(row -> !row.get(1).equals("NA"))
                        .toList(),
                memberships("G1"));
    }

    private static double score(String group) {
        return number(
                "select score from assessment_score where scheme_id = 'demo-2024' and group_code = '" + group + "'");
    }

    /** Of the assessed members: growth, intake of the base year, whose group has such a leaf. */
    private static List<List<Object>> intake(String group) {
        return leaf(group, "N2");
    }

    private static List<List<Object>> exchange(String group) {
        return leaf(group, "N3");
    }

    private static List<List<Object>> leaf(String group, String node) {
        return desk.rows("select round(value, 9), n, k from assessment_indicator where scheme_id = 'demo-2024'"
                + " and node_id = '" + node + "' and group_code = '" + group + "'");
    }

    /** The growth of intake is that of these schools of 临淄, and of no others. */
    private static void isOfMembers(List<List<Object>> leaf, String letters) {
        assertThat(leaf).hasSize(1);
        assertThat((Double) leaf.get(0).get(0)).isCloseTo(growth(letters), within(1e-9));
        assertThat(leaf.get(0).get(1)).isEqualTo(base(letters));
    }

    private static double growth(String letters) {
        return (double) letters.chars().map(letter -> more((char) letter)).sum() / base(letters);
    }

    private static long base(String letters) {
        return letters.chars()
                .map(letter -> GroupLifeCounties.intake((char) letter))
                .sum();
    }

    private static double mean(String letters, int year) {
        return letters.chars()
                .mapToDouble(letter -> GroupLifeCounties.mean((char) letter, year))
                .average()
                .orElseThrow();
    }

    private static double gap(String group, int year) {
        return number("select distinct round(value, 9) from metric_value where metric_id = 'GAP-07' and measure = 'gap'"
                + " and group_code = '" + group + "' and school_year = " + year);
    }

    private static double number(String sql) {
        List<List<Object>> rows = desk.rows(sql);
        assertThat(rows).as(sql).hasSize(1);
        return ((Number) rows.get(0).get(0)).doubleValue();
    }

    private static List<List<Object>> coverage(String district) {
        return desk.rows("select variant, round(value * n)::bigint, n from metric_value where metric_id = 'ENR-11'"
                + " and measure = 'schools' and stage = 'J' and district_code = '" + district + "' order by 1");
    }

    private static List<List<Object>> checks(String rule, String group) {
        return desk.rows("select school_year, result from policy_check where rule_id = '" + rule
                + "' and group_code = '" + group + "' order by 1");
    }

    private static List<List<Object>> memberships(String group) {
        return desk.rows("select school_code, role, joined_on, left_on from brg_membership where known_to is null"
                + " and group_code = '" + group + "' order by 1, 3");
    }

    private static List<Object> span(char letter, String role, LocalDate joined, LocalDate left) {
        return Arrays.asList(code(letter), role, joined, left);
    }

    private static void accepted(Answer answer) {
        assertThat(answer.exit()).as(answer.said()).isZero();
    }
}
