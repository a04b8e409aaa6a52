package org.manyuan.contract;

import java.util.Set;

/** Which metrics compare with a base year, so that their variants name it. Source: METRICS §0, "base year b of a change". */
public final class ComparedMetrics {
    /** Both bases are named. */
    private static final Set<String> ALWAYS_NAMED = Set.of("GAP-16", "GAP-17");

    /** The year before is the default and not named. */
    private static final Set<String> PREVIOUS_UNNAMED =
            Set.of("ENR-02", "ENR-03", "ENR-06", "ENR-14", "EXM-05", "TCH-08", "TCH-08r", "RES-20");

    /** What {@code growth} may not be taken of. Source: METRICS C1, step 5. */
    private static final Set<String> CHANGES =
            Set.of("ENR-02", "ENR-03", "EXM-05", "GAP-16", "TCH-08", "TCH-08r", "RES-20");

    /** The gap that GAP-16 and 17 take where a scheme names none. Source: METRICS B4. */
    public static final String DEFAULT_GAP = "GAP-08b";

    private ComparedMetrics() {}

    /** Whether the variant names a gap. */
    public static boolean namesGap(String metricId) {
        return ALWAYS_NAMED.contains(metricId);
    }

    /** Whether the metric's rows compare with a base year. */
    public static boolean hasBase(String metricId) {
        return ALWAYS_NAMED.contains(metricId) || PREVIOUS_UNNAMED.contains(metricId);
    }

    /** Whether its variants name even the year before. */
    public static boolean namesPreviousYear(String metricId) {
        return ALWAYS_NAMED.contains(metricId);
    }

    static boolean isChange(String metricId) {
        return CHANGES.contains(metricId);
    }
}
