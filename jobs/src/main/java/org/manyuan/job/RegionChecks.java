package org.manyuan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.PublishedFigure;
import org.manyuan.contract.PublishedFigures;
import org.manyuan.contract.RegionRule;
import org.manyuan.contract.RegionRules;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.PublishedCheck;
import org.manyuan.policy.FigureChecks;
import org.manyuan.policy.FigureQuery;
import org.manyuan.policy.RuleChecks;
import org.manyuan.policy.RuleQuery;
import org.manyuan.store.LakeTable;
import org.manyuan.store.QueryRefused;

/**
 * The regions that a workspace knows: their policy rules, judged by the rows that count, and the figures that their bureaus have
 * published, held against the same rows.
 *
 * @param checks of every rule of these regions
 * @param figures every figure of these regions that was handed in
 */
record RegionChecks(List<PolicyCheck> checks, List<PublishedCheck> figures) {
    /** The ids of the rules of every region, known to the workspace or not. */
    static Set<String> ids() {
        return RegionRules.all().stream().map(RegionRule::id).collect(Collectors.toSet());
    }

    /**
     * Those of every region that is among the districts.
     *
     * @param standing where a table stands
     * @param tables that were handed in or built
     * @throws IllegalStateException naming the rule or figure whose SQL is wrong
     */
    static RegionChecks of(
            OpenWorkspace open,
            Function<String, LakeTable> standing,
            Set<String> tables,
            Set<String> districts,
            LocalDate asOf) {
        RegionChecks found = new RegionChecks(new ArrayList<>(), new ArrayList<>());
        Set<String> regions = new TreeSet<>();
        Stream.concat(
                        RegionRules.all().stream().map(RegionRule::region),
                        PublishedFigures.all().stream().map(PublishedFigure::region))
                .filter(districts::contains)
                .forEach(regions::add);
        for (String region : regions) {
            List<RegionRule> rules = RegionRules.all().stream()
                    .filter(rule -> rule.region().equals(region))
                    .toList();
            Map<String, List<String>> settings = new LinkedHashMap<>();
            rules.forEach(rule -> settings.putAll(rule.settings()));
            try (RegionLake lake = RegionLake.of(open, standing, tables, region, asOf, settings)) {
                rules.forEach(rule -> found.checks.addAll(
                        RuleChecks.of(rule, asked("Rule " + rule.id(), lake, RuleQuery.of(rule)), asOf)));
                found.figures.addAll(figures(lake, asOf));
            }
        }
        return found;
    }

    private static List<PublishedCheck> figures(RegionLake lake, LocalDate asOf) {
        Map<String, PublishedFigure> byId = new HashMap<>();
        PublishedFigures.all().forEach(figure -> byId.put(figure.id(), figure));
        lake.keep("published", FigureQuery.PUBLISHED);
        return lake.rows("from published order by figure_id").stream()
                .map(row -> figure(lake, byId.get(row.get("figure_id")), row, asOf))
                .toList();
    }

    private static PublishedCheck figure(
            RegionLake lake, PublishedFigure figure, Map<String, Object> published, LocalDate asOf) {
        if (figure == null) {
            return FigureChecks.of(null, published, Map.of(), false, asOf);
        }
        String name = "Figure " + figure.id();
        boolean contradicts = !figure.inconsistent().isEmpty()
                && (Boolean) asked(name, lake, FigureQuery.inconsistent(figure))
                        .get(0)
                        .get("contradicts");
        Map<String, Object> computed = figure.shape() == null
                ? Map.of()
                : asked(name, lake, FigureQuery.value(figure)).get(0);
        return FigureChecks.of(figure, published, computed, contradicts, asOf);
    }

    private static List<Map<String, Object>> asked(String name, RegionLake lake, String select) {
        try {
            return lake.rows(select);
        } catch (QueryRefused wrong) {
            throw new IllegalStateException(name + " cannot be asked: " + wrong.getMessage(), wrong);
        }
    }
}
