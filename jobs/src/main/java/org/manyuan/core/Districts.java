package org.manyuan.core;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.District;
import org.manyuan.record.RecordRows;

/** {@code dim_district}: one row per district of the tree. */
public final class Districts {
    private Districts() {}

    /**
     * @param district current rows of {@code stg_district}: district_code, name, parent_code, level, valid_from, origin
     * @return one row per district_code; of several versions the one with the latest valid_from
     */
    public static Dataset<District> of(Dataset<Row> district) {
        Dataset<Row> latest = Latest.of(
                district, List.of("district_code"), List.of(col("valid_from").desc_nulls_last()));
        return RecordRows.records(latest, District.class);
    }
}
