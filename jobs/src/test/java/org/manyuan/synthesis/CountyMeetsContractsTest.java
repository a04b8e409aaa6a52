package org.manyuan.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Header;
import org.manyuan.contract.HeaderMatch;
import org.manyuan.contract.Match;
import org.manyuan.contract.References;
import org.manyuan.contract.SourceName;
import org.manyuan.synthesis.Planted.KnownFault;

/** Every file of the county is recognised by its contract, and what the row checks reject is what was planted, no more, no less. */
class CountyMeetsContractsTest {
    /** What no check of a single row can see: the whole file must be known. */
    private static final Set<String> SEEN_BY_FILE = Set.of("DUPLICATE", "CONFLICT");

    private static final CountyPlan COUNTY_PLAN = CountyPlan.of("linzi");
    private static final SyntheticCounty COUNTY = SyntheticCounty.of(COUNTY_PLAN, COUNTY_PLAN.seed());
    private static final Map<String, Match> MATCHES = new HashMap<>();
    private static final Map<String, HandedInRows> ROWS = new HashMap<>();

    @BeforeAll
    static void handIn() {
        References.Builder known = References.builder("cn");
        for (CountyFile file : COUNTY.files()) {
            Match match = HeaderMatch.bind(
                    Contracts.all(), new Header(file.header(), 1), new SourceName(file.name(), file.folder()));
            MATCHES.put(file.name(), match);
            if (match.binding() != null) {
                HandedInRows rows = HandedInRows.of(file, match.binding(), known.build());
                ROWS.put(file.name(), rows);
                rows.accepted.forEach(
                        row -> add(known, match.binding().contract().dataset(), row));
            }
        }
    }

    @Test
    void everyFileIsRecognisedAndOnlyNamesOfPersonsAreLeftUnread() {
        for (CountyFile file : COUNTY.files()) {
            Match match = MATCHES.get(file.name());
            assertThat(match.problems()).as(file.name()).isEmpty();
            assertThat(match.ignored()).as(file.name()).isEmpty();
            assertThat(file.name()).startsWith(match.binding().contract().dataset());
            assertThat(match.persons().isEmpty())
                    .as(file.name())
                    .isNotEqualTo(file.header().contains("姓名"));
        }
    }

    @Test
    void theChecksRejectWhatWasPlantedAndNothingElse() {
        Map<String, Map<String, Integer>> planted = new TreeMap<>();
        for (KnownFault fault : COUNTY.planted().faults()) {
            if (!SEEN_BY_FILE.contains(fault.kind())) {
                planted.computeIfAbsent(fault.file(), file -> new TreeMap<>())
                        .merge(fault.kind(), fault.lines(), Integer::sum);
            }
        }
        Map<String, Map<String, Integer>> rejected = new TreeMap<>();
        ROWS.forEach((file, rows) -> rows.rejected.forEach((code, lines) ->
                rejected.computeIfAbsent(file, name -> new TreeMap<>()).put(code, lines.size())));
        assertThat(rejected).isEqualTo(planted);
    }

    @Test
    void noFileHasSoManyBadLinesThatItsContractRefusesIt() {
        for (CountyFile file : COUNTY.files()) {
            HandedInRows rows = ROWS.get(file.name());
            int bad = COUNTY.planted().faults().stream()
                    .filter(fault ->
                            fault.file().equals(file.name()) && !fault.kind().equals("DUPLICATE"))
                    .mapToInt(KnownFault::lines)
                    .sum();
            double most = MATCHES.get(file.name()).binding().contract().maxRejectShare();
            assertThat((double) bad / file.rows().get().size()).as(file.name()).isLessThan(most);
            assertThat(rows.accepted).as(file.name()).isNotEmpty();
        }
    }

    @Test
    void chineseSheetsBecomeTheCodesThatEnglishOnesHold() {
        assertThat(ROWS.get("group_membership.csv").accepted)
                .contains(Map.of(
                        "group_code", "LZ01",
                        "school_code", "3137930502",
                        "joined_on", "2022-08-12",
                        "role", "member",
                        "member_kind", "weak",
                        "origin", "synthetic"));
        List<Map<String, String>> scores = ROWS.get("exam_score-J9-2024.xlsx").accepted;
        assertThat(scores).allSatisfy(row -> assertThat(row)
                .containsEntry("exam_code", "J9-2024")
                .containsEntry("status", "present")
                .containsEntry("origin", "synthetic"));
        assertThat(scores.stream().map(row -> row.get("subject")).distinct())
                .containsExactly("chinese", "math", "english", "physics", "total");
        assertThat(scores.stream().map(row -> row.get("school_code")).distinct())
                .hasSize(24);
    }

