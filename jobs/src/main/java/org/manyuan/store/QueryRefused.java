package org.manyuan.store;

/** A query that is no single SELECT, or that DuckDB does not understand. Nothing was changed. */
public final class QueryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueryRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
