package org.manyuan.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;

/**
 * A line through as many points as it has coefficients, and the walk from it to the line of least loss. Points in one line would make it
 * walk on the spot, so outcomes are moved apart by a hash of their values, far less than matters; the coefficients come from the
 * outcomes as they are.
 */
final class QuantileVertex {
    /** How far outcomes are moved apart, beside their range. */
    private static final double APART = 1e-8;

    private static final double OPTIMAL = 1e-9;
    private static final double LEVEL_EDGE = 1e-13;

    private final DistinctRows rows;
    private final double[] y;
    private final int width;
    private final int[] through;
    private final boolean[] isThrough;
    private final double[] rest;
    private final double[] move;
    private final double[] distance;
    private int[] near;
    private double[][] edges;
    private double tau;

    /** @param through rows of which none is made up by the others, as many as there are columns; they are changed */
    QuantileVertex(DistinctRows rows, int[] through) {
        this.rows = rows;
        this.y = movedApart(rows);
        this.width = through.length;
        this.through = through;
        this.isThrough = new boolean[rows.size()];
        this.rest = new double[rows.size()];
        this.move = new double[rows.size()];
        this.distance = new double[rows.size()];
        this.near = new int[0];
        for (int point : through) {
            isThrough[point] = true;
        }
        refresh();
    }

    /**
     * Walks to the least loss at a share. Points far from the line are not looked at until the walk has ended; those it has passed then
     * join, and it goes on.
     */
    double[] descend(double share) {
        tau = share;
        refresh();
        near = nearest(Math.min(rest.length, 64 * width + rest.length / 16));
        long steps = 0;
        while (true) {
            double[] pull = pull();
            Edge edge = steepest(pull);
            while (edge != null && steps <= 100L + 10L * rest.length && walk(edge, pull)) {
                edge = steepest(pull);
                steps++;
            }
            if (steps > 100L + 10L * rest.length || edge != null && near.length == rest.length) {
                throw new IllegalStateException(
                        "no line of least loss after " + steps + " steps: the rows are not finite");
            }
            if (edge != null) {
                refresh();
                near = nearest(Math.min(rest.length, 4 * near.length));
            } else if (!widened()) {
                return coefficients(rows.y());
            }
        }
    }

    /** Whether the walk has passed points that it did not look at: they are looked at from now on. */
    private boolean widened() {
        double[] before = rest.clone();
        boolean[] known = new boolean[rest.length];
        for (int i : near) {
            known[i] = true;
        }
        refresh();
        int[] passed = IntStream.range(0, rest.length)
                .filter(i -> !known[i] && rest[i] < 0 != before[i] < 0)
                .toArray();
        near = IntStream.concat(Arrays.stream(near), Arrays.stream(passed)).toArray();
        return passed.length > 0;
    }

    /** The points that lie nearest the line. */
    private int[] nearest(int number) {
        int[] points = IntStream.range(0, rest.length).toArray();
        double[] away = new double[rest.length];
        Arrays.setAll(away, i -> Math.abs(rest[i]));
        Crossing.find(points, points.length, away, i -> 1, number);
        int[] nearest = Arrays.copyOf(points, number);
        Arrays.sort(nearest);
        return nearest;
    }

    /**
     * An edge: where the point that is left stands among those on the line, to which side, and how fast the loss falls.
     *
     * @param sign 1: the point that is left comes to lie below the line
     */
    private record Edge(int place, int sign, double fall) {}

    /** The edge along which the loss falls most for its length; null where it falls along none. */
    private Edge steepest(double[] pull) {
        Edge steepest = null;
        double best = 0;
        for (int k = 0; k < width; k++) {
            double count = rows.count()[through[k]];
            double slope = 0;
            double length = 0;
            for (int a = 0; a < width; a++) {
                slope += pull[a] * edges[a][k];
                length += edges[a][k] * edges[a][k];
            }
            double up = slope - count * (1 - tau);
            double down = -slope - count * tau;
            double fall = Math.max(up, down);
            if (fall > OPTIMAL * (count + Math.abs(slope)) && fall / Math.sqrt(length) > best) {
                best = fall / Math.sqrt(length);
                steepest = new Edge(k, up > down ? 1 : -1, fall);
            }
        }
        return steepest;
    }

