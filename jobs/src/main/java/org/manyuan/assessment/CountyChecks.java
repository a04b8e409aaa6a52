package org.manyuan.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.manyuan.contract.CountyStandard;
import org.manyuan.contract.PolicyRule;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.Stage;

/**
 * The county standards of METRICS A1.4 and A2, for one district. One row per check, school year of which anything was handed in, and
 * stage; of single units one row each; and for a standard that judges the county as a whole one over everything, its stage empty. What
 * is unknown is never passed: a county passes where every check does.
 */
public final class CountyChecks {
    private final String district;
    private final CountyStandard standard;
    private final List<MetricValue> figures;
    private final List<PolicyCheck> rules;
    private final CountyFacts facts;
    private final LocalDate asOf;

    private CountyChecks(
            String district,
            CountyStandard standard,
            List<MetricValue> figures,
            List<PolicyCheck> rules,
            CountyFacts facts,
            LocalDate asOf) {
        this.district = district;
        this.standard = standard;
        this.figures = figures;
        this.rules = rules;
        this.facts = facts;
        this.asOf = asOf;
    }

    /**
     * The checks of one district. A district of whose own units nothing was handed in has none: the standards are of counties.
     *
     * @param rules policy rules that items of the standards rest on
     * @param figures the district's own rows, of monitoring papers alone where they are of papers, and of its units those of
     *     {@link #metricsOfUnits}; any order
     * @param facts what the county handed in besides
     */
    public static List<PolicyCheck> of(
            String district,
            List<CountyStandard> standards,
            List<PolicyRule> rules,
            List<MetricValue> figures,
            CountyFacts facts,
            LocalDate asOf) {
        List<MetricValue> own =
                figures.stream().filter(row -> row.schoolCode().isEmpty()).toList();
        List<PolicyCheck> ofRules = DistrictChecks.of(district, rules, own, asOf);
        Set<Integer> years = CountyYears.of(standards, figures, facts);
        List<PolicyCheck> checks = new ArrayList<>();
        for (CountyStandard standard : standards) {
            CountyChecks county = new CountyChecks(district, standard, figures, ofRules, facts, asOf);
            years.forEach(year -> checks.addAll(county.ofYear(year)));
        }
        return checks;
    }

    /** The metrics of which rows of units are looked at. */
    public static Set<String> metricsOfUnits(List<CountyStandard> standards) {
        return CountyScope.metricsOfUnits(standards);
    }

    private List<PolicyCheck> ofYear(int year) {
        CountyScope scope = new CountyScope(standard, year, facts, figures);
        CountyItems items = new CountyItems(year, facts, scope, figures, rules);
        List<PolicyCheck> checks = new ArrayList<>();
        List<PolicyCheck> judged = new ArrayList<>();
        for (Stage stage : standard.stages()) {
            List<PolicyCheck> ofStage = new ArrayList<>(spread(scope, year, stage));
            standard.items().forEach((id, item) -> ofStage.add(item(year, stage, id, items.of(id, item, stage))));
            if (standard.schools() != null) {
                List<PolicyCheck> units = units(scope, year, stage);
                checks.addAll(units);
                ofStage.add(allUnits(scope, year, stage, units));
            }
            if (standard.sizes() != null) {
                checks.addAll(new UnitSizes(standard, year, facts, scope).checks(district, stage, asOf));
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

    private List<PolicyCheck> spread(CountyScope scope, int year, Stage stage) {
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
                rows = rows.stream()
                        .map(row -> inScope(scope, row, year, stage))
                        .toList();
                checks.add(atMost(standard.spreadCheck(measure), year, stage, rows, 1, limit));
            }
        }
        if (!spread.check().isEmpty()) {
            checks.add(
                    atMost(spread.check(), year, stage, all, spread.measures().size(), limit));
        }
        return checks;
    }

    /** The spread over the units that the standard speaks of, where it leaves out one that the figure counts. */
    private MetricValue inScope(CountyScope scope, MetricValue spread, int year, Stage stage) {
        List<MetricValue> of = figures.stream()
                .filter(row ->
                        !row.schoolCode().isEmpty() && isOf(row, spread.measure(), year, stage) && row.value() != null)
                .sorted(Comparator.comparing(MetricValue::schoolCode))
                .toList();
        List<MetricValue> in =
                of.stream().filter(row -> scope.isIn(row.schoolCode())).toList();
        return in.size() == of.size() ? spread : SpreadInScope.of(spread, in);
    }

    /** The mean of the values against the limit; unknown where one of them is. */
    private PolicyCheck atMost(String id, int year, Stage stage, List<MetricValue> rows, int wanted, double limit) {
        boolean known = rows.size() == wanted && rows.stream().allMatch(row -> row.value() != null);
        Double mean =
                known ? (Double) (rows.stream().mapToDouble(MetricValue::value).sum() / wanted) : null;
        CheckResult result = mean == null ? CheckResult.UNKNOWN : mean <= limit ? CheckResult.PASS : CheckResult.FAIL;
        return check(id, "", year, stage.name(), result, standard.spread().metricId(), mean, limit, rows);
    }

    private PolicyCheck item(int year, Stage stage, String id, ItemResult found) {
        return new PolicyCheck(
                id,
                district,
                "",
                "",
                year,
                asOf,
                stage.name(),
                found.result(),
                standard.hardness(),
                found.figures().stream().map(MetricValue::metricId).findFirst().orElse(""),
                found.value(),
                found.threshold(),
                found.n(),
                Evidence.rows(found.figures()),
                found.result() == CheckResult.UNKNOWN && found.value() == null ? Flag.MISSING_INPUT : Flag.OK,
                found.origin());
    }

    private List<PolicyCheck> units(CountyScope scope, int year, Stage stage) {
        Map<String, Map<String, MetricValue>> byUnit = new TreeMap<>();
        figures.stream()
                .filter(row -> !row.schoolCode().isEmpty()
                        && standard.schools().atLeast().containsKey(row.metricId())
                        && isOf(row, row.metricId(), year, stage)
                        && scope.isIn(row.schoolCode()))
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
    private PolicyCheck allUnits(CountyScope scope, int year, Stage stage, List<PolicyCheck> units) {
        List<CheckResult> results =
                new ArrayList<>(units.stream().map(PolicyCheck::result).toList());
        boolean complete = units.stream()
                .map(PolicyCheck::schoolCode)
                .collect(Collectors.toSet())
                .containsAll(scope.asked(stage));
        if (!complete || units.isEmpty()) {
            results.add(CheckResult.UNKNOWN);
        }
        long passed = results.stream().filter(CheckResult.PASS::equals).count();
        CheckResult result = ItemResult.worst(results);
        Double share = results.contains(CheckResult.UNKNOWN) ? null : (Double) ((double) passed / results.size());
        return check(standard.schools().check(), "", year, stage.name(), result, "", share, 1.0, List.of());
    }

    private PolicyCheck county(int year, String stage, List<PolicyCheck> judged) {
        Map<CheckResult, Integer> counts = new EnumMap<>(CheckResult.class);
        judged.forEach(check -> counts.merge(check.result(), 1, Integer::sum));
        CheckResult result =
                ItemResult.worst(judged.stream().map(PolicyCheck::result).toList());
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
