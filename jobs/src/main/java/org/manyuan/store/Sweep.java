package org.manyuan.store;

import java.util.Map;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * Removes what a command that did not commit left behind: every table goes back to its head, later snapshots and their files go; a
 * table that has rows but never had a head goes altogether.
 */
record Sweep(LakeCatalog catalog, Map<String, Long> heads) {
    void run() {
        catalog.tables().forEach(this::run);
    }

    /** Does so with one table. */
    void run(String name) {
        Table table = catalog.load(name);
        Long head = heads.get(name);
        if (head == null) {
            if (table.currentSnapshot() != null) {
                catalog.drop(name);
            }
        } else if (table.currentSnapshot() == null || table.currentSnapshot().snapshotId() != head) {
            backTo(table, head);
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
