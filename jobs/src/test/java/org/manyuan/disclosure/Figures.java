package org.manyuan.disclosure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.SharedSpark;
import org.manyuan.TextTable;
import org.manyuan.contract.DisclosureRules;
import org.manyuan.contract.MetricCards;
import org.manyuan.domain.MetricValue;
import org.manyuan.record.RecordEncoder;
import org.manyuan.record.RecordRows;

/** Rows of {@code metric_value} of which a test says only what matters to it; the rest is as in most rows. */
final class Figures {
    private static final Dataset<Row> EMPTY = RecordRows.table(
            SharedSpark.session().createDataset(List.<MetricValue>of(), RecordEncoder.of(MetricValue.class)),
            MetricValue.class);

    private Figures() {}

    static Disclosure disclosure() {
        return Disclosure.of(DisclosureRules.standard(), MetricCards.standard());
    }

    /** The columns of the table; left_out counts are 0, flags OK, codes empty unless it says otherwise. */
    static Dataset<Row> rows(String table) {
        Dataset<Row> said = TextTable.rows(table);
        List<String> names = Arrays.asList(said.columns());
        Column[] columns = Arrays.stream(EMPTY.schema().fields())
                .map(field -> {
                    Column value = names.contains(field.name()) ? col(field.name()) : usual(field.name());
                    return value.cast(field.dataType()).as(field.name());
                })
                .toArray(Column[]::new);
        return said.select(columns);
    }

    private static Column usual(String name) {
        return switch (name) {
            case "se", "ci_lo", "ci_hi", "p", "q", "value_raw" ->
                when(col("value").isNotNull(), lit(0.5));
            case "verdict" -> lit("NARROWED");
            case "value", "base_year", "n", "least_side", "least_unit", "least_part", "least_left_out" -> lit(null);
            case "as_of" -> lit("2025-08-31");
            case "school_year" -> lit(2024);
            case "k", "card_version" -> lit(1);
            case "left_out_units", "left_out_students" -> lit(0);
            case "flag" -> lit("OK");
            case "inputs_hash" -> lit("00ff00ff00ff00ff");
            default -> lit("");
        };
    }
}
