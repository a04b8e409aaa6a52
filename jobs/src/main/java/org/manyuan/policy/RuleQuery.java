package org.manyuan.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.manyuan.contract.RegionRule;

/**
 * The SELECT that judges one rule of a region, over the relations of {@code schemas/rules/relations.sql}: a row per subject and school
 * year, with {@code district_code, group_code, school_code, school_year, result, value, evidence, synthetic}.
 *
 * <p>Every requirement gives cases: one a subject, period and thing of which it is asked. A case fails or passes, or is not known where
 * its period is not over or nobody handed anything in. A subject without a case, outside the rule's kinds, forms and scope or outside its time
 * is NA.
 */
public final class RuleQuery {
    private final RegionRule rule;

    private RuleQuery(RegionRule rule) {
        this.rule = rule;
    }

    /** The SELECT of a rule. */
    public static String of(RegionRule rule) {
        return new RuleQuery(rule).sql();
    }

    private String sql() {
        String cases = IntStream.range(0, rule.requirements().size())
                .mapToObj(
                        i -> CaseQuery.of(rule.requirements().get(i), i, rule.subject() == RegionRule.Subject.DISTRICT))
                .collect(Collectors.joining(",\n"));
        String all = IntStream.range(0, rule.requirements().size())
                .mapToObj(i -> "select " + i + " as requirement, * from case_" + i)
                .collect(Collectors.joining("\nunion all by name\n"));
        return "with subject as (\n" + subjects() + "\n),\n" + cases + ",\nfound as (\n" + all + "\n),\njudged as (\n"
                + judged()
                + "\n)\nselect s.district_code, s.group_code, s.school_code, s.school_year,"
                + " case when s.in_scope then coalesce(j.result, 'NA') else 'NA' end as result,"
                + " case when s.in_scope then j.value end as value,"
                + " case when s.in_scope then coalesce(j.evidence, '[]') else '[]' end as evidence,"
                + " s.origin = 'synthetic' or coalesce(j.synthetic, false) as synthetic"
                + "\nfrom subject s left join judged j"
                + " on j.group_code = s.group_code and j.school_code = s.school_code and j.school_year = s.school_year"
                + "\norder by s.group_code, s.school_code, s.school_year";
    }

    private String subjects() {
        String columns = "region_code, district_code, school_year, life_from, life_to, origin, ";
        String region = " where region_code = " + quoted(rule.region());
        return switch (rule.subject()) {
            case GROUP ->
                "select " + columns + "group_code, '' as school_code, " + inScope(true) + " from group_year" + region;
            case DISTRICT ->
                "select " + columns + "'' as group_code, '' as school_code, " + inScope(false) + " from district_year"
                        + region;
            case UNIT, MEMBER, LEAD ->
                "select " + columns + "group_code, school_code, " + inScope(true) + " from unit_year" + region
                        + (rule.subject() == RegionRule.Subject.UNIT
                                ? ""
                                : " and role = " + quoted(rule.subject().name().toLowerCase(Locale.ROOT)));
        };
    }

    private String inScope(boolean isOfGroups) {
        StringBuilder scope = new StringBuilder("true");
        if (isOfGroups && !rule.kinds().isEmpty()) {
            scope.append(" and kind in ").append(list(rule.kinds()));
        }
        if (isOfGroups && !rule.forms().isEmpty()) {
            scope.append(" and form in ").append(list(rule.forms()));
        }
        if (!rule.scope().isEmpty()) {
            scope.append(" and coalesce((").append(rule.scope()).append("), false)");
        }
        if (!rule.years().isEmpty()) {
            scope.append(" and school_year in ")
                    .append(rule.years().stream()
                            .sorted()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ", "(", ")")));
        }
        if (rule.validFrom() != null) {
            scope.append(" and make_date(school_year, 9, 1) >= date '")
                    .append(rule.validFrom())
                    .append('\'');
        }
        if (rule.validTo() != null) {
            scope.append(" and make_date(school_year, 9, 1) <= date '")
                    .append(rule.validTo())
                    .append('\'');
        }
        return scope + " as in_scope";
    }

    /** Cases of one subject and year: one that fails, fails it; of alternatives one that passes is enough. */
    private String judged() {
        String subject = "group_code, school_code, school_year";
        String value = isFloor() ? "min(value)" : "max(value)";
        String folded = "select " + subject + ", "
                + "case when bool_or(result = 'FAIL') then 'FAIL' when bool_or(result = 'UNKNOWN') then 'UNKNOWN'"
                + " when bool_or(result = 'PASS') then 'PASS' else 'NA' end as result, "
                + (rule.requirements().size() == 1 ? value : "null::double") + " as value,"
                + " list({'result': result, 'part': part, 'evidence': evidence} order by part) as parts,"
                + " bool_or(synthetic) as synthetic";
        String byRequirement = folded + " from found group by " + subject + ", requirement";
        String one = rule.isAny() ? ofAlternatives(subject, byRequirement) : folded + " from found group by " + subject;
        return "select " + subject + ", result, value, synthetic, to_json(list_slice(flatten(list_transform("
                + "list_filter(parts, lambda p: p.result = decided.result), lambda p: p.evidence)), 1, "
                + CaseQuery.MOST_EVIDENCE
                + "))::varchar as evidence from (" + one + ") decided";
    }

    private static String ofAlternatives(String subject, String byRequirement) {
        return "select " + subject
                + ", case when bool_or(result = 'PASS') then 'PASS' when bool_or(result = 'UNKNOWN') then 'UNKNOWN'"
                + " when bool_or(result = 'FAIL') then 'FAIL' else 'NA' end as result, null::double as value,"
                + " flatten(list(parts)) as parts, bool_or(synthetic) as synthetic from (" + byRequirement
                + ") one group by "
                + subject;
    }

    /** Whether the smallest number decides. */
    private boolean isFloor() {
        return rule.requirements().stream().allMatch(one -> one.limit().atMost() == null);
    }

    static String list(Set<String> words) {
        return words.stream().sorted().map(RuleQuery::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    static String list(List<String> words) {
        return words.stream().map(RuleQuery::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    static String quoted(String word) {
        return '\'' + word.replace("'", "''") + '\'';
    }
}
