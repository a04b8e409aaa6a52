package org.manyuan.core;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;
import org.manyuan.record.RecordRows;

/** {@code dim_school}: one row per unit, a school or a campus or section of one that has figures of its own. */
public final class Units {
    /** The stage set of a 办学类型. Source: METRICS A8. */
    private static final Map<String, String> STAGES_OF_TYPE = Map.ofEntries(
            Map.entry("111", "K"),
            Map.entry("119", "K"),
            Map.entry("211", "P"),
            Map.entry("218", "P"),
            Map.entry("219", "P"),
            Map.entry("311", "J"),
            Map.entry("319", "J"),
            Map.entry("312", "P,J"),
            Map.entry("341", "J,S"),
            Map.entry("342", "S"),
            Map.entry("349", "S"),
            Map.entry("345", "P,J,S"));

    private Units() {}

    /**
     * @param school current rows of {@code stg_school}
     * @return one row per school_code with the attributes of its latest version; without an authority the district runs it; without
     *     stages those of its school_type; without both the set is empty
     */
    public static Dataset<Unit> of(Dataset<Row> school) {
        Dataset<Row> latest = Latest.of(
                school, List.of("school_code"), List.of(col("valid_from").desc_nulls_last()));
        return RecordRows.records(
                latest.withColumn("authority_code", coalesce(filled("authority_code"), col("district_code")))
                        .withColumn("part_of", filled("part_of"))
                        .withColumn("stages", coalesce(said(), ofType(), lit("")))
                        .withColumn("schooling_system", coalesce(filled("schooling_system"), lit("6-3"))),
                Unit.class);
    }

    /** Clerks part stages by commas, blanks, bars, or not at all, in any order. */
    private static Column said() {
        Column[] named = Arrays.stream(Stage.values())
                .map(stage -> when(upper(col("stages")).contains(stage.name()), stage.name()))
                .toArray(Column[]::new);
        Column stages = concat_ws(",", named);
        return when(stages.notEqual(""), stages);
    }

    private static Column ofType() {
        Column stages = lit(null).cast("string");
        for (Map.Entry<String, String> type : STAGES_OF_TYPE.entrySet()) {
            stages = when(col("school_type").equalTo(type.getKey()), type.getValue())
                    .otherwise(stages);
        }
        return stages;
    }

    private static Column filled(String name) {
        return when(col(name).notEqual(""), col(name));
    }
}
