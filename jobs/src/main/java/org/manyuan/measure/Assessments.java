package org.manyuan.measure;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.manyuan.assessment.Assessed;
import org.manyuan.assessment.BundledAssessment;
import org.manyuan.assessment.CountyChecks;
import org.manyuan.assessment.CountyFacts;
import org.manyuan.assessment.DistrictChecks;
import org.manyuan.assessment.RegionFacts;
import org.manyuan.contract.CountyStandard;
import org.manyuan.contract.PolicyRule;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Exam;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;
import org.manyuan.record.RecordEncoder;

/**
 * The bundled assessment on stored figures: policy checks by district, and each scheme on its region. One shuffle brings to a scheme
 * what it is run on, and one Java function computes all of its scores.
 */
public final class Assessments {
    private Assessments() {}

    /** {@code policy_check}: one row per rule, district with figures of the rules' metrics, school year and stage of the rule. */
    public static Dataset<PolicyCheck> checks(Dataset<MetricValue> figures, List<PolicyRule> rules, LocalDate asOf) {
        Object[] metrics = rules.stream().map(PolicyRule::metricId).distinct().toArray();
        return figures.filter(col("metricId").isin(metrics))
                .filter("groupCode = '' AND schoolCode = ''")
                .groupByKey(
                        (org.apache.spark.api.java.function.MapFunction<MetricValue, String>) MetricValue::districtCode,
                        Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, MetricValue, PolicyCheck>) (district, rows) -> {
                            List<MetricValue> all = new ArrayList<>();
                            rows.forEachRemaining(all::add);
                            return DistrictChecks.of(district, rules, all, asOf).iterator();
                        },
                        RecordEncoder.of(PolicyCheck.class));
    }

    /**
     * {@code policy_check} of the county standards: their checks of every district in which units with resources lie.
     *
     * @param rules that items of the standards rest on
     */
    public static Dataset<PolicyCheck> standards(
            Dataset<MetricValue> figures,
            ConformedTables tables,
            List<CountyStandard> standards,
            List<PolicyRule> rules,
            LocalDate asOf) {
        return new CountyRows(tables, standards, rules)
                .rows(figures)
                .groupByKey(
                        (org.apache.spark.api.java.function.MapFunction<CountyRow, String>) CountyRow::district,
                        Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, CountyRow, PolicyCheck>)
                                (district, rows) -> countyChecks(district, rows, standards, rules, asOf),
                        RecordEncoder.of(PolicyCheck.class));
    }

    private static Iterator<PolicyCheck> countyChecks(
            String district,
            Iterator<CountyRow> rows,
            List<CountyStandard> standards,
            List<PolicyRule> rules,
            LocalDate asOf) {
        List<MetricValue> figures = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        List<ClassFact> classes = new ArrayList<>();
        List<TeacherFact> teachers = new ArrayList<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        rows.forEachRemaining(row -> {
            keep(row.figure(), figures);
            keep(row.unit(), units);
            keep(row.schoolClass(), classes);
            keep(row.teacher(), teachers);
            keep(row.entry(), ledger);
        });
        CountyFacts facts = new CountyFacts(units, classes, teachers, ledger);
        return CountyChecks.of(district, standards, rules, figures, facts, asOf).iterator();
    }

    /**
     * What every scheme gives. A scheme whose region has no group gives nothing.
     *
     * @param figures stored, as are the checks: both are read several times
     * @param checks of all districts
     */
    public static Dataset<AssessedRow> of(
            Dataset<MetricValue> figures,
            Dataset<PolicyCheck> checks,
            ConformedTables tables,
            List<Scheme> schemes,
            LocalDate asOf) {
        Map<String, Scheme> byId = schemes.stream().collect(Collectors.toMap(Scheme::id, Function.identity()));
        return new RegionRows(tables, schemes)
                .rows(figures, checks)
                .groupBy(col("scheme"))
                .as(Encoders.STRING(), RecordEncoder.of(RegionRow.class))
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, RegionRow, AssessedRow>)
                                (scheme, rows) -> rows(BundledAssessment.of(byId.get(scheme), facts(rows, asOf))),
                        RecordEncoder.of(AssessedRow.class));
    }

    /** {@code assessment_score} of what the schemes give. */
    public static Dataset<AssessmentScore> scores(Dataset<AssessedRow> rows) {
        return rows.filter("score IS NOT NULL").select("score.*").as(RecordEncoder.of(AssessmentScore.class));
    }

    /** {@code assessment_indicator} of what the schemes give. */
    public static Dataset<AssessmentIndicator> indicators(Dataset<AssessedRow> rows) {
        return rows.filter("indicator IS NOT NULL")
                .select("indicator.*")
                .as(RecordEncoder.of(AssessmentIndicator.class));
    }

    private static Iterator<AssessedRow> rows(Assessed assessed) {
        return Stream.concat(
                        assessed.scores().stream().map(score -> new AssessedRow(score, null)),
                        assessed.indicators().stream().map(indicator -> new AssessedRow(null, indicator)))
                .iterator();
    }

    private static RegionFacts facts(Iterator<RegionRow> rows, LocalDate asOf) {
        List<MetricValue> figures = new ArrayList<>();
        List<EducationGroup> groups = new ArrayList<>();
        List<MembershipSpan> spans = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        List<Exam> exams = new ArrayList<>();
        List<PolicyCheck> checks = new ArrayList<>();
        rows.forEachRemaining(row -> {
            keep(row.figure(), figures);
            keep(row.group(), groups);
            keep(row.span(), spans);
            keep(row.unit(), units);
            keep(row.exam(), exams);
            keep(row.check(), checks);
        });
        return new RegionFacts(figures, groups, spans, units, exams, checks, asOf);
    }

    private static <T> void keep(T record, List<T> records) {
        if (record != null) {
            records.add(record);
        }
    }
}
