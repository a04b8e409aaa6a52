package org.manyuan.measure;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
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
import org.manyuan.domain.AssessmentRank;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.LedgerFact;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.TeacherFact;
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
     * {@code policy_check} of the county standards: their checks of every district of whose units anything was handed in.
     *
     * @param rules that items of the standards rest on
     */
    public static Dataset<PolicyCheck> standards(
            Dataset<MetricValue> figures,
            FactTables facts,
            Registers registers,
            List<CountyStandard> standards,
            List<PolicyRule> rules,
            LocalDate asOf) {
        Counties counties = new Counties(registers);
        return new CountyRows(counties, standards, rules)
                .of(figures, facts)
                .groupByKey(
                        (org.apache.spark.api.java.function.MapFunction<CountyRow, String>) CountyRow::district,
                        Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, CountyRow, PolicyCheck>)
                                (district, rows) -> countyChecks(district, rows, counties, standards, rules, asOf),
                        RecordEncoder.of(PolicyCheck.class));
    }

    private static Iterator<PolicyCheck> countyChecks(
            String district,
            Iterator<CountyRow> rows,
            Counties counties,
            List<CountyStandard> standards,
            List<PolicyRule> rules,
            LocalDate asOf) {
        List<MetricValue> figures = new ArrayList<>();
        List<ClassFact> classes = new ArrayList<>();
        List<TeacherFact> teachers = new ArrayList<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        rows.forEachRemaining(row -> {
            keep(row.figure(), figures);
            keep(row.schoolClass(), classes);
            keep(row.teacher(), teachers);
            keep(row.entry(), ledger);
        });
        CountyFacts facts = new CountyFacts(counties.units(district), classes, teachers, ledger);
        return CountyChecks.of(district, standards, rules, figures, facts, asOf).iterator();
    }

    /**
     * What every scheme gives. A scheme whose region has no group gives nothing.
     *
     * @param figures stored, as are the checks: both are read several times
     * @param checks of all districts
     * @param ledger current entries
     */
    public static Dataset<AssessedRow> of(
            Dataset<MetricValue> figures,
            Dataset<PolicyCheck> checks,
            Dataset<LedgerFact> ledger,
            Registers registers,
            List<Scheme> schemes,
            LocalDate asOf) {
        Map<String, Scheme> byId = schemes.stream().collect(Collectors.toMap(Scheme::id, Function.identity()));
        Regions regions = new Regions(registers, schemes);
        Object[] metrics = schemes.stream()
                .flatMap(scheme -> BundledAssessment.metrics(scheme).stream())
                .distinct()
                .toArray();
        Encoder<RegionRow> row = RecordEncoder.of(RegionRow.class);
        Dataset<RegionRow> run = figures.sparkSession()
                .createDataset(
                        regions.schemes().stream()
                                .map(scheme -> RegionRow.of(scheme))
                                .toList(),
                        row);
        Dataset<RegionRow> ofFigures = figures.filter(col("metricId").isin(metrics))
                .flatMap(
                        (FlatMapFunction<MetricValue, RegionRow>) figure -> regions.of(figure)
                                .map(scheme -> RegionRow.of(scheme, figure))
                                .iterator(),
                        row);
        Dataset<RegionRow> ofChecks = checks.flatMap(
                (FlatMapFunction<PolicyCheck, RegionRow>) check -> regions.of(check)
                        .map(scheme -> RegionRow.of(scheme, check))
                        .iterator(),
                row);
        Dataset<RegionRow> ofLedger = ledger.flatMap(
                (FlatMapFunction<LedgerFact, RegionRow>) entry -> regions.of(entry)
                        .map(scheme -> RegionRow.of(scheme, entry))
                        .iterator(),
                row);
        return run.union(ofFigures)
                .union(ofChecks)
                .union(ofLedger)
                .groupBy(col("scheme"))
                .as(Encoders.STRING(), row)
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, RegionRow, AssessedRow>) (scheme, rows) ->
                                rows(BundledAssessment.of(byId.get(scheme), facts(regions, scheme, rows, asOf))),
                        RecordEncoder.of(AssessedRow.class));
    }

    /** The schemes whose scores may change where figures of these districts do; those without a group among them. */
    public static List<Scheme> touched(List<Scheme> schemes, Registers registers, Set<String> districts) {
        Regions regions = new Regions(registers, schemes);
        Set<String> ids = regions.schemesOf(districts);
        return schemes.stream()
                .filter(scheme ->
                        ids.contains(scheme.id()) || !regions.schemes().contains(scheme.id()))
                .toList();
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

    /** {@code assessment_rank} of what the schemes give. */
    public static Dataset<AssessmentRank> ranks(Dataset<AssessedRow> rows) {
        return rows.filter("rank IS NOT NULL").select("rank.*").as(RecordEncoder.of(AssessmentRank.class));
    }

    private static Iterator<AssessedRow> rows(Assessed assessed) {
        return Stream.of(
                        assessed.scores().stream().map(score -> new AssessedRow(score, null, null)),
                        assessed.indicators().stream().map(indicator -> new AssessedRow(null, indicator, null)),
                        assessed.ranks().stream().map(rank -> new AssessedRow(null, null, rank)))
                .flatMap(Function.identity())
                .iterator();
    }

    private static RegionFacts facts(Regions regions, String scheme, Iterator<RegionRow> rows, LocalDate asOf) {
        List<MetricValue> figures = new ArrayList<>();
        List<PolicyCheck> checks = new ArrayList<>();
        List<LedgerFact> ledger = new ArrayList<>();
        rows.forEachRemaining(row -> {
            keep(row.figure(), figures);
            keep(row.check(), checks);
            keep(row.entry(), ledger);
        });
        return regions.facts(scheme, figures, checks, ledger, asOf);
    }

    private static <T> void keep(T record, List<T> records) {
        if (record != null) {
            records.add(record);
        }
    }
}
