package org.manyuan.job;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.manyuan.domain.AssessmentRank;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.Flag;

/**
 * One subject of a scheme as a table of scores shows it: a score with what it assumes, and a place with its interval and those that it
 * cannot be told from.
 *
 * @param schoolCode empty where the scheme scores groups
 * @param name of the group or the unit; its code where it has none
 * @param score null with a flag
 * @param flag of the score
 * @param place null where there is none
 * @param countedUnits units of the group that count in the year
 * @param waitingUnits units that are in it and do not count yet
 * @param waiting who these are; empty where nobody waits, and where they are no longer those of the score
 * @param marks planned, trial, ended, draft, equal_assumed, inferred, proxy, placeholder
 */
public record AssessedGroup(
        String groupCode,
        String schoolCode,
        String name,
        Double score,
        Double coverage,
        String grade,
        Flag flag,
        Place place,
        Long countedUnits,
        Long waitingUnits,
        List<Waiting> waiting,
        List<String> marks) {
    private static final String PREVIEW = "planned";

    /**
     * A unit that does not count yet.
     *
     * @param countsFrom the first day of the first school year in which it does; null where it leaves before
     */
    public record Waiting(String schoolCode, String name, LocalDate countsFrom) {}

    /**
     * A place, which is never told without its interval.
     *
     * @param of how many have one
     * @param better end of its 90 % interval; worse likewise
     * @param topPlaces how many places pTop speaks of
     * @param notDistinguishableFrom codes of those whose intervals overlap
     */
    public record Place(
            double rank,
            long of,
            double median,
            double better,
            double worse,
            long topPlaces,
            double pTop,
            List<String> notDistinguishableFrom) {
        private Place without(Set<String> codes) {
            return new Place(
                    rank,
                    of,
                    median,
                    better,
                    worse,
                    topPlaces,
                    pTop,
                    notDistinguishableFrom.stream()
                            .filter(code -> !codes.contains(code))
                            .toList());
        }

        private boolean overlaps(AssessmentRank other) {
            return other.rankP05() <= worse && better <= other.rankP95();
        }
    }

    /**
     * The subjects of one scheme, by code.
     *
     * @param ranks of the same subjects; none where they are of before there were any
     * @param names by code
     */
    static List<AssessedGroup> of(
            List<AssessmentScore> scores, List<AssessmentRank> ranks, Map<String, String> names, WaitingUnits waiting) {
        Map<String, AssessmentRank> bySubject = new HashMap<>();
        ranks.forEach(rank -> bySubject.put(code(rank.groupCode(), rank.schoolCode()), rank));
        return scores.stream()
                .sorted(Comparator.comparing(AssessmentScore::groupCode).thenComparing(AssessmentScore::schoolCode))
                .map(score -> of(score, bySubject, names, waiting))
                .toList();
    }

    private static AssessedGroup of(
            AssessmentScore score, Map<String, AssessmentRank> ranks, Map<String, String> names, WaitingUnits waiting) {
        String code = code(score.groupCode(), score.schoolCode());
        return new AssessedGroup(
                score.groupCode(),
                score.schoolCode(),
                names.getOrDefault(score.schoolCode().isEmpty() ? score.groupCode() : score.schoolCode(), code),
                score.score(),
                score.coverage(),
                score.grade(),
                score.flag(),
                place(code, ranks),
                score.countedUnits(),
                score.waitingUnits(),
                waiting.of(score),
                Stream.of(score.marks().split(","))
                        .filter(mark -> !mark.isEmpty())
                        .toList());
    }

    private static Place place(String code, Map<String, AssessmentRank> ranks) {
        AssessmentRank rank = ranks.get(code);
        if (rank == null || rank.rank() == null || rank.rankP05() == null || rank.rankP95() == null) {
            return null;
        }
        Place alone = new Place(
                rank.rank(),
                rank.rankedGroups(),
                rank.rankMedian(),
                rank.rankP05(),
                rank.rankP95(),
                rank.topPlaces(),
                rank.pTop(),
                List.of());
        return new Place(
                alone.rank(),
                alone.of(),
                alone.median(),
                alone.better(),
                alone.worse(),
                alone.topPlaces(),
                alone.pTop(),
                ranks.entrySet().stream()
                        .filter(other -> !other.getKey().equals(code)
                                && other.getValue().rankP05() != null
                                && alone.overlaps(other.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    /** Whether its scheme is not in force yet. */
    public boolean isPreview() {
        return marks.contains(PREVIEW);
    }

    /** The code that it is told by: the unit's where units are scored. */
    public String code() {
        return code(groupCode, schoolCode);
    }

    /** The same without what a release does not tell: its own score and place, and who these are. */
    AssessedGroup without(Set<String> withheld) {
        boolean isOne = withheld.contains(code());
        return new AssessedGroup(
                groupCode,
                schoolCode,
                name,
                isOne ? null : score,
                coverage,
                isOne ? null : grade,
                isOne ? Flag.SUPPRESSED : flag,
                isOne || place == null ? null : place.without(withheld),
                countedUnits,
                waitingUnits,
                waiting,
                marks);
    }

    private static String code(String group, String school) {
        return school.isEmpty() ? group : group + "/" + school;
    }
}
