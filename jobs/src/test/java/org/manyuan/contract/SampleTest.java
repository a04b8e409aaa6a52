package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each contract with its samples: what passes is taken whole, what fails fails for the reason that its name and index say. */
class SampleTest {
    private static final SampleWarehouse WAREHOUSE = SampleWarehouse.ofPassingSamples();

    static Stream<Arguments> passing() {
        return Contracts.all().stream().flatMap(contract -> SampleFolder.files(contract.dataset(), "pass").stream()
                .map(file -> Arguments.of(contract.dataset(), file.getFileName().toString())));
    }

    static Stream<Arguments> failing() {
        return Contracts.all().stream()
                .flatMap(contract ->
                        SampleSheet.read(SampleFolder.of(contract.dataset()).resolve("expected.csv")).lines().stream()
                                .skip(1)
                                .map(row -> Arguments.of(
                                        contract.dataset(),
                                        row.get(0),
                                        row.get(1),
                                        row.get(2),
                                        row.get(3),
                                        row.get(4))));
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @MethodSource("passing")
    void takesEveryRowOfAPassingSample(String dataset, String file) {
        SampleSheet sheet =
                SampleSheet.read(SampleFolder.of(dataset).resolve("pass").resolve(file));
        Match match = WAREHOUSE.match(sheet);

        assertThat(match.problems()).isEmpty();
        assertThat(match.binding().contract().dataset()).isEqualTo(dataset);
        assertThat(match.ignored()).isEmpty();
        SampleRows rows = sheet.through(match.binding(), WAREHOUSE.references());
        assertThat(rows.rejected).isEmpty();
        assertThat(rows.accepted).hasSizeGreaterThanOrEqualTo(sheet.lines().size() - 1);
    }

    @ParameterizedTest(name = "{0} turns {1} back: {2} {3} line {4}, since {5}")
    @MethodSource("failing")
    void turnsAFailingSampleBackForItsOneReason(
            String dataset, String file, String code, String header, String line, String why) {
        SampleSheet sheet =
                SampleSheet.read(SampleFolder.of(dataset).resolve("fail").resolve(file));
        Match match = WAREHOUSE.match(sheet, dataset + " (" + file + ")");

        if (match.binding() == null) {
            assertThat(match.problems())
                    .extracting(problem -> problem.code() + " " + columnOf(problem) + " " + problem.line())
                    .as(why)
                    .containsExactly(code + " " + header + " " + line);
        } else {
            SampleRows rows = sheet.through(match.binding(), WAREHOUSE.references());
            // a bad key of a wide line is the reason of each of its cells
            assertThat(new LinkedHashSet<>(rows.rejected)).as(why).containsExactly(code + " " + header + " " + line);
            assertThat(rows.accepted).as("the good rows beside it").isNotEmpty();
        }
    }

    @Test
    void listsEveryFailingSample() {
        for (Contract contract : Contracts.all()) {
            List<String> listed = new ArrayList<>();
            SampleSheet.read(SampleFolder.of(contract.dataset()).resolve("expected.csv"))
                    .lines()
                    .forEach(row -> listed.add(row.get(0)));
            assertThat(SampleFolder.files(contract.dataset(), "fail"))
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .containsExactlyInAnyOrderElementsOf(listed.subList(1, listed.size()));
        }
    }

    @Test
    void readsChineseWordsAsCodes() {
        assertThat(rows("enrollment", "学生数.csv")).anySatisfy(row -> assertThat(row)
                .containsAllEntriesOf(Map.of(
                        "school_code", "2137000001",
                        "school_year", "2024",
                        "stage", "P",
                        "grade", "1",
                        "census_on", "2024-09-01",
                        "students", "451",
                        "intake_in_zone", "450",
                        "boarders", "0",
                        "origin", "reported"))
                .doesNotContainKey("graduates"));
    }

    @Test
    void readsAWideSheetWithShortNamesAndDropsTheNamesOfPupils() {
        List<Map<String, String>> rows = rows("exam_score", "exam_score-2024-J8-FINAL.csv");

        // four pupils, four subjects, three empty cells
        assertThat(rows).hasSize(13);
        assertThat(rows.get(1))
                .containsEntry("exam_code", "2024-J8-FINAL")
                .containsEntry("subject", "math")
                .containsEntry("school_code", "3137000002")
                .containsEntry("score", "101")
                .containsEntry("student_key", "student-S20240021.........");
        assertThat(rows.get(10))
                .as("缺考 in a cell of scores")
                .containsEntry("status", "absent")
                .doesNotContainKey("score");
        assertThat(rows.toString()).doesNotContain("示例");
    }

    @Test
    void readsTheMarksThatBureausPutIntoCellsOfScores() {
        assertThat(rows("exam_score", "exam_score-缺考与违纪.csv"))
                .extracting(row -> row.get("status") + " " + row.get("score"))
                .containsExactly(
                        "absent null",
                        "exempt null",
                        "present 98",
                        "invalid null",
                        "invalid null",
                        "present 60.5",
                        "absent null",
                        "absent null",
                        "present 71");
    }

    @Test
    void letsASchoolOutsideStandWhereAPupilComesFrom() {
        assertThat(rows("student_roll", "学生花名册.csv"))
                .extracting(row -> row.get("zone_school_code") + " " + row.get("origin_school_code"))
                .containsExactly("3137000002 2137000002", "3137000003 外省某小学");
    }

    /** The column's name in contracts; for people its Chinese name stands behind it. */
    private static String columnOf(Problem problem) {
        return problem.column().replaceFirst(" .*", "");
    }

    private static List<Map<String, String>> rows(String dataset, String file) {
        SampleSheet sheet =
                SampleSheet.read(SampleFolder.of(dataset).resolve("pass").resolve(file));
        return sheet.through(WAREHOUSE.match(sheet).binding(), WAREHOUSE.references()).accepted;
    }
}
