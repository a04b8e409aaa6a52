package org.manyuan.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.util.AccumulatorV2;

/**
 * The counts of every split, by its number. A split that is read again (a retried task, a speculative one, a second action) reports
 * the same counts under the same number, so nothing is ever counted twice; a split that was not read to its end reports nothing.
 */
final class SplitCounts extends AccumulatorV2<Map<Integer, SourceCounts>, Map<Integer, SourceCounts>> {
    private static final long serialVersionUID = 1L;

    private final ConcurrentHashMap<Integer, SourceCounts> bySplit = new ConcurrentHashMap<>();

    @Override
    public boolean isZero() {
        return bySplit.isEmpty();
    }

    @Override
    public AccumulatorV2<Map<Integer, SourceCounts>, Map<Integer, SourceCounts>> copy() {
        SplitCounts copy = new SplitCounts();
        copy.bySplit.putAll(bySplit);
        return copy;
    }

    @Override
    public void reset() {
        bySplit.clear();
    }

    @Override
    public void add(Map<Integer, SourceCounts> counts) {
        bySplit.putAll(counts);
    }

    @Override
    public void merge(AccumulatorV2<Map<Integer, SourceCounts>, Map<Integer, SourceCounts>> other) {
        bySplit.putAll(other.value());
    }

    @Override
    public Map<Integer, SourceCounts> value() {
        return Map.copyOf(bySplit);
    }
}
