package org.manyuan;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of all tests of a run, started by the first test that asks and ended with the JVM, and spark-testing-base's
 * comparison of Datasets.
 */
public final class SharedSpark {
    private static final Suite SUITE = start();

    private SharedSpark() {}

    public static SparkSession session() {
        return SUITE.spark();
    }

    /** Compares schema, order and content. */
    public static void assertSame(Dataset<Row> expected, Dataset<Row> result) {
        SUITE.assertDatasetEquals(expected, result);
    }

    private static Suite start() {
        Suite suite = new Suite();
        suite.runBefore();
        return suite;
    }

    private static final class Suite extends JavaDatasetSuiteBase {
        /** The library asks for Hive unless told otherwise; Manyuan has none. */
        @Override
        public boolean enableHiveSupport() {
            return false;
        }

        @Override
        public SparkConf conf() {
            return super.conf()
                    .setMaster("local[2]")
                    .set("spark.ui.enabled", "false")
                    .set("spark.buffer.pageSize", "2m")
                    .set("spark.sql.ansi.enabled", "true")
                    .set("spark.sql.session.timeZone", "UTC")
                    .set("spark.sql.shuffle.partitions", "3");
        }
    }
}
