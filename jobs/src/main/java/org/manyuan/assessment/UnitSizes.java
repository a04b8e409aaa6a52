package org.manyuan.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.manyuan.contract.CountyStandard;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;

/**
 * The rule on the size of schools and classes, one row per unit in the standard's scope and stage: the school that it is a part of, and
 * each of its classes, are within their limits. Source: METRICS C4, CN-R3.
 */
final class UnitSizes {
    private final CountyStandard standard;
    private final int year;
    private final CountyFacts facts;
    private final CountyScope scope;
    private final SchoolSizes schools;

    UnitSizes(CountyStandard standard, int year, CountyFacts facts, CountyScope scope) {
        this.standard = standard;
        this.year = year;
        this.facts = facts;
        this.scope = scope;
        this.schools = new SchoolSizes(standard.sizes().school(), facts, scope);
    }

    List<PolicyCheck> checks(String district, Stage stage, LocalDate asOf) {
        Map<String, List<ClassFact>> classes = new TreeMap<>();
        scope.asked(stage).forEach(unit -> classes.put(unit, new ArrayList<>()));
        facts.classes().stream()
                .filter(one -> one.schoolYear() == year && one.stage() == stage && scope.isIn(one.schoolCode()))
                .forEach(one -> classes.computeIfAbsent(one.schoolCode(), any -> new ArrayList<>())
                        .add(one));
        List<PolicyCheck> checks = new ArrayList<>();
        classes.forEach(
                (unit, own) -> checks.add(check(district, unit, stage, asOf, schools.ofUnit(unit, stage), own)));
        return checks;
    }

    /** What fails is named: the classes that are too large; the students of the school in any case. */
    private PolicyCheck check(
            String district,
            String unit,
            Stage stage,
            LocalDate asOf,
            SchoolSizes.School school,
            List<ClassFact> classes) {
        double limit = standard.sizes().classes().limits().get(stage);
        List<ClassFact> tooLarge = classes.stream()
                .filter(one -> one.students() != null && one.students() > limit)
                .toList();
        boolean isKnown = !classes.isEmpty() && classes.stream().allMatch(one -> one.students() != null);
        CheckResult ofClasses =
                !tooLarge.isEmpty() ? CheckResult.FAIL : isKnown ? CheckResult.PASS : CheckResult.UNKNOWN;
        CheckResult result = isInTime() ? ItemResult.worst(List.of(school.result(), ofClasses)) : CheckResult.NA;
        return new PolicyCheck(
                standard.sizes().check(),
                district,
                "",
                unit,
                year,
                asOf,
                stage.name(),
                result,
                standard.hardness(),
                "",
                null,
                null,
                null,
                Evidence.rows(school.rows(), tooLarge),
                result == CheckResult.UNKNOWN ? Flag.MISSING_INPUT : Flag.OK,
                Stream.concat(
                                school.rows().stream().map(MetricValue::origin),
                                classes.stream().map(ClassFact::origin))
                        .reduce(Origin.REPORTED, Origin::and));
    }

    private boolean isInTime() {
        LocalDate from = standard.sizes().validFrom();
        return from == null || !SchoolYear.firstDay(year).isBefore(from);
    }
}
