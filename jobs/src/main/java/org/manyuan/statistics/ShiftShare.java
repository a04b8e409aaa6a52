package org.manyuan.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * 偏离–份额分解: what of a change of counts went with all, with the stratum, and is a unit's own (Dunn 1960). METRICS B5, ENR-06. The
 * parts add to the change; those of several units are added.
 *
 * @param base count in the base year; where it is 0 there are no parts, and the three below are 0
 * @param national base·G, G the growth of all units
 * @param mix base·(G_s − G), G_s the growth of the unit's stratum
 * @param competitive base·(g − G_s), g the unit's own growth
 * @param newUnits the count now of units that had none in the base year; they are in no growth
 */
public record ShiftShare(long base, double national, double mix, double competitive, double newUnits) {
    /** No unit. */
    public static final ShiftShare NONE = new ShiftShare(0, 0, 0, 0, 0);

    /**
     * Of each unit, in order.
     *
     * @param base counts in the base year
     * @param now of the same units
     * @param strata stage and setting, or district, of the units
     * @throws IllegalArgumentException where the three differ in length
     */
    public static List<ShiftShare> of(long[] base, long[] now, Partition strata) {
        if (base.length != now.length || base.length != strata.size()) {
            throw new IllegalArgumentException(base.length + " counts in the base year, " + now.length + " now, "
                    + strata.size() + " strata: give one of each a unit");
        }
        double all = growth(base, now, Partition.whole(base.length), 0);
        double[] own = IntStream.range(0, strata.parts())
                .mapToDouble(part -> growth(base, now, strata, part))
                .toArray();
        return IntStream.range(0, base.length)
                .mapToObj(j -> of(base[j], now[j], all, own[strata.partOf(j)]))
                .toList();
    }

    /** Both together. */
    public ShiftShare plus(ShiftShare other) {
        return new ShiftShare(
                base + other.base,
                national + other.national,
                mix + other.mix,
                competitive + other.competitive,
                newUnits + other.newUnits);
    }

    /** Count now − count in the base year. */
    public double change() {
        return national + mix + competitive + newUnits;
    }

    private static ShiftShare of(long base, long now, double all, double own) {
        return base == 0
                ? new ShiftShare(0, 0, 0, 0, now)
                : new ShiftShare(base, base * all, base * (own - all), now - base - base * own, 0);
    }

    /** Of the units of a part with a count in the base year. */
    private static double growth(long[] base, long[] now, Partition parts, int part) {
        long then = 0;
        long change = 0;
        for (int j = 0; j < base.length; j++) {
            if (parts.partOf(j) == part && base[j] != 0) {
                then += base[j];
                change += now[j] - base[j];
            }
        }
        return (double) change / then;
    }
}
