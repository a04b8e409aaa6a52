package org.manyuan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.manyuan.SharedSpark;
import org.manyuan.assessment.Assessed;
import org.manyuan.assessment.BundledAssessment;
import org.manyuan.assessment.CountyChecks;
import org.manyuan.assessment.CountyFacts;
import org.manyuan.assessment.DistrictChecks;
import org.manyuan.assessment.RegionFacts;
import org.manyuan.contract.CountyStandards;
import org.manyuan.contract.PolicyRules;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.District;
import org.manyuan.domain.LedgerFact;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.metric.BuildTerms;
import org.manyuan.record.RecordEncoder;

class AssessmentsTest {
    private static final LocalDate AS_OF = LocalDate.of(2024, 8, 31);
    private static final List<LedgerFact> LEDGER =
            List.of(award("L1", SampleTables.GROUPS.get(0).groupCode()), award("L2", "elsewhere"));
    private static List<MetricValue> figures;

    @BeforeAll
    static void compute() {
        figures = MetricValues.figures(MetricValues.of(
                        SampleTables.facts(0), SampleTables.families(0, "city"), "city", BuildTerms.of(AS_OF)))
                .collectAsList();
    }

    @Test
    void areThoseOfThePlainFunctionUnderAnyOrderAndPartitioning() {
        Scheme scheme = scheme("demo-2023", "Q", 2023);
        Assessed expected = BundledAssessment.of(
                scheme,
                new RegionFacts(
                        figures,
                        SampleTables.GROUPS,
                        SampleTables.SPANS.stream()
                                .filter(span -> span.knownTo() == null)
                                .toList(),
                        SampleTables.UNITS,
                        SampleTables.EXAMS,
                        List.of(),
                        LEDGER,
                        AS_OF));

        for (int seed : List.of(0, 4)) {
            Dataset<AssessedRow> rows = run(seed, List.of(scheme));
            List<AssessmentScore> scores = Assessments.scores(rows).collectAsList();
            List<AssessmentIndicator> indicators = Assessments.indicators(rows).collectAsList();
            assertThat(scores).hasSize(3).containsExactlyInAnyOrderElementsOf(expected.scores());
            assertThat(indicators).hasSize(15).containsExactlyInAnyOrderElementsOf(expected.indicators());
            assertThat(Assessments.ranks(rows).collectAsList())
                    .as("one a score")
                    .hasSize(3)
                    .containsExactlyInAnyOrderElementsOf(expected.ranks());
            assertThat(indicators).as("G has its narrowing").anyMatch(row -> row.value() != null);
            assertThat(indicators)
                    .filteredOn(row -> row.nodeId().equals("B1") && row.value() == 1)
                    .as("one group has an award")
                    .hasSize(1);
        }
    }

    @Test
    void aSchemeWhoseRegionHasNoDataGivesNothing() {
        assertThat(run(1, List.of(scheme("far", "999999", 2023), scheme("empty", "R", 2023)))
                        .collectAsList())
                .isEmpty();
    }

    @Test
    void everyDistrictWithFiguresIsCheckedEveryYear() {
        List<PolicyCheck> checks =
                Assessments.checks(dataset(), PolicyRules.all(), AS_OF).collectAsList();
        List<MetricValue> ofQ1 = figures.stream()
                .filter(row -> row.metricId().startsWith("TCH")
                        && row.districtCode().equals("Q1")
                        && row.groupCode().isEmpty()
                        && row.schoolCode().isEmpty())
                .toList();

        assertThat(checks).extracting(PolicyCheck::districtCode).contains("Q", "Q1", "R");
        assertThat(checks)
                .filteredOn(check -> check.districtCode().equals("Q1"))
                .containsExactlyInAnyOrderElementsOf(DistrictChecks.of("Q1", PolicyRules.all(), ofQ1, AS_OF));
    }

    @Test
    void theStandardsOfACountyRestOnWhatItsUnitsHandedInAndOnMonitoringPapersAlone() {
        List<String> units = List.of("a", "b");
        List<PolicyCheck> expected = CountyChecks.of(
                "Q1",
                CountyStandards.all(),
                PolicyRules.all(),
                figures.stream()
                        .filter(row -> row.districtCode().equals("Q1")
                                && row.groupCode().isEmpty()
                                && !row.metricId().equals("GAP-12"))
                        .toList(),
                new CountyFacts(
                        SampleTables.UNITS.stream()
                                .filter(unit -> units.contains(unit.schoolCode()))
                                .toList(),
                        SampleTables.CLASSES.stream()
                                .filter(one -> units.contains(one.schoolCode()))
                                .toList(),
                        SampleTables.TEACHERS.stream()
                                .filter(teacher -> "a".equals(teacher.schoolCode()))
                                .toList(),
                        List.of()),
                AS_OF);

        assertThat(expected).extracting(PolicyCheck::ruleId).contains("A1-G5", "A1-COUNTY");
        for (int seed : List.of(0, 4)) {
            assertThat(Assessments.standards(
                                    dataset().repartition(1 + seed),
                                    SampleTables.facts(seed),
                                    SampleTables.registers(seed),
                                    CountyStandards.all(),
                                    PolicyRules.all(),
                                    AS_OF)
                            .filter("districtCode = 'Q1'")
                            .collectAsList())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void aRegionIsItsWholeSubtree() {
        List<District> tree = List.of(
                district("A", null), district("B", "A"), district("C", "B"), district("D", "A"), district("E", "E"));

        assertThat(Regions.subtree("B", tree)).containsExactlyInAnyOrder("B", "C");
        assertThat(Regions.subtree("A", tree)).containsExactlyInAnyOrder("A", "B", "C", "D");
        assertThat(Regions.subtree("E", tree)).as("its own parent").containsExactly("E");
        assertThat(Regions.subtree("Z", tree)).isEmpty();
    }

    private static Dataset<AssessedRow> run(int seed, List<Scheme> schemes) {
        Dataset<PolicyCheck> none = SharedSpark.session().createDataset(List.of(), RecordEncoder.of(PolicyCheck.class));
        Dataset<LedgerFact> ledger = SharedSpark.session().createDataset(LEDGER, RecordEncoder.of(LedgerFact.class));
        return Assessments.of(
                dataset().repartition(1 + seed), none, ledger, SampleTables.registers(seed), schemes, AS_OF);
    }

    private static Dataset<MetricValue> dataset() {
        return SharedSpark.session().createDataset(figures, RecordEncoder.of(MetricValue.class));
    }

    private static LedgerFact award(String id, String group) {
        return new LedgerFact(id, group, null, "award", "group", null, 2023, null, "city", null, null, Origin.REPORTED);
    }

    private static District district(String code, String parent) {
        return new District(code, code, parent, "county", Origin.REPORTED);
    }

    private static Scheme scheme(String id, String region, int year) {
        try (InputStream file = AssessmentsTest.class.getResourceAsStream("/schemas/schemes/demo-2024.yaml")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("id: demo-2024", "id: " + id)
                    .replace("\"370305\"", "\"" + region + "\"")
                    .replace("assessed: 2024", "assessed: " + year)
                    .replace("\"2024-09-01\"", "\"" + year + "-09-01\"")
                    .replace("stage: J, grade: 9, subject: total", "stage: J, grade: 8, subject: math")
                    .replace("kind: graduation", "kind: final");
            return Schemes.read("s.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
