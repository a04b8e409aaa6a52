package org.manyuan.store;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the rows of one command go: into the warehouse, or beside it where the command is only a check. */
interface WrittenTables {
    /** Adds rows; a column that the table has not widens it. */
    void append(String table, Dataset<Row> rows);

    /** Makes these rows the whole content. */
    void replace(String table, Dataset<Row> rows);

    /** The same; rows of one value of a column lie together. */
    void replace(String table, Dataset<Row> rows, String apart);

    /** The same; rows of one place, as these columns say it, lie apart from all others. */
    void replace(String table, Dataset<Row> rows, List<String> apart);

    /** Puts rows in the place of those of some places of a table whose rows lie apart by them. */
    void change(String table, Dataset<Row> rows, Column places);

    /** A table that was written to, with what counted before and all that was added. */
    Dataset<Row> read(String table);

    /** Takes rows out of a table that was written to; {@code grain} tells a row from the others, nulls are equal. */
    void remove(String table, Dataset<Row> rows, List<String> grain);

    /** Makes the tables count, together with the caller's own rows. */
    <T> T commit(Set<String> tables, SqlWork<T> work);

    /** Leaves nothing of it. */
    void discard();
}
