package org.manyuan.assessment;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.manyuan.contract.CountyStandard;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Stage;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/**
 * The school years of which a county handed in anything that its standards look at. A district without a unit of its own of which
 * something was handed in, or that was inspected, is no county and has none.
 */
final class CountyYears {
    private final List<CountyStandard> standards;
    private final Set<Stage> stages = EnumSet.noneOf(Stage.class);
    private final Set<Integer> years = new TreeSet<>();

    private CountyYears(List<CountyStandard> standards) {
        this.standards = standards;
        standards.forEach(standard -> stages.addAll(standard.stages()));
    }

    static Set<Integer> of(List<CountyStandard> standards, List<MetricValue> figures, CountyFacts facts) {
        CountyYears all = new CountyYears(standards);
        all.addFacts(facts);
        all.addFiguresOfUnits(figures);
        if (!all.years.isEmpty()) {
            all.addFiguresOfTheCounty(figures);
        }
        return all.years;
    }

    private void addFacts(CountyFacts facts) {
        Map<String, Unit> units = facts.byCode();
        facts.classes().stream()
                .filter(one -> stages.contains(one.stage()))
                .forEach(one -> years.add(one.schoolYear()));
        facts.teachers().stream()
                .filter(teacher -> teacher.schoolCode() != null && units.containsKey(teacher.schoolCode()))
                .filter(teacher -> mayTeach(teacher, units.get(teacher.schoolCode())))
                .forEach(teacher -> years.add(teacher.schoolYear()));
        if (!units.isEmpty()) {
            standards.stream()
                    .flatMap(standard -> standard.items().keySet().stream())
                    .flatMap(item -> facts.inspections(item).stream())
                    .forEach(entry -> years.add(CountyFacts.yearOf(entry)));
        }
    }

    private boolean mayTeach(TeacherFact teacher, Unit unit) {
        Stage stage = CountyFacts.stage(teacher, unit);
        Collection<Stage> taught = stage == null ? unit.stages() : Set.of(stage);
        return taught.isEmpty() || taught.stream().anyMatch(stages::contains);
    }

    private void addFiguresOfUnits(List<MetricValue> figures) {
        Set<String> metrics = CountyScope.metricsOfUnits(standards);
        figures.stream()
                .filter(row -> !row.schoolCode().isEmpty() && metrics.contains(row.metricId()))
                .filter(row -> stages.stream().anyMatch(stage -> row.stage().equals(stage.name())))
                .forEach(row -> years.add(row.schoolYear()));
    }

    private void addFiguresOfTheCounty(List<MetricValue> figures) {
        Set<String> wanted = new TreeSet<>();
        for (CountyStandard standard : standards) {
            standard.spread()
                    .measures()
                    .forEach(measure -> wanted.add(standard.spread().metricId() + " " + measure));
            standard.items().values().forEach(item -> wanted.addAll(item.figures()));
        }
        figures.stream()
                .filter(row -> row.schoolCode().isEmpty() && wanted.contains(row.metricId() + " " + row.measure()))
                .filter(row -> row.stage().isEmpty()
                        || stages.stream().anyMatch(stage -> row.stage().equals(stage.name())))
                .forEach(row -> years.add(row.schoolYear()));
    }
}
