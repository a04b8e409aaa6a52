package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.IndicatorLeaf;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.MetricValue;

/** A leaf of some kinds of members, METRICS C2. */
class LeafFiguresTest {
    @ParameterizedTest(name = "{0}, {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            lead_vs_member | B member:new, C member:new  | .15 | OK            | the group's row is of these
            lead_vs_member | B member:new, C member:weak | .15 | APPROXIMATE   | others are pooled in
            lead_vs_member | B member:new, C member      | .15 | APPROXIMATE   | of one nobody says the kind
            lead_vs_member | B member:weak, C member     |     | MISSING_INPUT | none of them
            group          | B member:new, C member:new  | .15 | OK            | -
            group          | B member:new, C member:weak | .15 | APPROXIMATE   | -
            group          | B member, C member:weak     |     | MISSING_INPUT | -
            """)
    void membersOfAKindHaveAFigureWhereThereAreAny(
            String unit, String members, Double value, String flag, String because) {
        Region region = new Region()
                .group("G1", "A lead, " + members)
                .figures("GAP-16 | rate | education_group/GAP-08b/base_founding | G1 | 2024 | J | J9 | .15 | 400 | OK");
        AssessmentIndicator leaf = BundledAssessment.of(
                        DemoScheme.with(
                                "unit: lead_vs_member", "unit: " + unit, "member_kind: []", "member_kind: [new]"),
                        region.facts())
                .indicators()
                .stream()
                .filter(row -> row.nodeId().equals("N1"))
                .findFirst()
                .orElseThrow();

        assertThat(leaf.value()).isEqualTo(value);
        assertThat(leaf.flag().name()).isEqualTo(flag);
    }

    @ParameterizedTest(name = "B since {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2020-09-01 | .15 | APPROXIMATE   | C waits, B counts
            2024-10-01 |     | MISSING_INPUT | a comparison with nobody who counts
            """)
    void aComparisonWithMembersAsksForOneThatCounts(String since, Double value, String flag, String because) {
        Region region = new Region()
                .group("G1", "A lead")
                .member("G1", "B", "member", since)
                .member("G1", "C", "member", "2024-10-01")
                .figures("GAP-16 | rate | education_group/GAP-08b/base_founding | G1 | 2024 | J | J9 | .15 | 400 | OK");
        AssessmentIndicator leaf = BundledAssessment.of(DemoScheme.with(), region.facts())
                .indicators()
                .get(0);

        assertThat(leaf.nodeId()).isEqualTo("N1");
        assertThat(leaf.value()).isEqualTo(value);
        assertThat(leaf.flag().name()).isEqualTo(flag);
    }

