package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MembershipSpan;

/** BND-01: which rows a leaf takes, and what becomes of them. */
class BundledAssessmentTest {
    private static final String NARROWING = """
            GAP-16 | rate | education_group/GAP-08b/base_founding | G1 | 2024 | J | J9 | .15 | 400 | OK
            GAP-16 | rate | education_group/GAP-08c/base_founding | G1 | 2024 | J | J9 | .30 | 400 | OK
            GAP-16 | rate | education_group/GAP-08b/base_founding | G1 | 2024 | J | M9 | .02 | 400 | OK
            GAP-16 | rate | education_group/GAP-08b/base_previous | G1 | 2024 | J | J9 | .01 | 400 | OK
            GAP-16 | rate | education_group/GAP-08b/base_founding/as_of_base | G1 | 2024 | J | J9 | .03 | 400 | OK
            GAP-16 | rate | education_group/GAP-08b/base_founding | G1 | 2023 | J | J9 | .04 | 400 | OK
            """;
    private static final String INTAKE = """
            ENR-02 | growth | education_group/base_founding/member | G1 | 2024 | J | | .10 | 300 | OK
            ENR-02 | growth | education_group/base_founding/member | G1 | 2024 | P | | .40 | 100 | N_TOO_SMALL
            ENR-02 | growth | education_group/base_founding/member | G1 | 2024 | S | | .90 | 500 | OK
            ENR-02 | growth | education_group/base_founding | G1 | 2024 | J | | .77 | 900 | OK
            ENR-02 | growth | education_group/member | G1 | 2024 | J | | .66 | 300 | OK
            """;
    private static final String EXCHANGE = """
            TCH-01 | rate | education_group | G1 | 2024 |   | | .99 | 120 | OK
            TCH-01 | rate | education_group | G1 | 2024 | J | | .06 | 80 | OK
            TCH-01 | rate | education_group | G1 | 2024 | P | | .03 | 20 | N_TOO_SMALL
            """;

    private static Region region() {
        return new Region().group("G1", "A lead, B member, C member");
    }

    @Test
    void takesTheRowsThatTheSchemeAsksForAndNoOthers() {
        Assessed assessed = BundledAssessment.of(
                DemoScheme.with(),
                region().figures(NARROWING + INTAKE + EXCHANGE).facts());

        assertThat(indicator(assessed, "N1").value())
                .as("R of GAP-08b since the founding, J9")
                .isEqualTo(.15);
        assertThat(indicator(assessed, "N2").value())
                .as("members' growth of P and J, by base-year intake")
                .isCloseTo((.10 * 300 + .40 * 100) / 400, within(1e-12));
        assertThat(indicator(assessed, "N3").value())
                .as("exchanged of P and J over eligible of P and J")
                .isCloseTo((.06 * 80 + .03 * 20) / 100, within(1e-12));
        assertThat(indicator(assessed, "N2").variant()).isEqualTo("education_group/base_founding/member");
        assertThat(indicator(assessed, "N2").n()).isEqualTo(400);
        assertThat(indicator(assessed, "N2").leastSide())
                .as("the least of the rows'")
                .isEqualTo(100);
        AssessmentScore score = assessed.scores().get(0);
        assertThat(score.score()).isCloseTo(.4 * 50 + .3 * 35 + .3 * 54, within(1e-9));
        assertThat(score.coverage()).isEqualTo(1);
        assertThat(score.flag()).isEqualTo(Flag.N_TOO_SMALL);
        assertThat(score.marks()).isEqualTo("trial,draft,equal_assumed,placeholder");
        assertThat(score.countedUnits()).isEqualTo(3);
        assertThat(assessed.indicators())
                .extracting(AssessmentIndicator::nodeId)
                .containsExactly("N1", "N2", "N3", "B1", "P1");
        assertThat(assessed.indicators())
                .extracting(AssessmentIndicator::position)
                .containsExactly(1, 2, 3, 4, 5);
    }

