package org.manyuan.store;

import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Mixes the key's columns into 64 bits. The seed is drawn anew for each read, so that nobody can write a file whose keys collide.
 */
record MixedKeyHash(long seed) implements KeyHash {
    @Override
    public long of(ColumnarBatch batch, int submission, int[] key, int row) {
        long hash = mixed(batch.column(submission), row, seed);
        for (int column : key) {
            hash = mixed(batch.column(column), row, hash);
        }
        return hash;
    }

    private static long mixed(ColumnVector column, int row, long hash) {
        if (column.isNullAt(row)) {
            return XXH64.hashLong(Long.MIN_VALUE, hash);
        }
        DataType type = column.dataType();
        if (type.equals(DataTypes.StringType)) {
            return XXH64.hashUTF8String(column.getUTF8String(row), hash);
        }
        if (type.equals(DataTypes.IntegerType) || type.equals(DataTypes.DateType)) {
            return XXH64.hashLong(column.getInt(row), hash);
        }
        if (type.equals(DataTypes.LongType)) {
            return XXH64.hashLong(column.getLong(row), hash);
        }
        if (type.equals(DataTypes.BooleanType)) {
            return XXH64.hashLong(column.getBoolean(row) ? 1 : 0, hash);
        }
        if (type.equals(DataTypes.DoubleType)) {
            // +0.0 and −0.0 are one key
            return XXH64.hashLong(Double.doubleToLongBits(column.getDouble(row) + 0.0), hash);
        }
        if (type instanceof DecimalType decimal) {
            return XXH64.hashLong(
                    column.getDecimal(row, decimal.precision(), decimal.scale()).toUnscaledLong(), hash);
        }
        throw new IllegalStateException("no key has a column of type " + type);
    }
}
