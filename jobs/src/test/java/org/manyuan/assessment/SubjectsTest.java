package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentRank;
import org.manyuan.domain.AssessmentScore;

/** What gets the score, who bears it, and its grade: METRICS C1, bundling rules. */
class SubjectsTest {
    /** One leaf on the exchange rate of the lead, 100 at a tenth; the values of units. */
    private static final String RATES = """
            TCH-01 | rate | | A | 2024 | | | .06 | 100 | OK
            TCH-01 | rate | | B | 2024 | | | .02 | 100 | OK
            TCH-01 | rate | | C | 2024 | | | .04 | 100 | OK
            TCH-01 | rate | education_group | G1 | 2024 | | | .04 | 300 | OK
            """;

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            group  | group  | G1:40           | the group
            lead   | lead   | A:60            | its own figure
            lead   | member | A:30            | its members' together
            lead   | group  | A:40            | the group's
            member | member | B:20, C:40      | each its own
            member | lead   | B:60, C:60      | the lead's
            """)
    void eachSubjectHasAScoreOfItsOwn(String subject, String unit, String expected, String reason) {
        Assessed assessed = BundledAssessment.of(scheme(subject, unit, "attribution: {mode: subject_only}"), region());

        assertThat(assessed.scores().stream()
                        .map(row -> (row.schoolCode().isEmpty() ? row.groupCode() : row.schoolCode()) + ":"
                                + Math.round(row.score()))
                        .toList())
                .containsExactly(expected.split(", "));
        assertThat(assessed.ranks()).hasSameSizeAs(assessed.scores());
        assertThat(assessed.ranks())
                .extracting(AssessmentRank::schoolCode)
                .containsExactlyElementsOf(assessed.scores().stream()
                        .map(AssessmentScore::schoolCode)
                        .toList());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            attribution: {mode: lead_mix, beta: 0.25}                                  | 52.5 | .75·60 + .25·(20 + 40)/2
            attribution: {mode: lead_mix, beta: 0}                                     | 60   | its own
            attribution: {mode: all, by_form: {城乡共建型: {mode: lead_mix, beta: 1}}} | 30   | of this form, its members' mean alone
            attribution: {mode: all, by_form: {融合型: {mode: lead_mix, beta: 1}}}     | 60   | of another form
            attribution: {mode: lead_mix, beta: 1, by_form: {城乡共建型: {mode: bonus_only}}} | 60 | nobody else bears it
            """)
    void theLeadIsMixedWithItsMembers(String attribution, double expected, String reason) {
        Assessed assessed = BundledAssessment.of(scheme("lead", "lead", attribution), region());
        AssessmentScore score = assessed.scores().get(0);

        assertThat(assessed.scores()).hasSize(1);
        assertThat(score.score()).isCloseTo(expected, within(1e-9));
        assertThat(score.scoreRaw()).as("its own").isCloseTo(60, within(1e-9));
    }

    @Test
    void aMixedScoreIsAsSmallAsItsSmallestSchool() {
        Assessed assessed = BundledAssessment.of(
                scheme("lead", "lead", "attribution: {mode: lead_mix, beta: 0.25}"),
                new Region()
                        .group("G1", "A lead, B member, C member")
                        .figures(RATES.replace(".02 | 100", ".02 | 7"))
                        .facts());

        assertThat(assessed.indicators())
                .extracting(AssessmentIndicator::leastSide)
                .containsExactly(7L);
    }

    @Test
    void withoutMembersThereIsNothingToMix() {
        Region alone = new Region().group("G1", "A lead").figures(RATES);
        AssessmentScore score = BundledAssessment.of(
                        scheme("lead", "lead", "attribution: {mode: lead_mix, beta: 0.25}"), alone.facts())
                .scores()
                .get(0);

        assertThat(score.score()).isNull();
        assertThat(score.scoreRaw()).isCloseTo(60, within(1e-9));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            [{name: 优, min: 40}, {name: 良, min: 20}, {name: 差, min: 0}] | none | 优 | at the bound
            [{name: 差, min: 50}, {name: 优, min: 90}]                     | none | 差 | below all: the lowest
            [{name: 优, min: 40}, {name: 差, min: 0}]                      | veto | 差 | a veto leaves the lowest
            """)
    void gradesFollowTheScore(String grades, String onFail, String expected, String reason) {
        Scheme scheme = DemoScheme.read(text("group", "group", "attribution: {mode: all}")
                .replace("grades: none", "grades: " + grades)
                .replace("target: 0.1}", "target: 0.1}, threshold: {op: '>=', value: 0.05, on_fail: " + onFail + "}"));
        Assessed assessed = BundledAssessment.of(scheme, region());

        assertThat(assessed.scores().get(0).grade()).isEqualTo(expected);
        assertThat(assessed.scores().get(0).score()).as("never the score").isCloseTo(40, within(1e-9));
        assertThat(assessed.ranks().get(0).pGrade()).isBetween(0.0, 1.0).isPositive();
    }

    private static RegionFacts region() {
        return new Region()
                .group("G1", "A lead, B member, C member")
                .figures(RATES)
                .facts();
    }

    private static Scheme scheme(String subject, String unit, String attribution) {
        return DemoScheme.read(text(subject, unit, attribution));
    }

    private static String text(String subject, String unit, String attribution) {
        return """
                scheme:
                  id: s
                  version: 1
                  region: {adcode: "370305"}
                  subject: %s
                  years: {assessed: 2024}
                  weight_source: bureau
                  indicators:
                    - {id: N, name: 甲, weight: 1, name_origin: named, metric_origin: direct, target_origin: seed, metric: TCH-01,
                       unit: %s, direction: higher, normalisation: {method: target_ratio, target: 0.1}}
                  %s
                  grades: none
                """.formatted(subject, unit, attribution);
    }
}