    /**
     * From the point that is left along its edge to the one at which the loss stops falling.
     *
     * @return false, and no step, where it goes on falling past all points looked at
     */
    private boolean walk(Edge edge, double[] pull) {
        double[] direction = new double[width];
        Arrays.setAll(direction, a -> edge.sign * edges[a][edge.place]);
        int[] ahead = new int[near.length];
        int size = 0;
        double rise = 0;
        for (int i : near) {
            move[i] = isThrough[i] ? 0 : Inverse.dot(direction, rows.x()[i]);
            boolean isAhead = rest[i] == 0 ? move[i] > 0 : rest[i] / move[i] > 0;
            if (Math.abs(move[i]) > LEVEL_EDGE && isAhead) {
                distance[i] = rest[i] / move[i];
                ahead[size++] = i;
                rise += rows.count()[i] * Math.abs(move[i]);
            }
        }
        if (size == 0 || rise < edge.fall && near.length < rest.length) {
            return false;
        }
        int place = Crossing.find(ahead, size, distance, i -> rows.count()[i] * Math.abs(move[i]), edge.fall);
        for (int passed = 0; passed < place; passed++) {
            add(pull, ahead[passed], move[ahead[passed]] > 0 ? -1 : 1);
        }
        exchange(edge, ahead[place], distance[ahead[place]], pull);
        return true;
    }

    private void exchange(Edge edge, int entering, double reach, double[] pull) {
        int leaving = through[edge.place];
        // ψ of the point that comes onto the line leaves the sum, that of the one that leaves it joins it
        add(pull, entering, -psi(rest[entering]));
        for (int i : near) {
            rest[i] -= reach * move[i];
        }
        rest[entering] = 0;
        rest[leaving] = -edge.sign * reach;
        add(pull, leaving, psi(rest[leaving]));
        isThrough[entering] = true;
        isThrough[leaving] = false;
        through[edge.place] = entering;
        edges = inverse();
    }

    private double psi(double value) {
        return value < 0 ? tau - 1 : tau;
    }

    /** Σ count·ψ·x over the points off the line. */
    private double[] pull() {
        double[] pull = new double[width];
        for (int i = 0; i < rest.length; i++) {
            if (!isThrough[i]) {
                add(pull, i, psi(rest[i]));
            }
        }
        return pull;
    }

    private void add(double[] pull, int i, double times) {
        for (int a = 0; a < width; a++) {
            pull[a] += times * rows.count()[i] * rows.x()[i][a];
        }
    }

    private void refresh() {
        edges = inverse();
        double[] coefficients = coefficients(y);
        for (int i = 0; i < rest.length; i++) {
            rest[i] = isThrough[i] ? 0 : y[i] - Inverse.dot(coefficients, rows.x()[i]);
        }
    }

    private double[] coefficients(double[] outcome) {
        return Inverse.times(
                edges, Arrays.stream(through).mapToDouble(i -> outcome[i]).toArray());
    }

    private double[][] inverse() {
        double[][] points = Arrays.stream(through).mapToObj(i -> rows.x()[i]).toArray(double[][]::new);
        return new LUDecomposition(new Array2DRowRealMatrix(points, false), 0)
                .getSolver()
                .getInverse()
                .getData();
    }

    private static double[] movedApart(DistinctRows rows) {
        double reach = APART * (rows.range() > 0 ? rows.range() : 1);
        double[] moved = new double[rows.size()];
        for (int i = 0; i < moved.length; i++) {
            long hash = Double.doubleToLongBits(rows.y()[i]);
            for (double value : rows.x()[i]) {
                hash = HashedWeight.mixed(hash ^ Double.doubleToLongBits(value));
            }
            moved[i] = rows.y()[i] + reach * (HashedWeight.mixed(hash) >> 11) * 0x1p-53;
        }
        return moved;
    }
}
