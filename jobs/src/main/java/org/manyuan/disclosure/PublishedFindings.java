package org.manyuan.disclosure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.DisclosureRules;
import org.manyuan.contract.PublishedFigure;
import org.manyuan.contract.PublishedFigures;

/**
 * {@code rel_published_check}, as many rows as there were: what was published leaves as it is, and the computed value unless it counts
 * few persons whom the rules protect. The rows behind it stay in the house.
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

    private final DisclosureRules rules;

    PublishedFindings(DisclosureRules rules) {
        this.rules = rules;
    }

    Dataset<Row> of(Dataset<Row> checks) {
        Object[] ofPersons = PublishedFigures.all().stream()
                .filter(figure ->
                        rules.persons().contains(figure.persons().name().toLowerCase(Locale.ROOT)))
                .map(PublishedFigure::id)
                .toArray();
        Column isFew = col("figure_id")
                .isin(ofPersons)
                .and(coalesce(col("computed"), lit(0.0)).lt(rules.minStudents()));
        return checks.select(COLUMNS.stream()
                .map(name ->
                        name.equals("computed") ? when(not(isFew), col(name)).as(name) : col(name))
                .toArray(Column[]::new));
    }
}
