package org.manyuan.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.manyuan.domain.Stage;

/**
 * How one region assesses its groups: one file of {@code schemas/schemes}, in the shape of METRICS C2.
 *
 * @param regionCode the region's district code
 * @param assessedYear school year
 * @param base founding, previous or a school year: what changes compare with
 * @param minSchoolYears a unit counts after so many full school years in the group
 * @param weightSource seed, bureau or equal_assumed
 * @param attribution all or subject_only
 * @param rules ids of policy rules that are shown beside the score
 */
public record Scheme(
        String id,
        int version,
        String regionCode,
        String regionName,
        Source source,
        int assessedYear,
        String base,
        Population population,
        int minSchoolYears,
        Scale scale,
        Aggregation aggregation,
        Map<String, Aggregation> aggregationOfNode,
        Missing missing,
        double minCoverage,
        String weightSource,
        List<Indicator> indicators,
        List<Adjustment> adjustments,
        String attribution,
        List<String> rules,
        Robustness robustness)
        implements Serializable {
    /**
     * Where the scheme comes from.
     *
     * @param seed the text it follows; empty: none
     * @param quote its words; empty: none
     * @param isFinal a final version never changes
     * @param status planned, trial, in_force or ended
     * @param validFrom null: not dated
     */
    public record Source(
            String seed, String quote, boolean isFinal, String status, LocalDate validFrom, LocalDate validTo)
            implements Serializable {}

    /**
     * Which groups are assessed.
     *
     * @param kinds empty: all; forms and stages likewise
     * @param minStudents groups with fewer students of these stages are not assessed
     */
    public record Population(Set<String> kinds, Set<String> forms, Set<Stage> stages, int minStudents)
            implements Serializable {
        public Population {
            kinds = Set.copyOf(kinds);
            forms = Set.copyOf(forms);
            stages = Set.copyOf(stages);
        }
    }

    /**
     * The scale of the score, 0 to 100; rounding is for the eye.
     *
     * @param decimals that are shown
     */
    public record Scale(double min, double max, int decimals) implements Serializable {
        /** The score, or the end of the scale that it lies beyond. */
        public double within(double score) {
            return Math.max(min, Math.min(max, score));
        }
    }

    /** How the scores of siblings become their node's. Source: METRICS C1, step 7. */
    public enum Aggregation {
        ARITHMETIC,
        GEOMETRIC,
        HARMONIC,
        MIN
    }

    /** What is done where an indicator has no value. Source: METRICS C1, step 3. */
    public enum Missing {
        REWEIGHT,
        ZERO,
        NA,
        IMPUTE_GROUP_MEDIAN
    }

    /**
     * Points after aggregation.
     *
     * @param isBonus else a penalty
     * @param points null: recorded, not scored
     * @param cap the most points; null: none
     */
    public record Adjustment(String id, boolean isBonus, When when, Double points, Double cap)
            implements Serializable {}

    /**
     * What the Monte Carlo of METRICS C1, step 8, is to draw.
     *
     * @param weightJitter each weight is drawn between 1 − this and 1 + this of itself
     * @param top the places of which it tells the probability: being among the first so many
     */
    public record Robustness(int draws, long seed, double weightJitter, int top) implements Serializable {}

    public Scheme {
        aggregationOfNode = Map.copyOf(aggregationOfNode);
        indicators = List.copyOf(indicators);
        adjustments = List.copyOf(adjustments);
        rules = List.copyOf(rules);
    }

    /** Every node and leaf, in the order of the file. */
    public Stream<Indicator> all() {
        return indicators.stream().flatMap(Indicator::all);
    }

    /** The aggregation of a node's children; of the root where the id is empty. */
    public Aggregation aggregationOf(String nodeId) {
        return aggregationOfNode.getOrDefault(nodeId, aggregation);
    }
}
