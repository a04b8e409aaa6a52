package org.manyuan.disclosure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.manyuan.contract.DisclosureRules;
import org.manyuan.contract.FigureKind;

/**
 * {@code rel_metric_value} out of {@code metric_value}: one row per figure, as many as there were. What is too small is null and
 * SUPPRESSED. Where a row does not say how small its counts are, it is hidden: silence is no permission.
 */
final class MetricFigures {
    /** The columns of the public table, in its order. */
    static final List<String> COLUMNS = List.of(
            "metric_id",
            "card_version",
            "measure",
            "variant",
            "district_code",
            "group_code",
            "school_code",
            "school_year",
            "base_year",
            "as_of",
            "exam_code",
            "stage",
            "grade",
            "subject",
            "value",
            "value_raw",
            "se",
            "ci_lo",
            "ci_hi",
            "ci_method",
            "ci_frame",
            "p",
            "q",
            "n",
            "k",
            "left_out_units",
            "left_out_students",
            "flag",
            "verdict",
            "origin");

    /** What goes with a hidden value; n beside it. */
    private static final Set<String> HIDDEN_WITH =
            Set.of("value", "value_raw", "se", "ci_lo", "ci_hi", "ci_method", "p", "q", "verdict");

    private static final String HIDDEN = "is_hidden";
    private static final String N_HIDDEN = "is_n_hidden";
    private static final String LEFT_OUT_HIDDEN = "is_left_out_hidden";
    private static final String VARIANT_OF_COUNT = "variant_of_count";

    private final DisclosureRules rules;
    private final CardColumns cards;

    MetricFigures(DisclosureRules rules, CardColumns cards) {
        this.rules = rules;
        this.cards = cards;
    }

    Dataset<Row> of(Dataset<Row> metricValue) {
        Column[] siblings = Stream.of(
                        "metric_id",
                        "measure",
                        VARIANT_OF_COUNT,
                        "district_code",
                        "group_code",
                        "school_code",
                        "school_year",
                        "base_year",
                        "exam_code",
                        "stage",
                        "grade",
                        "subject",
                        "ci_frame")
                .map(name -> col(name))
                .toArray(Column[]::new);
        return metricValue
                .withColumn(VARIANT_OF_COUNT, cards.variantOfCount())
                .withColumn(N_HIDDEN, isCountTooSmall(col("n")))
                .withColumn(LEFT_OUT_HIDDEN, isLeftOutTooSmall())
                .withColumn(HIDDEN, max(isTooSmall()).over(Window.partitionBy(siblings)))
                .select(COLUMNS.stream().map(MetricFigures::released).toArray(Column[]::new));
    }

    private static Column released(String name) {
        Column shown = not(col(HIDDEN));
        Column value = col(name);
        if (HIDDEN_WITH.contains(name)) {
            value = when(shown, value);
        } else if (name.equals("n")) {
            value = when(shown.and(not(col(N_HIDDEN))), value);
        } else if (name.equals("left_out_students")) {
            value = when(not(col(LEFT_OUT_HIDDEN)), value);
        } else if (name.equals("flag")) {
            value = when(shown, value).otherwise("SUPPRESSED");
        }
        return value.as(name);
    }

    /** A count below the limit, or one that adds up such a count: the others are public, so it would give it back. */
    private Column isCountTooSmall(Column count) {
        Column smallest = coalesce(col("least_unit"), when(col("school_code").notEqual(""), col("n")), lit(0L));
        return cards.isProtected()
                .and(count.isNotNull())
                .and(coalesce(least(count, smallest).lt(rules.minStudents()), lit(true)));
    }

    private Column isLeftOutTooSmall() {
        Column smallest = least(col("left_out_students"), coalesce(col("least_left_out"), lit(0L)));
        return cards.isProtected()
                .and(coalesce(col("left_out_units"), lit(1L)).gt(0))
                .and(coalesce(smallest.lt(rules.minStudents()), lit(false)));
    }

    private Column isTooSmall() {
        Column tooSmall = lit(false);
        for (FigureKind kind : FigureKind.values()) {
            tooSmall = when(cards.isOf(kind), isTooSmall(kind)).otherwise(tooSmall);
        }
        return cards.judged(cards.isProtected().and(tooSmall));
    }

    /** Never null. Where there is no figure its own flag stands, unless the flag would tell a count (nobody entered). */
    private Column isTooSmall(FigureKind kind) {
        Column knownTooSmall = coalesce(col("least_unit").lt(rules.minStudents()), lit(false));
        return switch (kind) {
            case COUNT -> knownTooSmall.or(tells().and(isCountTooSmall(coalesce(col("value"), col("n"), lit(0)))));
            case CHANGE_OF_COUNTS -> knownTooSmall.or(tells().and(isCountTooSmall(coalesce(col("n"), lit(0L)))));
            case RATE -> tells().and(isRateTooSmall());
            case CHANGE_OF_RATES ->
                tells().and(coalesce(
                        col("least_side")
                                .lt(rules.minDenominator())
                                .or(col("least_part").lt(rules.minPart())),
                        lit(true)));
            case MEAN, STATISTIC ->
                tells().and(coalesce(col("least_side"), lit(0L)).lt(rules.minMeanStudents()));
        };
    }

    private Column isRateTooSmall() {
        return isRateTooSmall(col("value"), col("n"), rules);
    }

    /** A rate over too few, or with too few on either side of it; also where either is unknown. */
    static Column isRateTooSmall(Column value, Column n, DisclosureRules rules) {
        Column numerator = round(value.multiply(n));
        Column smallerPart = least(numerator, n.minus(numerator));
        return coalesce(n.lt(rules.minDenominator()).or(smallerPart.lt(rules.minPart())), lit(true));
    }

    private static Column tells() {
        List<Column> figures = new ArrayList<>();
        List.of("value", "value_raw", "se", "ci_lo", "ci_hi", "p", "q").forEach(name -> figures.add(col(name)));
        return coalesce(figures.toArray(Column[]::new)).isNotNull();
    }
}
