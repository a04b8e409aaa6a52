package org.manyuan.disclosure;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.DisclosureRules;
import org.manyuan.contract.MetricCards;

/** The one door by which rows leave the house: what is too small becomes null and SUPPRESSED. Source: METRICS A9. */
public final class Disclosure {
    private final DisclosureRules rules;
    private final MetricCards cards;

    private Disclosure(DisclosureRules rules, MetricCards cards) {
        this.rules = rules;
        this.cards = cards;
    }

    /** By these rules; cards say what each measure is made of, and of whom. */
    public static Disclosure of(DisclosureRules rules, MetricCards cards) {
        return new Disclosure(rules, cards);
    }

    /** {@code rel_metric_value} out of {@code metric_value}, row by row. */
    public Releasable metricValues(Dataset<Row> metricValue) {
        throw new UnsupportedOperationException();
    }

    /** {@code rel_assessment_score}: a score with a hidden indicator below it is hidden too. */
    public Releasable assessmentScores(Dataset<Row> scores, Dataset<Row> indicators) {
        throw new UnsupportedOperationException();
    }

    /** {@code rel_assessment_indicator}: a hidden leaf hides every node above it. */
    public Releasable assessmentIndicators(Dataset<Row> indicators) {
        throw new UnsupportedOperationException();
    }

    /** {@code rel_policy_check}. */
    public Releasable policyChecks(Dataset<Row> checks) {
        throw new UnsupportedOperationException();
    }

    /** A table that holds no person: exactly the columns that the rules list for it, in that order. */
    public Releasable open(String publicName, Dataset<Row> rows) {
        throw new UnsupportedOperationException();
    }

    /** A public table made of public tables: the SQL can name nothing but those given. */
    public Releasable derived(String name, String sql, List<Releasable> from) {
        throw new UnsupportedOperationException();
    }
}
