package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.EducationGroup;
import org.manyuan.metric.GoldenRows;

/**
 * The check value of METRICS C1 from the golden pupils on: gap, narrowing, intake and exchange are computed by the metrics, and the
 * scheme takes their rows.
 */
class CheckValueTest {
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "GAP-07,  arithmetic, 79.120529, 77.97373798",
        "GAP-07,  geometric,  77.575497, 77.97373798",
        "GAP-07,  min,        59.770115, 77.97373798",
        "GAP-08b, arithmetic, 73.203236, 63.18050272",
        "GAP-08b, geometric,  71.314601, 63.18050272",
        "GAP-08b, min,        59.770115, 63.18050272"
    })
    void ofTheGoldenTown(String gap, String aggregation, double expected, double narrowing) {
        Assessed assessed = BundledAssessment.of(scheme(gap, aggregation), facts());

        assertThat(score(assessed, "GA").score()).isCloseTo(expected, within(1e-6));
        assertThat(score(assessed, "GA").coverage()).isEqualTo(1);
        assertThat(indicator(assessed, "N1").normalised()).isCloseTo(narrowing, within(5e-8));
        assertThat(indicator(assessed, "N2").normalised()).isCloseTo(59.77011494, within(5e-8));
        assertThat(indicator(assessed, "N3").value()).isCloseTo(.12, within(1e-12));
        assertThat(indicator(assessed, "N3").normalised()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"GAP-07", "GAP-08b"})
    void itsContributionsAddUp(String gap) {
        Assessed assessed = BundledAssessment.of(scheme(gap, "arithmetic"), facts());

        for (AssessmentScore score : assessed.scores()) {
            double sum = assessed.indicators().stream()
                    .filter(row -> row.groupCode().equals(score.groupCode())
                            && row.nodeKind().equals("leaf")
                            && row.contribution() != null)
                    .mapToDouble(AssessmentIndicator::contribution)
                    .sum();
            if (score.scoreRaw() == null) {
                assertThat(sum).as(score.groupCode() + " has no score").isZero();
            } else {
                assertThat(sum).as(score.groupCode()).isCloseTo(score.scoreRaw(), within(1e-9));
            }
        }
    }

    /** The golden paper is a final in mathematics of grade 8. */
    private static Scheme scheme(String gap, String aggregation) {
        return DemoScheme.with(
                "params: {gap: GAP-08b}",
                "params: {gap: " + gap + "}",
                "exam: {kind: graduation, stage: J, grade: 9, subject: total, pool: mean}",
                "exam: {kind: final, stage: J, grade: 8, subject: math, pool: mean}",
                "default: arithmetic",
                "default: " + aggregation);
    }

    private static RegionFacts facts() {
        List<EducationGroup> groups = GoldenRows.groups().stream()
                .filter(group -> group.authorityCode().equals("D1"))
                .toList();
        return new RegionFacts(
                GoldenRows.figures(12),
                groups,
                GoldenRows.spans(),
                GoldenRows.units(),
                GoldenRows.exams(),
                List.of(),
                LocalDate.of(2026, 8, 31));
    }

    private static AssessmentScore score(Assessed assessed, String group) {
        return assessed.scores().stream()
                .filter(row -> row.groupCode().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static AssessmentIndicator indicator(Assessed assessed, String id) {
        return assessed.indicators().stream()
                .filter(row -> row.groupCode().equals("GA") && row.nodeId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
