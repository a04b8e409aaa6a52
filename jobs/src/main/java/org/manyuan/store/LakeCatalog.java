package org.manyuan.store;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The Iceberg tables of a workspace without Spark: their schemas, snapshots and files. */
final class LakeCatalog implements AutoCloseable {
    /** All tables lie in one namespace; their prefixes tell what they are. */
    static final Namespace NAMESPACE = Namespace.of("manyuan");

    static final Map<String, String> TABLE_PROPERTIES = Map.of(
            "format-version", "2",
            "write.parquet.compression-codec", "zstd",
            "write.metadata.delete-after-commit.enabled", "true",
            "write.metadata.previous-versions-max", "20",
            "commit.retry.num-retries", "20");

    private final JdbcCatalog catalog = new JdbcCatalog();

    LakeCatalog(Workspace workspace, Database database) {
        Configuration files = new Configuration(false);
        files.set("fs.file.impl", PlainFs.class.getName());
        catalog.setConf(files);
        catalog.initialize(SparkEngine.CATALOG, properties(workspace, database.address()));
        if (!catalog.namespaceExists(NAMESPACE)) {
            catalog.createNamespace(NAMESPACE);
        }
    }

    /** What Iceberg must be told, the same with and without Spark. */
    static Map<String, String> properties(Workspace workspace, DatabaseAddress address) {
        String url =
                address.url() + (address.url().contains("?") ? "&" : "?") + "currentSchema=" + Database.CATALOG_SCHEMA;
        return Map.of(
                "uri", url,
                "jdbc.user", address.user(),
                "jdbc.password", address.password(),
                "jdbc.schema-version", "V1",
                "warehouse", workspace.warehouse().toString());
    }

    List<String> tables() {
        return catalog.listTables(NAMESPACE).stream()
                .map(TableIdentifier::name)
                .sorted()
                .toList();
    }

    boolean has(String table) {
        return catalog.tableExists(name(table));
    }

    Table load(String table) {
        return catalog.loadTable(name(table));
    }

    /** Makes an empty table, every column nullable: what is unknown is null. */
    void create(String table, StructType schema) {
        List<StructField> nullable = Arrays.stream(schema.fields())
                .map(field -> new StructField(field.name(), field.dataType(), true, field.metadata()))
                .toList();
        catalog.buildTable(name(table), SparkSchemaUtil.convert(new StructType(nullable.toArray(StructField[]::new))))
                .withProperties(TABLE_PROPERTIES)
                .create();
    }

    /** Adds the columns that a schema has and the table has not. */
    void widen(String table, StructType schema) {
        Table stored = load(table);
        Set<String> known = new HashSet<>(
                Arrays.asList(SparkSchemaUtil.convert(stored.schema()).fieldNames()));
        UpdateSchema update = stored.updateSchema();
        boolean isWider = false;
        for (StructField field : schema.fields()) {
            if (!known.contains(field.name())) {
                update.addColumn(field.name(), SparkSchemaUtil.convert(field.dataType()));
                isWider = true;
            }
        }
        if (isWider) {
            update.commit();
        }
    }

    /** Removes a table and its files. */
    void drop(String table) {
        catalog.dropTable(name(table), true);
    }

    private static TableIdentifier name(String table) {
        return TableIdentifier.of(NAMESPACE, table);
    }

    @Override
    public void close() {
        catalog.close();
    }
}
