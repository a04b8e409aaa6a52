package org.manyuan.statistics;

import java.util.Arrays;

/**
 * Random weights of mean 0 and variance 1 for resampling, each drawn by a hash of a label and the number of the draw: the same label
 * gets the same weight on every machine and in whatever order labels come.
 */
enum HashedWeight {
    /** (1 ∓ √5)/2, whose third moment is 1 too (Mammen 1993). */
    MAMMEN(
            new double[] {(1 - Math.sqrt(5)) / 2, (1 + Math.sqrt(5)) / 2},
            new double[] {(Math.sqrt(5) + 1) / (2 * Math.sqrt(5)), 1}),
    /** ±√½, ±1, ±√1½, each as likely: enough different draws for few labels (Webb 2014). */
    WEBB(
            new double[] {-Math.sqrt(1.5), -1, -Math.sqrt(.5), Math.sqrt(.5), 1, Math.sqrt(1.5)},
            new double[] {1 / 6.0, 2 / 6.0, 3 / 6.0, 4 / 6.0, 5 / 6.0, 1});

    private final double[] value;
    private final double[] upTo;

    HashedWeight(double[] value, double[] upTo) {
        this.value = value;
        this.upTo = upTo;
    }

    /** One weight for each label. */
    double[] draw(long[] labels, int number) {
        double[] weights = new double[labels.length];
        Arrays.setAll(weights, i -> {
            double uniform = (mixed(labels[i] + number * 0x9E3779B97F4A7C15L) >>> 11) * 0x1p-53;
            int k = 0;
            while (uniform >= upTo[k]) {
                k++;
            }
            return value[k];
        });
        return weights;
    }

    /** A number for a label under a seed. */
    static long hash(String label, long seed) {
        long hash = mixed(seed);
        for (int i = 0; i < label.length(); i++) {
            hash = (hash ^ label.charAt(i)) * 0x100000001B3L;
        }
        return mixed(hash);
    }

    /** Each bit of the answer hangs on all bits (the finishing step of SplitMix64). */
    static long mixed(long hash) {
        long x = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
