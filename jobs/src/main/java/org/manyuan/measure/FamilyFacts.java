package org.manyuan.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.FlowFact;
import org.manyuan.domain.GroupActivity;
import org.manyuan.domain.GroupPost;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.TeacherFact;
import org.manyuan.metric.BuildTerms;
import org.manyuan.metric.MetricCatalog;
import org.manyuan.metric.Parts;
import org.manyuan.metric.ScoreFamily;
import org.manyuan.metric.TeacherSide;
import org.manyuan.metric.Territory;
import org.manyuan.metric.TerritoryFacts;

/** The facts of one family, and the figures that the catalogue makes of them. Plain Java: a build calls it, and whoever explains one. */
public final class FamilyFacts {
    private final Map<Class<?>, List<Record>> byType = new HashMap<>();

    /** One fact more; null adds none. */
    public void add(Record fact) {
        if (fact != null) {
            byType.computeIfAbsent(fact.getClass(), any -> new ArrayList<>()).add(fact);
        }
    }

    /** Every fact, table by table. */
    public List<Record> all() {
        return byType.values().stream().flatMap(List::stream).toList();
    }

    /** The facts of one table. */
    public <T extends Record> List<T> of(Class<T> type) {
        return byType.getOrDefault(type, List.of()).stream().map(type::cast).toList();
    }

    /**
     * All figures of the family that are asked for.
     *
     * @param registers the part that the family speaks of
     * @param level the setting {@code territory_level}
     * @param isAsked of a part of {@link Parts}; of what is no score all are
     */
    public List<MetricValue> figures(
            Family family, Registers registers, String level, BuildTerms terms, Predicate<String> isAsked) {
        Territory territory = territory(family.territory(), registers, level);
        return family.isOfScores()
                ? MetricCatalog.scores(territory, scores(family, registers), terms, isAsked)
                : MetricCatalog.territory(territory, rest(registers), terms);
    }

    /** Those of some metrics, by id. */
    public List<MetricValue> figures(
            Set<String> metricIds, Family family, Registers registers, String level, BuildTerms terms) {
        Territory territory = territory(family.territory(), registers, level);
        return family.isOfScores()
                ? MetricCatalog.scores(metricIds, territory, scores(family, registers), terms)
                : MetricCatalog.territory(metricIds, territory, rest(registers), terms);
    }

    /** The school years of which {@link #teacherSide} has something to say; true where a roll was handed in. */
    public SortedMap<Integer, Boolean> yearsOfTeachers(
            Family family, Registers registers, String level, BuildTerms terms, String districtCode) {
        return TeacherSide.years(territory(family.territory(), registers, level), rest(registers), terms, districtCode);
    }

    /** The persons behind the figures of teachers of a district of the family's territory. */
    public TeacherSide teacherSide(
            Family family, Registers registers, String level, BuildTerms terms, String districtCode, int schoolYear) {
        return TeacherSide.of(
                territory(family.territory(), registers, level), rest(registers), terms, districtCode, schoolYear);
    }

    /** By a figure of the family the part of the territory that it rests on. */
    static Function<MetricValue, String> parts(Family family, Registers registers, String level) {
        return family.isOfScores()
                ? new Parts(territory(family.territory(), registers, level))::of
                : figure -> FamilyFigure.REST;
    }

    static Territory territory(String code, Registers registers, String level) {
        return new Territory(
                code,
                level,
                registers.districts(),
                registers.units(),
                registers.groups(),
                registers.spans(),
                registers.successions());
    }

    private ScoreFamily scores(Family family, Registers registers) {
        return new ScoreFamily(
                family.series(),
                family.subject(),
                registers.exams(),
                registers.papers(),
                of(SchoolExamFact.class),
                of(LinkedExamFact.class));
    }

    private TerritoryFacts rest(Registers registers) {
        return new TerritoryFacts(
                of(EnrollmentFact.class),
                of(ExchangeSpell.class),
                of(TeacherFact.class),
                of(ResourceFact.class),
                registers.terms(),
                of(ClassFact.class),
                of(LedgerEntry.class),
                of(GroupActivity.class),
                of(GroupPost.class),
                of(FlowFact.class));
    }
}
