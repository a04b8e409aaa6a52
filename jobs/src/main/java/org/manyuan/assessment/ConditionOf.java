package org.manyuan.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.manyuan.contract.Checklists;
import org.manyuan.contract.IndicatorLeaf;
import org.manyuan.contract.Operator;
import org.manyuan.contract.When;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.LedgerFact;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.Role;
import org.manyuan.domain.SchoolYear;

/**
 * Whether the condition of an adjustment holds for a group, or for one of its units, in a year. A rule is looked up for the unit, then
 * the group, then where the group's authority is, then over the units that count: there one that fails makes it FAIL, else one unknown
 * UNKNOWN; a check of a unit in another group is none of these. Entries of the ledger are those of the year that are in force: a group's
 * are those that name it, of those that name no group the ones about its units. No row: a count is 0, any other term does not hold.
 * Source: METRICS C2.
 */
final class ConditionOf {
    private static final List<String> LEVELS = List.of("school", "county", "city", "province", "national");
    private static final Set<String> IN_FORCE = Set.of("trial", "in_force");
    private static final List<CheckResult> WORST_FIRST =
            List.of(CheckResult.FAIL, CheckResult.UNKNOWN, CheckResult.PASS, CheckResult.NA);
    private static final Comparator<LedgerFact> BY_DAY = Comparator.comparing(
                    LedgerFact::heldOn, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(LedgerFact::entryId);

    private final ScoredGroup group;
    private final String school;
    private final Role role;
    private final int year;
    private final RegionFacts facts;

    private ConditionOf(ScoredGroup group, String school, Role role, int year, RegionFacts facts) {
        this.group = group;
        this.school = school;
        this.role = role;
        this.year = year;
        this.facts = facts;
    }

    /** The conditions of a group. */
    static ConditionOf group(ScoredGroup group, int year, RegionFacts facts) {
        return new ConditionOf(group, "", null, year, facts);
    }

    /** The conditions of one of its units. */
    static ConditionOf unit(ScoredGroup group, String school, int year, RegionFacts facts) {
        return new ConditionOf(group, school, group.role(school), year, facts);
    }

    boolean holds(When when) {
        return when.terms().stream().allMatch(this::holds);
    }

    private boolean holds(When.Term term) {
        return switch (term.subject()) {
            case RULE ->
                result(term.name())
                        .map(result -> result.name().equals(term.literal()) == (term.operator() == Operator.EQUAL))
                        .orElse(false);
            case LEDGER -> holdsOf(entries(term), term);
            case FORM -> Objects.equals(group.group().form(), term.literal());
            case KIND -> group.group().kind().equals(term.literal());
            case ROLE -> role != null && role.code().equals(term.literal());
        };
    }

    private Optional<CheckResult> result(String rule) {
        List<String> units = group.units(IndicatorLeaf.Unit.GROUP, IndicatorLeaf.Members.ALL);
        String code = group.group().groupCode();
        Stream<Predicate<PolicyCheck>> scopes = Stream.of(
                check -> !school.isEmpty() && check.schoolCode().equals(school) && isOfGroupOrNone(check),
                check -> check.groupCode().equals(code) && check.schoolCode().isEmpty(),
                check -> check.districtCode().equals(group.group().authorityCode())
                        && check.groupCode().isEmpty()
                        && check.schoolCode().isEmpty(),
                check -> school.isEmpty() && units.contains(check.schoolCode()) && isOfGroupOrNone(check));
        List<PolicyCheck> ofRule = facts.checks().stream()
                .filter(check -> check.ruleId().equals(rule) && check.schoolYear() == year)
                .toList();
        return scopes.map(scope -> ofRule.stream().filter(scope).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .flatMap(ConditionOf::together);
    }

    /** A unit that is in several groups may have a check in each; those of another group say nothing of this one. */
    private boolean isOfGroupOrNone(PolicyCheck check) {
        return check.groupCode().isEmpty()
                || check.groupCode().equals(group.group().groupCode());
    }

    /** Rows over all stages, where there are any, stand for those of one stage. */
    private static Optional<CheckResult> together(List<PolicyCheck> checks) {
        boolean hasAll = checks.stream().anyMatch(check -> check.stage().isEmpty());
        return checks.stream()
                .filter(check -> !hasAll || check.stage().isEmpty())
                .map(PolicyCheck::result)
                .min(Comparator.comparingInt(WORST_FIRST::indexOf));
    }

    private List<LedgerFact> entries(When.Term term) {
        List<String> units = group.units(IndicatorLeaf.Unit.GROUP, IndicatorLeaf.Members.ALL);
        return facts.ledger().stream()
                .filter(entry -> term.name().equals(entry.kind())
                        && (term.item().isEmpty() || term.item().equals(entry.item())))
                .filter(entry -> school.isEmpty() ? isOfGroup(entry, units) : school.equals(entry.schoolCode()))
                .filter(this::isInForce)
                .toList();
    }

    private boolean isOfGroup(LedgerFact entry, List<String> units) {
        return entry.groupCode() == null
                ? entry.schoolCode() != null && units.contains(entry.schoolCode())
                : entry.groupCode().equals(group.group().groupCode());
    }

    private boolean isInForce(LedgerFact entry) {
        boolean isOfYear = entry.schoolYear() == null
                ? entry.heldOn() != null && SchoolYear.of(entry.heldOn()) == year
                : entry.schoolYear() == year;
        return isOfYear
                && (entry.status() == null || IN_FORCE.contains(entry.status()))
                && (entry.heldOn() == null || !entry.heldOn().isAfter(facts.asOf()));
    }

    private static boolean holdsOf(List<LedgerFact> entries, When.Term term) {
        return switch (term.field()) {
            case "count" -> term.operator().holds(entries.size(), Double.parseDouble(term.literal()));
            case "value" ->
                entries.stream()
                        .map(LedgerFact::value)
                        .filter(Objects::nonNull)
                        .reduce(Double::sum)
                        .map(sum -> term.operator().holds(sum, Double.parseDouble(term.literal())))
                        .orElse(false);
            case "level" ->
                entries.stream()
                        .map(LedgerFact::level)
                        .filter(LEVELS::contains)
                        .map(LEVELS::indexOf)
                        .max(Comparator.naturalOrder())
                        .map(highest -> term.operator().holds(highest, LEVELS.indexOf(term.literal())))
                        .orElse(false);
            default -> holdsOfGrade(entries, term);
        };
    }

    /** The latest grade; letters that the checklists order are compared, the best is the most; other words are the same or not. */
    private static boolean holdsOfGrade(List<LedgerFact> entries, When.Term term) {
        List<String> letters = Checklists.standard().grades();
        Optional<String> latest = entries.stream()
                .filter(entry -> entry.grade() != null)
                .max(BY_DAY)
                .map(LedgerFact::grade);
        if (latest.isEmpty()) {
            return false;
        }
        String grade = latest.get();
        if (letters.contains(grade) && letters.contains(term.literal())) {
            return term.operator().holds(-letters.indexOf(grade), -letters.indexOf(term.literal()));
        }
        return switch (term.operator()) {
            case EQUAL -> grade.equals(term.literal());
            case NOT_EQUAL -> !grade.equals(term.literal());
            default -> false;
        };
    }
}
