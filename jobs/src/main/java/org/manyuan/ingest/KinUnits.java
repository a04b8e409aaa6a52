package org.manyuan.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row per unit and each unit that stands for the same school: itself, the school it is a part of, its parts and their parts, the
 * codes that it took over from or gave up to. A pupil on the roll of the school may sit an exam for its campus.
 */
public final class KinUnits {
    private KinUnits() {}

    /**
     * @param schools versions of units: school_code, part_of
     * @param successions from_code, to_code; none where nobody handed any in
     * @return unit, kin
     */
    public static Dataset<Row> of(Dataset<Row> schools, Dataset<Row> successions) {
        Dataset<Row> family = schools.select(
                        col("school_code").as("unit"),
                        coalesce(col("part_of"), col("school_code")).as("school"))
                // a unit has several versions in time
                .distinct();
        Dataset<Row> parts = family.as("a")
                .join(family.as("b"), col("a.school").equalTo(col("b.school")), "inner")
                .select(col("a.unit").as("unit"), col("b.unit").as("kin"));
        Dataset<Row> forward =
                successions.select(col("from_code").as("unit"), col("to_code").as("kin"));
        Dataset<Row> back =
                successions.select(col("to_code").as("unit"), col("from_code").as("kin"));
        return parts.unionByName(forward).unionByName(back).distinct();
    }

    /** The rows whose two units do not stand for the same school; a null is no unit and says nothing. */
    static Dataset<Row> strangers(Dataset<Row> rows, Column unit, Column other, Dataset<Row> kin) {
        return rows.where(unit.notEqual(other))
                .join(broadcast(kin), unit.equalTo(col("unit")).and(other.equalTo(col("kin"))), "left_anti");
    }
}
