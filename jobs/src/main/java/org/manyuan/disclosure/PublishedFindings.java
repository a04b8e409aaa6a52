package org.manyuan.disclosure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.DisclosureRules;
import org.manyuan.contract.PublishedFigure;
import org.manyuan.contract.PublishedFigures;
import org.manyuan.contract.Requirement;

/**
 * {@code rel_published_check}, as many rows as there were: what was published leaves as it is, and the computed value unless it counts
 * few persons whom the rules protect, or is a rate or a growth of few: then its evidence says of how many ({@code n}, and {@code k} of
 * them where it is a rate); where it does not say so, the value stays in the house. The rows behind it stay in the house. Source: METRICS A9.
 */
final class PublishedFindings {
    /** The columns of the public table, in its order. */
    static final List<String> COLUMNS = List.of(
            "figure_id",
            "district_code",
            "item",
            "as_of",
            "built_as_of",
            "value",
            "unit",
            "bound",
            "source",
            "quote",
            "computed",
            "lowest",
            "highest",
            "result",
            "contradiction_zh",
            "contradiction_en",
            "origin");

    private static final String PART = "array<struct<n: bigint, k: bigint>>";
    private static final String PARTS = "parts_of_the_number";

    private final DisclosureRules rules;

    PublishedFindings(DisclosureRules rules) {
        this.rules = rules;
    }

    Dataset<Row> of(Dataset<Row> checks) {
        Column isFew = coalesce(col("computed"), lit(0.0)).lt(rules.minStudents());
        Column isHidden = col("figure_id")
                .isin(ofPersons(PublishedFindings::isCount))
                .and(isFew)
                .or(col("figure_id").isin(ofPersons(figure -> !isCount(figure))).and(not(isOfEnough())));
        return checks.withColumn(PARTS, from_json(col("evidence"), PART, Map.of()))
                .select(COLUMNS.stream()
                        .map(name -> name.equals("computed")
                                ? when(not(isHidden), col(name)).as(name)
                                : col(name))
                        .toArray(Column[]::new));
    }

    /** Whether each part of a rate or growth counts enough; false where nothing says how many. */
    private Column isOfEnough() {
        int least = Math.max(rules.minStudents(), rules.minDenominator());
        return expr("coalesce(size(" + PARTS + ") > 0 and forall(" + PARTS + ", part -> part.n >= " + least
                + " and (part.k is null or least(part.k, part.n - part.k) >= " + rules.minPart() + ")), false)");
    }

    private Object[] ofPersons(Predicate<PublishedFigure> which) {
        return PublishedFigures.all().stream()
                .filter(figure ->
                        rules.persons().contains(figure.persons().name().toLowerCase(Locale.ROOT)))
                .filter(which)
                .map(PublishedFigure::id)
                .toArray();
    }

    private static boolean isCount(PublishedFigure figure) {
        return figure.shape() == null || figure.shape() == Requirement.Shape.COUNT;
    }
}
