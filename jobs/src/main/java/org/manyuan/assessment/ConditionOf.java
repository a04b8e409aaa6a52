package org.manyuan.assessment;

import java.util.List;
import java.util.Objects;
import org.manyuan.contract.Operator;
import org.manyuan.contract.When;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.PolicyCheck;

/**
 * Whether the condition of an adjustment holds for a group in a year. A rule is looked up where the group's authority is, over all of
 * the rule's stages. There is no ledger yet: no row, so a count is 0 and any other term about it does not hold. Source: METRICS C2.
 */
final class ConditionOf {
    private final EducationGroup group;
    private final int year;
    private final List<PolicyCheck> checks;

    /** The conditions of one group. */
    ConditionOf(EducationGroup group, int year, List<PolicyCheck> checks) {
        this.group = group;
        this.year = year;
        this.checks = checks;
    }

    boolean holds(When when) {
        return when.terms().stream().allMatch(this::holds);
    }

    private boolean holds(When.Term term) {
        return switch (term.subject()) {
            case RULE ->
                checks.stream()
                        .filter(check -> check.ruleId().equals(term.name())
                                && check.districtCode().equals(group.authorityCode())
                                && check.groupCode().isEmpty()
                                && check.schoolCode().isEmpty()
                                && check.stage().isEmpty()
                                && check.schoolYear() == year)
                        .findFirst()
                        .map(check ->
                                check.result().name().equals(term.literal()) == (term.operator() == Operator.EQUAL))
                        .orElse(false);
            case LEDGER -> term.field().equals("count") && term.operator().holds(0, Double.parseDouble(term.literal()));
            case FORM -> Objects.equals(group.form(), term.literal());
            case KIND -> group.kind().equals(term.literal());
            case ROLE -> false;
        };
    }
}