    @ParameterizedTest(name = "{0} {1}, {2}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            TCH-07 | activities | group  | 12  | APPROXIMATE | of the group: who organised each is another question
            GOV-04 | share      | group  | .5  | APPROXIMATE | of the group's documents
            SOC-01 | share      | group  | .8  | APPROXIMATE | of the group's survey
            RES-20 | increment  | group  | .1  | APPROXIMATE | of the group's seats
            TCH-01 | rate       | group  | .04 | OK          | of the units that count
            ENR-01 | intake     | group  | 50  | OK          | counts of stages and units add up
            ENR-01 | intake     | member | 20  | OK          | those of the members
            ENR-14 | headcount  | group  | 50  | OK          | -
            """)
    void whereAUnitWaits(String metric, String measure, String unit, double expected, String flag, String because) {
        Region region = new Region()
                .group("G1", "A lead, B member")
                .member("G1", "C", "member", "2024-10-01")
                .figures("""
                TCH-07 | activities | education_group | G1 | 2024 |   | | 12 | 12 | OK
                TCH-07 | activities | | A | 2024 |   | | 3 | 3 | OK
                TCH-07 | activities | | B | 2024 |   | | 4 | 4 | OK
                GOV-04 | share      | education_group | G1 | 2024 |   | | .5 | 4 | OK
                GOV-04 | share      | | A | 2024 |   | | .25 | 4 | OK
                SOC-01 | share      | education_group | G1 | 2024 |   | | .8 | 90 | OK
                SOC-01 | share      | | B | 2024 |   | | .6 | 90 | OK
                RES-20 | increment  | education_group/base_founding | G1 | 2024 |   | | .1 | 9 | OK
                RES-20 | increment  | education_group/base_founding | A  | 2024 |   | | .3 | 9 | OK
                TCH-01 | rate       | education_group | G1 | 2024 |   | | .5 | 9 | OK
                TCH-01 | rate       | | A | 2024 |   | | .02 | 50 | OK
                TCH-01 | rate       | | B | 2024 |   | | .06 | 50 | OK
                TCH-01 | rate       | | C | 2024 |   | | .9  | 50 | OK
                ENR-01 | intake     | education_group | G1 | 2024 | J | | 99 | 99 | OK
                ENR-01 | intake     | | A | 2024 | P | | 10 | 10 | OK
                ENR-01 | intake     | | A | 2024 | J | | 20 | 20 | OK
                ENR-01 | intake     | | B | 2024 | J | | 20 | 20 | OK
                ENR-01 | intake     | | C | 2024 | J | | 49 | 49 | OK
                ENR-14 | headcount  | | A | 2024 | P | | 10 | 10 | OK
                ENR-14 | headcount  | | A | 2024 | J | | 20 | 20 | OK
                ENR-14 | headcount  | | B | 2024 | J | | 20 | 20 | OK
                """);
        AssessmentIndicator leaf = indicator(
                DemoScheme.with(
                        "metric: TCH-01, unit: group",
                        "metric: " + metric + ", measure: " + measure + ", unit: " + unit),
                region);

        assertThat(leaf.value()).isCloseTo(expected, within(1e-12));
        assertThat(leaf.flag().name()).isEqualTo(flag);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            student_weighted | 40 | counts add up
            mean             | 20 | each unit alike
            min              | 15 | -
            median           | 20 | -
            """)
    void countsOfStagesAddUpAndUnitsAsTheReducerSays(String reducer, double expected, String because) {
        Region region = new Region().group("G1", "A lead, B member, C member").figures("""
                ENR-01 | intake | | B | 2024 | P | | 5  | 5  | OK
                ENR-01 | intake | | B | 2024 | J | | 10 | 10 | OK
                ENR-01 | intake | | C | 2024 | J | | 25 | 25 | OK
                """);

        assertThat(indicator(
                                DemoScheme.with(
                                        "metric: TCH-01, unit: group",
                                        "metric: ENR-01, unit: member, reducer: " + reducer),
                                region)
                        .value())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "since {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2021 | .3 | the founding's
            2023 | .2 | the year before's, whose rows of units name no kind
            2019 |    | no rows of that year
            """)
    void aBaseYearInNumbersTakesWhicheverRowsHaveIt(int base, Double expected, String because) {
        Region region = new Region().group("G1", "A lead, B member").figures("""
                TCH-08r | growth | education_group/base_founding@2021 | B | 2024 | | | .3 | 9 | OK
                TCH-08r | growth | @2023                              | B | 2024 | | | .2 | 9 | OK
                """);

        assertThat(indicator(
                                DemoScheme.with(
                                        "metric: TCH-01, unit: group",
                                        "metric: TCH-08r, unit: member, params: {base: " + base + "}"),
                                region)
                        .value())
                .isEqualTo(expected);
    }

    /** The error of a growth is that of its log ratio, (1 + g)·se. */
    @Test
    void theGrowthOfIntakeHasTheErrorOfItsLogRatio() {
        FigureBook book = new FigureBook(
                List.of(
                        row("ENR-02 | growth   | education_group/member | G1 | 2024 | J | | .5 | 100 | OK"),
                        row("ENR-02 | ln_ratio | education_group/member | G1 | 2024 | J | | .4 | 100 | OK | - | .1"),
                        row("ENR-02 | ln_ratio | education_group        | G1 | 2024 | J | | .4 | 100 | OK | - | .7")),
                List.of(),
                Set.of());
        IndicatorLeaf leaf = DemoScheme.with("base: founding", "base: previous")
                .indicators()
                .get(1)
                .leaf();

        assertThat(book.ofGroup(leaf, "G1", "education_group", "member", 2024).se())
                .isCloseTo(.15, within(1e-12));
    }

    @ParameterizedTest(name = "{0}, {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            J:500        | 1 | enough
            K:500        | 0 | none in the scheme's stages
            K:500, J:9   | 0 | too few
            K:500, J:10  | 1 | -
            -            | 1 | nobody handed in how many
            """)
    void groupsWithoutPupilsInTheStagesAreNotScored(String students, int scored, String because) {
        Region region = new Region().group("G1", "A lead, B member");
        for (String ofStage : students.split(", ")) {
            if (!ofStage.equals("-")) {
                String[] cells = ofStage.split(":");
                region.figures("ENR-04 | hhi | education_group | G1 | 2024 | %s | | .5 | %s | OK"
                        .formatted(cells[0], cells[1]));
            }
        }

        assertThat(BundledAssessment.of(DemoScheme.with(), region.facts()).scores())
                .hasSize(scored);
        assertThat(BundledAssessment.of(
                                DemoScheme.with(),
                                new Region().group("G1", "SA lead, SB member").facts())
                        .scores())
                .as("a group of senior schools")
                .isEmpty();
    }

    private static MetricValue row(String line) {
        return Region.figure(Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new));
    }

    private static AssessmentIndicator indicator(Scheme scheme, Region region) {
        return BundledAssessment.of(scheme, region.facts()).indicators().stream()
                .filter(row -> row.nodeId().equals("N3"))
                .findFirst()
                .orElseThrow();
    }
}
