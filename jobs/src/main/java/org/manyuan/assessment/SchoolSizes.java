package org.manyuan.assessment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyuan.contract.CountyItem;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

/**
 * The students of each school against the limit of its type, in one school year: campuses and sections of one school added up, of a
 * school of a combined type all compulsory stages. Source: METRICS A1.3, G4.
 */
final class SchoolSizes {
    private static final List<Stage> COMPULSORY = List.of(Stage.P, Stage.J);

    private final CountyItem item;
    private final Map<String, Unit> units;
    private final Map<Stage, Map<String, MetricValue>> headcounts = new EnumMap<>(Stage.class);
    private final Map<Stage, Map<String, Set<String>>> schools = new EnumMap<>(Stage.class);

    SchoolSizes(CountyItem item, CountyFacts facts, CountyScope scope) {
        this.item = item;
        this.units = facts.byCode();
        for (Stage stage : COMPULSORY) {
            Map<String, MetricValue> rows = scope.rows(CountyScope.HEADCOUNT, "headcount", stage);
            Set<String> asked = new TreeSet<>(rows.keySet());
            asked.addAll(scope.asked(stage));
            Map<String, Set<String>> bySchool = new TreeMap<>();
            asked.forEach(code -> bySchool.computeIfAbsent(schoolOf(code), any -> new TreeSet<>())
                    .add(code));
            headcounts.put(stage, rows);
            schools.put(stage, bySchool);
        }
    }

    /** Schools with the stage within their limit. */
    ItemResult of(Stage stage) {
        List<School> all = schools.get(stage).keySet().stream()
                .map(code -> school(code, stage))
                .toList();
        long within =
                all.stream().filter(one -> one.result() == CheckResult.PASS).count();
        long over = all.stream().filter(one -> one.result() == CheckResult.FAIL).count();
        return ItemResult.share(
                within,
                within + over,
                1,
                within + over == all.size(),
                all.stream()
                        .flatMap(one -> one.rows().stream())
                        .map(MetricValue::origin)
                        .reduce(Origin.REPORTED, Origin::and));
    }

    /** The school of a unit, with the stage. */
    School ofUnit(String code, Stage stage) {
        return school(schoolOf(code), stage);
    }

    /**
     * One school.
     *
     * @param rows of its parts, as far as there are any
     * @param result fails as soon as the known parts are too many; passes only where every part is known
     */
    record School(List<MetricValue> rows, CheckResult result) {}

    private School school(String school, Stage stage) {
        boolean combined = isCombined(school);
        double limit = combined ? item.combined().limit() : item.limits().get(stage);
        List<MetricValue> rows = new ArrayList<>();
        int parts = 0;
        for (Stage one : combined ? COMPULSORY : List.of(stage)) {
            Set<String> codes = schools.get(one).getOrDefault(school, Set.of());
            parts += codes.size();
            codes.stream()
                    .map(headcounts.get(one)::get)
                    .filter(row -> row != null && row.value() != null)
                    .forEach(rows::add);
        }
        double students = rows.stream().mapToDouble(MetricValue::value).sum();
        CheckResult known = rows.isEmpty() || rows.size() < parts ? CheckResult.UNKNOWN : CheckResult.PASS;
        return new School(rows, students > limit ? CheckResult.FAIL : known);
    }

    private String schoolOf(String code) {
        Unit unit = units.get(code);
        return unit == null || unit.partOf() == null ? code : unit.partOf();
    }

    /** By the type of the school; where it is not known by that of a part, or by whether all compulsory stages are taught. */
    private boolean isCombined(String school) {
        if (item.combined() == null) {
            return false;
        }
        Unit whole = units.get(school);
        if (whole != null && whole.schoolType() != null) {
            return item.combined().types().contains(whole.schoolType());
        }
        return COMPULSORY.stream().allMatch(stage -> schools.get(stage).containsKey(school))
                || COMPULSORY.stream()
                        .flatMap(stage -> schools.get(stage).getOrDefault(school, Set.of()).stream())
                        .map(units::get)
                        .anyMatch(part -> part != null
                                && part.schoolType() != null
                                && item.combined().types().contains(part.schoolType()));
    }
}
