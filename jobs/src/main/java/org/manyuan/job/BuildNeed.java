package org.manyuan.job;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.config.Settings;
import org.manyuan.config.Settings.ExchangeSettings;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Schemes;
import org.manyuan.store.BuiltWith;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.LakeTable;
import org.manyuan.store.Runs;
import org.manyuan.store.Software;
import org.manyuan.store.StagingTable;

/**
 * What has changed since the last build: which datasets, which exams, and whether the software or a setting makes everything to be
 * computed again. Whoever is unsure says everything.
 */
final class BuildNeed {
    private static final String SOFTWARE = "software";
    private static final String SETTINGS = "settings";
    /** Conditions that decide what a figure is for the same rows and day. */
    static final Set<String> MADE_WITH = Set.of(SOFTWARE, SETTINGS);

    private static final String AS_OF = "as_of";
    private static final String LAST_RECEIVED = "last_received";
    private static final List<String> OF_EXAMS = List.of("exam_score", "exam_summary", "exam_paper");

    private final Map<String, String> before;
    private final Map<String, String> now;
    private final Set<String> changed;
    private final Set<String> exams;
    private final boolean isEverything;

    private BuildNeed(
            Map<String, String> before,
            Map<String, String> now,
            Set<String> changed,
            Set<String> exams,
            boolean isEverything) {
        this.before = before;
        this.now = now;
        this.changed = changed;
        this.exams = exams;
        this.isEverything = isEverything;
    }

    /**
     * Looks; the schemes are among what the build will have been made with.
     *
     * @param heads of the tables that are read now
     * @param isAsked whether everything is asked for
     * @throws UsageException where a final version of a scheme says something else than when it was built with
     */
    static BuildNeed of(OpenWorkspace open, Map<String, Long> heads, boolean isAsked) {
        Map<String, String> now =
                new TreeMap<>(Map.of(SOFTWARE, Software.digest(), SETTINGS, settings(open.settings())));
        return open.database().inTransaction(connection -> {
            Map<String, String> before = BuiltWith.read(connection);
            now.putAll(SchemeVersions.conditions(Schemes.all(), before));
            now.put(LAST_RECEIVED, String.valueOf(BuiltWith.lastReceived(connection)));
            boolean isEverything = isAsked
                    || !heads.containsKey("metric_value")
                    || !heads.keySet().containsAll(FamilyInputs.factTables().keySet())
                    || !heads.keySet().containsAll(FamilyInputs.REGISTERS)
                    || !Stream.of(SOFTWARE, SETTINGS)
                            .allMatch(name -> now.get(name).equals(before.get(name)))
                    || BuiltWith.hasErasuresSince(connection);
            if (isEverything) {
                return new BuildNeed(before, now, Set.of(), Set.of(), true);
            }
            Set<String> tables = new HashSet<>(Runs.notBuilt(connection));
            Set<String> submissions = BuiltWith.submissionsSince(connection, Long.parseLong(before.get(LAST_RECEIVED)));
            return new BuildNeed(before, now, tables, exams(open, heads, tables, submissions), false);
        });
    }

    /** Figures rest on these settings beside what was handed in. */
    static String settings(Settings settings) {
        ExchangeSettings exchange = settings.exchange();
        return String.join(
                " | ",
                settings.territoryLevel(),
                settings.deriveLead(),
                String.valueOf(exchange.terms()),
                String.valueOf(exchange.termDays()),
                exchange.kinds().stream().sorted().collect(Collectors.joining(",")),
                String.valueOf(exchange.rotationYears()),
                String.valueOf(exchange.noviceYears()));
    }

    /** The exams that those submissions speak of, whether they count or not. */
    private static Set<String> exams(
            OpenWorkspace open, Map<String, Long> heads, Set<String> changed, Set<String> submissions) {
        List<LakeTable> tables = OF_EXAMS.stream()
                .map(dataset -> StagingTable.of(Contracts.of(dataset)).name())
                .filter(changed::contains)
                .map(table -> new LakeTable(table, table, heads.get(table)))
                .toList();
        Set<String> exams = new TreeSet<>();
        try (LakeQuery lake = LakeQuery.open(open.workspace(), open.database(), tables)) {
            for (LakeTable table : tables) {
                lake.rows("select distinct exam_code from " + table.name() + " where submission_id in "
                                + Quoted.list(submissions))
                        .forEach(row -> exams.add((String) row.get(0)));
            }
        }
        return exams;
    }

    /** Whether everything is computed again: at the first build, for another software or setting, after a person was forgotten. */
    boolean isEverything() {
        return isEverything;
    }

    /** Whether rows of one of these datasets count now that did not, or the other way round. */
    boolean isChanged(String... datasets) {
        return isEverything
                || Stream.of(datasets)
                        .anyMatch(dataset -> changed.contains(
                                StagingTable.of(Contracts.of(dataset)).name()));
    }

    /** Whether rows of any dataset count now that did not, or the other way round. */
    boolean isAnythingChanged() {
        return isEverything || !changed.isEmpty();
    }

    /** The exams whose results may have changed; meaningless where everything is computed again. */
    Set<String> exams() {
        return exams;
    }

    /** Whether every figure is computed again, because it speaks of another day. */
    boolean isOfAnotherDay(String asOf) {
        return isEverything || !Optional.ofNullable(before.get(AS_OF)).equals(Optional.of(asOf));
    }

    /** What the next build will compare itself with. */
    Map<String, String> conditions(String asOf) {
        Map<String, String> conditions = new TreeMap<>(now);
        conditions.put(AS_OF, asOf);
        return conditions;
    }
}
