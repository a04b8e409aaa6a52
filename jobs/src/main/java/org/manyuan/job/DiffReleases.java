package org.manyuan.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.config.Settings;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Receipt;
import org.manyuan.measure.Registers;
import org.manyuan.store.BuiltWith;
import org.manyuan.store.Erasures;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.LakeTable;
import org.manyuan.store.QueryRefused;
import org.manyuan.store.Receipts;
import org.manyuan.store.Release;
import org.manyuan.store.Workspace;

/**
 * {@code diff}: which figures moved from one release to another, and why: another formula (card, software, setting), another day,
 * other memberships, other data, and then which submissions. Works from what the releases froze, without Spark; for the operator, not
 * for the public.
 */
public final class DiffReleases {
    private static final String FIGURES = "metric_value";

    private final OpenWorkspace open;
    private final Optional<FigureAsked> asked;
    private final Progress progress;
    private final Side before;
    private final Side after;
    private final boolean isOfOneSoftware;
    private final Map<String, Counts> counts = new TreeMap<>();
    private final Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    private final List<Moved> moved = new ArrayList<>();

    private DiffReleases(OpenWorkspace open, Optional<FigureAsked> asked, Progress progress, Side before, Side after) {
        this.open = open;
        this.asked = asked;
        this.progress = progress;
        this.before = before;
        this.after = after;
        isOfOneSoftware = !before.madeWith().isEmpty() && before.madeWith().equals(after.madeWith());
    }

    /** Why a figure moved; one may have several. */
    public enum Cause {
        /** Its card, the software or a setting is another. */
        FORMULA,
        /** The figures speak of another day. */
        DAY,
        /** Others are in the group, or known to have been. */
        MEMBERSHIP,
        /** Other rows were handed in, or taken back. */
        DATA,
        /** It cannot be told: the frozen inputs held somebody who was forgotten since. */
        INPUTS_ERASED
    }

    /**
     * What moved.
     *
     * @param earlier the release that is compared with
     * @param same figures that stand in both and did not move
     * @param cards metrics whose card has another version: number before, number after
     * @param schemes schemes that say something else, by which figures may be counted alone and groups scored: version before, version
     *     after, null where there was or is none; empty where a release is older than their keeping
     * @param metrics how many figures of each metric moved, are new, are gone
     * @param causes how many of these have each cause
     * @param moved the figures, the first ones where not all are asked for
     */
    public record Diff(
            Named earlier,
            Named later,
            long same,
            Map<String, Change> cards,
            Map<String, Change> schemes,
            Map<String, Counts> metrics,
            Map<Cause, Long> causes,
            List<MovedFigure> moved) {
        /** How many figures moved, are new or are gone. */
        public long all() {
            return metrics.values().stream().mapToLong(Counts::all).sum();
        }
    }

    /** A release: its name and day. */
    public record Named(String release, LocalDate asOf, Instant releasedAt) {}

    /** How many figures of a metric stand in both releases and are not the same; in the later only; in the earlier only. */
    public record Counts(long moved, long added, long gone) {
        private static Counts of(MetricValue was, MetricValue is) {
            return new Counts(was != null && is != null ? 1 : 0, was == null ? 1 : 0, is == null ? 1 : 0);
        }

        private Counts plus(Counts more) {
            return new Counts(moved + more.moved, added + more.added, gone + more.gone);
        }

        /** How many figures these are. */
        public long all() {
            return moved + added + gone;
        }
    }

    /** A cell before and after; null where there was or is none. */
    public record Change(Object before, Object after) {}

    /** The value once this cause, after those before it, has had its effect; null where there is none. */
    public record Step(Cause cause, Double value) {}

    /**
     * A figure that moved.
     *
     * @param key what tells it apart
     * @param columns what is another, by column
     * @param steps from the earlier value to the later
     * @param submissions behind the rows that are others; all that came or went between the releases where no rows can be named
     */
    public record MovedFigure(
            Map<String, Object> key,
            Map<String, Change> columns,
            List<Step> steps,
            Set<Cause> causes,
            List<ChangedSubmission> submissions) {
        /** What names it on the command line of {@code explain}. */
        public String words() {
            return key.get("metric_id") + " " + FigureAsked.words(key);
        }
    }

    /** Rows of a dataset under the same keys that a submission had counting then and has counting now. */
    public record ChangedSubmission(
            String submissionId, String fileName, String dataset, long rowsBefore, long rowsAfter) {}

    /** A figure that moved, before somebody looked for the submissions. */
    record Moved(
            Map<String, Object> key,
            Map<String, Change> columns,
            List<Step> steps,
            Set<Cause> causes,
            List<Record> changed) {}

