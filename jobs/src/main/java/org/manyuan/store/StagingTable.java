package org.manyuan.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.manyuan.contract.Contract;

/**
 * One row per accepted row of a dataset, as handed in: the contract's columns (persons as keys), then where the row comes from. Only
 * ever added to; which rows are current follows from {@code replaces_by}, precedence, source_on and received_no.
 *
 * @param name {@code stg_<dataset>}
 */
public record StagingTable(String name, StructType schema) {
    /** Whether the row was reported or made up; in every table. */
    static final String ORIGIN = "origin";

    /** What every staging table has after the contract's columns and origin. */
    static final List<StructField> PROVENANCE = List.of(
            field("submission_id", DataTypes.StringType),
            field("received_no", DataTypes.LongType),
            field("source_on", DataTypes.DateType),
            field("precedence", DataTypes.IntegerType),
            field("submitter", DataTypes.StringType),
            field("sheet", DataTypes.StringType),
            field("source_line", DataTypes.LongType));

    /** The table of a dataset. */
    public static StagingTable of(Contract contract) {
        List<StructField> fields = new ArrayList<>(contractFields(contract));
        fields.addAll(PROVENANCE);
        return new StagingTable("stg_" + contract.dataset(), new StructType(fields.toArray(StructField[]::new)));
    }

    /** The columns of the contract under their stored names, and origin. */
    static List<StructField> contractFields(Contract contract) {
        List<StructField> fields = new ArrayList<>();
        for (org.manyuan.contract.Column column : contract.columns()) {
            fields.add(field(column.storedName(), DataType.fromDDL(column.sqlType())));
        }
        if (!contract.has(ORIGIN)) {
            fields.add(field(ORIGIN, DataTypes.StringType));
        }
        return fields;
    }

    Column[] columns() {
        return Arrays.stream(schema.fieldNames()).map(Column::new).toArray(Column[]::new);
    }

    private static StructField field(String name, DataType type) {
        return new StructField(name, type, true, Metadata.empty());
    }
}
