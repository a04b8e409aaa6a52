package org.manyuan.contract;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry of a scheme's tree: a node with children or a leaf with a metric.
 *
 * @param weight among its siblings, whose weights sum to 1
 * @param weightSource seed, bureau or equal_assumed
 * @param nameOrigin named (words of the source) or inferred
 * @param children empty for a leaf
 * @param leaf null for a node
 */
public record Indicator(
        String id,
        String name,
        double weight,
        String weightSource,
        String nameOrigin,
        List<Indicator> children,
        IndicatorLeaf leaf)
        implements Serializable {
    public Indicator {
        children = List.copyOf(children);
    }

    /** Itself and all below, in the order of the file. */
    public Stream<Indicator> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Indicator::all));
    }
}
