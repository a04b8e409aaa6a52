package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.assessment.County.headcount;
import static org.manyuan.assessment.County.one;
import static org.manyuan.assessment.County.result;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;

/** G4 of METRICS A1.3. */
class SchoolSizesTest {
    @ParameterizedTest(name = "{0}, students {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            311 J 111 public | J=2000        | PASS    | on the line
            311 J 111 public | J=2001        | FAIL    | one more
            312 PJ 111 public| J=2001 P=499  | PASS    | 九年一贯制: 2500 over both stages
            312 PJ 111 public| J=2001 P=500  | FAIL    | 2501
            345 PJS 111 public| J=1300 P=1200 S=9999 | PASS | 十二年一贯制: the senior stage counts nowhere
            312 PJ 111 public| J=2501 P=-    | FAIL    | whatever the other stage has
            312 PJ 111 public| J=2001 P=-    | UNKNOWN | one stage was not counted
            341 JS 111 public| J=2001 S=1    | FAIL    | 完全中学: the junior stage alone
            311 PJ 111 public| J=2001 P=1    | FAIL    | the type decides, not what it teaches besides
            - PJ 111 public  | J=2001 P=499  | PASS    | no type: it teaches both
            311 J 111 public | J=-           | UNKNOWN | not counted
            """)
    void schoolsMayBeSoLarge(String school, String students, String result, String because) {
        assertThat(result(new County().unit("A", school).checks(counted("A", students)), "A1-G4", "J"))
                .isEqualTo(result);
    }

    @ParameterizedTest(name = "{0} in sections of type {1} with {2} and {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            312 | 312 | P=1900 | J=1400 | FAIL    | 3300 in one school
            312 | 312 | P=1100 | J=1400 | PASS    | 2500
            312 | 211 | P=1900 | J=1400 | FAIL    | the school's type, not the section's
            -   | 312 | P=1900 | J=1400 | FAIL    | where it is not known, that of a part
            -   | -   | P=1900 | J=1400 | FAIL    | or that both stages are taught
            312 | 312 | P=1900 | J=-    | UNKNOWN | a section was not counted
            312 | 312 | P=2501 | J=-    | FAIL    | whatever the other has
            """)
    void sectionsOfASchoolAreAddedUp(
            String school, String section, String primary, String junior, String result, String because) {
        List<MetricValue> figures = new ArrayList<>(counted("A", primary));
        figures.addAll(counted("B", junior));
        List<PolicyCheck> checks = new County()
                .unit("S", school + " PJ 111 public")
                .unit("A", section + " P 111 public of=S")
                .unit("B", section + " J 111 public of=S")
                .checks(figures);

        assertThat(result(checks, "A1-G4", "P")).isEqualTo(result);
        assertThat(result(checks, "A1-G4", "J")).isEqualTo(result);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            J=900 J=1100  | PASS | 1   | a school of two campuses
            J=901 J=1100  | FAIL | .5  | of two schools the other is within its limit
            """)
    void campusesOfASchoolAreAddedUp(String students, String result, double share, String because) {
        String[] campuses = students.split(" ");
        List<MetricValue> figures = new ArrayList<>(counted("A", campuses[0]));
        figures.addAll(counted("B", campuses[1]));
        figures.addAll(counted("C", "J=2000"));
        PolicyCheck check = one(
                new County()
                        .unit("A", "311 J 111 public")
                        .unit("B", "311 J 111 public of=A")
                        .unit("C", "311 J 111 public")
                        .checks(figures),
                "A1-G4",
                "J");

        assertThat(check.result().name()).isEqualTo(result);
        assertThat(check.value()).isEqualTo(share);
    }

    private static List<MetricValue> counted(String school, String students) {
        List<MetricValue> figures = new ArrayList<>();
        for (String one : students.trim().split(" ")) {
            figures.add(headcount(school, one.substring(0, 1), one.substring(2)));
        }
        return figures;
    }
}
