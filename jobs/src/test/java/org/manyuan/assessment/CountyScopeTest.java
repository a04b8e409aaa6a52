package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.assessment.County.headcount;
import static org.manyuan.assessment.County.resources;
import static org.manyuan.assessment.County.result;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.Stage;

/** Which units a county standard waits for, told by the size of schools, the zone and six of seven. */
class CountyScopeTest {
    private static final List<String> SEVEN = List.of("4.2", "1", ".9", "4.5", "7.5", "2000", "2.3");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            211 P 111 public                                   | UNKNOWN | handed in nothing
            211 P 111 public opened=2024-09-01                 | UNKNOWN | open on the first day
            211 P 111 public opened=2024-09-02                 | PASS    | not yet open
            211 P 111 public closed=2024-09-01                 | PASS    | closed
            311 J 111 public                                   | PASS    | another stage
            514 PJ 111 public                                  | PASS    | a special school
            218 P 220 public                                   | UNKNOWN | a teaching point, nobody knows how large
            """)
    void awaitsTheUnitsThatItSpeaksOf(String other, String result, String because) {
        County county = new County().unit("A", "211 P 111 public").unit("B", other);
        List<MetricValue> figures = new ArrayList<>(seven("A", "100"));
        figures.add(headcount("A", "P", "100"));

        assertThat(result(county.checks(figures), "A1-G4", "P")).isEqualTo(result);
        assertThat(result(county.checks(figures), "A1-6OF7", "P")).isEqualTo(result);
    }

    @Test
    void aSchoolIsNotAwaitedForTheStageThatItsPartTeaches() {
        County county = new County()
                .unit("S", "312 PJ 111 public")
                .unit("A", "211 P 111 public of=S")
                .unit("K", "111 K 111 public of=S");
        List<MetricValue> figures = new ArrayList<>(seven("A", "100"));
        figures.add(headcount("A", "P", "100"));

        assertThat(result(county.checks(figures), "A1-6OF7", "P")).isEqualTo("PASS");
        assertThat(result(county.checks(figures), "A1-6OF7", "J")).as("its own").isEqualTo("UNKNOWN");
    }

    @Test
    void aUnitOfUnknownStagesIsAwaitedWhereItHandedInSomethingOfTheStageOnce() {
        County county = new County().unit("A", "211 P 111 public").unit("B", "- - 111 public");
        List<MetricValue> figures = new ArrayList<>(seven("A", "100"));
        assertThat(result(county.checks(figures), "A1-6OF7", "P")).isEqualTo("PASS");

        figures.add(Region.figure("RES-01", "value", "", "B", "2022", "P", "", "9", "100", "OK"));
        List<PolicyCheck> now = county.checks(figures).stream()
                .filter(check -> check.schoolYear() == 2024)
                .toList();
        assertThat(result(now, "A1-6OF7", "P")).isEqualTo("UNKNOWN");
    }

    /** Rows of growth and of the entrants leave out whoever lacks them in one of the years, or at all: they decide nothing. */
    @Test
    void whatOtherMeasuresLeaveOutLeavesNothingOpen() {
        List<MetricValue> figures = new ArrayList<>(resources("A", "J"));
        figures.add(headcount("A", "J", "100"));
        figures.add(Region.figure("ENR-08", "students", "", "A", "2024", "J", "", "1", "100", "OK"));
        figures.add(Region.figure("ENR-14", "growth", "", County.CODE, "2024", "J", "", ".1", "100", "OK", "2"));
        figures.add(
                Region.figure("ENR-08", "intake", "", County.CODE, "2024", "J", "", "-", "0", "MISSING_INPUT", "1"));
        figures.add(Region.figure("ENR-08", "students", "", County.CODE, "2024", "J", "", "1", "100", "OK", "3"));
        List<PolicyCheck> checks = new County()
                .unit("A", "311 J 111 public")
                .unit("B", "311 J - private")
                .unit("C", "311 J 220 -")
                .unit("D", "311 J - - boarding")
                .checks(figures);

        assertThat(result(checks, "A1-G13", "J")).as("the others are not asked").isEqualTo("PASS");
        assertThat(result(new County().unit("A", "311 J 111 public").checks(figures), "A1-G4", "J"))
                .isEqualTo("PASS");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            - 0   | 80 | FAIL | a class of sixty, though the inputs of its resources are empty
            - 0   | 50 | FAIL | on the line
            - 0   | 49 | PASS | too small
            9 60  | 49 | PASS | enrollment goes before resources
            9 49  | -  | PASS | where nobody was counted, the students of its resources
            - 0   | -  | FAIL | nobody knows how small
            """)
    void aTeachingPointIsAsLargeAsItsEnrollment(String resource, String students, String result, String because) {
        String[] point = resource.split(" ");
        List<MetricValue> figures = new ArrayList<>(resources("A", "P"));
        String flag = point[0].equals("-") ? "MISSING_INPUT" : "OK";
        figures.add(Region.figure("RES-01", "value", "", "B", "2024", "P", "", point[0], point[1], flag));
        if (!students.equals("-")) {
            figures.add(headcount("B", "P", students));
        }
        County county = new County()
                .unit("A", "211 P 111 public")
                .unit("B", "218 P 220 public")
                .classes("A", Stage.P, "45")
                .classes("B", Stage.P, "60");

        assertThat(result(county.checks(figures), "A1-G5", "P")).isEqualTo(result);
    }

    @Test
    void aTeachingPointOfThirtyLeavesNothingOpen() {
        List<MetricValue> figures = new ArrayList<>(seven("A", "100"));
        figures.addAll(seven("B", "30").subList(0, 6));
        figures.add(Region.figure("RES-07", "value", "", "B", "2024", "P", "", "-", "0", "MISSING_INPUT"));
        figures.add(Region.figure("RES-07", "value", "", County.CODE, "2024", "P", "", "2.3", "100", "OK", "1"));
        County county = new County().unit("A", "211 P 111 public").unit("B", "218 P 220 public");

        assertThat(result(county.checks(figures), "A1-6OF7", "P")).isEqualTo("PASS");
    }

    /** The seven resources of a primary school, each on the line. */
    private static List<MetricValue> seven(String school, String students) {
        List<MetricValue> rows = new ArrayList<>();
        for (int i = 0; i < SEVEN.size(); i++) {
            rows.add(Region.figure(
                    "RES-0" + (i + 1), "value", "", school, "2024", "P", "", SEVEN.get(i), students, "OK"));
        }
        return rows;
    }
}
