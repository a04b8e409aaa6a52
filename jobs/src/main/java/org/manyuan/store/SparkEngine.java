package org.manyuan.store;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The Spark session that every command of Manyuan runs in: one way to set it up, locally and under {@code spark-submit}. */
public final class SparkEngine {
    /** The name of the Iceberg catalog in Spark. */
    static final String CATALOG = "manyuan";

    /** Room for some thousand codes a column; a column of figures or digests, which has more, is soon written as it is. */
    static final String DICTIONARY_BYTES = "65536";

    /** The least memory that an operator takes; one that needs more takes more pages, up to 8192 a task. */
    private static final String PAGE = "2m";

    private SparkEngine() {}

    /**
     * Starts or finds the session.
     *
     * @param master e.g. {@code local[2]}; null takes what {@code spark-submit} gave, else all cores of this machine
     */
    public static SparkSession start(Workspace workspace, Database database, String master) {
        SparkConf conf = new SparkConf();
        if (master != null) {
            conf.setMaster(master);
        } else {
            conf.setIfMissing("spark.master", "local[*]");
        }
        conf.setIfMissing("spark.app.name", "manyuan");
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.sql.shuffle.partitions", "4");
        conf.setIfMissing(
                "spark.local.dir",
                workspace
                        .temporary()
                        .resolve("command-" + ProcessHandle.current().pid() + "-spark")
                        .toString());
        // each sort, sum and broadcast takes a page at least, and by itself Spark takes 64 MB for one of a few rows
        conf.setIfMissing("spark.buffer.pageSize", PAGE);
        conf.set("spark.ui.showConsoleProgress", "false");
        // nobody looks at plans: said in full for every step of wide tables they cost a sixth of a release
        conf.setIfMissing("spark.sql.ui.explainMode", "simple");
        conf.setIfMissing("spark.sql.debug.maxToStringFields", "0");
        conf.set("spark.sql.session.timeZone", "UTC");
        // what is sent to the tasks holds records and immutable lists, which Kryo cannot make
        conf.set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
        conf.set("spark.sql.ansi.enabled", "true");
        conf.set("spark.sql.parquet.compression.codec", "zstd");
        conf.set("spark.hadoop.parquet.dictionary.page.size", DICTIONARY_BYTES);
        conf.set("spark.sql.sources.partitionColumnTypeInference.enabled", "false");
        conf.set("spark.hadoop.fs.file.impl", PlainFs.class.getName());
        if (conf.get("spark.master").startsWith("local")) {
            conf.set("spark.driver.host", "127.0.0.1");
            conf.set("spark.driver.bindAddress", "127.0.0.1");
        }
        // user and password go as properties whose names Spark's redaction knows, never inside the URL
        conf.set("spark.redaction.regex", "(?i)secret|password|passwd|token|access[.]?key|jdbc[.]user");
        conf.set("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
        String catalog = "spark.sql.catalog." + CATALOG;
        conf.set(catalog, "org.apache.iceberg.spark.SparkCatalog");
        conf.set(catalog + ".type", "jdbc");
        // another catalog instance moves tables back to their heads: a cached table would not notice
        conf.set(catalog + ".cache-enabled", "false");
        for (Map.Entry<String, String> property :
                LakeCatalog.properties(workspace, database.address()).entrySet()) {
            conf.set(catalog + "." + property.getKey(), property.getValue());
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
