package org.manyuan.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;

/**
 * How one region assesses its groups: one file of {@code schemas/schemes}, in the shape of METRICS C2.
 *
 * @param regionCode the region's district code
 * @param assessedYear school year
 * @param base founding, previous or a school year: what changes compare with
 * @param minSchoolYears a unit counts after so many full school years in the group
 * @param weightSource seed, bureau or equal_assumed
 * @param attribution who bears the score
 * @param rules ids of policy rules that are told with the score and not scored
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
        Attribution attribution,
        List<String> rules,
        Robustness robustness)
        implements Serializable {
    private static final String VETO = "VETO";

    /**
     * Where the scheme comes from.
     *
     * @param seed the text it follows; empty: none
     * @param quote its words; empty: none
     * @param isFinal a final version never changes
     * @param status planned, trial, in_force or ended: what the region has made of it
     * @param validFrom first day; null: not dated
     * @param validTo last day; null: not dated
     * @param digest of what the file says, comments, order of keys and spaces apart
     */
    public record Source(
            String seed,
            String quote,
            boolean isFinal,
            String status,
            LocalDate validFrom,
            LocalDate validTo,
            String digest)
            implements Serializable {
        private static final String PLANNED = "planned";

        /** Whether it is in force on no day yet, so that its scores are a preview. */
        public boolean isPreview() {
            return status.equals(PLANNED);
        }

        /** Whether it holds in a school year, as September 1 tells it of every year; a preview may be of any. */
        boolean mayScore(int schoolYear) {
            LocalDate first = SchoolYear.firstDay(schoolYear);
            return isPreview()
                    || (validFrom == null || !validFrom.isAfter(first))
                            && (validTo == null || !validTo.isBefore(first));
        }

        /** Its days in words: from 2024-09-01, to 2025-08-31. */
        String validity() {
            return (validFrom == null ? "" : "from " + validFrom)
                    + (validFrom == null || validTo == null ? "" : " ")
                    + (validTo == null ? "" : "to " + validTo);
        }
    }

    /** What gets the score: the group, each of its leads, or each of its members (without a lead: of its peers). */
    public enum Subject {
        GROUP,
        LEAD,
        MEMBER
    }

    /**
     * Which groups are assessed.
     *
     * @param kinds empty: all; forms and stages likewise
     * @param minStudents groups with fewer students of these stages are not assessed
     * @param subject what of these groups gets the score
     */
    public record Population(Set<String> kinds, Set<String> forms, Set<Stage> stages, int minStudents, Subject subject)
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
     * @param grades the best first; none where the source has none
     */
    public record Scale(double min, double max, int decimals, List<Grade> grades) implements Serializable {
        public Scale {
            grades = grades.stream()
                    .sorted(Comparator.comparingDouble(Grade::min).reversed())
                    .toList();
        }

        /** The score, or the end of the scale that it lies beyond. */
        public double within(double score) {
            return Math.max(min, Math.min(max, score));
        }

        /**
         * The grade of a score; null where the scheme has none. A veto leaves the lowest grade, without grades the verdict VETO, and
         * never touches the score.
         */
        public String grade(double score, boolean isVetoed) {
            if (grades.isEmpty()) {
                return isVetoed ? VETO : null;
            }
            return grades.stream()
                    .filter(grade -> !isVetoed && score >= grade.min())
                    .findFirst()
                    .orElse(grades.get(grades.size() - 1))
                    .name();
        }
    }

    /**
     * A grade.
     *
     * @param min the least score that has it; of the lowest grade nothing lies below
     */
    public record Grade(String name, double min) implements Serializable {}

    /** Who bears the score. Source: METRICS C1, bundling rules. */
    public enum Bearing {
        /** Every school of the group. */
        ALL,
        /** Nobody else. */
        SUBJECT_ONLY,
        /** The lead, mixed with the mean of its members' own. */
        LEAD_MIX,
        /** Nobody; the lead gets the points of its adjustments. */
        BONUS_ONLY
    }

    /**
     * Who bears the score.
     *
     * @param beta of a lead_mix, the share of the members' mean; null otherwise
     * @param byForm for groups of a form in place of the mode
     */
    public record Attribution(Bearing mode, Double beta, Map<String, Attribution> byForm) implements Serializable {
        public Attribution {
            byForm = Map.copyOf(byForm);
        }

        /**
         * That of a group.
         *
         * @param form null where nobody says it
         */
        public Attribution of(String form) {
            return form == null ? this : byForm.getOrDefault(form, this);
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
     * @param to whose points they are: those of others than the scheme's subject stand beside its score
     * @param points null: recorded, not scored
     * @param cap the most points; null: none
     */
    public record Adjustment(String id, boolean isBonus, Subject to, When when, Double points, Double cap)
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

    /** What of its metrics' facts it counts alone. */
    public Stream<FigureFilter> filters() {
        return all().map(Indicator::leaf)
                .filter(Objects::nonNull)
                .flatMap(leaf ->
                        Stream.concat(Stream.of(leaf), leaf.variants().stream().map(IndicatorLeaf.Variant::leaf)))
                .map(IndicatorLeaf::filter)
                .filter(Objects::nonNull)
                .distinct();
    }

    /** The aggregation of a node's children; of the root where the id is empty. */
    public Aggregation aggregationOf(String nodeId) {
        return aggregationOfNode.getOrDefault(nodeId, aggregation);
    }
}
