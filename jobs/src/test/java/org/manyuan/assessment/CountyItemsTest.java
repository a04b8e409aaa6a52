package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.manyuan.assessment.County.headcount;
import static org.manyuan.assessment.County.one;
import static org.manyuan.assessment.County.resources;
import static org.manyuan.assessment.County.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;

/** The items of A1 that are computed, each on the line of METRICS A1.3. */
class CountyItemsTest {
    private static final String COUNTY = County.CODE;

    /** Type, stages, town or country, ownership and tags of a unit: {@code 311 J 111 public boarding}. */
    private static final String SCHOOL = "311 J 111 public";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            50 50 | PASS    | 1    | on the line
            50 51 | FAIL    | .5   | -
            50 -  | UNKNOWN | -    | one was not counted
            51 -  | FAIL    | 0    | what is known fails
            """)
    void classesMayBeSoLarge(String sizes, String result, String share, String because) {
        PolicyCheck check =
                one(new County().unit("A", SCHOOL).classes("A", sizes).checks(resources("A", "J")), "A1-G5", "J");

        assertThat(check.result().name()).isEqualTo(result);
        assertThat(check.value()).isEqualTo(share.equals("-") ? null : Double.valueOf(share));
    }

    @Test
    void aSchoolWithoutClassesLeavesTheSizeOfClassesOpen() {
        List<MetricValue> figures = new ArrayList<>(resources("A", "J"));
        figures.add(headcount("B", "J", "300"));

        assertThat(result(
                        new County()
                                .unit("A", SCHOOL)
                                .unit("B", SCHOOL)
                                .classes("A", "45")
                                .checks(figures),
                        "A1-G5",
                        "J"))
                .isEqualTo("UNKNOWN");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            初级中学 高级中学 | PASS    | everybody has one
            初级中学 -        | FAIL    | one has none
            - -               | UNKNOWN | nobody has one: the roll does not speak of them
            """)
    void everyTeacherHasACertificate(String certificates, String result, String because) {
        assertThat(result(
                        new County()
                                .unit("A", SCHOOL)
                                .teachers("A", certificates)
                                .checks(resources("A", "J")),
                        "A1-G12",
                        "J"))
                .isEqualTo(result);
    }

    @ParameterizedTest(name = "{0}; {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            311 J 111 public  | 初级中学 初级中学  | -          | UNKNOWN | the other school has no roll
            311 J 111 public  | 初级中学 -         | -          | FAIL    | what is missing cannot mend it
            312 PJ 111 public | P:小学 J:初级中学  | J:初级中学 | PASS    | each for the stage that is taught
            312 PJ 111 public | P:- J:初级中学     | J:初级中学 | PASS    | who has none teaches another stage
            312 PJ 111 public | - J:初级中学       | J:初级中学 | UNKNOWN | who has none may teach this stage
            312 PJ 111 public | P:小学 P:小学      | J:初级中学 | UNKNOWN | nobody of the stage is on the roll
            341 JS 111 public | J:初级中学 S:-     | J:初级中学 | PASS    | -
            """)
    void everyRollSpeaksOfTheStage(String school, String certificates, String others, String result, String because) {
        County county = new County().unit("A", school).unit("B", SCHOOL).teachers("A", certificates);
        if (!others.equals("-")) {
            county.teachers("B", others);
        }
        assertThat(result(county.checks(resources("A", "J")), "A1-G12", "J")).isEqualTo(result);
    }

    @ParameterizedTest(name = "{0}, {1} of {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            311 J 111 public          | 95  | 100 | PASS    | on the line
            311 J 121 public          | 94  | 100 | FAIL    | towns count
            311 J 220 public          | 10  | 100 | NA      | villages do not
            311 J 111 private         | 10  | 100 | NA      | nor private schools
            311 J 111 public boarding | 10  | 100 | NA      | nor boarding ones
            311 J - public            | 99  | 100 | UNKNOWN | town or country unknown
            311 J 111 public          | -   | 0   | UNKNOWN | not handed in
            """)
    void pupilsLiveInTheZone(String school, String inZone, long students, String result, String because) {
        List<MetricValue> figures = new ArrayList<>(resources("A", "J"));
        String share = inZone.equals("-") ? "-" : String.valueOf(Double.parseDouble(inZone) / students);
        figures.add(Region.figure("ENR-08", "students", "", "A", "2024", "J", "", share, students + "", "OK"));

        assertThat(result(new County().unit("A", school).checks(figures), "A1-G13", "J"))
                .isEqualTo(result);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            A1-G15 | ENR-10 in_public=.85       | J | PASS    | on the line
            A1-G15 | ENR-10 in_public=.84       | J | UNKNOWN | places bought in private schools are not handed in
            A1-Q1  | ENR-09 v7=.95 v10=.95      | J | PASS    | both readings
            A1-Q1  | ENR-09 v7=.95 v10=.94      | J | UNKNOWN | the readings disagree
            A1-Q1  | ENR-09 v7=.90 v10=.94      | J | FAIL    | both fail
            A1-Q1  | ENR-09 v7=.95              | J | UNKNOWN | one is absent
            A1-Q1  | ENR-09 v7=.10 v10=.10      | P | NA      | it is asked of junior schools
            """)
    void figuresOfTheCountyDecide(String item, String figures, String stage, String result, String because) {
        List<MetricValue> all = new ArrayList<>(resources("A", stage));
        String[] words = figures.split(" ");
        Stream.of(words)
                .skip(1)
                .map(word -> word.split("="))
                .forEach(one ->
                        all.add(Region.figure(words[0], one[0], "", COUNTY, "2024", stage, "", one[1], "100", "OK")));

        assertThat(result(new County().unit("A", SCHOOL).checks(all), item, stage))
                .isEqualTo(result);
    }

    @ParameterizedTest(name = "{0}={1}, without {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            ENR-10 in_public | 1   | 0 | PASS    | everybody is told
            ENR-10 in_public | 1   | 1 | UNKNOWN | 90 in public schools, and 100 in one that nobody says whose it is
            SOC-01 share     | .84 | 0 | FAIL    | every survey has its answers
            SOC-01 share     | .84 | 1 | UNKNOWN | the one without may mend it
            SOC-01 share     | .85 | 1 | UNKNOWN | or spoil it
            """)
    void whatAFigureLeavesOutMayDecideItsItem(
            String figure, String value, String leftOut, String result, String because) {
        String[] named = figure.split(" ");
        boolean isSurvey = named[0].equals("SOC-01");
        List<MetricValue> figures = new ArrayList<>(resources("A", "J"));
        figures.add(Region.figure(
                named[0], named[1], "", COUNTY, "2024", isSurvey ? "" : "J", "", value, "90", "OK", leftOut));

        assertThat(result(new County().unit("A", SCHOOL).checks(figures), isSurvey ? "A1-S1" : "A1-G15", "J"))
                .isEqualTo(result);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            311 J 111 public                   | .97 | UNKNOWN | has no whole cohort
            311 J 111 public                   | .90 | UNKNOWN | its pupils may mend it
            311 J 111 public opened=2022-09-01 | .97 | UNKNOWN | is three years old
            311 J 111 public opened=2022-09-02 | .97 | PASS    | can have no cohort yet
            311 J 111 public opened=2022-09-02 | .90 | FAIL    | -
            514 PJ 111 public                  | .97 | PASS    | a special school is not waited for
            """)
    void retentionIsOfEverySchoolThatHadACohort(String other, String value, String result, String because) {
        List<MetricValue> figures = new ArrayList<>(resources("A", "J"));
        for (String measure : List.of("v7", "v10")) {
            figures.add(Region.figure("ENR-09", measure, "", COUNTY, "2024", "J", "", value, "100", "OK", "1"));
            figures.add(Region.figure("ENR-09", measure, "", "A", "2024", "J", "", value, "100", "OK"));
            figures.add(Region.figure("ENR-09", measure, "", "B", "2024", "J", "", "-", "0", "MISSING_INPUT"));
        }
        assertThat(result(new County().unit("A", SCHOOL).unit("B", other).checks(figures), "A1-Q1", "J"))
                .isEqualTo(result);
    }

    @Test
    void satisfactionIsOfTheWholeCounty() {
        List<MetricValue> figures = new ArrayList<>(resources("A", "J"));
        figures.add(Region.figure("SOC-01", "share", "", COUNTY, "2024", "", "", ".85", "1000", "OK"));
        PolicyCheck check = one(new County().unit("A", SCHOOL).checks(figures), "A1-S1", "J");

        assertThat(check.result().name()).isEqualTo("PASS");
        assertThat(check.metricId()).isEqualTo("SOC-01");
        assertThat(check.n()).isEqualTo(1000);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            .149 .10 | PASS | PASS    | both subjects below the limit
            .15 .10  | PASS | FAIL    | on the line is not below it
            .149 -   | PASS | UNKNOWN | one is not known
            .149 .10 | -    | UNKNOWN | no word on the level
            .149 .10 | FAIL | FAIL    | the level
            """)
    void monitoringAsksForSpreadAndLevel(String differences, String level, String result, String because) {
        List<MetricValue> figures = new ArrayList<>(resources("A", "J"));
        for (String difference : differences.split(" ")) {
            figures.add(Region.figure("GAP-12", "icc", "", COUNTY, "2024", "J", "J8", difference, "100", "OK"));
        }
        County county = new County().unit("A", SCHOOL);
        if (!level.equals("-")) {
            county.inspection("A1:Q9", "", level, null);
        }
        assertThat(result(county.checks(figures), "A1-Q9", "J")).isEqualTo(result);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            A1:G1   | PASS | -    | PASS    | a word
            A1:G1   | -    | 1    | UNKNOWN | a number without a limit says nothing
            A1:G7   | -    | 6000 | PASS    | on the line
            A1:G7   | -    | 5999 | FAIL    | -
            A1:G7   | FAIL | 9000 | FAIL    | the word goes before the number
            A1:VETO | FAIL | -    | FAIL    | one vote
            """)
    void theLedgerDecidesTheRest(String item, String grade, String value, String result, String because) {
        County county = new County()
                .unit("A", SCHOOL)
                .inspection(
                        item, "", grade.equals("-") ? null : grade, value.equals("-") ? null : Double.valueOf(value));

        assertThat(result(county.checks(resources("A", "J")), item.replace(":", "-"), "J"))
                .isEqualTo(result);
    }

    @Test
    void theLatestWordCountsAndEverySchoolMustPass() {
        County county = new County()
                .unit("A", SCHOOL)
                .inspection("A1:G3", "", "FAIL", null)
                .inspection("A1:G3", "", "PASS", null);

        assertThat(result(county.checks(resources("A", "J")), "A1-G3", "J")).isEqualTo("PASS");
        assertThat(result(county.inspection("A1:G3", "A", "FAIL", null).checks(resources("A", "J")), "A1-G3", "J"))
                .isEqualTo("FAIL");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            A=PASS               | UNKNOWN | one of two schools
            A=PASS B=PASS        | PASS    | each of them
            county=PASS A=PASS   | PASS    | the county, and a school
            county=PASS A=FAIL   | FAIL    | one that fails is enough
            A=FAIL               | FAIL    | though nobody asked the other
            county=FAIL A=PASS   | FAIL    | -
            P=PASS               | UNKNOWN | a primary school alone
            """)
    void theWordOnOneSchoolIsNotThatOnTheCounty(String words, String result, String because) {
        County county = new County().unit("A", SCHOOL).unit("B", SCHOOL).unit("P", "211 P 111 public");
        for (String word : words.trim().split(" ")) {
            String[] of = word.split("=");
            for (String item : List.of("A1:G3", "A1:VETO")) {
                county.inspection(item, of[0].equals("county") ? "" : of[0], of[1], null);
            }
        }
        List<PolicyCheck> checks = county.checks(resources("A", "J"));

        assertThat(result(checks, "A1-G3", "J")).isEqualTo(result);
        assertThat(result(checks, "A1-VETO", "J")).isEqualTo(result);
    }

    /** 0.1, 0.2 and 9.9 for 100 pupils each: without the special school the spread is that of the first two. */
    @Test
    void specialAndVocationalSchoolsAndSmallTeachingPointsAreNotSpokenOf() {
        List<MetricValue> figures = new ArrayList<>(List.of(
                Region.figure("RES-01", "value", "", "A", "2024", "P", "", ".1", "100", "OK"),
                Region.figure("RES-01", "value", "", "B", "2024", "P", "", ".2", "100", "OK"),
                Region.figure("RES-01", "value", "", "C", "2024", "P", "", "9.9", "100", "OK"),
                Region.figure("GAP-01", "RES-01", "", COUNTY, "2024", "P", "", "1.3", "300", "OK")));
        County county = new County().unit("A", "211 P 111 public").unit("B", "211 P 111 public");

        PolicyCheck spread = one(county.unit("C", "512 P 111 public").checks(figures), "A1-CV-RES-01", "P");
        assertThat(spread.value()).isCloseTo(.05 / .15, within(1e-12));
        assertThat(spread.result().name()).isEqualTo("PASS");
        assertThat(one(county.unit("C", "218 P 111 public").checks(figures), "A1-CV-RES-01", "P")
                        .value())
                .as("a teaching point of a hundred")
                .isEqualTo(1.3);
        figures.set(2, Region.figure("RES-01", "value", "", "C", "2024", "P", "", "9.9", "49", "OK"));
        List<PolicyCheck> checks = county.unit("C", "218 P 111 public").checks(figures);
        assertThat(one(checks, "A1-CV-RES-01", "P").value()).as("of forty-nine").isCloseTo(.05 / .15, within(1e-12));
        assertThat(checks).noneMatch(check -> check.schoolCode().equals("C"));
    }
}
