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
     * @param repeated rows that said a key again, by {@link RepeatedRows#DUPLICATE} and {@link RepeatedRows#CONFLICT}
     */
    record Taken(SourcePart part, SourceCounts counts, long accepted, Map<String, Repeats> repeated) {
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
        boolean collapses = parts.get(0).binding().distinct();
        StagingTable table = StagingTable.of(contract);
        try (SourceRead read = new SourceRead(spark, parts, references, key)) {
            Dataset<Row> good = read.rows().where(col("rejects").isNull());
            write.append(table, collapses ? CollapsedRows.of(good) : good);
            List<SourceCounts> counts = read.counts();
            if (counts.stream().anyMatch(count -> count.rejected() > 0)) {
                write.append(REJECTED, RejectedCells.of(read.rows(), contract.dataset()));
            }
            return counted(parts, counts, table, collapses);
        }
    }

    private List<Taken> counted(
            List<SourcePart> parts, List<SourceCounts> counts, StagingTable table, boolean collapses) {
        Dataset<Row> mine = mine(parts, table);
        Map<String, Map<String, Repeats>> repeated = repeated(parts, table, mine);
        Map<String, Long> written = written(mine(parts, table));
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            SourcePart part = parts.get(i);
            Map<String, Repeats> again = repeated.getOrDefault(place(part), Map.of());
            long accepted = written.getOrDefault(place(part), 0L);
            long expected = counts.get(i).accepted()
                    - again.values().stream().mapToLong(Repeats::rows).sum();
            if (!collapses && accepted != expected) {
                throw new IllegalStateException("%s: %d rows were accepted, but %d stand in the table"
                        .formatted(part.text().fileName(), expected, accepted));
            }
            taken.add(new Taken(part, counts.get(i), accepted, again));
        }
        return taken;
    }

    /** Takes repeated rows out of the table again and says how many there were, and where first. */
    private Map<String, Map<String, Repeats>> repeated(List<SourcePart> parts, StagingTable table, Dataset<Row> mine) {
        Contract contract = parts.get(0).binding().contract();
        List<String> key = contract.key().stream()
                .map(name -> contract.column(name).storedName())
                .toList();
        List<String> content =
                contract.columns().stream().map(Column::storedName).toList();
        boolean isOrdered = parts.get(0).text() instanceof TopicRange;
        Dataset<Row> found = (isOrdered ? UpdatedRows.of(mine, key, content) : RepeatedRows.of(mine, key, content))
                .localCheckpoint();
        Map<String, Map<String, Repeats>> places = new TreeMap<>();
        for (Row row : RepeatedRows.summary(found).collectAsList()) {
            places.computeIfAbsent(row.getString(0) + "/" + row.getString(1), place -> new TreeMap<>())
                    .put(row.getString(2), new Repeats(row.getLong(3), row.getList(4)));
        }
        if (!places.isEmpty()) {
            List<String> grain = new ArrayList<>(List.of("submission_id", "sheet", "source_line"));
            grain.addAll(key);
            write.remove(table, found, grain);
            Dataset<Row> named = found.withColumn("file_name", element_at(fileNames(parts), col("submission_id")));
            write.append(REJECTED, RejectedCells.ofConflicts(named, contract.dataset(), key));
        }
        return places;
    }

    private Dataset<Row> mine(List<SourcePart> parts, StagingTable table) {
        Object[] submissions =
                parts.stream().map(SourcePart::submissionId).distinct().toArray();
        return write.read(table).where(col("submission_id").isin(submissions));
    }

    private static Map<String, Long> written(Dataset<Row> mine) {
        Map<String, Long> written = new TreeMap<>();
        for (Row row : mine.groupBy("submission_id", "sheet").count().collectAsList()) {
            written.put(row.getString(0) + "/" + row.getString(1), row.getLong(2));
        }
        return written;
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
