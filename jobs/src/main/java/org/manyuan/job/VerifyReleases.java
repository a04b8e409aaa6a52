package org.manyuan.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.manyuan.store.Erasures;
import org.manyuan.store.KeptSnapshots;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.LakeTable;
import org.manyuan.store.PublicDigest;
import org.manyuan.store.QueryRefused;
import org.manyuan.store.Release;
import org.manyuan.store.Releases;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.Workspace;
import org.manyuan.store.WriterLock;

/**
 * {@code verify}: whether a release is still what was signed. Its public tables are digested again, its frozen tables are looked for,
 * and the public set is worked out once more from the frozen figures and compared. Changes nothing.
 */
public final class VerifyReleases {
    private final OpenWorkspace open;
    private final WriterLock lock;
    private final Progress progress;

    private VerifyReleases(OpenWorkspace open, WriterLock lock, Progress progress) {
        this.open = open;
        this.lock = lock;
        this.progress = progress;
    }

    /** What was held against the release. */
    public enum Part {
        /** A public table, as stored. */
        PUBLIC,
        /** A frozen table. */
        FROZEN,
        /** A public table, worked out anew from the frozen figures. */
        RECOMPUTED
    }

    /** How it stands. */
    public enum Outcome {
        SAME,
        DIFFERS,
        MISSING,
        /** The inputs held somebody who was forgotten since: no fault. */
        INPUTS_ERASED
    }

    /** One table of a release. */
    public record Checked(Part part, String table, Outcome outcome) {
        boolean isFault() {
            return outcome == Outcome.DIFFERS || outcome == Outcome.MISSING;
        }
    }

    /**
     * One release.
     *
     * @param holds whether nothing differs and nothing is missing
     */
    public record Verified(String release, boolean holds, List<Checked> tables) {}

    /**
     * Verifies.
     *
     * @param release empty: all of them
     * @throws UsageException where there is no such release, or none at all
     */
    public static List<Verified> of(Workspace workspace, Optional<String> release, Progress progress) {
        try (WriterLock lock = workspace.lockForWriting("verify")) {
            OpenWorkspace open = OpenWorkspace.at(workspace);
            List<String> names =
                    release.map(List::of).orElseGet(() -> open.database().inTransaction(Releases::names));
            if (names.isEmpty()) {
                throw new UsageException(
                        "还没有发布，没有可以核验的内容。", "Nothing was released yet, so there is nothing to verify.");
            }
            VerifyReleases verify = new VerifyReleases(open, lock, progress);
            return names.stream()
                    .map(name -> verify.run(ReleasedSet.named(open, name).release()))
                    .toList();
        }
    }

    private Verified run(Release release) {
        progress.step("核验 " + release.name(), "verifying " + release.name());
        List<Checked> checked = new ArrayList<>(stored(release));
        Map<String, Long> whole = new TreeMap<>();
        boolean isErased = false;
        try (KeptSnapshots kept = KeptSnapshots.open(open.workspace(), open.database())) {
            for (Erasures.Frozen frozen :
                    open.database().inTransaction(connection -> Erasures.frozen(connection, release.name()))) {
                String name = frozen.at().name();
                Outcome outcome = frozen.isErased()
                        ? Outcome.INPUTS_ERASED
                        : kept.has(frozen.at()) ? Outcome.SAME : Outcome.MISSING;
                checked.add(new Checked(Part.FROZEN, name, outcome));
                if (outcome == Outcome.SAME) {
                    whole.put(name, frozen.at().snapshot());
                } else if (PublicSet.INPUTS.contains(name)) {
                    isErased |= outcome == Outcome.INPUTS_ERASED;
                }
            }
        }
        checked.addAll(
                whole.keySet().containsAll(PublicSet.inputs(release))
                        ? recomputed(release, whole)
                        : all(release, isErased ? Outcome.INPUTS_ERASED : Outcome.MISSING));
        return new Verified(release.name(), checked.stream().noneMatch(Checked::isFault), checked);
    }

    private List<Checked> stored(Release release) {
        List<Checked> checked = new ArrayList<>();
        try (KeptSnapshots kept = KeptSnapshots.open(open.workspace(), open.database())) {
            for (Release.PublicTable table : release.tables()) {
                checked.add(new Checked(
                        Part.PUBLIC,
                        table.at().name(),
                        kept.has(table.at()) ? compared(table, table.at()) : Outcome.MISSING));
            }
        }
        return checked;
    }

    /** Works the public set out again; nothing of it stays. */
    private List<Checked> recomputed(Release release, Map<String, Long> frozen) {
        progress.step("按冻结数据重算公开数据", "working the public set out again");
        List<Checked> checked = new ArrayList<>();
        try (Warehouse warehouse = open.warehouse();
                WarehouseWrite write = warehouse.write(lock)) {
            Map<String, LakeTable> again = new TreeMap<>();
            PublicSet.of(
                            PublicSet.inputs(release),
                            table -> warehouse.read(new LakeTable(table, table, frozen.get(table))))
                    .written(write, columns(release))
                    .forEach(table -> again.put(table.name(), table));
            for (Release.PublicTable table : release.tables()) {
                LakeTable made = again.get(table.at().name());
                checked.add(new Checked(
                        Part.RECOMPUTED, table.at().name(), made == null ? Outcome.MISSING : compared(table, made)));
            }
        }
        return checked;
    }

    /** The columns of its public tables; of those that are still there. */
    private Map<String, List<String>> columns(Release release) {
        Map<String, List<String>> columns = new TreeMap<>();
        try (KeptSnapshots kept = KeptSnapshots.open(open.workspace(), open.database())) {
            List<LakeTable> there = release.tables().stream()
                    .map(Release.PublicTable::at)
                    .filter(kept::has)
                    .toList();
            try (LakeQuery rows = LakeQuery.open(open.workspace(), open.database(), there)) {
                there.forEach(table -> columns.put(table.name(), rows.columns(table.name())));
            }
        }
        return columns;
    }

    private Outcome compared(Release.PublicTable table, LakeTable at) {
        try (LakeQuery rows = LakeQuery.open(open.workspace(), open.database(), List.of(at))) {
            Release.PublicTable now = PublicDigest.of(at, rows);
            return now.rows() == table.rows() && now.digest().equals(table.digest()) ? Outcome.SAME : Outcome.DIFFERS;
        } catch (QueryRefused unreadable) {
            return Outcome.DIFFERS;
        }
    }

    private static List<Checked> all(Release release, Outcome outcome) {
        return release.tables().stream()
                .map(table -> new Checked(Part.RECOMPUTED, table.at().name(), outcome))
                .toList();
    }
}
