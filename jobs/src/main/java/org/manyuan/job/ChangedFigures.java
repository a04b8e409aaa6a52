package org.manyuan.job;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.manyuan.contract.CountyStandards;
import org.manyuan.contract.PolicyRules;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.measure.AssessedRow;
import org.manyuan.measure.Assessments;
import org.manyuan.measure.FactTables;
import org.manyuan.measure.Families;
import org.manyuan.measure.Family;
import org.manyuan.measure.FamilyFigure;
import org.manyuan.measure.MetricValues;
import org.manyuan.measure.Registers;
import org.manyuan.record.RecordEncoder;
import org.manyuan.record.RecordRows;
import org.manyuan.store.WarehouseWrite;

/**
 * The second half of a build: the figures of the families that have changed take the place of those that stand, and with them the
 * checks of their districts and the scores of the schemes that look at these.
 */
final class ChangedFigures {
    private static final String FIGURES = "metric_value";
    private static final String CHECKS = "policy_check";
    private static final String SCORES = "assessment_score";
    private static final String INDICATORS = "assessment_indicator";

    private final WarehouseWrite write;
    private final SparkSession spark;
    private final boolean isAll;
    private final Families families;
    private final Set<Family> stale;
    private final Set<String> districts;

    private ChangedFigures(
            WarehouseWrite write,
            SparkSession spark,
            boolean isAll,
            Families families,
            Set<Family> stale,
            Set<String> districts) {
        this.write = write;
        this.spark = spark;
        this.isAll = isAll;
        this.families = families;
        this.stale = stale;
        this.districts = districts;
    }

    /** Every family. */
    static ChangedFigures all(WarehouseWrite write, SparkSession spark, Families all) {
        return new ChangedFigures(write, spark, true, all, Set.of(), Set.of());
    }

    /**
     * The families whose part of the registers or whose facts have changed; figures of families that are no more go.
     *
     * @param before the families of the last build
     * @param ofFacts those of which a fact has changed
     */
    static ChangedFigures some(
            WarehouseWrite write, SparkSession spark, Families all, Families before, Set<Family> ofFacts) {
        Set<Family> changed = all.changedSince(before);
        changed.addAll(ofFacts);
        Set<Family> stale = new HashSet<>(before.all());
        stale.removeAll(all.all());
        stale.addAll(changed);
        Set<String> territories = new TreeSet<>();
        stale.forEach(family -> territories.add(family.territory()));
        Set<String> districts = new TreeSet<>(all.districtsOf(territories));
        districts.addAll(before.districtsOf(territories));
        return new ChangedFigures(write, spark, false, all.only(changed), stale, districts);
    }

    /** The families whose figures are computed. */
    Families families() {
        return families;
    }

    /** Puts the figures of these families in their place. */
    void write(Dataset<FamilyFigure> figures) {
        Dataset<Row> rows = MetricValues.table(figures);
        if (isAll) {
            write.replace(FIGURES, rows, "territory_code");
        } else if (!stale.isEmpty()) {
            Dataset<Row> gone = spark.createDataset(List.copyOf(stale), RecordEncoder.of(Family.class))
                    .map(
                            (org.apache.spark.api.java.function.MapFunction<Family, scala.Tuple2<String, String>>)
                                    family -> new scala.Tuple2<>(family.territory(), family.name()),
                            Encoders.tuple(Encoders.STRING(), Encoders.STRING()))
                    .toDF("territory_code", "family");
            write.remove(FIGURES, gone, List.of("territory_code", "family"));
            if (!families.all().isEmpty()) {
                write.append(FIGURES, rows);
            }
        }
    }

    /** Checks the rules and assesses by the schemes where figures have changed. */
    void assess(FactTables facts, Registers registers, LocalDate asOf) {
        if (!isAll && districts.isEmpty()) {
            return;
        }
        Dataset<Row> stored = write.read(FIGURES);
        Dataset<MetricValue> figures = RecordRows.records(stored, MetricValue.class);
        Object[] places = districts.toArray();
        Dataset<MetricValue> changed =
                isAll ? figures : figures.filter(col("districtCode").isin(places));
        Dataset<PolicyCheck> checks = Assessments.checks(changed, PolicyRules.all(), asOf)
                .unionByName(Assessments.standards(
                        changed, facts, registers, CountyStandards.all(), PolicyRules.all(), asOf));
        Dataset<PolicyCheck> here =
                isAll ? checks : checks.filter(col("districtCode").isin(places));
        put(CHECKS, RecordRows.table(here, PolicyCheck.class), "district_code", places);
        List<Scheme> schemes = isAll ? Schemes.all() : Assessments.touched(Schemes.all(), registers, districts);
        Object[] ids = schemes.stream().map(Scheme::id).toArray();
        if (!isAll && ids.length == 0) {
            return;
        }
        Dataset<AssessedRow> assessed = Assessments.of(
                        figures, RecordRows.records(write.read(CHECKS), PolicyCheck.class), registers, schemes, asOf)
                .persist();
        put(SCORES, RecordRows.table(Assessments.scores(assessed), AssessmentScore.class), "scheme_id", ids);
        put(
                INDICATORS,
                RecordRows.table(Assessments.indicators(assessed), AssessmentIndicator.class),
                "scheme_id",
                ids);
        assessed.unpersist();
    }

    /** In place of the rows of these values, or of all. */
    private void put(String table, Dataset<Row> rows, String column, Object[] values) {
        if (isAll) {
            write.replace(table, rows);
            return;
        }
        Column kept = org.apache.spark.sql.functions.not(col(column).isin(values));
        write.replace(table, write.read(table).filter(kept).unionByName(rows));
    }
}
