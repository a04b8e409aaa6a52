package org.manyuan.job;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.manyuan.assessment.CorrelatedIndicators;
import org.manyuan.assessment.ScoredEntry;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.AssessmentRank;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.IndicatorCorrelations;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Workspace;

/**
 * {@code assess}: the scores and places of each scheme, as a release shows them or as the last build made them; read only, without
 * starting Spark. By code, never by score.
 */
public final class AssessGroups {
    private AssessGroups() {}

    /**
     * What is asked.
     *
     * @param scheme empty: all that have rows
     * @param release empty: the last build
     */
    public record Asked(Optional<String> scheme, Optional<String> release) {}

    /**
     * One scheme.
     *
     * @param correlations of its indicators over these groups or units
     * @param rules that the scheme tells with its scores and does not score; none where it is no longer among the schemes
     */
    public record Told(
            String schemeId,
            int version,
            int schoolYear,
            List<AssessedGroup> groups,
            IndicatorCorrelations correlations,
            List<RuleResults> rules) {}

    /** How many checks of a rule came out how, in the year and the districts of the groups. */
    public record RuleResults(String id, long met, long notMet, long cannotBeTold, long doesNotApply) {}

    /**
     * Tells them, by scheme.
     *
     * @throws UsageException where there is no such release or scheme, or nothing was built
     */
    public static List<Told> of(Workspace workspace, Asked asked) {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        try (LakeQuery lake = asked.release()
                .map(name -> ReleasedSet.named(open, name).lake())
                .orElseGet(() -> LakeQuery.open(workspace, open.database()))) {
            String prefix = asked.release().isPresent() ? "rel_" : "";
            List<AssessmentScore> scores = scores(lake, prefix + "assessment_score", asked.scheme());
            Asking asking = new Asking(
                    records(lake, prefix + "assessment_rank", AssessmentRank.class),
                    records(lake, prefix + "assessment_indicator", ScoredEntry.class),
                    records(lake, prefix + "policy_check", PolicyCheck.class),
                    names(lake),
                    WaitingUnits.in(lake, names(lake)));
            return scores.stream()
                    .collect(Collectors.groupingBy(
                            score -> List.of(score.schemeId(), String.valueOf(score.schoolYear())),
                            () -> new TreeMap<>(Comparator.comparing(Object::toString)),
                            Collectors.toList()))
                    .values()
                    .stream()
                    .map(asking::told)
                    .toList();
        }
    }

    /** All that is told beside the scores. */
    private record Asking(
            List<AssessmentRank> ranks,
            List<ScoredEntry> entries,
            List<PolicyCheck> checks,
            Map<String, String> names,
            WaitingUnits waiting) {
        private Told told(List<AssessmentScore> scores) {
            AssessmentScore any = scores.get(0);
            List<AssessmentRank> own = ranks.stream()
                    .filter(rank -> rank.schemeId().equals(any.schemeId()) && rank.schoolYear() == any.schoolYear())
                    .toList();
            List<ScoredEntry> ofScheme = entries.stream()
                    .filter(entry -> entry.schemeId().equals(any.schemeId()) && entry.schoolYear() == any.schoolYear())
                    .toList();
            return new Told(
                    any.schemeId(),
                    any.schemeVersion(),
                    any.schoolYear(),
                    AssessedGroup.of(scores, own, names, waiting),
                    CorrelatedIndicators.of(ofScheme, scores),
                    rules(scores));
        }

        private List<RuleResults> rules(List<AssessmentScore> scores) {
            AssessmentScore any = scores.get(0);
            Optional<Scheme> scheme = Schemes.of(any.schemeId(), any.schemeVersion());
            Set<String> districts =
                    scores.stream().map(AssessmentScore::districtCode).collect(Collectors.toSet());
            scheme.map(Scheme::regionCode).ifPresent(districts::add);
            return scheme.map(Scheme::rules).orElse(List.of()).stream()
                    .map(rule -> results(
                            rule,
                            checks.stream()
                                    .filter(check -> check.ruleId().equals(rule)
                                            && check.schoolYear() == any.schoolYear()
                                            && districts.contains(check.districtCode()))
                                    .collect(Collectors.groupingBy(PolicyCheck::result, Collectors.counting()))))
                    .toList();
        }

        private static RuleResults results(String rule, Map<CheckResult, Long> counts) {
            return new RuleResults(
                    rule,
                    counts.getOrDefault(CheckResult.PASS, 0L),
                    counts.getOrDefault(CheckResult.FAIL, 0L),
                    counts.getOrDefault(CheckResult.UNKNOWN, 0L),
                    counts.getOrDefault(CheckResult.NA, 0L));
        }
    }

    /**
     * The scores of a scheme, or of all.
     *
     * @throws UsageException where the scheme has none; names those that have
     */
    static List<AssessmentScore> scores(LakeQuery lake, String table, Optional<String> scheme) {
        if (!lake.tables().contains(table)) {
            throw new UsageException(
                    "还没有计算过得分；请先运行 manyuan build。", "No score was built yet; run manyuan build first.");
        }
        List<AssessmentScore> all = records(lake, table, AssessmentScore.class);
        List<String> known =
                all.stream().map(AssessmentScore::schemeId).distinct().sorted().toList();
        scheme.filter(id -> !known.contains(id)).ifPresent(id -> {
            throw new UsageException(
                    "方案“" + id + "”没有得分；"
                            + (known.isEmpty() ? "目前没有任何方案有得分。" : "有得分的方案：" + String.join("、", known) + "。"),
                    "There are no scores of scheme " + id + "; "
                            + (known.isEmpty()
                                    ? "no scheme has any."
                                    : "schemes with scores: " + String.join(", ", known) + "."));
        });
        return all.stream()
                .filter(score -> scheme.isEmpty() || score.schemeId().equals(scheme.get()))
                .toList();
    }

    /** None where there is no such table. */
    static <T extends Record> List<T> records(LakeQuery lake, String table, Class<T> type) {
        return lake.tables().contains(table) ? lake.records(table, type, "true") : List.of();
    }

    /** Names of groups and units, by code. */
    static Map<String, String> names(LakeQuery lake) {
        Map<String, String> names = new HashMap<>();
        for (List<Object> row : lake.rows("select group_code, name from dim_group where name is not null"
                + " union all select school_code, name from dim_school where name is not null")) {
            names.put((String) row.get(0), (String) row.get(1));
        }
        return names;
    }
}
