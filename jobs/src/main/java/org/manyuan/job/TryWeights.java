package org.manyuan.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.manyuan.assessment.Assessed;
import org.manyuan.assessment.BundledAssessment;
import org.manyuan.assessment.RegionFacts;
import org.manyuan.contract.Indicator;
import org.manyuan.contract.OtherWeights;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.Flag;
import org.manyuan.domain.LedgerFact;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.measure.Regions;
import org.manyuan.store.Erasures;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.LakeTable;
import org.manyuan.store.Release;
import org.manyuan.store.Workspace;

/**
 * {@code assess --what-if}: what other weights would make of the scores and places of a scheme. Computes both from the stored figures,
 * of the last build or of those that a release froze; writes nothing, starts no Spark.
 */
public final class TryWeights {
    /** Scores that differ by less are alike. */
    private static final double ALIKE = 1e-9;

    private TryWeights() {}

    /** A weight that would be another. */
    public record ChangedWeight(String id, String name, double before, double after) {}

    /** A subject as it is and as it would be. */
    public record Moved(AssessedGroup before, AssessedGroup after) {}

    /**
     * Two subjects whose scores would stand in another order, or only one of which had a tie before or after.
     *
     * @param aheadBefore code of the one with the higher score now; null where they are alike
     * @param aheadAfter the same with the other weights
     * @param distinguishableBefore whether the intervals of their places do not overlap now
     * @param distinguishableAfter the same with the other weights
     */
    public record Reordered(
            String one,
            String other,
            String aheadBefore,
            String aheadAfter,
            boolean distinguishableBefore,
            boolean distinguishableAfter) {}

    /** The answer. */
    public record Tried(
            String schemeId,
            int version,
            int schoolYear,
            List<ChangedWeight> weights,
            List<Moved> groups,
            List<Reordered> reordered) {}

    /**
     * Tries them.
     *
     * @param weights a YAML map of indicator id → weight
     * @throws UsageException where there is no such release or scheme, the scheme is not the one that was scored, or the file is not there
     * @throws org.manyuan.contract.MalformedYaml naming the line of the file and the cure
     */
    public static Tried of(Workspace workspace, AssessGroups.Asked asked, Path weights) {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        Optional<Release> release =
                asked.release().map(name -> ReleasedSet.named(open, name).release());
        try (LakeQuery lake =
                release.map(of -> frozen(open, of)).orElseGet(() -> LakeQuery.open(workspace, open.database()))) {
            List<AssessmentScore> stored = AssessGroups.scores(lake, "assessment_score", asked.scheme());
            Scheme scheme = scheme(stored);
            Scheme other = reweighted(scheme, weights);
            RegionFacts facts = facts(lake, scheme, stored.get(0));
            Assessed now = BundledAssessment.of(scheme, facts);
            if (!isAsStored(now.scores(), stored)) {
                throw changed();
            }
            Map<String, String> names = AssessGroups.names(lake);
            WaitingUnits waiting = WaitingUnits.in(lake, names);
            Set<String> withheld = release.map(of -> withheld(open, of, scheme)).orElse(Set.of());
            return tried(
                    scheme,
                    other,
                    groups(now, names, waiting, withheld),
                    groups(BundledAssessment.of(other, facts), names, waiting, withheld));
        }
    }

