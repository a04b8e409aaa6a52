package org.manyuan.contract;

import java.util.Set;

/**
 * Which metrics compare with a base year, so that their variants name it, and which are told of groups themselves. Source: METRICS §0,
 * "base year b of a change"; A6, B8.
 */
public final class ComparedMetrics {
    /** Both bases are named. */
    private static final Set<String> ALWAYS_NAMED = Set.of("GAP-16", "GAP-17");

    /** The year before is the default and not named. */
    private static final Set<String> PREVIOUS_UNNAMED =
            Set.of("ENR-02", "ENR-03", "ENR-06", "ENR-14", "EXM-05", "TCH-08", "TCH-08r", "RES-20");

    /** What {@code growth} may not be taken of. Source: METRICS C1, step 5. */
    private static final Set<String> CHANGES =
            Set.of("ENR-02", "ENR-03", "EXM-05", "GAP-16", "TCH-08", "TCH-08r", "RES-20");

    /** A group's figure is of what names the group, not of its units' figures. Source: METRICS A6, B8. */
    private static final Set<String> OF_GROUPS = Set.of(
            "TCH-07", "TCH-10", "RES-20", "RES-22", "SOC-01", "GOV-01", "GOV-02", "GOV-03", "GOV-04", "GOV-05",
            "GOV-06");

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

    /** Whether the rows of a measure do: a headcount stands beside its growth and compares with nothing. */
    public static boolean hasBase(String metricId, String measure) {
        return hasBase(metricId) && !measure.equals("headcount");
    }

    /** Whether its variants name even the year before. */
    public static boolean namesPreviousYear(String metricId) {
        return ALWAYS_NAMED.contains(metricId);
    }

    /** Whether a group's figure cannot be put together from figures of its units. */
    public static boolean isOfGroupsThemselves(String metricId) {
        return OF_GROUPS.contains(metricId);
    }

    static boolean isChange(String metricId) {
        return CHANGES.contains(metricId);
    }
}
