package org.manyuan.store;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.manyuan.contract.Pseudonym;
import org.manyuan.contract.References;

/**
 * The checked rows of some texts of one dataset, as a plan, and afterwards the exact counts of what was read. One row per row that a
 * binding made, accepted or rejected; a rejected row keeps its line and reasons, no cell.
 */
public final class SourceRead implements AutoCloseable {
    private final String id = UUID.randomUUID().toString();
    private final ReadPlan plan;
    private final SparkSession spark;

    /**
     * @param parts texts of one dataset, at least one
     * @param pseudonym opens the keyed hash; called once for each piece that is read, where it is read
     */
    public <S extends Supplier<Pseudonym> & Serializable> SourceRead(
            SparkSession spark, List<SourcePart> parts, References references, S pseudonym) {
        String dataset = parts.get(0).binding().contract().dataset();
        for (SourcePart part : parts) {
            if (!part.binding().contract().dataset().equals(dataset)) {
                throw new IllegalArgumentException("One read is of one dataset; this one has " + dataset + " and "
                        + part.binding().contract().dataset());
            }
        }
        this.spark = spark;
        this.plan = new ReadPlan(List.copyOf(parts), references, pseudonym, new SplitCounts());
        spark.sparkContext().register(plan.counts());
        SourceRows.PLANS.put(id, plan);
    }

    /** Columns: the staging table's, then {@code rejects} (null: accepted) and {@code file_name}. */
    public Dataset<Row> rows() {
        return spark.read()
                .format(SourceRows.class.getName())
                .option(SourceRows.PLAN, id)
                .load();
    }

    /**
     * The counts of each part, in the order given. Exact whatever tasks were retried and however many actions ran.
     *
     * @throws IllegalStateException if no action has read all rows yet
     */
    public List<SourceCounts> counts() {
        Map<Integer, SourceCounts> bySplit = plan.counts().value();
        List<SourceCounts> byPart =
                new ArrayList<>(Collections.nCopies(plan.parts().size(), SourceCounts.NONE));
        for (ReadPlan.Piece piece : plan.pieces()) {
            SourceCounts counts = bySplit.get(piece.number());
            if (counts == null) {
                throw new IllegalStateException(
                        "Not all rows were read yet: counts are known after an action over all rows");
            }
            byPart.set(piece.part(), byPart.get(piece.part()).and(counts));
        }
        return byPart;
    }

    /** Forgets the plan; what was read stays. */
    @Override
    public void close() {
        SourceRows.PLANS.remove(id);
    }
}
