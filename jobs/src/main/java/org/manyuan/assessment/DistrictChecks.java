package org.manyuan.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.manyuan.contract.PolicyRule;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.Stage;

/**
 * Policy rules that hold a metric of a district against a number. One row per rule, school year with rows and stage of the rule, and
 * one over all of the rule's stages together, its stage empty: that one judges. Source: METRICS C4.
 */
public final class DistrictChecks {
    private final LocalDate asOf;

    private DistrictChecks(LocalDate asOf) {
        this.asOf = asOf;
    }

    /**
     * The checks of one district.
     *
     * @param figures the district's own rows of the rules' metrics, all years, in any order
     */
    public static List<PolicyCheck> of(
            String districtCode, List<PolicyRule> rules, List<MetricValue> figures, LocalDate asOf) {
        Set<Integer> years = new TreeSet<>();
        figures.forEach(row -> years.add(row.schoolYear()));
        List<PolicyCheck> checks = new ArrayList<>();
        for (PolicyRule rule : rules) {
            for (int year : years) {
                List<MetricValue> rows = figures.stream()
                        .filter(row -> row.metricId().equals(rule.metricId())
                                && row.measure().equals(rule.measure())
                                && row.variant().isEmpty()
                                && row.schoolYear() == year)
                        .sorted(Comparator.comparing(MetricValue::stage))
                        .toList();
                DistrictChecks district = new DistrictChecks(asOf);
                checks.add(district.check(districtCode, rule, year, "", together(rule, rows)));
                for (Stage stage : rule.stages()) {
                    checks.add(district.check(districtCode, rule, year, stage.name(), ofStage(stage.name(), rows)));
                }
            }
        }
        return checks;
    }

    private static List<MetricValue> together(PolicyRule rule, List<MetricValue> rows) {
        if (rule.stages().isEmpty()) {
            return ofStage("", rows);
        }
        return rule.stages().stream()
                .flatMap(stage -> ofStage(stage.name(), rows).stream())
                .toList();
    }

    private static List<MetricValue> ofStage(String stage, List<MetricValue> rows) {
        return rows.stream().filter(row -> row.stage().equals(stage)).toList();
    }

    private PolicyCheck check(String district, PolicyRule rule, int year, String stage, List<MetricValue> rows) {
        LeafFigure figure = LeafFigure.pooled(rows.stream().map(LeafFigure::of).toList(), true);
        return new PolicyCheck(
                rule.id(),
                district,
                "",
                "",
                year,
                asOf,
                stage,
                result(rule, year, rows, figure),
                rule.hardness(),
                rule.metricId(),
                figure.value(),
                rule.threshold(),
                figure.n(),
                Evidence.rows(rows),
                figure.flag(),
                rows.stream().map(MetricValue::origin).reduce(Origin.REPORTED, Origin::and));
    }

    /** A stage that was not handed in leaves the whole unknown. */
    private static CheckResult result(PolicyRule rule, int year, List<MetricValue> rows, LeafFigure figure) {
        if (!rule.holdsIn(year)) {
            return CheckResult.NA;
        }
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.value() == null && !countsNobody(row))) {
            return CheckResult.UNKNOWN;
        }
        if (figure.value() == null) {
            return rule.nothingCounted();
        }
        return rule.operator().holds(figure.value(), rule.threshold()) ? CheckResult.PASS : CheckResult.FAIL;
    }

    private static boolean countsNobody(MetricValue row) {
        return row.flag() == Flag.BASE_MISSING && row.n() != null && row.n() == 0;
    }
}
