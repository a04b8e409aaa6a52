package org.manyuan.disclosure;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.manyuan.contract.DisclosureRules;
import org.manyuan.contract.FigureKind;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@code rel_assessment_indicator}, {@code rel_assessment_score} and {@code rel_assessment_rank}, as many rows as there were.
 * Contributions add up to the score, so a hidden leaf takes every node above it, the score and the place with it; other branches stay.
 */
final class AssessmentFigures {
    /** The columns of the public table, in its order. */
    static final List<String> INDICATOR = List.of(
            "scheme_id",
            "scheme_version",
            "district_code",
            "group_code",
            "school_code",
            "school_year",
            "as_of",
            "node_id",
            "parent_id",
            "node_kind",
            "position",
            "name",
            "weight",
            "weight_used",
            "metric_id",
            "measure",
            "variant",
            "unit",
            "value",
            "normalised",
            "contribution",
            "coverage",
            "n",
            "k",
            "flag",
            "marks",
            "origin");
    /** The columns of the public table, in its order. */
    static final List<String> SCORE = List.of(
            "scheme_id",
            "scheme_version",
            "district_code",
            "group_code",
            "school_code",
            "school_year",
            "as_of",
            "score",
            "score_raw",
            "coverage",
            "grade",
            "counted_units",
            "waiting_units",
            "flag",
            "marks",
            "origin");

    /** The columns of the public table, in its order. */
    static final List<String> RANK = List.of(
            "scheme_id",
            "scheme_version",
            "district_code",
            "group_code",
            "school_code",
            "school_year",
            "as_of",
            "rank",
            "ranked_groups",
            "rank_median",
            "rank_p05",
            "rank_p95",
            "top_places",
            "p_top",
            "p_grade",
            "indistinct_groups",
            "first_weights",
            "total_weights",
            "first_normalisation",
            "total_normalisation",
            "first_aggregation",
            "total_aggregation",
            "first_left_out",
            "total_left_out",
            "first_error",
            "total_error",
            "draws",
            "flag",
            "marks",
            "origin");

    private static final List<String> SUBJECT = List.of(
            "scheme_id", "scheme_version", "district_code", "group_code", "school_code", "school_year", "as_of");
    private static final Set<String> HIDDEN_WITH = Set.of(
            "value",
            "normalised",
            "contribution",
            "n",
            "score",
            "score_raw",
            "grade",
            "rank",
            "rank_median",
            "rank_p05",
            "rank_p95",
            "p_top",
            "p_grade",
            "indistinct_groups",
            "first_weights",
            "total_weights",
            "first_normalisation",
            "total_normalisation",
            "first_aggregation",
            "total_aggregation",
            "first_left_out",
            "total_left_out",
            "first_error",
            "total_error");
    private static final String HIDDEN = "is_hidden";
    private static final String N_HIDDEN = "is_n_hidden";
    private static final String TREE = "tree";

    private final DisclosureRules rules;
    private final CardColumns cards;

    AssessmentFigures(DisclosureRules rules, CardColumns cards) {
        this.rules = rules;
        this.cards = cards;
    }

    Dataset<Row> indicators(Dataset<Row> indicators) {
        return judged(indicators)
                .select(INDICATOR.stream().map(name -> released(name, tells())).toArray(Column[]::new));
    }

    /** A score without indicators stays as it is. */
    Dataset<Row> scores(Dataset<Row> scores, Dataset<Row> indicators) {
        return withoutHidden(scores, indicators, SCORE, coalesce(col("score"), col("score_raw")));
    }

    /** A place goes where its score goes. */
    Dataset<Row> ranks(Dataset<Row> ranks, Dataset<Row> indicators) {
        return withoutHidden(ranks, indicators, RANK, col("rank"));
    }

    /** Left join, indicators grouped to one row a subject. */
    private Dataset<Row> withoutHidden(
            Dataset<Row> rows, Dataset<Row> indicators, List<String> columns, Column figure) {
        Dataset<Row> hidden = judged(indicators)
                .groupBy(columns(SUBJECT))
                .agg(max(col(HIDDEN)).as(HIDDEN));
        return rows.join(hidden, seq(SUBJECT), "left")
                .withColumn(HIDDEN, coalesce(col(HIDDEN), lit(false)))
                .withColumn(N_HIDDEN, lit(false))
                .select(columns.stream()
                        .map(name -> released(name, figure.isNotNull()))
                        .toArray(Column[]::new));
    }

    /** Whether a row is a leaf that is too small, or stands above one. */
    private Dataset<Row> judged(Dataset<Row> indicators) {
        WindowSpec subject = Window.partitionBy(columns(SUBJECT));
        Column leaf = col("node_kind").equalTo("leaf");
        Column above = aggregate(
                col(TREE),
                collect_set(when(col(HIDDEN), col("parent_id"))).over(subject),
                (found, any) -> array_union(
                        found,
                        transform(
                                filter(col(TREE), node -> array_contains(found, node.getField("node_id"))),
                                node -> node.getField("parent_id"))));
        return indicators
                .withColumn(HIDDEN, when(leaf, isLeafTooSmall()).otherwise(false))
                .withColumn(N_HIDDEN, when(leaf, isCountUnsure()).otherwise(false))
                .withColumn(
                        TREE,
                        collect_list(struct(col("node_id"), col("parent_id"))).over(subject))
                .withColumn(HIDDEN, col(HIDDEN).or(array_contains(above, col("node_id"))));
    }

    private Column isLeafTooSmall() {
        Column side = coalesce(col("least_side"), lit(0L));
        Column tooSmall = lit(false);
        for (FigureKind kind : FigureKind.values()) {
            Column ofKind =
                    switch (kind) {
                        case COUNT, CHANGE_OF_COUNTS -> side.lt(rules.minStudents());
                        case RATE ->
                            side.lt(rules.minDenominator())
                                    .or(MetricFigures.isRateTooSmall(col("value"), col("n"), rules));
                        // of such a leaf the least side is who reached a rate or did not: either side holds twice as
                        // many
                        case CHANGE_OF_RATES -> side.lt(Math.max(rules.minPart(), (rules.minDenominator() + 1) / 2));
                        case MEAN, STATISTIC -> side.lt(rules.minMeanStudents());
                    };
            tooSmall = when(cards.isOf(kind), ofKind).otherwise(tooSmall);
        }
        return cards.judged(cards.isProtected().and(tells()).and(tooSmall));
    }

    /** The n of scores adds up units of which the leaf does not say how small they are; beside the metric it stands with its own rule. */
    private Column isCountUnsure() {
        Column ofCounts = cards.isOf(FigureKind.COUNT).or(cards.isOf(FigureKind.CHANGE_OF_COUNTS));
        Column sure = ofCounts.and(coalesce(col("least_side").geq(rules.minStudents()), lit(false)));
        return cards.isProtected().and(not(sure));
    }

    private static Column tells() {
        return coalesce(col("value"), col("normalised"), col("contribution")).isNotNull();
    }

    private static Column released(String name, Column tells) {
        Column shown = not(col(HIDDEN));
        Column value = col(name);
        if (name.equals("n")) {
            value = when(shown.and(not(col(N_HIDDEN))), value);
        } else if (HIDDEN_WITH.contains(name)) {
            value = when(shown, value);
        } else if (name.equals("flag")) {
            value = when(shown.or(not(tells)), value).otherwise("SUPPRESSED");
        }
        return value.as(name);
    }

    private static Column[] columns(List<String> names) {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }

    private static Seq<String> seq(List<String> names) {
        return CollectionConverters.asScala(names).toSeq();
    }
}
