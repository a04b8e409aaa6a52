package org.manyuan.contract;

import java.util.Map;
import java.util.Set;

/** Which figures are counts, so that those of two stages or units together are their sum. Source: METRICS §0.3. */
public final class CountedMeasures {
    private static final Map<String, Set<String>> COUNTS = Map.ofEntries(
            Map.entry("ENR-01", Set.of("intake")),
            Map.entry("ENR-05", Set.of("in", "out", "net", "lead_to_member", "member_to_lead")),
            Map.entry("ENR-06", Set.of("national", "mix", "competitive", "new_units")),
            Map.entry("ENR-14", Set.of("headcount")),
            Map.entry("TCH-03", Set.of("due")),
            Map.entry("TCH-06", Set.of("leaders")),
            Map.entry("TCH-07", Set.of("activities", "lessons", "participants", "pupils")),
            Map.entry("TCH-08", Set.of("change")),
            Map.entry("GOV-04", Set.of("missing")),
            Map.entry("GOV-06", Set.of("missing")));

    private CountedMeasures() {}

    /** Whether the measure of the metric counts, or is a difference of counts. */
    public static boolean isCount(String metricId, String measure) {
        return COUNTS.getOrDefault(metricId, Set.of()).contains(measure);
    }
}
