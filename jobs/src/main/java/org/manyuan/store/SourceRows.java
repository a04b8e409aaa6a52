package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Spark's door to the reader. Its only option is the number of a plan that waits on the driver, so that no secret and no path of a
 * secret is ever an option; Spark makes the class by its name, therefore it is public. Commands use {@link SourceRead}.
 */
public final class SourceRows implements TableProvider {
    static final String PLAN = "plan";
    static final Map<String, ReadPlan> PLANS = new ConcurrentHashMap<>();

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return plan(options).schema();
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new Rows(plan(new CaseInsensitiveStringMap(properties)));
    }

    private static ReadPlan plan(CaseInsensitiveStringMap options) {
        ReadPlan plan = PLANS.get(options.get(PLAN));
        if (plan == null) {
            throw new IllegalStateException("This read is closed; open another one");
        }
        return plan;
    }

    private record Rows(ReadPlan plan) implements SupportsRead {
        @Override
        public String name() {
            return "source rows of " + plan.contract().dataset();
        }

        @Override
        @SuppressWarnings("deprecation") // the interface still asks for it
        public StructType schema() {
            return plan.schema();
        }

        @Override
        public Set<TableCapability> capabilities() {
            return Set.of(TableCapability.BATCH_READ);
        }

        @Override
        public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
            return () -> new RowScan(plan);
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private record RowScan(ReadPlan plan) implements Scan, Batch {
        @Override
        public StructType readSchema() {
            return plan.schema();
        }

        @Override
        public String description() {
            return "source rows of " + plan.contract().dataset();
        }

        @Override
        public Batch toBatch() {
            return this;
        }

        @Override
        public InputPartition[] planInputPartitions() {
            return plan.pieces().toArray(InputPartition[]::new);
        }

        @Override
        public PartitionReaderFactory createReaderFactory() {
            return new Readers(plan);
        }

        @Override
        public String toString() {
            return description();
        }
    }

    private record Readers(ReadPlan plan) implements PartitionReaderFactory {
        @Override
        public PartitionReader<InternalRow> createReader(InputPartition partition) {
            throw new UnsupportedOperationException("rows come in column batches");
        }

        @Override
        public boolean supportColumnarReads(InputPartition partition) {
            return true;
        }

        @Override
        public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
            try {
                return new SourceReader(plan, (ReadPlan.Piece) partition);
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
    }
}
