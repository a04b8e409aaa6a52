package org.manyuan.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.DisclosureRules;
import org.manyuan.contract.MetricCards;
import org.manyuan.disclosure.Disclosure;
import org.manyuan.disclosure.Releasable;
import org.manyuan.mart.Mart;

/** The public set out of the built tables: what a release lets out, and what {@code verify} works out again. */
final class PublicSet {
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
            "policy_check");

    private PublicSet() {}

    /** @param built reads one of {@link #INPUTS} */
    static List<Releasable> of(Function<String, Dataset<Row>> built) {
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
        List<Releasable> rows = List.copyOf(released);
        for (Mart mart : Mart.all()) {
            released.add(disclosure.derived(mart.name(), mart.sql(), rows));
        }
        return released;
    }
}
