package org.manyuan.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.manyuan.contract.CountyItem;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.Setting;
import org.manyuan.domain.Stage;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/**
 * What is counted school by school for the items of a county standard, in one school year: sizes of schools and classes, certificates,
 * pupils from the zone. Source: METRICS A1.3, A1.4.
 */
final class CountedSchools {
    private static final String HEADCOUNT = "ENR-14";
    private static final String NEARBY = "ENR-08";
    private static final String BOARDING = "boarding";
    private static final String PUBLIC = "public";
    private static final Set<Stage> COMPULSORY = Set.of(Stage.P, Stage.J);

    private final int year;
    private final Map<String, Unit> units;
    private final CountyFacts facts;
    private final List<MetricValue> figures;

    /**
     * @param isIn whether the standard speaks of a unit, by its code
     * @param figures of the year
     */
    CountedSchools(int year, CountyFacts facts, Predicate<String> isIn, List<MetricValue> figures) {
        this.year = year;
        this.facts = facts;
        this.units = new TreeMap<>(facts.byCode());
        this.units.keySet().removeIf(code -> !isIn.test(code));
        this.figures = figures;
    }

    /** Units of the stage within their limit; a unit of both stages of compulsory school by both together. */
    ItemResult schoolSize(CountyItem item, Stage stage) {
        long within = 0;
        long all = 0;
        boolean complete = !leavesOut(HEADCOUNT, stage);
        Origin origin = Origin.REPORTED;
        for (MetricValue row : ofUnits(HEADCOUNT, "headcount", stage)) {
            Unit unit = units.get(row.schoolCode());
            boolean combined = item.combined() != null && unit.stages().containsAll(COMPULSORY);
            Optional<Long> students = combined ? bothStages(row.schoolCode()) : whole(row);
            complete &= students.isPresent();
            if (students.isPresent()) {
                all++;
                within += students.get()
                                <= (combined ? item.combined() : item.limits().get(stage))
                        ? 1
                        : 0;
            }
            origin = origin.and(row.origin());
        }
        return ItemResult.share(within, all, 1, complete, origin);
    }

    private Optional<Long> bothStages(String code) {
        long sum = 0;
        for (Stage stage : COMPULSORY) {
            Optional<MetricValue> row = ofUnits(HEADCOUNT, "headcount", stage).stream()
                    .filter(one -> one.schoolCode().equals(code))
                    .findFirst();
            if (row.isPresent() && row.get().value() == null) {
                return Optional.empty();
            }
            sum += row.flatMap(CountedSchools::whole).orElse(0L);
        }
        return Optional.of(sum);
    }

    ItemResult classSize(CountyItem item, Stage stage) {
        List<ClassFact> classes = facts.classes().stream()
                .filter(one -> one.schoolYear() == year && one.stage() == stage && units.containsKey(one.schoolCode()))
                .toList();
        Set<String> told = new TreeSet<>();
        classes.forEach(one -> told.add(one.schoolCode()));
        List<Long> sizes = classes.stream()
                .map(ClassFact::students)
                .filter(Objects::nonNull)
                .toList();
        boolean complete = sizes.size() == classes.size()
                && ofUnits(HEADCOUNT, "headcount", stage).stream().allMatch(row -> told.contains(row.schoolCode()));
        double limit = item.limits().get(stage);
        return ItemResult.share(
                sizes.stream().filter(size -> size <= limit).count(),
                sizes.size(),
                1,
                complete,
                classes.stream().map(ClassFact::origin).reduce(Origin.REPORTED, Origin::and));
    }

    /** A roll on which nobody has a certificate does not speak of certificates. */
    ItemResult certificates(CountyItem item, Stage stage) {
        List<TeacherFact> teachers = facts.teachers().stream()
                .filter(teacher -> teacher.schoolYear() == year
                        && teacher.schoolCode() != null
                        && units.containsKey(teacher.schoolCode())
                        && CountyFacts.stage(teacher, units.get(teacher.schoolCode())) == stage)
                .toList();
        long held = teachers.stream()
                .filter(teacher ->
                        teacher.certificate() != null && !teacher.certificate().isBlank())
                .count();
        Origin origin = teachers.stream().map(TeacherFact::origin).reduce(Origin.REPORTED, Origin::and);
        return ItemResult.share(
                held, held == 0 ? 0 : teachers.size(), item.limits().get(stage), true, origin);
    }

    /** Public schools in town that board nobody; where there is none of them it does not apply. */
    ItemResult inZone(CountyItem item, Stage stage) {
        long inZone = 0;
        long students = 0;
        boolean complete = !leavesOut(NEARBY, stage);
        boolean any = false;
        List<MetricValue> rows = ofUnits(NEARBY, "students", stage);
        for (MetricValue row : rows) {
            Unit unit = units.get(row.schoolCode());
            boolean described = Setting.of(unit.settingCode()).isPresent() && unit.ownership() != null;
            complete &= described;
            if (described && isDaySchoolInTown(unit)) {
                any = true;
                complete &= row.value() != null;
                if (row.value() != null) {
                    inZone += Math.round(row.value() * row.n());
                    students += row.n();
                }
            }
        }
        if (!rows.isEmpty() && complete && !any) {
            return ItemResult.of(CheckResult.NA);
        }
        return ItemResult.share(inZone, students, item.limits().get(stage), complete, origin(rows));
    }

    private static boolean isDaySchoolInTown(Unit unit) {
        return Setting.of(unit.settingCode())
                        .filter(setting -> setting != Setting.RURAL)
                        .isPresent()
                && PUBLIC.equals(unit.ownership())
                && !unit.hasTag(BOARDING);
    }

    private List<MetricValue> ofUnits(String metric, String measure, Stage stage) {
        return figures.stream()
                .filter(row -> units.containsKey(row.schoolCode())
                        && row.metricId().equals(metric)
                        && row.measure().equals(measure)
                        && row.variant().isEmpty()
                        && row.stage().equals(stage.name()))
                .sorted(Comparator.comparing(MetricValue::schoolCode))
                .toList();
    }

    /** Whether the district's own row says that a unit handed in nothing. */
    private boolean leavesOut(String metric, Stage stage) {
        return figures.stream()
                .filter(row -> row.schoolCode().isEmpty()
                        && row.metricId().equals(metric)
                        && row.variant().isEmpty()
                        && row.stage().equals(stage.name()))
                .anyMatch(row -> row.leftOutUnits() != null && row.leftOutUnits() > 0);
    }

    private static Optional<Long> whole(MetricValue row) {
        return Optional.ofNullable(row.value()).map(Math::round);
    }

    private static Origin origin(List<MetricValue> rows) {
        return rows.stream().map(MetricValue::origin).reduce(Origin.REPORTED, Origin::and);
    }
}
