package org.manyuan.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which figures may leave the house: the numbers of {@code schemas/disclosure.yaml}. Source: METRICS A9.
 *
 * @param minStudents a count of students below it is hidden, 0 included
 * @param minDenominator a rate over fewer students is hidden
 * @param minPart a rate whose numerator or complement is smaller is hidden
 * @param minMeanStudents a mean of fewer students, or another statistic of scores with a side below it, is hidden
 * @param unitHistogramN histograms and sums of a unit need at least so many students
 * @param persons whom the rules protect: student, teacher
 * @param open public tables that hold no person, with the columns that leave, in order
 */
public record DisclosureRules(
        int minStudents,
        int minDenominator,
        int minPart,
        int minMeanStudents,
        int unitHistogramN,
        Set<String> persons,
        Map<String, List<String>> open) {

    /** Those that come with Manyuan, read once. */
    public static DisclosureRules standard() {
        return Held.RULES;
    }

    /** Read at first use. */
    private static final class Held {
        private static final DisclosureRules RULES = DisclosureRulesFile.load(DisclosureRules.class.getClassLoader());
    }
}
