package org.manyuan.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;

/**
 * What is left of a table without some persons. A row about a person goes; a row about a school or a group that only names a person,
 * its legal representative, the mentor in a ledger, stays without the name.
 *
 * @param columns those that hold persons, and whether the row is about them
 */
record PersonColumns(Map<String, Boolean> columns) {
    /** @param keyColumns the columns {@code …_key} of the table */
    static PersonColumns of(String table, List<String> keyColumns) {
        Map<String, Boolean> columns = new TreeMap<>();
        keyColumns.forEach(column -> columns.put(column, true));
        for (Contract contract : Contracts.all()) {
            if (table.equals("stg_" + contract.dataset())) {
                for (org.manyuan.contract.Column column : contract.columns()) {
                    if (column.person() != null) {
                        columns.put(column.storedName(), isSubject(contract, column));
                    }
                }
            }
        }
        return new PersonColumns(columns);
    }

    private static boolean isSubject(Contract contract, org.manyuan.contract.Column column) {
        return column.required()
                || contract.key().contains(column.name())
                || column.name().equals(column.person() + "_id");
    }

    /** The rows without the persons. */
    Dataset<Row> without(Dataset<Row> rows, Set<String> keys) {
        Dataset<Row> left = rows;
        for (Map.Entry<String, Boolean> column : columns.entrySet()) {
            if (Set.of(rows.columns()).contains(column.getKey())) {
                Column isGone = coalesce(col(column.getKey()).isin(keys.toArray()), lit(false));
                left = column.getValue()
                        ? left.where(not(isGone))
                        : left.withColumn(column.getKey(), when(not(isGone), col(column.getKey())));
            }
        }
        return left;
    }
}
