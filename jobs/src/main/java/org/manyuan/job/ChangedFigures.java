package org.manyuan.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.CountyStandards;
import org.manyuan.contract.PolicyRules;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentRank;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.LedgerFact;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.PublishedCheck;
import org.manyuan.measure.AssessedRow;
import org.manyuan.measure.Assessments;
import org.manyuan.measure.FactTables;
import org.manyuan.measure.Families;
import org.manyuan.measure.Family;
import org.manyuan.measure.FamilyFigure;
import org.manyuan.measure.MetricValues;
import org.manyuan.measure.Registers;
import org.manyuan.metric.Parts;
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
    private static final String RANKS = "assessment_rank";
    private static final String PUBLISHED = "published_check";

    private final WarehouseWrite write;
    private final boolean isAll;
    private final Families families;
    private final Set<Family> stale;
    private final Map<String, Set<String>> parts;
    private final Set<String> districts;

    private ChangedFigures(
            WarehouseWrite write,
            boolean isAll,
            Families families,
            Set<Family> stale,
            Map<String, Set<String>> parts,
            Set<String> districts) {
        this.write = write;
        this.isAll = isAll;
        this.families = families;
        this.stale = stale;
        this.parts = parts;
        this.districts = districts;
    }

    /** Every family. */
    static ChangedFigures all(WarehouseWrite write, Families all) {
        return new ChangedFigures(write, true, all, Set.of(), Map.of(), Set.of());
    }

    /**
     * The families whose part of the registers or whose facts have changed; figures of families that are no more go. Where scores have
     * changed and no register has, only the figures of the places that they are of, and those that rest on several places.
     *
     * @param before the families of the last build
     * @param facts what of the facts has changed
     * @param level the setting {@code territory_level}
     */
    static ChangedFigures some(WarehouseWrite write, Families all, Families before, ChangedFacts facts, String level) {
        Set<Family> ofRegisters = all.changedSince(before);
        Set<Family> changed = new HashSet<>(facts.families());
        changed.addAll(ofRegisters);
        Set<Family> stale = new HashSet<>(before.all());
        stale.removeAll(all.all());
        Set<String> wholly = territories(stale);
        wholly.addAll(territories(ofRegisters));
        stale.addAll(changed);
        Set<String> territories = territories(stale);
        Map<String, Set<String>> parts = new TreeMap<>();
        for (String territory : territories) {
            if (!wholly.contains(territory)) {
                parts.put(territory, parts(territory, all, facts, level));
            }
        }
        Set<String> districts = new TreeSet<>(all.districtsOf(territories));
        districts.addAll(before.districtsOf(territories));
        return new ChangedFigures(write, false, all.only(changed, parts), stale, parts, districts);
    }

    private static Set<String> territories(Set<Family> families) {
        return families.stream().map(Family::territory).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> parts(String territory, Families all, ChangedFacts facts, String level) {
        Set<String> parts = new TreeSet<>();
        for (Family family : facts.families()) {
            if (family.territory().equals(territory)) {
                parts.add(family.isOfScores() ? Parts.WHOLE : FamilyFigure.REST);
            }
        }
        if (parts.contains(Parts.WHOLE)) {
            parts.addAll(all.partsOf(territory, facts.units(), level));
        }
        return parts;
    }

    /** The families whose figures are computed. */
    Families families() {
        return families;
    }

    /** Puts the figures of these families in their place. */
    void write(Dataset<FamilyFigure> figures) {
        Dataset<Row> rows = MetricValues.table(figures);
        if (isAll) {
            write.replace(FIGURES, rows, List.of("territory_code", "part"));
        } else if (!stale.isEmpty()) {
            Column places = territories(stale).stream()
                    .map(this::places)
                    .reduce(Column::or)
                    .orElseThrow();
            Object[] gone = stale.stream()
                    .map(family -> family.territory() + "\n" + family.name())
                    .toArray();
            Dataset<Row> kept = write.read(FIGURES)
                    .filter(places)
                    .filter(not(concat_ws("\n", col("territory_code"), col("family"))
                            .isin(gone)));
            write.change(FIGURES, rows.unionByName(kept), places);
        }
    }

    /** Where the figures of a territory stand that are computed. */
    private Column places(String territory) {
        Column here = col("territory_code").equalTo(territory);
        return parts.containsKey(territory)
                ? here.and(col("part").isin(parts.get(territory).toArray()))
                : here;
    }

    /**
     * Checks the rules and assesses by the schemes where figures have changed.
     *
     * @param ledger as conditions of schemes see it
     * @param ofRegions what the rules and published figures of all regions come to; empty where no row has changed that they rest on
     */
    void assess(
            FactTables facts,
            Dataset<LedgerFact> ledger,
            Registers registers,
            Optional<RegionChecks> ofRegions,
            LocalDate asOf) {
        if (!isAll && districts.isEmpty() && ofRegions.isEmpty()) {
            return;
        }
        Set<String> touched = new TreeSet<>(districts);
        ofRegions.ifPresent(rows -> rows.checks().forEach(check -> touched.add(check.districtCode())));
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
        Dataset<PolicyCheck> all = here.unionByName(stored.sparkSession()
                .createDataset(
                        ofRegions.map(RegionChecks::checks).orElse(List.of()), RecordEncoder.of(PolicyCheck.class)));
        Column ofRegion = col("rule_id").isin(RegionChecks.ids().toArray());
        Column stale = not(ofRegion).and(col("district_code").isin(places));
        put(CHECKS, RecordRows.table(all, PolicyCheck.class), ofRegions.isPresent() ? stale.or(ofRegion) : stale);
        ofRegions.ifPresent(rows -> write.replace(
                PUBLISHED,
                RecordRows.table(
                        stored.sparkSession().createDataset(rows.figures(), RecordEncoder.of(PublishedCheck.class)),
                        PublishedCheck.class)));
        List<Scheme> schemes = isAll ? Schemes.all() : Assessments.touched(Schemes.all(), registers, touched);
        Object[] ids = schemes.stream().map(Scheme::id).toArray();
        if (!isAll && ids.length == 0) {
            return;
        }
        Dataset<AssessedRow> assessed = Assessments.of(
                        figures,
                        RecordRows.records(write.read(CHECKS), PolicyCheck.class),
                        ledger,
                        registers,
                        schemes,
                        asOf)
                .persist();
        Column theirs = col("scheme_id").isin(ids);
        put(SCORES, RecordRows.table(Assessments.scores(assessed), AssessmentScore.class), theirs);
        put(INDICATORS, RecordRows.table(Assessments.indicators(assessed), AssessmentIndicator.class), theirs);
        put(RANKS, RecordRows.table(Assessments.ranks(assessed), AssessmentRank.class), theirs);
        assessed.unpersist();
    }

    /** In place of the rows that are theirs, or of all. */
    private void put(String table, Dataset<Row> rows, Column theirs) {
        write.replace(
                table, isAll ? rows : write.read(table).filter(not(theirs)).unionByName(rows));
    }
}
