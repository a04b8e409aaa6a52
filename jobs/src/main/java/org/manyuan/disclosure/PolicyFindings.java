package org.manyuan.disclosure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.manyuan.contract.CardMeasure;
import org.manyuan.contract.DisclosureRules;
import org.manyuan.contract.MetricCard;
import org.manyuan.contract.MetricCards;
import org.manyuan.contract.RegionRule;
import org.manyuan.contract.RegionRule.Persons;
import org.manyuan.contract.RegionRules;

/**
 * {@code rel_policy_check}, as many rows as there were. A check does not say how small what is behind it gets, so where students are
 * behind it only its result leaves; teachers likewise once they are listed. Evidence with a person's key stops the run.
 */
final class PolicyFindings {
    /** The columns of the public table, in its order. */
    static final List<String> COLUMNS = List.of(
            "rule_id",
            "district_code",
            "group_code",
            "school_code",
            "school_year",
            "as_of",
            "stage",
            "result",
            "hardness",
            "metric_id",
            "value",
            "threshold",
            "n",
            "evidence",
            "flag",
            "origin");

    /** Spark's own functions cannot tell the keys of JSON of any shape, and what they miss would leave the house. */
    private static final UserDefinedFunction NAMES_ANOTHER =
            udf((UDF1<String, Boolean>) EvidenceKeys::nameAnother, DataTypes.BooleanType);

    private static final String HIDDEN = "is_hidden";
    private static final String NAMES_PERSONS = "names_persons";

    private final DisclosureRules rules;
    private final MetricCards cards;

    PolicyFindings(DisclosureRules rules, MetricCards cards) {
        this.rules = rules;
        this.cards = cards;
    }

    Dataset<Row> of(Dataset<Row> checks) {
        return checks.withColumn(HIDDEN, not(isOpen()))
                .withColumn(NAMES_PERSONS, col("rule_id").isin(ofRegions(rule -> rule.persons() != Persons.NONE)))
                .select(COLUMNS.stream().map(PolicyFindings::released).toArray(Column[]::new));
    }

    /**
     * Whether the metric that decided is of nobody who is protected, or the rows that decided are. Rows that decided without a metric or
     * a rule of a region are of nobody known.
     */
    private Column isOpen() {
        Object[] open = cards.all().stream()
                .filter(card -> card.measures().values().stream()
                        .map(CardMeasure::persons)
                        .noneMatch(rules.persons()::contains))
                .map(MetricCard::id)
                .toArray();
        return col("metric_id").isin(open).or(col("rule_id").isin(ofRegions(rule -> !rules.persons()
                .contains(rule.persons().name().toLowerCase(Locale.ROOT)))));
    }

    private static Object[] ofRegions(Predicate<RegionRule> which) {
        return RegionRules.all().stream().filter(which).map(RegionRule::id).toArray();
    }

    private static Column released(String name) {
        Column hidden = col(HIDDEN);
        Column tells = coalesce(col("value"), col("n").cast("double")).isNotNull();
        Column value = col(name);
        switch (name) {
            case "value", "n" -> value = when(not(hidden), value);
            case "flag" -> value = when(hidden.and(tells), "SUPPRESSED").otherwise(value);
            case "evidence" ->
                value = when(col(NAMES_PERSONS), "[]")
                        .when(NAMES_ANOTHER.apply(value), otherKey())
                        .when(hidden, "[]")
                        .otherwise(value);
            default -> {
                // leaves as it is
            }
        }
        return value.as(name);
    }

    private static Column otherKey() {
        return raise_error(
                        concat(
                                lit("the evidence of rule "),
                                col("rule_id"),
                                lit(
                                        " may hold a person's key: a check names metrics, districts, groups, units, dates and numbers only")))
                .cast("string");
    }
}
