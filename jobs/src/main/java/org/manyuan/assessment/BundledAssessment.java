package org.manyuan.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

/**
 * BND-01 捆绑式评价得分: a scheme on the figures of its region. One score and one place for each group of the scheme's population, or each of its
 * leads or members, and one row for each of these and entry of the scheme. The same rows in any order give the same scores. Source:
 * METRICS C1, C2; card BND-01.
 */
public final class BundledAssessment {
    /** The metric whose n is a group's students. */
    private static final String STUDENTS = "ENR-04";

    private static final String ALL_STAGES = "";

    private BundledAssessment() {}

    /** Metrics whose rows a scheme looks at. */
    public static Set<String> metrics(Scheme scheme) {
        Set<String> metrics = new HashSet<>(FigureBook.otherMetrics().toList());
        metrics.add(STUDENTS);
        scheme.all().filter(entry -> entry.leaf() != null).forEach(entry -> {
            metrics.add(entry.leaf().metricId());
            entry.leaf()
                    .variants()
                    .forEach(variant -> metrics.add(variant.leaf().metricId()));
        });
        return metrics;
    }

    /** Nothing where the assessed year has not begun on the build's day, or the region has no such group. */
    public static Assessed of(Scheme scheme, RegionFacts facts) {
        if (facts.asOf().isBefore(SchoolYear.firstDay(scheme.assessedYear()))) {
            return new Assessed(List.of(), List.of(), List.of());
        }
        return rows(scheme, facts).assessed();
    }

    static AssessmentRows rows(Scheme scheme, RegionFacts facts) {
        List<ScoredGroup> scored = groups(scheme, facts).stream()
                .flatMap(group -> group.scored(scheme.population().subject()).stream())
                .toList();
        Map<ScoredGroup, List<ScoredGroup>> mixedWith = new HashMap<>();
        scored.stream()
                .filter(lead -> attribution(scheme, lead).mode() == Scheme.Bearing.LEAD_MIX)
                .forEach(lead -> mixedWith.put(lead, lead.membersAsLeads()));
        FigureBook book = new FigureBook(
                facts.figures(), facts.exams(), scheme.population().stages());
        AssessmentRows rows = new AssessmentRows(scheme, facts);
        List<ScoredGroup> all = new ArrayList<>(scored);
        mixedWith.values().forEach(all::addAll);
        Map<ScoredGroup, Map<String, LeafResult>> leaves = new LeafResults(scheme, book, all).all();
        for (ScoredGroup group : scored) {
            rows.add(
                    group,
                    leaves.get(group),
                    mixedWith.getOrDefault(group, List.of()).stream()
                            .map(leaves::get)
                            .toList());
        }
        return rows;
    }

    static Scheme.Attribution attribution(Scheme scheme, ScoredGroup group) {
        return scheme.attribution().of(group.group().form());
    }

    private static List<ScoredGroup> groups(Scheme scheme, RegionFacts facts) {
        Map<String, Unit> units = new HashMap<>();
        facts.units().forEach(unit -> units.put(unit.schoolCode(), unit));
        Map<String, List<MembershipSpan>> spans = new HashMap<>();
        facts.spans().forEach(span -> spans.computeIfAbsent(span.groupCode(), any -> new ArrayList<>())
                .add(span));
        return facts.groups().stream()
                .filter(group -> isAssessed(scheme, group, facts))
                .sorted(Comparator.comparing(EducationGroup::groupCode))
                .map(group -> new ScoredGroup(
                        group,
                        scheme.assessedYear(),
                        scheme.minSchoolYears(),
                        spans.getOrDefault(group.groupCode(), List.of()),
                        units,
                        facts.successions()))
                .filter(group -> hasStages(scheme, group))
                .toList();
    }

    /** Whether the group teaches a stage of the population; of a group whose stages nobody knows it is taken for granted. */
    private static boolean hasStages(Scheme scheme, ScoredGroup group) {
        Set<Stage> asked = scheme.population().stages();
        return asked.isEmpty()
                || group.stages().isEmpty()
                || group.stages().stream().anyMatch(asked::contains);
    }

    private static boolean isAssessed(Scheme scheme, EducationGroup group, RegionFacts facts) {
        Scheme.Population population = scheme.population();
        java.time.LocalDate last = SchoolYear.lastDay(scheme.assessedYear());
        return (population.kinds().isEmpty() || population.kinds().contains(group.kind()))
                && (population.forms().isEmpty()
                        || group.form() != null && population.forms().contains(group.form()))
                && (group.foundedOn() == null || !group.foundedOn().isAfter(last))
                && (group.dissolvedOn() == null || !group.dissolvedOn().isBefore(last))
                && hasStudents(scheme, group, facts);
    }

    /** A group whose students nobody handed in is assessed; one whose students are all of other stages is not. */
    private static boolean hasStudents(Scheme scheme, EducationGroup group, RegionFacts facts) {
        Scheme.Population population = scheme.population();
        Map<String, Long> ofStage = new HashMap<>();
        facts.figures().stream()
                .filter(row -> row.metricId().equals(STUDENTS)
                        && row.groupCode().equals(group.groupCode())
                        && row.variant().equals(group.kind())
                        && row.schoolYear() == scheme.assessedYear()
                        && row.n() != null)
                .forEach(row -> ofStage.put(row.stage(), row.n()));
        long students = population.stages().isEmpty() && ofStage.containsKey(ALL_STAGES)
                ? ofStage.get(ALL_STAGES)
                : Arrays.stream(Stage.values())
                        .filter(stage -> population.stages().isEmpty()
                                || population.stages().contains(stage))
                        .mapToLong(stage -> ofStage.getOrDefault(stage.name(), 0L))
                        .sum();
        return ofStage.isEmpty() || students >= population.minStudents();
    }
}
