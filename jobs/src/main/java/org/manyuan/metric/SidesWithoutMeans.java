package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.statistics.Histogram;
import org.manyuan.statistics.Superiority;
import org.manyuan.statistics.VStatistic;

/**
 * Lead and members of a group in a sitting of which neither has a mean: their units came with levels (A to E, ordered bins), or with
 * counts at cuts alone. What can be compared without a mean: who is above whom. Source: METRICS A10, B2.
 *
 * @param first facts of the leads
 * @param second facts of the members
 */
record SidesWithoutMeans(Comparison comparison, List<SchoolExamFact> first, List<SchoolExamFact> second) {
    static SidesWithoutMeans of(Comparison comparison) {
        Roster roster = comparison.roster();
        return new SidesWithoutMeans(
                comparison, facts(comparison.sitting(), roster.leads()), facts(comparison.sitting(), roster.members()));
    }

    /** The row that every figure of them begins with; the reason in it where a side has nobody. */
    MetricRow heading(Metric metric, MarkBook book) {
        Sitting sitting = comparison.sitting();
        Roster roster = comparison.roster();
        long lead = pupils(first);
        long member = pupils(second);
        return MetricRow.of(metric, book.terms())
                .group(roster.group())
                .sitting(sitting, book.subject())
                .variant(roster.group().kind())
                .counts(lead + member, facts().count())
                .behind(Math.min(lead, member), Fewest.of(facts().mapToLong(SchoolExamFact::n)))
                .leftOut(comparison
                        .series()
                        .leftOut(
                                sitting,
                                Gap.LEAD_MEMBER.units(roster).stream()
                                        .filter(code -> facts().noneMatch(fact ->
                                                fact.schoolCode().equals(code)))
                                        .toList()))
                .flag(roster.approximate(), Flag.APPROXIMATE)
                .flag(!isTwo(), comparison.obstacle())
                .flag(Math.min(lead, member) < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL)
                .inputs(Inputs.all(facts().map(fact -> UnitMarks.inputs(fact)
                                        .from(book.territory().originOf(fact.schoolCode())))
                                .toList())
                        .and(roster.inputs()));
    }

    /** How likely a pupil of the leads stands above one of the members by levels; empty where a unit has none. */
    Optional<Superiority> superiority() {
        return isTwo() && haveLevels() ? Optional.of(Superiority.of(levels(first), levels(second))) : Optional.empty();
    }

    /**
     * V from the pupils below each cut: of levels the boundaries between those that somebody has, else the cuts whose counts all units
     * know; empty where there is no cut.
     */
    Optional<VStatistic> cuts() {
        if (!isTwo()) {
            return Optional.empty();
        }
        List<Long> leads = new ArrayList<>();
        List<Long> members = new ArrayList<>();
        if (haveLevels()) {
            Histogram lead = levels(first);
            Histogram member = levels(second);
            boundaries().forEach(boundary -> {
                leads.add(lead.atMost(boundary));
                members.add(member.atMost(boundary));
            });
        } else {
            for (Rate rate : Rate.values()) {
                Optional<Long> lead = below(rate, first);
                Optional<Long> member = below(rate, second);
                if (lead.isPresent() && member.isPresent()) {
                    leads.add(lead.get());
                    members.add(member.get());
                }
            }
        }
        return leads.isEmpty()
                ? Optional.empty()
                : Optional.of(VStatistic.ofCuts(longs(leads), pupils(first), longs(members), pupils(second)));
    }

    private boolean haveLevels() {
        return facts().allMatch(fact -> fact.bins() != null);
    }

    /** The levels that somebody of either side has, but the highest: above each of them lies a boundary. */
    private NavigableSet<Integer> boundaries() {
        NavigableSet<Integer> levels = new TreeSet<>();
        facts().forEach(fact -> IntStream.range(0, fact.bins().length)
                .filter(b -> fact.counts()[b] > 0)
                .forEach(b -> levels.add(fact.bins()[b])));
        return levels.headSet(levels.last(), false);
    }

    private static Optional<Long> below(Rate rate, List<SchoolExamFact> facts) {
        long below = 0;
        for (SchoolExamFact fact : facts) {
            Long counted = rate.handedIn(fact);
            if (counted == null) {
                return Optional.empty();
            }
            below += rate == Rate.LOW ? counted : fact.n() - counted;
        }
        return Optional.of(below);
    }

    /** Whether both sides have somebody. */
    boolean isTwo() {
        return !first.isEmpty() && !second.isEmpty();
    }

    private Stream<SchoolExamFact> facts() {
        return Stream.concat(first.stream(), second.stream());
    }

    private static List<SchoolExamFact> facts(Sitting sitting, List<String> codes) {
        return codes.stream()
                .distinct()
                .flatMap(code -> sitting.factsOf(code).stream())
                .filter(fact -> fact.n() > 0 && !fact.hasScores())
                .filter(fact -> fact.bins() != null || tellsACount(fact))
                .sorted((one, other) -> one.schoolCode().compareTo(other.schoolCode()))
                .toList();
    }

    private static boolean tellsACount(SchoolExamFact fact) {
        return fact.excellent() != null || fact.pass() != null || fact.low() != null;
    }

    private static Histogram levels(List<SchoolExamFact> facts) {
        return Histogram.pool(facts.stream()
                .map(fact -> Histogram.of(fact.bins(), fact.counts()))
                .toList());
    }

    private static long pupils(List<SchoolExamFact> facts) {
        return facts.stream().mapToLong(SchoolExamFact::n).sum();
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
