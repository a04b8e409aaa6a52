package org.manyuan.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.manyuan.contract.DisclosureRules;
import org.manyuan.contract.MetricCards;
import org.manyuan.disclosure.Disclosure;
import org.manyuan.disclosure.Releasable;
import org.manyuan.domain.AssessmentRank;
import org.manyuan.mart.Mart;
import org.manyuan.record.RecordEncoder;
import org.manyuan.record.RecordRows;
import org.manyuan.store.LakeTable;
import org.manyuan.store.Release;
import org.manyuan.store.WarehouseWrite;

/** The public set out of the built tables: what a release lets out, and what {@code verify} works out again. */
final class PublicSet {
    private static final String RANKS = "assessment_rank";
    private static final String PUBLISHED = "published_check";

    /** The built tables that it is made of. */
    static final List<String> INPUTS = List.of(
            "dim_district",
            "dim_school",
            "dim_group",
            "brg_membership",
            "dim_exam",
            "metric_value",
            "assessment_score",
            "assessment_indicator",
            RANKS,
            "policy_check",
            PUBLISHED);

    private final Disclosure disclosure;
    private final List<Releasable> judged;

    private PublicSet(Disclosure disclosure, List<Releasable> judged) {
        this.disclosure = disclosure;
        this.judged = judged;
    }

    /** What a release was made of: one of an earlier version knows no ranks and no published figures. */
    static Set<String> inputs(Release release) {
        Set<String> inputs = new HashSet<>(INPUTS);
        for (String later : List.of(RANKS, PUBLISHED)) {
            if (release.tables().stream().noneMatch(table -> table.at().name().equals("rel_" + later))) {
                inputs.remove(later);
            }
        }
        return inputs;
    }

    /**
     * What disclosure lets through; nothing is read yet.
     *
     * @param inputs those of {@link #INPUTS} that there are
     * @param built reads one of them
     */
    static PublicSet of(Set<String> inputs, Function<String, Dataset<Row>> built) {
        Disclosure disclosure = Disclosure.of(DisclosureRules.standard(), MetricCards.standard());
        List<Releasable> judged = new ArrayList<>(List.of(
                disclosure.open("dim_district", built.apply("dim_district")),
                disclosure.open("dim_school", built.apply("dim_school")),
                disclosure.open("dim_group", built.apply("dim_group")),
                disclosure.open("dim_membership", built.apply("brg_membership")),
                disclosure.open("dim_exam", built.apply("dim_exam")),
                disclosure.metricValues(built.apply("metric_value")),
                disclosure.assessmentScores(built.apply("assessment_score"), built.apply("assessment_indicator")),
                disclosure.assessmentIndicators(built.apply("assessment_indicator")),
                disclosure.policyChecks(built.apply("policy_check"))));
        Dataset<Row> ranks = inputs.contains(RANKS) ? built.apply(RANKS) : none(built.apply("assessment_score"));
        judged.add(disclosure.assessmentRanks(ranks, built.apply("assessment_indicator")));
        if (inputs.contains(PUBLISHED)) {
            judged.add(disclosure.publishedChecks(built.apply(PUBLISHED)));
        }
        return new PublicSet(disclosure, judged);
    }

    /** Writes it. */
    List<LakeTable> written(WarehouseWrite write) {
        return written(write, Map.of());
    }

    /**
     * Writes it. The marts are made of the other tables as these were written: a figure is judged once, however many marts show it.
     *
     * @param columns of a table the only ones that are kept; of one that is not named all
     * @return where each public table stands now, in the order of their names
     */
    List<LakeTable> written(WarehouseWrite write, Map<String, List<String>> columns) {
        List<Releasable> stored = new ArrayList<>();
        for (Releasable table : judged) {
            write.replace(LakeTable.ofPublic(table.name()), table.rows());
            stored.add(table.stored(write.read(LakeTable.ofPublic(table.name()))));
        }
        for (Mart mart : Mart.all()) {
            Releasable made = disclosure.derived(mart.name(), mart.sql(), stored);
            write.replace(LakeTable.ofPublic(mart.name()), made.rows());
        }
        return Stream.concat(
                        judged.stream().map(Releasable::name),
                        Mart.all().stream().map(Mart::name))
                .sorted()
                .map(name -> kept(name, columns.get(name), write))
                .toList();
    }

    private static LakeTable kept(String name, List<String> columns, WarehouseWrite write) {
        String lakeTable = LakeTable.ofPublic(name);
        Dataset<Row> rows = write.read(lakeTable);
        if (columns != null && !columns.containsAll(List.of(rows.columns()))) {
            write.replace(
                    lakeTable,
                    rows.select(Arrays.stream(rows.columns())
                            .filter(columns::contains)
                            .map(functions::col)
                            .toArray(Column[]::new)));
        }
        return write.written(name, lakeTable);
    }

    /** Ranks of which there are none: marts are made of them all the same. */
    private static Dataset<Row> none(Dataset<Row> any) {
        return RecordRows.table(
                any.sparkSession().createDataset(List.of(), RecordEncoder.of(AssessmentRank.class)),
                AssessmentRank.class);
    }
}
