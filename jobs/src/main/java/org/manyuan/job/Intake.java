package org.manyuan.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.manyuan.contract.Column;
import org.manyuan.contract.Contract;
import org.manyuan.contract.References;
import org.manyuan.contract.Replacement;
import org.manyuan.ingest.CollapsedRows;
import org.manyuan.ingest.RejectedCells;
import org.manyuan.ingest.RepeatedRows;
import org.manyuan.ingest.UpdatedRows;
import org.manyuan.store.SecretKey;
import org.manyuan.store.SourceCounts;
import org.manyuan.store.SourcePart;
import org.manyuan.store.SourceRead;
import org.manyuan.store.StagingTable;
import org.manyuan.store.TopicRange;
import org.manyuan.store.WarehouseWrite;

/** The texts of one dataset in one call: reads and checks every row once, writes what is accepted and what is rejected, and counts. */
final class Intake {
    static final String REJECTED = "rejected_row";

    private final SparkSession spark;
    private final WarehouseWrite write;
    private final References references;
    private final SecretKey key;

    Intake(SparkSession spark, WarehouseWrite write, References references, SecretKey key) {
        this.spark = spark;
        this.write = write;
        this.references = references;
        this.key = key;
    }

    /**
     * What became of one text.
     *
     * @param counts as the reader counted
     * @param accepted rows that stand in the table now
     * @param known what its rows could refer to
     * @param repeated rows that said a key again, by {@link RepeatedRows#DUPLICATE} and {@link RepeatedRows#CONFLICT}
     */
    record Taken(SourcePart part, SourceCounts counts, long accepted, References known, Map<String, Repeats> repeated) {
        Repeats duplicates() {
            return repeated.getOrDefault(RepeatedRows.DUPLICATE, Repeats.NONE);
        }

        Repeats conflicts() {
            return repeated.getOrDefault(RepeatedRows.CONFLICT, Repeats.NONE);
        }
    }

    /** How many rows said a key again, and on which lines first. */
    record Repeats(long rows, List<Long> firstLines) {
        static final Repeats NONE = new Repeats(0, List.of());
    }

    /** Takes the texts, all of one contract and all collapsing equal rows or none. */
    List<Taken> take(List<SourcePart> parts) {
        Contract contract = parts.get(0).binding().contract();
        StagingTable table = StagingTable.of(contract);
        try (SourceRead read = new SourceRead(spark, parts, references, key)) {
            long before = write.has(table.name()) ? write.read(table).count() : 0;
            List<SourceCounts> counts = read.counts();
            write.append(table, read.plain());
            Settled settled = read.hasApart() ? settled(parts, table, read.apart()) : Settled.NOTHING;
            List<Taken> taken = taken(parts, counts, read.plainRows(), settled);
            long accepted = taken.stream().mapToLong(Taken::accepted).sum();
            long written = write.read(table).count() - before;
            if (accepted != written) {
                throw new IllegalStateException("%s: %d rows were accepted, but %d stand in the table"
                        .formatted(contract.dataset(), accepted, written));
            }
            return taken;
        }
    }

    /**
     * What became of the lines that stood apart, by place.
     *
     * @param good rows without a fault in themselves, repeated ones among them
     */
    private record Settled(Map<String, Long> good, Map<String, Map<String, Repeats>> repeated) {
        static final Settled NOTHING = new Settled(Map.of(), Map.of());
    }

    /** Tells what is rejected, compares what may be repeated, and writes the rest. */
    private Settled settled(List<SourcePart> parts, StagingTable table, Dataset<Row> rows) {
        Contract contract = parts.get(0).binding().contract();
        // the key of the rows that count: of snapshots the day is part of it
        List<String> key = Replacement.of(contract).key().stream()
                .filter(name -> !name.equals(Replacement.SUBMITTER))
                .toList();
        List<String> content =
                contract.columns().stream().map(Column::storedName).toList();
        Dataset<Row> apart = rows.localCheckpoint();
        Dataset<Row> unspoilt = apart.where(col("rejects").isNull());
        Dataset<Row> good = parts.get(0).binding().distinct() ? CollapsedRows.of(unspoilt) : unspoilt;
        boolean isOrdered = parts.get(0).text() instanceof TopicRange;
        Dataset<Row> found = (isOrdered ? UpdatedRows.of(good, key, content) : RepeatedRows.of(good, key, content))
                .localCheckpoint();
        write.append(table, RepeatedRows.without(good, found, key));
        Dataset<Row> named = found.withColumn("file_name", element_at(fileNames(parts), col("submission_id")));
        write.append(
                REJECTED,
                RejectedCells.of(apart, contract.dataset())
                        .unionByName(RejectedCells.ofConflicts(named, contract.dataset(), key)));
        return new Settled(rowsByPlace(good), repeated(found));
    }

    /** How many rows said a key again, and where first, by place and repeat. */
    private static Map<String, Map<String, Repeats>> repeated(Dataset<Row> found) {
        Map<String, Map<String, Repeats>> places = new TreeMap<>();
        for (Row row : RepeatedRows.summary(found).collectAsList()) {
            places.computeIfAbsent(row.getString(0) + "/" + row.getString(1), place -> new TreeMap<>())
                    .put(row.getString(2), new Repeats(row.getLong(3), row.getList(4)));
        }
        return places;
    }

    private List<Taken> taken(List<SourcePart> parts, List<SourceCounts> counts, List<Long> plain, Settled settled) {
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            SourcePart part = parts.get(i);
            Map<String, Repeats> again = settled.repeated().getOrDefault(place(part), Map.of());
            long good = plain.get(i) + settled.good().getOrDefault(place(part), 0L);
            if (!part.binding().distinct() && good != counts.get(i).accepted()) {
                throw new IllegalStateException("%s: the first reading found %d good rows, the second %d"
                        .formatted(part.text().fileName(), counts.get(i).accepted(), good));
            }
            long accepted =
                    good - again.values().stream().mapToLong(Repeats::rows).sum();
            taken.add(new Taken(part, counts.get(i), accepted, references, again));
        }
        return taken;
    }

    private static Map<String, Long> rowsByPlace(Dataset<Row> rows) {
        Map<String, Long> counted = new TreeMap<>();
        for (Row row : rows.groupBy("submission_id", "sheet").count().collectAsList()) {
            counted.put(row.getString(0) + "/" + row.getString(1), row.getLong(2));
        }
        return counted;
    }

    private static org.apache.spark.sql.Column fileNames(List<SourcePart> parts) {
        Map<String, String> names = new TreeMap<>();
        parts.forEach(part -> names.put(part.submissionId(), part.text().fileName()));
        return map(names.entrySet().stream()
                .flatMap(name -> Stream.of(lit(name.getKey()), lit(name.getValue())))
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    private static String place(SourcePart part) {
        return part.submissionId() + "/" + part.text().sheet();
    }
}
