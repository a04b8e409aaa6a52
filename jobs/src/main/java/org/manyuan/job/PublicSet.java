package org.manyuan.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.DisclosureRules;
import org.manyuan.contract.MetricCards;
import org.manyuan.disclosure.Disclosure;
import org.manyuan.disclosure.Releasable;
import org.manyuan.domain.AssessmentRank;
import org.manyuan.mart.Mart;
import org.manyuan.record.RecordEncoder;
import org.manyuan.record.RecordRows;
import org.manyuan.store.Release;

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

    private PublicSet() {}

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
     * @param inputs those of {@link #INPUTS} that there are
     * @param built reads one of them
     */
    static List<Releasable> of(Set<String> inputs, Function<String, Dataset<Row>> built) {
        Disclosure disclosure = Disclosure.of(DisclosureRules.standard(), MetricCards.standard());
        List<Releasable> released = new ArrayList<>(List.of(
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
        released.add(disclosure.assessmentRanks(ranks, built.apply("assessment_indicator")));
        if (inputs.contains(PUBLISHED)) {
            released.add(disclosure.publishedChecks(built.apply(PUBLISHED)));
        }
        List<Releasable> rows = List.copyOf(released);
        for (Mart mart : Mart.all()) {
            released.add(disclosure.derived(mart.name(), mart.sql(), rows));
        }
        return released;
    }

    /** Ranks of which there are none: marts are made of them all the same. */
    private static Dataset<Row> none(Dataset<Row> any) {
        return RecordRows.table(
                any.sparkSession().createDataset(List.of(), RecordEncoder.of(AssessmentRank.class)),
                AssessmentRank.class);
    }
}