    /** What is told of a scheme under its own and under other weights; the subjects are the same, in the same order. */
    static Tried tried(Scheme scheme, Scheme other, List<AssessedGroup> before, List<AssessedGroup> after) {
        Map<String, Double> weights = other.all().collect(Collectors.toMap(Indicator::id, Indicator::weight));
        List<ChangedWeight> changed = scheme.all()
                .filter(entry -> entry.weight() != weights.get(entry.id()))
                .map(entry -> new ChangedWeight(entry.id(), entry.name(), entry.weight(), weights.get(entry.id())))
                .toList();
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            moved.add(new Moved(before.get(i), after.get(i)));
        }
        return new Tried(scheme.id(), scheme.version(), scheme.assessedYear(), changed, moved, reordered(moved));
    }

    private static List<Reordered> reordered(List<Moved> moved) {
        List<Moved> scored = moved.stream()
                .filter(each -> each.before().score() != null && each.after().score() != null)
                .toList();
        List<Reordered> reordered = new ArrayList<>();
        for (int i = 0; i < scored.size(); i++) {
            for (Moved other : scored.subList(i + 1, scored.size())) {
                Moved one = scored.get(i);
                String before = ahead(one.before(), other.before());
                String after = ahead(one.after(), other.after());
                if (!Objects.equals(before, after)) {
                    reordered.add(new Reordered(
                            one.before().code(),
                            other.before().code(),
                            before,
                            after,
                            areDistinguishable(one.before(), other.before()),
                            areDistinguishable(one.after(), other.after())));
                }
            }
        }
        return reordered;
    }

    private static String ahead(AssessedGroup one, AssessedGroup other) {
        double difference = one.score() - other.score();
        return Math.abs(difference) < ALIKE ? null : difference > 0 ? one.code() : other.code();
    }

    private static boolean areDistinguishable(AssessedGroup one, AssessedGroup other) {
        return one.place() != null
                && other.place() != null
                && !one.place().notDistinguishableFrom().contains(other.code());
    }

    private static List<AssessedGroup> groups(
            Assessed assessed, Map<String, String> names, WaitingUnits waiting, Set<String> withheld) {
        return AssessedGroup.of(assessed.scores(), assessed.ranks(), names, waiting).stream()
                .map(group -> group.without(withheld))
                .toList();
    }

    /** The one scheme that is asked for, as this version has it. */
    private static Scheme scheme(List<AssessmentScore> stored) {
        List<String> ids = stored.stream()
                .map(AssessmentScore::schemeId)
                .distinct()
                .sorted()
                .toList();
        if (ids.size() != 1) {
            throw ids.isEmpty()
                    ? new UsageException("没有任何方案有得分，无从试算。", "No scheme has scores, so there is nothing to try.")
                    : new UsageException(
                            "有得分的方案不止一个，请用 --scheme 指明：" + String.join("、", ids) + "。",
                            "Several schemes have scores; name one with --scheme: " + String.join(", ", ids) + ".");
        }
        AssessmentScore any = stored.get(0);
        return Schemes.of(any.schemeId(), any.schemeVersion())
                .orElseThrow(() -> new UsageException(
                        "得分所用的方案 " + any.schemeId() + " 第 " + any.schemeVersion() + " 版已不在 schemas/schemes 中，无法试算。",
                        "The scores are of scheme " + any.schemeId() + ", version " + any.schemeVersion()
                                + ", which schemas/schemes no longer has; it cannot be tried."));
    }

    private static Scheme reweighted(Scheme scheme, Path weights) {
        try (InputStream bytes = Files.newInputStream(weights)) {
            return OtherWeights.on(scheme, weights.getFileName().toString(), bytes);
        } catch (IOException e) {
            throw new UsageException(
                    "读不到权重文件 " + weights + "；请写明一个存在的 YAML 文件。",
                    "The file of weights " + weights + " cannot be read; name a YAML file that is there.");
        }
    }

    private static RegionFacts facts(LakeQuery lake, Scheme scheme, AssessmentScore any) {
        Regions regions = new Regions(FamilyInputs.registers(lake), List.of(scheme));
        if (!regions.schemes().contains(scheme.id())) {
            throw changed();
        }
        List<String> metrics =
                BundledAssessment.metrics(scheme).stream().sorted().toList();
        List<MetricValue> figures = lake
                .records(
                        "metric_value",
                        MetricValue.class,
                        "metric_id in (" + String.join(", ", Collections.nCopies(metrics.size(), "?"))
                                + ") and (group_code <> '' or school_code <> '')",
                        metrics.toArray())
                .stream()
                .filter(figure -> regions.of(figure).anyMatch(scheme.id()::equals))
                .toList();
        List<PolicyCheck> checks = AssessGroups.records(lake, "policy_check", PolicyCheck.class).stream()
                .filter(check -> regions.of(check).anyMatch(scheme.id()::equals))
                .toList();
        List<LedgerFact> ledger = lake.tables().contains("stg_ledger")
                ? lake.records("current_ledger", LedgerFact.class, "true").stream()
                        .filter(entry -> regions.of(entry).anyMatch(scheme.id()::equals))
                        .toList()
                : List.of();
        return regions.facts(scheme.id(), figures, checks, ledger, any.asOf());
    }

    /** Whether what is compared differs by the weights alone. */
    private static boolean isAsStored(List<AssessmentScore> now, List<AssessmentScore> stored) {
        Map<String, AssessmentScore> before = stored.stream()
                .collect(Collectors.toMap(score -> score.groupCode() + "/" + score.schoolCode(), Function.identity()));
        return now.size() == stored.size()
                && now.stream().allMatch(score -> {
                    AssessmentScore then = before.get(score.groupCode() + "/" + score.schoolCode());
                    return then != null && areAlike(score.score(), then.score());
                });
    }

    private static UsageException changed() {
        return new UsageException(
                "现存的得分与按现有方案重算的不同（公式、方案或集团成员已变），无法只比较权重；请先运行 manyuan build。",
                "The stored scores are not those that the scheme gives now (a formula, the scheme or memberships have changed),"
                        + " so weights alone cannot be compared; run manyuan build first.");
    }

    private static boolean areAlike(Double one, Double other) {
        return one == null || other == null ? Objects.equals(one, other) : Math.abs(one - other) < ALIKE;
    }

    private static LakeQuery frozen(OpenWorkspace open, Release release) {
        List<LakeTable> tables =
                open.database().inTransaction(connection -> Erasures.frozen(connection, release.name())).stream()
                        .filter(table -> !table.isErased())
                        .map(Erasures.Frozen::at)
                        .toList();
        return LakeQuery.open(open.workspace(), open.database(), tables, release.releasedAt());
    }

    /** Whose score the release does not tell: other weights do not tell it either. */
    private static Set<String> withheld(OpenWorkspace open, Release release, Scheme scheme) {
        Set<String> withheld = new HashSet<>();
        try (LakeQuery released = LakeQuery.open(open.workspace(), open.database(), release)) {
            AssessedGroup.of(
                            AssessGroups.scores(released, "rel_assessment_score", Optional.of(scheme.id())),
                            List.of(),
                            Map.of(),
                            WaitingUnits.none())
                    .stream()
                    .filter(group -> group.flag() == Flag.SUPPRESSED)
                    .forEach(group -> withheld.add(group.code()));
        }
        return withheld;
    }
}
