package org.manyuan.disclosure;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.manyuan.contract.DisclosureRules;
import org.manyuan.contract.MetricCards;

/** The one door by which rows leave the house: what is too small becomes null and SUPPRESSED. Source: METRICS A9. */
public final class Disclosure {
    private static final String KNOWN_TO = "known_to";

    private final DisclosureRules rules;
    private final MetricCards cards;
    private final CardColumns said;

    private Disclosure(DisclosureRules rules, MetricCards cards) {
        this.rules = rules;
        this.cards = cards;
        this.said = new CardColumns(cards, rules.persons());
    }

    /** By these rules; cards say what each measure is made of, and of whom. */
    public static Disclosure of(DisclosureRules rules, MetricCards cards) {
        return new Disclosure(rules, cards);
    }

    /**
     * {@code rel_metric_value} out of {@code metric_value}: the same rows, judged each by its kind. The digest of the inputs stays in
     * the house (a tiny cell is found by trying), and so do the columns that say how small the counts get.
     */
    public Releasable metricValues(Dataset<Row> metricValue) {
        return new Releasable("rel_metric_value", new MetricFigures(rules, said).of(metricValue));
    }

    /** {@code rel_assessment_score}: a score with a hidden indicator below it is hidden too. */
    public Releasable assessmentScores(Dataset<Row> scores, Dataset<Row> indicators) {
        return new Releasable("rel_assessment_score", new AssessmentFigures(rules, said).scores(scores, indicators));
    }

    /** {@code rel_assessment_rank}: hidden where the score is. */
    public Releasable assessmentRanks(Dataset<Row> ranks, Dataset<Row> indicators) {
        return new Releasable("rel_assessment_rank", new AssessmentFigures(rules, said).ranks(ranks, indicators));
    }

    /** {@code rel_assessment_indicator}: a hidden leaf hides every node above it. */
    public Releasable assessmentIndicators(Dataset<Row> indicators) {
        return new Releasable("rel_assessment_indicator", new AssessmentFigures(rules, said).indicators(indicators));
    }

    /** {@code rel_policy_check}. */
    public Releasable policyChecks(Dataset<Row> checks) {
        return new Releasable("rel_policy_check", new PolicyFindings(rules, cards).of(checks));
    }

    /** {@code rel_published_check}. */
    public Releasable publishedChecks(Dataset<Row> checks) {
        return new Releasable("rel_published_check", new PublishedFindings(rules).of(checks));
    }

    /**
     * A table that holds no person: exactly the columns that the rules list for it, in that order. Of a table that keeps what was
     * known earlier only what is known now leaves.
     *
     * @throws IllegalArgumentException for a table that the rules do not list, or one that lacks a listed column
     */
    public Releasable open(String publicName, Dataset<Row> rows) {
        List<String> columns = rules.open().get(publicName);
        if (columns == null) {
            throw new IllegalArgumentException(
                    publicName + " cannot be released: schemas/disclosure.yaml lists under open "
                            + String.join(", ", rules.open().keySet()));
        }
        Set<String> missing = new LinkedHashSet<>(columns);
        Arrays.asList(rows.columns()).forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    publicName + " lacks " + String.join(", ", missing) + ", which schemas/disclosure.yaml lists");
        }
        Dataset<Row> known = Arrays.asList(rows.columns()).contains(KNOWN_TO)
                ? rows.where(col(KNOWN_TO).isNull())
                : rows;
        return new Releasable(
                publicName, known.select(columns.stream().map(name -> col(name)).toArray(Column[]::new)));
    }

    /**
     * A public table made of public tables. The SQL is read in a copy of the session that nobody else sees, so names in it disturb no
     * live table and no other call.
     *
     * @throws IllegalArgumentException where the SQL is no query, or names anything but what is given
     */
    public Releasable derived(String name, String sql, List<Releasable> from) {
        if (from.isEmpty()) {
            throw new IllegalArgumentException(name + " cannot be released: it is made of no public table");
        }
        Set<String> names = new HashSet<>();
        from.forEach(table -> names.add(table.name()));
        LogicalPlan query = PublicSql.parse(name, sql, names);
        SparkSession session = (SparkSession) from.get(0).rows().sparkSession();
        SparkSession apart = session.cloneSession();
        from.forEach(table -> rows(apart, plan(table.rows())).createOrReplaceTempView(table.name()));
        return new Releasable(name, rows(session, plan(rows(apart, query))));
    }

    private static LogicalPlan plan(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .analyzed();
    }

    /** Spark's own way from a plan to rows; there is no other that keeps a name out of the shared session. */
    private static Dataset<Row> rows(SparkSession session, LogicalPlan plan) {
        return org.apache.spark.sql.classic.Dataset.ofRows(session, plan);
    }
}
