package org.manyuan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.manyuan.contract.RegionRule;
import org.manyuan.contract.RegionRules;
import org.manyuan.domain.District;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.policy.RuleChecks;
import org.manyuan.policy.RuleQuery;
import org.manyuan.store.QueryRefused;
import org.manyuan.store.WarehouseWrite;

/** The policy rules of the regions that a workspace knows, judged by the rows that count. */
final class RegionChecks {
    private RegionChecks() {}

    /** The ids of the rules of every region, known to the workspace or not. */
    static Set<String> ids() {
        return RegionRules.all().stream().map(RegionRule::id).collect(Collectors.toSet());
    }

    /**
     * The checks of every rule whose region is among the districts.
     *
     * @param tables that have rows of their own
     * @throws IllegalStateException naming the rule whose SQL is wrong
     */
    static List<PolicyCheck> of(
            OpenWorkspace open, WarehouseWrite write, Set<String> tables, List<District> districts, LocalDate asOf) {
        Set<String> known = districts.stream().map(District::districtCode).collect(Collectors.toSet());
        Map<String, List<RegionRule>> rules = RegionRules.all().stream()
                .filter(rule -> known.contains(rule.region()))
                .collect(Collectors.groupingBy(RegionRule::region, TreeMap::new, Collectors.toList()));
        List<PolicyCheck> checks = new ArrayList<>();
        rules.forEach((region, ofRegion) -> {
            Map<String, List<String>> settings = new LinkedHashMap<>();
            ofRegion.forEach(rule -> settings.putAll(rule.settings()));
            try (RegionLake lake = RegionLake.of(open, write::standing, tables, region, asOf, settings)) {
                ofRegion.forEach(rule -> checks.addAll(RuleChecks.of(rule, rows(lake, rule), asOf)));
            }
        });
        return checks;
    }

    private static List<Map<String, Object>> rows(RegionLake lake, RegionRule rule) {
        try {
            return lake.rows(RuleQuery.of(rule));
        } catch (QueryRefused wrong) {
            throw new IllegalStateException("Rule " + rule.id() + " cannot be asked: " + wrong.getMessage(), wrong);
        }
    }
}
