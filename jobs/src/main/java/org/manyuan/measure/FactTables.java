package org.manyuan.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;

/** The fact tables that figures rest on, by the record that is their row. Give stored tables, not the plans that make them. */
public final class FactTables {
    private final Map<Class<? extends Record>, Dataset<? extends Record>> tables = new LinkedHashMap<>();

    /** One table more. */
    public <T extends Record> FactTables with(Class<T> type, Dataset<T> rows) {
        tables.put(type, rows);
        return this;
    }

    /**
     * The table of a record.
     *
     * @throws IllegalArgumentException where there is none
     */
    @SuppressWarnings("unchecked")
    public <T extends Record> Dataset<T> of(Class<T> type) {
        Dataset<?> rows = tables.get(type);
        if (rows == null) {
            throw new IllegalArgumentException("No table of " + type.getSimpleName() + " was conformed.");
        }
        return (Dataset<T>) rows;
    }

    Set<Class<? extends Record>> types() {
        return Collections.unmodifiableSet(tables.keySet());
    }
}
