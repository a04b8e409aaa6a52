package org.manyuan.synthesis;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Chance that depends on a seed and on the name of what is drawn, and on nothing else: the same pupil gets the same draw in whatever
 * order pupils are visited.
 */
final class Chance {
    private static final double WIDEST = 2.4;
    private final long seed;

    Chance(long seed) {
        this.seed = mix(seed);
    }

    /** A number from 0 up to, not including, 1. */
    double uniform(Object... name) {
        return (hash(name) >>> 11) * 0x1.0p-53;
    }

    /** A draw of mean 0 from the normal curve, cut at 2.4 on both sides: sheets hold no score of six SDs. */
    double normal(Object... name) {
        for (int attempt = 0; ; attempt++) {
            long hash = mix(hash(name) + attempt);
            double radius = 1 - (hash >>> 11) * 0x1.0p-53;
            double angle = (mix(hash) >>> 11) * 0x1.0p-53;
            double value = StrictMath.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(2 * StrictMath.PI * angle);
            if (Math.abs(value) <= WIDEST) {
                return value;
            }
        }
    }

    /** Yes with the given probability. */
    boolean happens(double probability, Object... name) {
        return uniform(name) < probability;
    }

    /** The items in an order drawn by lot, each lot named by the item's key: a new item leaves the order of the others as it is. */
    <T> List<T> shuffled(List<T> items, Function<T, String> key, Object... name) {
        String lot =
                String.join("/", List.of(name).stream().map(Object::toString).toList());
        return items.stream()
                .sorted(Comparator.comparingDouble((T item) -> uniform(lot, key.apply(item)))
                        .thenComparing(key))
                .toList();
    }

    private long hash(Object... name) {
        long hash = seed;
        for (Object part : name) {
            String text = part.toString();
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            }
            hash = mix(hash);
        }
        return hash;
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
