package org.manyuan.store;

import java.io.Serializable;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
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
 * The checked rows of some texts of one dataset. They are read once to be counted, and to find the lines that stand apart: those with a
 * rejected row, and those whose key may be said again. All other lines can be written as they come; what stands apart is read once more,
 * to be compared and told. A rejected row keeps its line and reasons, no cell.
 */
public final class SourceRead implements AutoCloseable {
    private final ReadPlan all;
    private final SparkSession spark;
    private final KeyHash hash;
    private final List<String> open = new ArrayList<>();
    private Map<Integer, BitSet> apart;
    private SplitCounts plainCounts;

    /**
     * @param parts texts of one dataset, at least one
     * @param pseudonym opens the keyed hash; called once for each piece that is read, where it is read
     */
    public <S extends Supplier<Pseudonym> & Serializable> SourceRead(
            SparkSession spark, List<SourcePart> parts, References references, S pseudonym) {
        this(spark, parts, references, pseudonym, new MixedKeyHash(new SecureRandom().nextLong()));
    }

    <S extends Supplier<Pseudonym> & Serializable> SourceRead(
            SparkSession spark, List<SourcePart> parts, References references, S pseudonym, KeyHash hash) {
        String dataset = parts.get(0).binding().contract().dataset();
        for (SourcePart part : parts) {
            if (!part.binding().contract().dataset().equals(dataset)) {
                throw new IllegalArgumentException("One read is of one dataset; this one has " + dataset + " and "
                        + part.binding().contract().dataset());
            }
        }
        this.spark = spark;
        this.hash = hash;
        this.all = new ReadPlan(List.copyOf(parts), references, pseudonym, registered(), LineChoice.ALL);
    }

    /** All rows: the staging table's columns, then {@code rejects} (null: accepted) and {@code file_name}. */
    public Dataset<Row> rows() {
        return rows(all);
    }

    /** The rows of the lines that can be written as they come: every one is accepted, no key of theirs is said twice. */
    public Dataset<Row> plain() {
        plainCounts = registered();
        return rows(chosen(LineChoice.Kind.PLAIN, plainCounts));
    }

    /** The rows of all other lines. Columns as in {@link #rows}. */
    public Dataset<Row> apart() {
        return rows(chosen(LineChoice.Kind.APART, registered()));
    }

    /** Whether any line stands apart. */
    public boolean hasApart() {
        return !searched().isEmpty();
    }

    /**
     * The counts of each part, in the order given. Exact whatever tasks were retried and however many actions ran. Reads all rows, unless
     * that was done.
     */
    public List<SourceCounts> counts() {
        searched();
        return byPart(all, all.counts());
    }

    /**
     * Rows of {@link #plain} by part, in the order given.
     *
     * @throws IllegalStateException if no action has read all of them yet
     */
    public List<Long> plainRows() {
        return byPart(all, plainCounts).stream().map(SourceCounts::rows).toList();
    }

    private Map<Integer, BitSet> searched() {
        if (apart == null) {
            PassingHash quick = new PassingHash(new SecureRandom().nextLong());
            apart = LinesApart.of(
                    spark, new ReadPlan(all.parts(), all.references(), quick, all.counts(), LineChoice.ALL), hash);
        }
        return apart;
    }

    private ReadPlan chosen(LineChoice.Kind kind, SplitCounts counts) {
        return new ReadPlan(all.parts(), all.references(), all.pseudonym(), counts, new LineChoice(kind, searched()));
    }

    private SplitCounts registered() {
        SplitCounts counts = new SplitCounts();
        spark.sparkContext().register(counts);
        return counts;
    }

    private Dataset<Row> rows(ReadPlan plan) {
        String id = UUID.randomUUID().toString();
        open.add(id);
        SourceRows.PLANS.put(id, plan);
        return spark.read()
                .format(SourceRows.class.getName())
                .option(SourceRows.PLAN, id)
                .load();
    }

    private static List<SourceCounts> byPart(ReadPlan plan, SplitCounts counts) {
        Map<Integer, SourceCounts> bySplit = counts.value();
        List<SourceCounts> byPart =
                new ArrayList<>(Collections.nCopies(plan.parts().size(), SourceCounts.NONE));
        for (ReadPlan.Piece piece : plan.pieces()) {
            SourceCounts found = bySplit.get(piece.number());
            if (found == null) {
                throw new IllegalStateException(
                        "Not all rows were read yet: counts are known after an action over all rows");
            }
            byPart.set(piece.part(), byPart.get(piece.part()).and(found));
        }
        return byPart;
    }

    /** Forgets the plans; what was read stays. */
    @Override
    public void close() {
        open.forEach(SourceRows.PLANS::remove);
    }
}
