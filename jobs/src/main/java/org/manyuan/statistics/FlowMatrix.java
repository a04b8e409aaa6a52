package org.manyuan.statistics;

import java.util.Arrays;

/**
 * Pupils who came from one node to another: a node is a unit, or all that lies outside. METRICS B5, ENR-05. The net gains of all nodes
 * add to 0.
 */
public final class FlowMatrix {
    private final int[] from;
    private final int[] to;
    private final long[] pupils;
    private final long[] in;
    private final long[] out;
    private final long[] stayed;

    private FlowMatrix(int nodes, int[] from, int[] to, long[] pupils) {
        this.from = from;
        this.to = to;
        this.pupils = pupils;
        this.in = new long[nodes];
        this.out = new long[nodes];
        this.stayed = new long[nodes];
        for (int c = 0; c < pupils.length; c++) {
            if (from[c] == to[c]) {
                stayed[from[c]] += pupils[c];
            } else {
                out[from[c]] += pupils[c];
                in[to[c]] += pupils[c];
            }
        }
    }

    /**
     * From cells; a cell that comes twice is added up, one that does not come is 0.
     *
     * @param nodes numbered from 0
     * @param from origin of each cell
     * @param to where they are
     * @throws IllegalArgumentException where the three differ in length
     * @throws IndexOutOfBoundsException where a node is none of them
     */
    public static FlowMatrix of(int nodes, int[] from, int[] to, long[] pupils) {
        if (from.length != to.length || from.length != pupils.length) {
            throw new IllegalArgumentException(from.length + " origins, " + to.length + " ends, " + pupils.length
                    + " counts: give one of each a cell");
        }
        return new FlowMatrix(nodes, from.clone(), to.clone(), pupils.clone());
    }

    /** The same pupils between parts of nodes, so that what flows inside a part stayed. */
    public FlowMatrix between(Partition parts) {
        return new FlowMatrix(
                parts.parts(),
                Arrays.stream(from).map(parts::partOf).toArray(),
                Arrays.stream(to).map(parts::partOf).toArray(),
                pupils);
    }

    /** Pupils in one cell. */
    public long cell(int origin, int end) {
        long found = 0;
        for (int c = 0; c < pupils.length; c++) {
            found += from[c] == origin && to[c] == end ? pupils[c] : 0;
        }
        return found;
    }

    /** Pupils here from elsewhere. */
    public long in(int node) {
        return in[node];
    }

    /** Pupils from here elsewhere. */
    public long out(int node) {
        return out[node];
    }

    /** in − out. */
    public long net(int node) {
        return in[node] - out[node];
    }

    /** Share of the pupils from here who are here; NaN where nobody is from here. */
    public double retention(int node) {
        return (double) stayed[node] / (stayed[node] + out[node]);
    }

    /** net/(in + out), −1 to 1; NaN where nobody moved. */
    public double netRate(int node) {
        return (double) net(node) / (in[node] + out[node]);
    }
}
