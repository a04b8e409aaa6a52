/** Everything outside the rows: workspace, files, workbooks, Iceberg, PostgreSQL, DuckDB. */
package org.manyuan.store;
