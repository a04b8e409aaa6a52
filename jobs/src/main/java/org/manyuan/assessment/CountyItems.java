package org.manyuan.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyuan.contract.CountyItem;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.Stage;

/**
 * The items of a county standard in one school year, stage by stage. What was not handed in leaves an item unknown, unless what was
 * already fails it. Source: METRICS A1.3, A1.4.
 */
final class CountyItems {
    private final int year;
    private final CountyScope scope;
    private final CountedSchools counted;
    private final CountyFacts facts;
    private final List<MetricValue> figures;
    private final List<PolicyCheck> rules;

    /**
     * @param figures of the county and its units
     * @param rules of the county, all years
     */
    CountyItems(int year, CountyFacts facts, CountyScope scope, List<MetricValue> figures, List<PolicyCheck> rules) {
        this.year = year;
        this.scope = scope;
        this.facts = facts;
        this.figures = figures.stream().filter(row -> row.schoolYear() == year).toList();
        this.counted = new CountedSchools(year, facts, scope);
        this.rules = rules;
    }

    ItemResult of(String id, CountyItem item, Stage stage) {
        if (!item.asks(stage)) {
            return ItemResult.of(CheckResult.NA);
        }
        return switch (item.by()) {
            case LEDGER -> ledger(id, item, stage);
            case RULES -> ofRules(item, stage);
            case FIGURES -> ofFigures(item, stage);
            case SCHOOL_SIZE -> new SchoolSizes(item, facts, scope).of(stage);
            case CLASS_SIZE -> counted.classSize(item, stage);
            case CERTIFICATES -> counted.certificates(item, stage);
            case IN_ZONE -> counted.inZone(item, stage);
            case MONITORING -> monitoring(item, stage).and(ledger(id, item, stage));
        };
    }

    private ItemResult ofRules(CountyItem item, Stage stage) {
        List<CheckResult> results = rules.stream()
                .filter(check -> item.rules().contains(check.ruleId())
                        && check.schoolYear() == year
                        && check.stage().equals(stage.name()))
                .map(PolicyCheck::result)
                .toList();
        return results.isEmpty() ? ItemResult.UNKNOWN : ItemResult.of(ItemResult.worst(results));
    }

    private ItemResult ofFigures(CountyItem item, Stage stage) {
        List<MetricValue> found = district(item, item.together() ? "" : stage.name()).stream()
                .filter(row -> row.variant().isEmpty())
                .toList();
        double asked = item.limits().get(stage);
        Set<CheckResult> results = new TreeSet<>();
        for (MetricValue row : found) {
            results.add(
                    row.value() == null || lacksUnits(row, stage)
                            ? CheckResult.UNKNOWN
                            : row.value() >= asked ? CheckResult.PASS : item.missed());
        }
        boolean agreed = results.size() == 1 && found.size() == item.figures().size();
        CheckResult result = agreed ? results.iterator().next() : CheckResult.UNKNOWN;
        Double least = found.stream()
                .map(MetricValue::value)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new ItemResult(
                result,
                least,
                asked,
                found.stream()
                        .map(MetricValue::n)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                found,
                origin(found));
    }

    /** Whether a figure leaves out a unit; where the metric has rows of units, one that the standard waits for. */
    private boolean lacksUnits(MetricValue row, Stage stage) {
        return row.leftOutUnits() != null
                && row.leftOutUnits() > 0
                && !scope.isTold(row.metricId(), row.measure(), stage);
    }

    /** Every paper of the monitoring is below the limit. */
    private ItemResult monitoring(CountyItem item, Stage stage) {
        List<MetricValue> found = district(item, stage.name()).stream()
                .filter(row -> !row.examCode().isEmpty())
                .toList();
        double limit = item.limits().get(stage);
        if (found.isEmpty()) {
            return ItemResult.UNKNOWN;
        }
        boolean over = found.stream().anyMatch(row -> row.value() != null && row.value() >= limit);
        boolean known = found.stream().allMatch(row -> row.value() != null);
        Double most = found.stream()
                .map(MetricValue::value)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        CheckResult result = over ? CheckResult.FAIL : known ? CheckResult.PASS : CheckResult.UNKNOWN;
        return new ItemResult(result, most, limit, null, found, origin(found));
    }

    /** The latest inspection of the county, or of each of its units; all that there are must pass. */
    private ItemResult ledger(String id, CountyItem item, Stage stage) {
        Map<String, LedgerEntry> latest = new TreeMap<>();
        facts.inspections(id).stream()
                .filter(entry -> CountyFacts.yearOf(entry) == year)
                .forEach(entry -> latest.put(entry.schoolCode() == null ? "" : entry.schoolCode(), entry));
        boolean counts = item.by() == CountyItem.By.LEDGER && !item.limits().isEmpty();
        Double asked = counts ? item.limits().get(stage) : null;
        Set<CheckResult> results = new TreeSet<>();
        latest.values().forEach(entry -> results.add(result(entry, asked)));
        Set<String> units = scope.asked(stage);
        if (!latest.containsKey("") && (units.isEmpty() || !latest.keySet().containsAll(units))) {
            results.add(CheckResult.UNKNOWN);
        }
        Origin origin = latest.values().stream().map(LedgerEntry::origin).reduce(Origin.REPORTED, Origin::and);
        Double value = latest.values().stream()
                .map(LedgerEntry::value)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new ItemResult(ItemResult.worst(results), value, asked, null, List.of(), origin);
    }

    private static CheckResult result(LedgerEntry entry, Double asked) {
        if ("PASS".equals(entry.grade())) {
            return CheckResult.PASS;
        }
        if ("FAIL".equals(entry.grade())) {
            return CheckResult.FAIL;
        }
        if (entry.value() == null || asked == null) {
            return CheckResult.UNKNOWN;
        }
        return entry.value() >= asked ? CheckResult.PASS : CheckResult.FAIL;
    }

    private List<MetricValue> district(CountyItem item, String stage) {
        List<MetricValue> found = new ArrayList<>();
        for (String figure : item.figures()) {
            String[] named = figure.split(" ");
            figures.stream()
                    .filter(row -> row.schoolCode().isEmpty() && row.stage().equals(stage))
                    .filter(row ->
                            row.metricId().equals(named[0]) && row.measure().equals(named[1]))
                    .forEach(found::add);
        }
        return found;
    }

    private static Origin origin(List<MetricValue> rows) {
        return rows.stream().map(MetricValue::origin).reduce(Origin.REPORTED, Origin::and);
    }
}
