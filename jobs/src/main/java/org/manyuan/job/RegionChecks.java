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
import org.manyuan.contract.Contracts;
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
import org.manyuan.store.LakeQuery;
import org.manyuan.store.LakeTable;
import org.manyuan.store.QueryRefused;
import org.manyuan.store.StagingTable;

/**
 * The regions that a workspace knows: their policy rules, judged by the rows that count, and the figures that their bureaus have
 * published, held against the same rows.
 *
 * @param checks of every rule of these regions
 * @param figures every published figure that was handed in: recorded only, where nothing says how it is computed
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
                found.figures.addAll(figures(lake, region, asOf));
            }
        }
        found.figures.addAll(elsewhere(open, standing, tables, found.figures, asOf));
        return found;
    }

    /** What was published of districts in no region: nothing says how it is computed. */
    private static List<PublishedCheck> elsewhere(
            OpenWorkspace open,
            Function<String, LakeTable> standing,
            Set<String> tables,
            List<PublishedCheck> ofRegions,
            LocalDate asOf) {
        String handedIn = StagingTable.of(Contracts.of("published_figure")).name();
        if (!tables.contains(handedIn)) {
            return List.of();
        }
        Set<String> known = ofRegions.stream().map(PublishedCheck::figureId).collect(Collectors.toSet());
        try (LakeQuery lake = LakeQuery.current(open.workspace(), open.database(), List.of(standing.apply(handedIn)))) {
            return lake.select(FigureQuery.EVERYWHERE + " order by f.figure_id").stream()
                    .filter(row -> !known.contains((String) row.get("figure_id")))
                    .map(row -> FigureChecks.of(null, row, Map.of(), false, asOf))
                    .toList();
        }
    }

    private static List<PublishedCheck> figures(RegionLake lake, String region, LocalDate asOf) {
        Map<String, PublishedFigure> byId = new HashMap<>();
        PublishedFigures.all().stream()
                .filter(figure -> figure.region().equals(region))
                .forEach(figure -> byId.put(figure.id(), figure));
        lake.keep("published", FigureQuery.PUBLISHED);
        lake.keep("funding", FigureQuery.FUNDING);
        return lake.rows("from published order by figure_id").stream()
                .map(row -> figure(lake, byId.get(row.get("figure_id")), row, asOf))
                .toList();
    }

    private static PublishedCheck figure(
            RegionLake lake, PublishedFigure figure, Map<String, Object> published, LocalDate asOf) {
        return FigureChecks.asked(
                figure,
                published,
                select -> asked("Figure " + published.get("figure_id"), lake, select)
                        .get(0),
                asOf);
    }

    private static List<Map<String, Object>> asked(String name, RegionLake lake, String select) {
        try {
            return lake.rows(select);
        } catch (QueryRefused wrong) {
            throw new IllegalStateException(name + " cannot be asked: " + wrong.getMessage(), wrong);
        }
    }
}