    /** A release that is compared: what it froze. */
    private record Side(
            Release release,
            Set<String> erased,
            Map<String, String> madeWith,
            Map<String, String> schemes,
            LakeQuery lake,
            Registers registers) {
        static Side of(OpenWorkspace open, String name) {
            Release release = ReleasedSet.named(open, name).release();
            List<Erasures.Frozen> frozen =
                    open.database().inTransaction(connection -> Erasures.frozen(connection, name));
            List<LakeTable> tables = frozen.stream()
                    .filter(table -> !table.isErased())
                    .map(Erasures.Frozen::at)
                    .toList();
            Map<String, String> conditions =
                    open.database().inTransaction(connection -> BuiltWith.of(connection, name));
            Map<String, String> madeWith = new HashMap<>(conditions);
            madeWith.keySet().retainAll(BuildNeed.MADE_WITH);
            LakeQuery lake = LakeQuery.open(open.workspace(), open.database(), tables, release.releasedAt());
            return new Side(
                    release,
                    frozen.stream()
                            .filter(Erasures.Frozen::isErased)
                            .map(table -> table.at().name())
                            .collect(Collectors.toSet()),
                    madeWith,
                    SchemeVersions.of(conditions),
                    lake,
                    FamilyInputs.registers(lake));
        }

        Named named() {
            return new Named(release.name(), release.asOf(), release.releasedAt());
        }

        boolean canBeComputed() {
            return Stream.concat(FamilyInputs.REGISTERS.stream(), FamilyInputs.factTables().keySet().stream())
                    .noneMatch(erased::contains);
        }

        List<MetricValue> figures(List<String> family) {
            return lake.records(
                    FIGURES, MetricValue.class, "territory_code = ? and family = ?", family.get(0), family.get(1));
        }

        MovedFamily.Figures family(List<String> family, String level) {
            return MovedFamily.Figures.of(
                    FamilyInputs.of(lake, registers, family.get(0), family.get(1), level), figures(family));
        }
    }

    /**
     * Compares.
     *
     * @param earlier name of the release to compare with
     * @param asked only these figures; empty: all
     * @param most how many figures to list
     * @throws UsageException where there is no such release, or one of an earlier version that cannot be compared
     */
    public static Diff of(
            Workspace workspace,
            String earlier,
            String later,
            Optional<FigureAsked> asked,
            int most,
            Progress progress) {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        try {
            Side before = Side.of(open, earlier);
            try (LakeQuery one = before.lake()) {
                Side after = Side.of(open, later);
                try (LakeQuery other = after.lake()) {
                    return new DiffReleases(open, asked, progress, before, after).run(most);
                }
            }
        } catch (QueryRefused ofAnEarlierVersion) {
            throw new UsageException(
                    "两次发布中有一次由较早的版本生成，其冻结数据缺少比较所需的内容：" + ofAnEarlierVersion.getMessage(),
                    "One of the releases was made by an earlier version, and what it froze lacks what a comparison needs: "
                            + ofAnEarlierVersion.getMessage());
        }
    }

    private Diff run(int most) {
        long same = 0;
        Map<String, Change> cards = new TreeMap<>();
        List<List<String>> families = families();
        for (int i = 0; i < families.size(); i++) {
            progress.step("比较 " + (i + 1) + "/" + families.size(), "comparing " + (i + 1) + " of " + families.size());
            same += compare(families.get(i), most, cards);
        }
        Map<String, Change> schemes =
                before.schemes().isEmpty() || after.schemes().isEmpty()
                        ? Map.of()
                        : SchemeVersions.changed(before.schemes(), after.schemes());
        return new Diff(before.named(), after.named(), same, cards, schemes, counts, causes, named());
    }

