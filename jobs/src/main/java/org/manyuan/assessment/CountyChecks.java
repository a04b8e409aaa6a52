package org.manyuan.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyuan.contract.CountyStandard;
import org.manyuan.contract.PolicyRule;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.Stage;

/**
 * The county standards of METRICS A1.4 and A2, for one district. One row per check, school year with resources of a unit and stage; of
 * single units one row each; and for a standard that judges the county as a whole one over everything, its stage empty. What is
 * unknown is never passed: a county passes where every check does.
 */
public final class CountyChecks {
    private final String district;
    private final CountyStandard standard;
    private final List<MetricValue> figures;
    private final List<PolicyCheck> rules;
    private final LocalDate asOf;

    private CountyChecks(
            String district,
            CountyStandard standard,
            List<MetricValue> figures,
            List<PolicyCheck> rules,
            LocalDate asOf) {
        this.district = district;
        this.standard = standard;
        this.figures = figures;
        this.rules = rules;
        this.asOf = asOf;
    }

    /**
     * The checks of one district. A district in which no unit itself has a row has none: the standards are of counties.
     *
     * @param rules policy rules that items of the standards rest on
     * @param figures the district's own rows, and of its units those of the metrics that the standards ask of units; any order
     */
    public static List<PolicyCheck> of(
            String district,
            List<CountyStandard> standards,
            List<PolicyRule> rules,
            List<MetricValue> figures,
            LocalDate asOf) {
        List<MetricValue> own =
                figures.stream().filter(row -> row.schoolCode().isEmpty()).toList();
        List<PolicyCheck> ofRules = DistrictChecks.of(district, rules, own, asOf);
        Set<Integer> years = new TreeSet<>();
        figures.stream().filter(row -> !row.schoolCode().isEmpty()).forEach(row -> years.add(row.schoolYear()));
        List<PolicyCheck> checks = new ArrayList<>();
        for (CountyStandard standard : standards) {
            CountyChecks county = new CountyChecks(district, standard, figures, ofRules, asOf);
            years.forEach(year -> checks.addAll(county.ofYear(year)));
        }
        return checks;
    }

    private List<PolicyCheck> ofYear(int year) {
        List<PolicyCheck> checks = new ArrayList<>();
        List<PolicyCheck> judged = new ArrayList<>();
        for (Stage stage : standard.stages()) {
            List<PolicyCheck> ofStage = new ArrayList<>(spread(year, stage));
            standard.items().forEach((item, deciding) -> ofStage.add(item(year, stage, item, deciding)));
            if (standard.schools() != null) {
                List<PolicyCheck> units = units(year, stage);
                checks.addAll(units);
                ofStage.add(allUnits(year, stage, units));
            }
            judged.addAll(ofStage);
            if (!standard.county().isEmpty()) {
                checks.add(county(year, stage.name(), ofStage));
            }
        }
        checks.addAll(judged);
        if (!standard.county().isEmpty()) {
            checks.add(county(year, "", judged));
        }
        return checks;
    }

    private List<PolicyCheck> spread(int year, Stage stage) {
        CountyStandard.Spread spread = standard.spread();
        double limit = spread.atMost().get(stage);
        List<PolicyCheck> checks = new ArrayList<>();
        List<MetricValue> all = new ArrayList<>();
        for (String measure : spread.measures()) {
            List<MetricValue> rows = figures.stream()
                    .filter(row -> row.schoolCode().isEmpty() && isOf(row, spread.metricId(), year, stage))
                    .filter(row ->
                            row.measure().equals(measure) && row.variant().isEmpty())
                    .toList();
            all.addAll(rows);
            if (spread.check().isEmpty()) {
                checks.add(atMost(standard.spreadCheck(measure), year, stage, rows, 1, limit));
            }
        }
        if (!spread.check().isEmpty()) {
            checks.add(
                    atMost(spread.check(), year, stage, all, spread.measures().size(), limit));
        }
        return checks;
    }

    /** The mean of the values against the limit; unknown where one of them is. */
    private PolicyCheck atMost(String id, int year, Stage stage, List<MetricValue> rows, int wanted, double limit) {
        boolean known = rows.size() == wanted && rows.stream().allMatch(row -> row.value() != null);
        Double mean =
                known ? (Double) (rows.stream().mapToDouble(MetricValue::value).sum() / wanted) : null;
        CheckResult result = mean == null ? CheckResult.UNKNOWN : mean <= limit ? CheckResult.PASS : CheckResult.FAIL;
        return check(id, "", year, stage.name(), result, standard.spread().metricId(), mean, limit, rows);
    }

