package org.manyuan.measure;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.manyuan.assessment.CountyChecks;
import org.manyuan.contract.CountyItem;
import org.manyuan.contract.CountyStandard;
import org.manyuan.contract.PolicyRule;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.TeacherFact;
import org.manyuan.record.RecordEncoder;

/**
 * Addresses what the county standards look at to the districts: their figures and those of their units, of papers the monitoring ones
 * alone, and the classes, teachers and inspections of their units.
 */
final class CountyRows {
    private static final String INSPECTION = "inspection";
    private static final Encoder<CountyRow> ROW = RecordEncoder.of(CountyRow.class);

    private final Counties counties;
    private final List<CountyStandard> standards;
    private final List<PolicyRule> rules;

    CountyRows(Counties counties, List<CountyStandard> standards, List<PolicyRule> rules) {
        this.counties = counties;
        this.standards = standards;
        this.rules = rules;
    }

    /** One row per row and district that it is addressed to, and one per district with units. */
    Dataset<CountyRow> of(Dataset<MetricValue> figures, FactTables facts) {
        Counties to = counties;
        Dataset<CountyRow> looked = figures.sparkSession()
                .createDataset(to.withUnits().stream().map(CountyRow::of).toList(), ROW);
        return Stream.of(
                        wanted(figures).map((MapFunction<MetricValue, CountyRow>) CountyRow::of, ROW),
                        facts.of(ClassFact.class)
                                .flatMap(
                                        (FlatMapFunction<ClassFact, CountyRow>)
                                                fact -> to.of(fact.schoolCode()).stream()
                                                        .map(district -> CountyRow.of(district, fact))
                                                        .iterator(),
                                        ROW),
                        facts.of(TeacherFact.class)
                                .flatMap(
                                        (FlatMapFunction<TeacherFact, CountyRow>)
                                                fact -> to.of(fact.schoolCode()).stream()
                                                        .map(district -> CountyRow.of(district, fact))
                                                        .iterator(),
                                        ROW),
                        facts.of(LedgerEntry.class)
                                .flatMap(
                                        (FlatMapFunction<LedgerEntry, CountyRow>)
                                                entry -> districtOf(entry, to).stream()
                                                        .map(district -> CountyRow.of(district, entry))
                                                        .iterator(),
                                        ROW))
                .reduce(looked, Dataset::union);
    }

    /** An inspection is of a unit, or of the authority where it names neither unit nor group. */
    private static Optional<String> districtOf(LedgerEntry entry, Counties counties) {
        if (!INSPECTION.equals(entry.kind())) {
            return Optional.empty();
        }
        return entry.schoolCode() == null && entry.groupCode() == null
                ? Optional.ofNullable(entry.authorityCode())
                : counties.of(entry.schoolCode());
    }

    private Dataset<MetricValue> wanted(Dataset<MetricValue> figures) {
        Set<String> ofUnits = CountyChecks.metricsOfUnits(standards);
        Set<String> ofDistricts = new TreeSet<>();
        Set<String> ofPapers = new TreeSet<>();
        rules.forEach(rule -> ofDistricts.add(rule.metricId()));
        for (CountyStandard standard : standards) {
            ofDistricts.add(standard.spread().metricId());
            for (CountyItem item : standard.items().values()) {
                item.figures().forEach(figure -> (item.by() == CountyItem.By.MONITORING ? ofPapers : ofDistricts)
                        .add(figure.split(" ")[0]));
            }
        }
        Set<String> all = new TreeSet<>(ofUnits);
        all.addAll(ofDistricts);
        all.addAll(ofPapers);
        Counties to = counties;
        return figures.filter(col("groupCode").equalTo("").and(col("metricId").isin(all.toArray())))
                .filter((FilterFunction<MetricValue>) figure -> ofUnits.contains(figure.metricId())
                        || figure.schoolCode().isEmpty()
                                && (ofDistricts.contains(figure.metricId())
                                        || ofPapers.contains(figure.metricId()) && to.isMonitoring(figure.examCode())));
    }
}
