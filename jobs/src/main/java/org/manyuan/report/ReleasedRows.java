package org.manyuan.report;

import java.util.List;
import java.util.Map;

/** The public set of one release, asked in DuckDB SQL. Its tables are those of the serving schema, under the same names. */
@FunctionalInterface
public interface ReleasedRows {
    /** The rows in their order, each a map from column name to value in the order of the columns; {@code ?} takes the parameters. */
    List<Map<String, Object>> select(String sql, Object... parameters);
}
