package org.manyuan.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.manyuan.contract.RegionRule;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Origin;
import org.manyuan.domain.PolicyCheck;

/** The rows that a rule's SELECT gives, as checks. */
public final class RuleChecks {
    /** How a rule that is only announced is marked. */
    public static final String PLANNED = "planned";

    private RuleChecks() {}

    /** One check a row of {@link RuleQuery}. */
    public static List<PolicyCheck> of(RegionRule rule, List<Map<String, Object>> rows, LocalDate asOf) {
        return rows.stream().map(row -> check(rule, row, asOf)).toList();
    }

    private static PolicyCheck check(RegionRule rule, Map<String, Object> row, LocalDate asOf) {
        CheckResult result = CheckResult.valueOf((String) row.get("result"));
        boolean isOne = rule.requirements().size() == 1;
        return new PolicyCheck(
                rule.id(),
                (String) row.get("district_code"),
                (String) row.get("group_code"),
                (String) row.get("school_code"),
                ((Number) row.get("school_year")).intValue(),
                asOf,
                "",
                result,
                rule.isPlanned() ? PLANNED : rule.hardness(),
                "",
                (Double) row.get("value"),
                isOne ? rule.requirements().get(0).limit().threshold() : null,
                null,
                (String) row.get("evidence"),
                result == CheckResult.UNKNOWN ? Flag.MISSING_INPUT : Flag.OK,
                Boolean.TRUE.equals(row.get("synthetic")) ? Origin.SYNTHETIC : Origin.REPORTED);
    }
}