    private PolicyCheck item(int year, Stage stage, String item, List<String> deciding) {
        List<CheckResult> results = rules.stream()
                .filter(check -> deciding.contains(check.ruleId())
                        && check.schoolYear() == year
                        && check.stage().equals(stage.name()))
                .map(PolicyCheck::result)
                .toList();
        CheckResult result = results.isEmpty() ? CheckResult.UNKNOWN : worst(results);
        return check(item, "", year, stage.name(), result, "", null, null, List.of());
    }

    private List<PolicyCheck> units(int year, Stage stage) {
        Map<String, Map<String, MetricValue>> byUnit = new TreeMap<>();
        figures.stream()
                .filter(row -> !row.schoolCode().isEmpty()
                        && standard.schools().atLeast().containsKey(row.metricId())
                        && isOf(row, row.metricId(), year, stage))
                .forEach(row -> byUnit.computeIfAbsent(row.schoolCode(), any -> new TreeMap<>())
                        .put(row.metricId(), row));
        List<PolicyCheck> checks = new ArrayList<>();
        byUnit.forEach((code, rows) -> {
            UnitStandard found = UnitStandard.of(standard.schools(), stage, rows);
            int asked = standard.schools().atLeast().size();
            checks.add(check(
                    standard.schools().check(),
                    code,
                    year,
                    stage.name(),
                    found.result(),
                    "",
                    found.unknown() > 0 ? null : (Double) ((double) found.met() / asked),
                    (double) standard.schools().least() / asked,
                    rows.values()));
        });
        return checks;
    }

    /** All units pass; a unit that should have handed in something and did not leaves it unknown. */
    private PolicyCheck allUnits(int year, Stage stage, List<PolicyCheck> units) {
        List<CheckResult> results =
                new ArrayList<>(units.stream().map(PolicyCheck::result).toList());
        boolean complete = figures.stream()
                .filter(row -> row.schoolCode().isEmpty()
                        && standard.schools().atLeast().containsKey(row.metricId())
                        && isOf(row, row.metricId(), year, stage))
                .allMatch(row -> row.leftOutUnits() == null || row.leftOutUnits() == 0);
        if (!complete || units.isEmpty()) {
            results.add(CheckResult.UNKNOWN);
        }
        long passed = results.stream().filter(CheckResult.PASS::equals).count();
        CheckResult result = worst(results);
        Double share = results.contains(CheckResult.UNKNOWN) ? null : (Double) ((double) passed / results.size());
        return check(standard.schools().check(), "", year, stage.name(), result, "", share, 1.0, List.of());
    }

    private PolicyCheck county(int year, String stage, List<PolicyCheck> judged) {
        Map<CheckResult, Integer> counts = new EnumMap<>(CheckResult.class);
        judged.forEach(check -> counts.merge(check.result(), 1, Integer::sum));
        CheckResult result = worst(judged.stream().map(PolicyCheck::result).toList());
        return new PolicyCheck(
                standard.county(),
                district,
                "",
                "",
                year,
                asOf,
                stage,
                result,
                standard.hardness(),
                "",
                null,
                null,
                null,
                Evidence.counts(counts),
                Flag.OK,
                judged.stream().map(PolicyCheck::origin).reduce(Origin.REPORTED, Origin::and));
    }

    /** A failure decides; else what is unknown; what does not apply counts only where nothing else does. */
    private static CheckResult worst(Collection<CheckResult> results) {
        if (results.contains(CheckResult.FAIL)) {
            return CheckResult.FAIL;
        }
        if (results.contains(CheckResult.UNKNOWN)) {
            return CheckResult.UNKNOWN;
        }
        return results.contains(CheckResult.PASS) ? CheckResult.PASS : CheckResult.NA;
    }

    private static boolean isOf(MetricValue row, String metric, int year, Stage stage) {
        return row.metricId().equals(metric)
                && row.schoolYear() == year
                && row.stage().equals(stage.name());
    }

    private PolicyCheck check(
            String id,
            String school,
            int year,
            String stage,
            CheckResult result,
            String metric,
            Double value,
            Double threshold,
            Collection<MetricValue> rows) {
        return new PolicyCheck(
                id,
                district,
                "",
                school,
                year,
                asOf,
                stage,
                result,
                standard.hardness(),
                metric,
                value,
                threshold,
                rows.stream()
                        .map(MetricValue::n)
                        .filter(Objects::nonNull)
                        .max(Long::compare)
                        .orElse(null),
                Evidence.rows(rows),
                value == null && result == CheckResult.UNKNOWN ? Flag.MISSING_INPUT : Flag.OK,
                rows.stream().map(MetricValue::origin).reduce(Origin.REPORTED, Origin::and));
    }
}
