package org.manyuan.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
 * What is counted school by school for the items of a county standard, in one school year: sizes of classes, certificates, pupils from
 * the zone. Source: METRICS A1.3, A1.4.
 */
final class CountedSchools {
    private static final String BOARDING = "boarding";
    private static final String PUBLIC = "public";

    private final int year;
    private final CountyFacts facts;
    private final CountyScope scope;
    private final Map<String, Unit> units;

    CountedSchools(int year, CountyFacts facts, CountyScope scope) {
        this.year = year;
        this.facts = facts;
        this.scope = scope;
        this.units = facts.byCode();
        this.units.keySet().removeIf(code -> !scope.isIn(code));
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
        boolean complete = sizes.size() == classes.size() && told.containsAll(scope.asked(stage));
        double limit = item.limits().get(stage);
        return ItemResult.share(
                sizes.stream().filter(size -> size <= limit).count(),
                sizes.size(),
                1,
                complete,
                classes.stream().map(ClassFact::origin).reduce(Origin.REPORTED, Origin::and));
    }

    /**
     * A roll on which nobody has a certificate does not speak of certificates. Whose stage nobody knows may be of any that the unit
     * teaches.
     */
    ItemResult certificates(CountyItem item, Stage stage) {
        List<TeacherFact> teachers = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        boolean complete = true;
        for (TeacherFact teacher : facts.teachers()) {
            Unit unit = teacher.schoolYear() == year && teacher.schoolCode() != null
                    ? units.get(teacher.schoolCode())
                    : null;
            Stage taught = unit == null ? null : CountyFacts.stage(teacher, unit);
            if (unit != null && taught == null) {
                complete &= !unit.stages().isEmpty() && !unit.stages().contains(stage);
            } else if (taught == stage) {
                teachers.add(teacher);
                told.add(teacher.schoolCode());
            }
        }
        long held = teachers.stream()
                .filter(teacher ->
                        teacher.certificate() != null && !teacher.certificate().isBlank())
                .count();
        return ItemResult.share(
                held,
                held == 0 ? 0 : teachers.size(),
                item.limits().get(stage),
                complete && told.containsAll(scope.asked(stage)),
                teachers.stream().map(TeacherFact::origin).reduce(Origin.REPORTED, Origin::and));
    }

    /** Public schools in town that board nobody; where there is none of them it does not apply. */
    ItemResult inZone(CountyItem item, Stage stage) {
        Map<String, MetricValue> rows = scope.rows(CountyScope.NEARBY, "students", stage);
        Set<String> schools = new TreeSet<>(scope.asked(stage));
        schools.addAll(rows.keySet());
        boolean any = !schools.isEmpty();
        schools.removeIf(code -> !mayBeDaySchoolInTown(units.get(code)));
        if (any && schools.isEmpty()) {
            return ItemResult.of(CheckResult.NA);
        }
        rows.keySet().retainAll(schools);
        List<MetricValue> known = rows.values().stream()
                .filter(row -> row.value() != null && isDescribed(units.get(row.schoolCode())))
                .toList();
        return ItemResult.share(
                known.stream()
                        .mapToLong(row -> Math.round(row.value() * row.n()))
                        .sum(),
                known.stream().mapToLong(MetricValue::n).sum(),
                item.limits().get(stage),
                known.size() == schools.size(),
                origin(known));
    }

    private static boolean mayBeDaySchoolInTown(Unit unit) {
        return unit == null
                || Setting.of(unit.settingCode()).orElse(Setting.TOWN) != Setting.RURAL
                        && (unit.ownership() == null || PUBLIC.equals(unit.ownership()))
                        && !unit.hasTag(BOARDING);
    }

    private static boolean isDescribed(Unit unit) {
        return unit != null && Setting.of(unit.settingCode()).isPresent() && unit.ownership() != null;
    }

    private static Origin origin(List<MetricValue> rows) {
        return rows.stream().map(MetricValue::origin).reduce(Origin.REPORTED, Origin::and);
    }
}