    @Test
    void theRollsCountAsManyPupilsAndClassesAsTheEnrollment() {
        Map<String, Integer> enrolled = sums("enrollment-2024.csv", "students");
        assertThat(sums("student_roll-2024.csv", "")).isEqualTo(enrolled);
        assertThat(sums("class_roll.csv", "students")).isEqualTo(enrolled);
        assertThat(sums("class_roll.csv", "")).isEqualTo(sums("enrollment-2024.csv", "classes"));
        assertThat(ROWS.get("student_roll-2024.csv").accepted.stream()
                        .filter(row -> row.get("school_code").equals(row.get("zone_school_code")))
                        .count())
                .isEqualTo(sums("enrollment-2024.csv", "students_in_zone").values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        assertThat(ROWS.get("student_roll-2024.csv").accepted.stream()
                        .filter(row -> row.get("migrant").equals("true"))
                        .count())
                .isEqualTo(sums("enrollment-2024.csv", "migrant_students").values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    @Test
    void theResourcesCountThePupilsOfEveryStage() {
        Map<String, Integer> ofStage = new TreeMap<>();
        sums("enrollment-2024.csv", "students")
                .forEach((grade, students) ->
                        ofStage.merge(grade.substring(0, grade.lastIndexOf(' ')), students, Integer::sum));
        Map<String, Integer> resourced = new TreeMap<>();
        sums("school_resource.csv", "students").forEach((stage, students) -> resourced.put(stage.trim(), students));
        assertThat(resourced).isEqualTo(ofStage);
    }

    @Test
    void everyActivityLiesInATermAndEveryPersonOfALedgerOrPostIsOnTheRollOfTeachers() {
        List<Map<String, String>> terms = ROWS.get("term_calendar.csv").accepted;
        assertThat(ROWS.get("group_activity.csv").accepted)
                .hasSize(7 * 3 * 2 * COUNTY_PLAN.activities().size())
                .allSatisfy(row -> assertThat(terms).anySatisfy(term -> assertThat(row.get("held_on"))
                        .isBetween(term.get("from_on"), term.get("to_on"))));
        Set<String> teachers = new HashSet<>();
        COUNTY.files().stream()
                .filter(file -> file.name().startsWith("teacher_roll"))
                .forEach(file -> file.rows().get().forEach(row -> teachers.add(row.get(0))));
        assertThat(cells("group_post.csv", 2)).isNotEmpty().allMatch(teachers::contains);
        assertThat(cells("ledger.xlsx", 5)).isNotEmpty().allMatch(teachers::contains);
        assertThat(cells("ledger.xlsx", 6)).isNotEmpty().allMatch(teachers::contains);
    }

    @Test
    void everyExamNumberLeadsToTheNumberOfOnePupil() {
        CountyFile sheet = file("exam_score-J9-2021.csv");
        Set<String> sat = new HashSet<>();
        sheet.rows().get().forEach(row -> sat.add(row.get(0)));
        assertThat(cells("student_id_link.csv", 0)).containsExactlyInAnyOrderElementsOf(sat);
        assertThat(cells("student_id_link.csv", 1))
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("J.{18}"));
    }

    /** By school, stage and grade of 2024: the sum of a column, or the number of rows. */
    private static Map<String, Integer> sums(String file, String column) {
        Map<String, Integer> sums = new TreeMap<>();
        for (Map<String, String> row : ROWS.get(file).accepted) {
            if (row.get("school_year").equals("2024")) {
                sums.merge(
                        row.get("school_code") + " " + row.get("stage") + " " + row.getOrDefault("grade", ""),
                        column.isEmpty() ? 1 : Integer.parseInt(row.get(column)),
                        Integer::sum);
            }
        }
        return sums;
    }

    private static List<String> cells(String file, int place) {
        return file(file).rows().get().stream()
                .map(row -> row.get(place))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static CountyFile file(String name) {
        return COUNTY.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void add(References.Builder known, String dataset, Map<String, String> row) {
        switch (dataset) {
            case "district" -> known.district(row.get("district_code"), row.get("parent_code"));
            case "school" ->
                known.school(
                        row.get("school_code"), row.get("district_code"), null, row.get("name"), row.get("aliases"));
            case "education_group" -> known.group(row.get("group_code"));
            case "exam" -> known.exam(row.get("exam_code"), row.get("district_code"));
            case "exam_paper" ->
                known.paper(
                        row.get("exam_code"),
                        row.get("subject"),
                        new BigDecimal(row.get("full_mark")),
                        new BigDecimal(row.get("score_step")));
            default -> {}
        }
    }
}
