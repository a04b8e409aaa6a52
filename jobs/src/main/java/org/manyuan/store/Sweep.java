package org.manyuan.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * Removes what a command that did not commit left behind: every table goes back to its head, later snapshots and their files go; a
 * table that has rows but never had a head goes altogether; a tag of a release that does not exist goes.
 */
record Sweep(LakeCatalog catalog, Map<String, Long> heads, Set<String> releases) {
    void run() {
        catalog.tables().forEach(this::run);
    }

    /** Does so with one table. */
    void run(String name) {
        Table table = catalog.load(name);
        removeTagsOfNoRelease(table);
        Long head = heads.get(name);
        if (head == null) {
            if (table.currentSnapshot() != null) {
                catalog.drop(name);
            }
        } else if (table.currentSnapshot() == null || table.currentSnapshot().snapshotId() != head) {
            backTo(table, head);
        }
    }

    /** A release that did not commit has tagged what nobody may read by it. */
    private void removeTagsOfNoRelease(Table table) {
        List<String> lost = table.refs().entrySet().stream()
                .filter(ref -> ref.getValue().isTag())
                .map(Map.Entry::getKey)
                .filter(tag -> tag.startsWith(ReleaseTag.PREFIX)
                        && !releases.contains(tag.substring(ReleaseTag.PREFIX.length())))
                .toList();
        if (!lost.isEmpty()) {
            ManageSnapshots tags = table.manageSnapshots();
            lost.forEach(tags::removeTag);
            tags.commit();
        }
    }

    private static void backTo(Table table, long head) {
        table.manageSnapshots().setCurrentSnapshot(head).commit();
        long kept = table.snapshot(head).sequenceNumber();
        ExpireSnapshots expire = table.expireSnapshots().cleanExpiredFiles(true);
        boolean any = false;
        for (Snapshot snapshot : table.snapshots()) {
            if (snapshot.sequenceNumber() > kept && !isNamed(table, snapshot)) {
                expire.expireSnapshotId(snapshot.snapshotId());
                any = true;
            }
        }
        if (any) {
            expire.retainLast(Integer.MAX_VALUE).commit();
        }
    }

    private static boolean isNamed(Table table, Snapshot snapshot) {
        return table.refs().values().stream().map(SnapshotRef::snapshotId).anyMatch(id -> id == snapshot.snapshotId());
    }
}