    /** B is weak, C weak and new, D neither; of a figure of the side all members are part, so the units' own are taken. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            tags: [weak]                           | .16 | B and C, by their base-year intake
            tags: [new, boarding]                  | .2  | C alone
            tags: [boarding]                       | -   | nobody
            member_kind: [weak], tags: [weak]      | -   | the tag is not the kind of the membership
            member_kind: [], tags: []              | .10 | all of them, as the row of the side has it
            """)
    void ofSomeMembersByTheirTags(String members, Double value, String why) {
        Region region = new Region()
                .group("G1", "A lead, B member, C member, D member")
                .figures(INTAKE.lines().findFirst().orElseThrow())
                .figures("""
                        ENR-02 | growth | education_group/base_founding | B | 2024 | J | | .1 | 100 | OK
                        ENR-02 | growth | education_group/base_founding | C | 2024 | J | | .2 | 150 | OK
                        ENR-02 | growth | education_group/base_founding | D | 2024 | J | | .9 | 150 | OK
                        """)
                .tag("B", "weak")
                .tag("C", "weak;new");
        Scheme scheme =
                DemoScheme.with("unit: member, direction", "unit: member, members: {" + members + "}, direction");

        AssessmentIndicator growth = indicator(BundledAssessment.of(scheme, region.facts()), "N2");
        if (value == null) {
            assertThat(growth.value()).as(why).isNull();
        } else {
            assertThat(growth.value()).as(why).isCloseTo(value, within(1e-12));
        }
    }

    @Test
    void belowTheCoverageThereIsNoScore() {
        Assessed assessed = BundledAssessment.of(
                DemoScheme.with(), region().figures(NARROWING).facts());
        AssessmentScore score = assessed.scores().get(0);

        assertThat(score.score()).as(".4 is below .66").isNull();
        assertThat(score.scoreRaw()).isNull();
        assertThat(score.coverage()).isCloseTo(.4, within(1e-12));
        assertThat(score.flag()).isEqualTo(Flag.MISSING_INPUT);
        assertThat(indicator(assessed, "N2").value()).isNull();
        assertThat(indicator(assessed, "N2").flag()).isEqualTo(Flag.MISSING_INPUT);
        assertThat(indicator(assessed, "N1").contribution()).isNull();
        assertThat(indicator(assessed, "P1").contribution()).isNull();
    }

    @Test
    void whatIsMissingIsReweightedAndSaid() {
        Assessed assessed = BundledAssessment.of(
                DemoScheme.with(), region().figures(NARROWING + EXCHANGE).facts());
        AssessmentScore score = assessed.scores().get(0);

        assertThat(score.score()).isCloseTo((.4 * 50 + .3 * 54) / .7, within(1e-9));
        assertThat(score.coverage()).isCloseTo(.7, within(1e-12));
        assertThat(score.flag()).isEqualTo(Flag.APPROXIMATE);
        assertThat(contributions(assessed)).isCloseTo(score.scoreRaw(), within(1e-9));
    }

    @Test
    void aRegionWithoutAGroupAndAYearThatHasNotBegunGiveNothing() {
        assertThat(BundledAssessment.of(DemoScheme.with(), new Region().facts()).scores())
                .isEmpty();
        assertThat(BundledAssessment.of(
                                DemoScheme.with("assessed: 2024", "assessed: 2025"),
                                region().figures(EXCHANGE).facts())
                        .scores())
                .isEmpty();
    }

    @Test
    void aGroupWithoutAFigureIsUnknownNotZero() {
        AssessmentScore score = BundledAssessment.of(DemoScheme.with(), region().facts())
                .scores()
                .get(0);

        assertThat(score.score()).isNull();
        assertThat(score.coverage()).isZero();
    }

    @Test
    void aGroupOfWhichNobodyCountsYetHasNoScore() {
        Region region = new Region();
        region.group("G1", "A lead, B member");
        RegionFacts facts = region.figures(NARROWING + INTAKE + EXCHANGE).facts();
        RegionFacts young = with(
                facts,
                facts.groups(),
                facts.spans().stream()
                        .map(span -> span.part(LocalDate.of(2025, 2, 10), null, span.role()))
                        .toList());
        AssessmentScore score =
                BundledAssessment.of(DemoScheme.with(), young).scores().get(0);

        assertThat(score.score()).isNull();
        assertThat(score.flag()).isEqualTo(Flag.MISSING_INPUT);
        assertThat(score.countedUnits()).isZero();
        assertThat(score.waitingUnits()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2025-08-31, 1", "2025-08-30, 0"})
    void aGroupIsAssessedWhereItStoodUntilTheLastDayOfTheYear(LocalDate dissolved, int scored) {
        RegionFacts facts = region().facts();
        List<EducationGroup> ended = facts.groups().stream()
                .map(group -> new EducationGroup(
                        group.groupCode(),
                        group.name(),
                        group.authorityCode(),
                        group.kind(),
                        group.form(),
                        group.foundedOn(),
                        dissolved,
                        group.origin()))
                .toList();

        assertThat(BundledAssessment.of(DemoScheme.with(), with(facts, ended, facts.spans()))
                        .scores())
                .hasSize(scored);
    }

    private static RegionFacts with(RegionFacts facts, List<EducationGroup> groups, List<MembershipSpan> spans) {
        return new RegionFacts(
                facts.figures(), groups, spans, facts.units(), facts.exams(), facts.checks(), facts.asOf());
    }

    @Test
    void whereTheLeadSatNoExamOfTheMembersTheyAreComparedWithTheOthers() {
        Assessed assessed = BundledAssessment.of(
                DemoScheme.with(),
                region().figures(NARROWING.replace("| .15 | 400 | OK", "| - | 0 | BASE_MISSING"))
                        .figures("GAP-07 | gap | education_group | G1 | 2024 | J | J9 | - | 0 | BASE_MISSING")
                        .figures("GAP-07 | gap | education_group | G1 | 2024 | J | M9 | 9 | 400 | OK")
                        .facts());

        assertThat(indicator(assessed, "N1").value()).isEqualTo(.30);
        assertThat(indicator(assessed, "N1").variant()).isEqualTo("education_group/GAP-08c/base_founding");
    }

    @Test
    void aGroupOfPrimarySchoolsTakesItsOwnExam() {
        Region primary = new Region()
                .group("G1", "PA lead, PB member")
                .figures(NARROWING)
                .figures("GAP-16 | rate | education_group/GAP-08b/base_founding | G1 | 2024 | P | P5 | .06 | 90 | OK");

        assertThat(indicator(BundledAssessment.of(DemoScheme.with(), primary.facts()), "N1")
                        .value())
                .isEqualTo(.06);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            student_weighted | .16 | (.1·100 + .2·150) / 250
            mean             | .15 | each unit alike
            min              | .10 | the weakest
            median           | .15 | of two the middle
            """)
    void aUnitThatWaitsIsLeftOutAndTheOthersAreReduced(String reducer, double expected, String reason) {
        Region region = region().member("G1", "D", "member", "2024-10-01")
                .figures(NARROWING + INTAKE + EXCHANGE)
                .figures("""
                        ENR-02 | growth | education_group/base_founding | A | 2024 | J | | -.5 | 200 | OK
                        ENR-02 | growth | education_group/base_founding | B | 2024 | J | | .1  | 100 | OK
                        ENR-02 | growth | education_group/base_founding | C | 2024 | J | | .2  | 150 | OK
                        ENR-02 | growth | education_group/base_founding | D | 2024 | J | | 9   | 150 | OK
                        ENR-02 | growth |                               | B | 2024 | J | | 7   | 150 | OK
                        """);
        Assessed assessed = BundledAssessment.of(
                DemoScheme.with("metric: ENR-02, unit: member", "metric: ENR-02, unit: member, reducer: " + reducer),
                region.facts());

        assertThat(indicator(assessed, "N2").value()).isCloseTo(expected, within(1e-12));
        assertThat(indicator(assessed, "N2").k()).isEqualTo(2);
        assertThat(indicator(assessed, "N1").flag())
                .as("the comparison still holds the unit that waits")
                .isEqualTo(Flag.APPROXIMATE);
        assertThat(assessed.scores().get(0).waitingUnits()).isEqualTo(1);
        assertThat(assessed.scores().get(0).countedUnits()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            FAIL | FAIL    | -3 | both fail
            FAIL | UNKNOWN | 0  | UNKNOWN is never FAIL
            FAIL | -       | 0  | no row
            PASS | FAIL    | 0  | one holds
            """)
    void adjustmentsFollowTheRules(String r1, String r2, double points, String reason) {
        Region region = region().figures(NARROWING + INTAKE + EXCHANGE).check("CN-R1", CheckResult.valueOf(r1));
        if (!r2.equals("-")) {
            region.check("CN-R2", CheckResult.valueOf(r2));
        }
        Assessed assessed = BundledAssessment.of(DemoScheme.with(), region.facts());
        AssessmentScore score = assessed.scores().get(0);

        assertThat(indicator(assessed, "P1").contribution()).isCloseTo(points, within(0.0));
        assertThat(indicator(assessed, "B1").contribution())
                .as("no ledger, no award")
                .isZero();
        assertThat(score.score()).isCloseTo(score.scoreRaw() + points, within(1e-12));
        assertThat(contributions(assessed)).isCloseTo(score.scoreRaw(), within(1e-9));
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            kind == 'education_group'                       | points: 2, cap: 5    | 48.7 | of this kind
            kind == 'pair'                                  | points: 2, cap: 5    | 46.7 | of another
            form == '城乡共建型' and kind == 'education_group' | points: 2, cap: 5    | 48.7 | both hold
            role == 'lead'                                  | points: 2, cap: 5    | 46.7 | a group has no role
            ledger('award').count == 0                      | points: 2, cap: 5    | 48.7 | no row counts 0
            ledger('award').count < 1 and ledger('a').value == 0 | points: 2, cap: 5 | 46.7 | no row has no value
            kind == 'education_group'                       | points: 9, cap: 5    | 51.7 | capped
            kind == 'education_group'                       | points: 90, cap: null | 100 | the scale ends
            kind == 'education_group'                       | points: null, cap: 5 | 46.7 | recorded, not scored
            """)
    void bonusesAreAddedAfterAggregation(String when, String points, double expected, String reason) {
        Scheme scheme = DemoScheme.with("ledger('award', 'group').level >= 'city'", when, "points: 2, cap: 5", points);
        Assessed assessed = BundledAssessment.of(
                scheme, region().figures(NARROWING + INTAKE + EXCHANGE).facts());

        assertThat(assessed.scores().get(0).score()).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            on_fail: none   | 50 | 46.7 | -    | shown only
            on_fail: zero   | 0  | 26.7 | -    | the leaf scores nothing
            on_fail: cap:20 | 20 | 34.7 | -    | the leaf scores at most 20
            on_fail: veto   | 50 | 46.7 | VETO | the verdict, never the score
            """)
    void aThresholdThatIsMissed(String onFail, double normalised, double score, String grade, String reason) {
        Assessed assessed = BundledAssessment.of(
                DemoScheme.with("value: 0, on_fail: none", "value: 0.2, " + onFail),
                region().figures(NARROWING + INTAKE + EXCHANGE).facts());

        assertThat(indicator(assessed, "N1").normalised()).isCloseTo(normalised, within(1e-9));
        assertThat(assessed.scores().get(0).score()).isCloseTo(score, within(1e-9));
        assertThat(assessed.scores().get(0).grade()).isEqualTo(grade.equals("-") ? null : grade);
    }

    @Test
    void imputesTheMedianOfTheOtherGroups() {
        Region region = region().group("G2", "E lead, F member").group("G3", "H lead, I member");
        region.figures(NARROWING + INTAKE + EXCHANGE);
        region.figures((NARROWING + EXCHANGE).replace("G1", "G2"));
        region.figures((NARROWING + INTAKE + EXCHANGE).replace("G1", "G3").replace(".10 | 300", ".30 | 300"));
        Assessed assessed =
                BundledAssessment.of(DemoScheme.with("rule: reweight", "rule: impute_group_median"), region.facts());
        AssessmentIndicator imputed = assessed.indicators().stream()
                .filter(row -> row.groupCode().equals("G2") && row.nodeId().equals("N2"))
                .findFirst()
                .orElseThrow();

        assertThat(imputed.normalised()).as("between 35 and 65").isCloseTo(50, within(1e-9));
        assertThat(imputed.value()).isNull();
        assertThat(imputed.flag()).isEqualTo(Flag.MISSING_INPUT);
        assertThat(assessed.scores().get(1).coverage()).isCloseTo(.7, within(1e-12));
        assertThat(assessed.scores().get(1).flag()).isEqualTo(Flag.APPROXIMATE);
    }

    @Test
    void aGroupOfFewerStudentsThanThePopulationIsNotAssessed() {
        Region region = region().figures(NARROWING + INTAKE + EXCHANGE);
        Scheme scheme = DemoScheme.with("min_students: 10", "min_students: 500");

        assertThat(BundledAssessment.of(
                                scheme,
                                region.figures("ENR-04 | hhi | education_group | G1 | 2024 | J | | .5 | 499 | OK")
                                        .facts())
                        .scores())
                .isEmpty();
        assertThat(BundledAssessment.of(
                                scheme,
                                region.figures("ENR-04 | hhi | education_group | G1 | 2024 | P | | .5 | 1 | OK")
                                        .facts())
                        .scores())
                .hasSize(1);
    }

    @Test
    void theSameRowsInAnyOrderGiveTheSameScores() {
        Region region = region().group("G2", "E lead, F member").check("CN-R1", CheckResult.PASS);
        region.figures(NARROWING + INTAKE + EXCHANGE);
        region.figures((NARROWING + INTAKE).replace("G1", "G2"));
        Assessed straight = BundledAssessment.of(DemoScheme.with(), region.facts());

        LongStream.range(0, 20).forEach(seed -> {
            Assessed shuffled = BundledAssessment.of(DemoScheme.with(), region.shuffled(seed));
            assertThat(shuffled.scores()).isEqualTo(straight.scores());
            assertThat(sorted(shuffled)).isEqualTo(sorted(straight));
        });
    }

    private static List<AssessmentIndicator> sorted(Assessed assessed) {
        return assessed.indicators().stream()
                .sorted(Comparator.comparing(AssessmentIndicator::groupCode)
                        .thenComparing(AssessmentIndicator::position))
                .toList();
    }

    private static double contributions(Assessed assessed) {
        return assessed.indicators().stream()
                .filter(row -> row.nodeKind().equals("leaf") && row.contribution() != null)
                .mapToDouble(AssessmentIndicator::contribution)
                .sum();
    }

    private static AssessmentIndicator indicator(Assessed assessed, String id) {
        return assessed.indicators().stream()
                .filter(row -> row.nodeId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
