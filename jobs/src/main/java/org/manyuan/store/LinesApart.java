package org.manyuan.store;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.manyuan.contract.Contract;
import scala.Tuple2;

/**
 * Finds the lines that cannot simply be written: those with a rejected row, and those whose key may stand in the submission again. Reads
 * and checks every row once and keeps a 64-bit hash of its key, nothing else; equal keys have equal hashes, so that no repeated key is
 * missed, and where two keys share a hash by chance their lines are compared in full like the others.
 *
 * <p>Rows are told by hash and place in pieces that one task can hold, whatever the size of the file or the topic.
 */
final class LinesApart implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PLACE_BITS = 36;
    private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;

    /** Bytes of a text that a bucket holds the hashes of: some hundred thousand rows. */
    private static final long BUCKET = 8L << 20;

    private static final int FEWEST_TASKS = 4;

    private final ReadPlan plan;
    private final KeyHash hash;
    private final int[] key;
    private final int rejects;
    private final int line;
    private final int submission;
    private final int buckets;

    private LinesApart(ReadPlan plan, KeyHash hash) {
        this.plan = plan;
        this.hash = hash;
        Contract contract = plan.contract();
        key = contract.key().stream().mapToInt(contract::indexOf).toArray();
        rejects = plan.schema().fieldIndex("rejects");
        line = plan.schema().fieldIndex("source_line");
        submission = plan.schema().fieldIndex("submission_id");
        long bytes = plan.pieces().stream()
                .mapToLong(piece -> plan.parts().get(piece.part()).text().bytes(piece.split()))
                .sum();
        buckets = Math.toIntExact(bytes / BUCKET + 1);
    }

    /**
     * Reads all rows of a plan, whose counts are known afterwards.
     *
     * @return the lines by the number of their piece
     */
    static Map<Integer, BitSet> of(SparkSession spark, ReadPlan plan, KeyHash hash) {
        LinesApart search = new LinesApart(plan, hash);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        List<ReadPlan.Piece> pieces = plan.pieces();
        // many small files are no reason for many tasks
        int tasks = Math.max(1, Math.min(pieces.size(), Math.max(FEWEST_TASKS, search.buckets)));
        JavaPairRDD<Integer, long[]> told = context.parallelize(pieces, tasks)
                .flatMapToPair(search::hashes)
                .partitionBy(new org.apache.spark.HashPartitioner(search.buckets));
        return new HashMap<>(told.mapPartitionsToPair(search::places)
                .reduceByKey(
                        (one, other) -> {
                            one.or(other);
                            return one;
                        },
                        Math.min(tasks, search.buckets))
                .collectAsMap());
    }

    /** By bucket: hash, place, hash, place … of the piece's rows. */
    private Iterator<Tuple2<Integer, long[]>> hashes(ReadPlan.Piece piece) throws IOException {
        Entries[] entries = new Entries[buckets];
        for (int i = 0; i < buckets; i++) {
            entries[i] = new Entries();
        }
        try (SourceReader reader = new SourceReader(plan, piece)) {
            while (reader.next()) {
                ColumnarBatch batch = reader.get();
                ColumnVector reasons = batch.column(rejects);
                ColumnVector lines = batch.column(line);
                for (int row = 0; row < batch.numRows(); row++) {
                    long place = (long) piece.number() << PLACE_BITS
                            | LineChoice.place(lines.getLong(row), piece.split().firstLine());
                    boolean isRejected = !reasons.isNullAt(row);
                    // what is rejected stands apart whatever its key: it is its own twin
                    long told = isRejected ? place : hash.of(batch, submission, key, row);
                    Entries bucket = entries[(int) Long.remainderUnsigned(told, buckets)];
                    bucket.add(told, place);
                    if (isRejected) {
                        bucket.add(told, place);
                    }
                }
            }
        }
        List<Tuple2<Integer, long[]>> told = new ArrayList<>();
        for (int i = 0; i < buckets; i++) {
            if (entries[i].size > 0) {
                told.add(new Tuple2<>(i, entries[i].toArray()));
            }
        }
        return told.iterator();
    }

    /** The places of a bucket whose hash is there more than once, as bits by piece. */
    private Iterator<Tuple2<Integer, BitSet>> places(Iterator<Tuple2<Integer, long[]>> chunks) {
        List<long[]> all = new ArrayList<>();
        int rows = 0;
        while (chunks.hasNext()) {
            long[] chunk = chunks.next()._2();
            all.add(chunk);
            rows += chunk.length / 2;
        }
        long[] hashes = new long[rows];
        int filled = 0;
        for (long[] chunk : all) {
            for (int i = 0; i < chunk.length; i += 2) {
                hashes[filled++] = chunk[i];
            }
        }
        long[] repeated = repeated(hashes);
        Map<Integer, BitSet> places = new HashMap<>();
        for (long[] chunk : all) {
            for (int i = 0; repeated.length > 0 && i < chunk.length; i += 2) {
                if (Arrays.binarySearch(repeated, chunk[i]) >= 0) {
                    places.computeIfAbsent((int) (chunk[i + 1] >>> PLACE_BITS), piece -> new BitSet())
                            .set((int) (chunk[i + 1] & PLACE_MASK));
                }
            }
        }
        return places.entrySet().stream()
                .map(each -> new Tuple2<>(each.getKey(), each.getValue()))
                .iterator();
    }

    /** The values that occur more than once, ascending; sorts what it is given. */
    private static long[] repeated(long[] values) {
        Arrays.sort(values);
        int found = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] == values[i - 1] && (found == 0 || values[found - 1] != values[i])) {
                values[found++] = values[i];
            }
        }
        return Arrays.copyOf(values, found);
    }

    private static final class Entries {
        private long[] words = new long[64];
        private int size;

        void add(long hash, long place) {
            if (size == words.length) {
                words = Arrays.copyOf(words, 2 * size);
            }
            words[size++] = hash;
            words[size++] = place;
        }

        long[] toArray() {
            return Arrays.copyOf(words, size);
        }
    }
}