    /** The families of either release, in order: territory and name. */
    private List<List<String>> families() {
        Set<List<String>> families = new HashSet<>();
        for (Side side : List.of(before, after)) {
            side.lake()
                    .rows("select distinct territory_code, family from " + FIGURES)
                    .forEach(row -> families.add(List.of((String) row.get(0), (String) row.get(1))));
        }
        return families.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** How many figures of the family did not move. */
    private long compare(List<String> family, int most, Map<String, Change> cards) {
        Map<Map<String, Object>, MetricValue[]> pairs = pairs(family);
        List<Map<String, Object>> keys = new ArrayList<>();
        pairs.forEach((key, pair) -> {
            if (pair[0] != null && pair[1] != null && pair[0].cardVersion() != pair[1].cardVersion()) {
                cards.put(pair[0].metricId(), new Change(pair[0].cardVersion(), pair[1].cardVersion()));
            }
            if (MovedFamily.isMoved(pair[0], pair[1])) {
                keys.add(key);
                counts.merge((String) key.get("metric_id"), Counts.of(pair[0], pair[1]), Counts::plus);
            }
        });
        if (!keys.isEmpty()) {
            keys.sort((one, other) -> sorted(one).compareTo(sorted(other)));
            tell(family, keys, pairs, most);
        }
        return pairs.size() - keys.size();
    }

    private void tell(
            List<String> family,
            List<Map<String, Object>> keys,
            Map<Map<String, Object>, MetricValue[]> pairs,
            int most) {
        Settings settings = open.settings();
        boolean canBeTold = before.canBeComputed() && after.canBeComputed();
        MovedFamily why = canBeTold
                ? new MovedFamily(
                        isOfOneSoftware,
                        settings,
                        keys.stream().map(key -> (String) key.get("metric_id")).collect(Collectors.toSet()),
                        before.family(family, settings.territoryLevel()),
                        after.family(family, settings.territoryLevel()),
                        List.of(before.release().asOf(), after.release().asOf()))
                : null;
        for (Map<String, Object> key : keys) {
            Moved figure = canBeTold
                    ? why.moved(key, moved.size() < most)
                    : MovedFamily.erased(key, pairs.get(key)[0], pairs.get(key)[1]);
            figure.causes().forEach(cause -> causes.merge(cause, 1L, Long::sum));
            if (moved.size() < most) {
                moved.add(figure);
            }
        }
    }

    private Map<Map<String, Object>, MetricValue[]> pairs(List<String> family) {
        Map<Map<String, Object>, MetricValue[]> pairs = new LinkedHashMap<>();
        List<Side> sides = List.of(before, after);
        for (int i = 0; i < sides.size(); i++) {
            for (MetricValue figure : sides.get(i).figures(family)) {
                Map<String, Object> key = MovedFamily.key(figure);
                if (asked.isEmpty() || asked.get().fits(key)) {
                    pairs.computeIfAbsent(key, any -> new MetricValue[2])[i] = figure;
                }
            }
        }
        return pairs;
    }

    private static String sorted(Map<String, Object> key) {
        return FigureAsked.KEY.stream()
                .map(column -> Objects.toString(key.get(column), ""))
                .collect(Collectors.joining("\t"));
    }

    /** The figures with the submissions behind what changed in each. */
    private List<MovedFigure> named() {
        Map<Record, RowsBehind.StoredRow> rows = new IdentityHashMap<>();
        moved.forEach(each -> each.changed().forEach(row -> rows.computeIfAbsent(row, RowsBehind.StoredRow::of)));
        RowsBehind then = new RowsBehind(before.lake(), rows.values());
        RowsBehind now = new RowsBehind(after.lake(), rows.values());
        List<ChangedSubmission> all = between();
        return moved.stream()
                .map(each -> {
                    List<ChangedSubmission> submissions = List.of();
                    if (each.causes().contains(Cause.DATA) || each.causes().contains(Cause.MEMBERSHIP)) {
                        submissions =
                                changed(each.changed().stream().map(rows::get).toList(), then, now);
                        submissions = submissions.isEmpty() ? all : submissions;
                    }
                    return new MovedFigure(each.key(), each.columns(), each.steps(), each.causes(), submissions);
                })
                .toList();
    }

    private List<ChangedSubmission> changed(List<RowsBehind.StoredRow> rows, RowsBehind then, RowsBehind now) {
        Set<RowsBehind.Key> keys = new HashSet<>();
        for (RowsBehind.StoredRow row : rows) {
            keys.addAll(then.keysOf(row));
            keys.addAll(now.keysOf(row));
        }
        Map<List<String>, long[]> changed =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        for (RowsBehind.Key key : keys) {
            Set<String> ids = new TreeSet<>(then.submissions(key).keySet());
            ids.addAll(now.submissions(key).keySet());
            for (String id : ids) {
                long was = then.submissions(key).getOrDefault(id, 0L);
                long is = now.submissions(key).getOrDefault(id, 0L);
                if (was != is) {
                    long[] sums = changed.computeIfAbsent(List.of(id, key.dataset()), any -> new long[2]);
                    sums[0] += was;
                    sums[1] += is;
                }
            }
        }
        List<ChangedSubmission> submissions = new ArrayList<>();
        changed.forEach((id, sums) ->
                submissions.add(new ChangedSubmission(id.get(0), fileName(id.get(0)), id.get(1), sums[0], sums[1])));
        return submissions;
    }

    /** Every submission of which rows counted for one of the releases and not for the other. */
    private List<ChangedSubmission> between() {
        List<ChangedSubmission> between = new ArrayList<>();
        Set<String> tables = new TreeSet<>(before.lake().tables());
        tables.addAll(after.lake().tables());
        for (String table : tables) {
            if (table.startsWith("stg_")) {
                Map<String, Long> was = rows(before.lake(), table);
                Map<String, Long> is = rows(after.lake(), table);
                Set<String> ids = new TreeSet<>(was.keySet());
                ids.addAll(is.keySet());
                ids.removeIf(id -> Objects.equals(was.get(id), is.get(id)));
                ids.forEach(id -> between.add(new ChangedSubmission(
                        id,
                        fileName(id),
                        table.substring("stg_".length()),
                        was.getOrDefault(id, 0L),
                        is.getOrDefault(id, 0L))));
            }
        }
        return between;
    }

    private static Map<String, Long> rows(LakeQuery lake, String table) {
        if (!lake.tables().contains(table)) {
            return Map.of();
        }
        return lake.rows("select submission_id, count(*) from " + table + " group by 1").stream()
                .collect(Collectors.toMap(row -> (String) row.get(0), row -> ((Number) row.get(1)).longValue()));
    }

    private String fileName(String submission) {
        return open.database()
                .inTransaction(connection -> Receipts.find(connection, submission))
                .map(Receipt::fileName)
                .orElse("");
    }
}
