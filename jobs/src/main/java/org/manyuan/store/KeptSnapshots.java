package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/** Whether the snapshots that a release names are still there, with every file at its full length. Reads no row. */
public final class KeptSnapshots implements AutoCloseable {
    private final LakeCatalog catalog;

    private KeptSnapshots(LakeCatalog catalog) {
        this.catalog = catalog;
    }

    /** Opens the tables of a workspace. */
    public static KeptSnapshots open(Workspace workspace, Database database) {
        return new KeptSnapshots(new LakeCatalog(workspace, database));
    }

    /** Whether a table can be read at that snapshot. */
    public boolean has(LakeTable table) {
        if (!catalog.has(table.lakeTable())) {
            return false;
        }
        Table loaded = catalog.load(table.lakeTable());
        if (loaded.snapshot(table.snapshot()) == null) {
            return false;
        }
        try (CloseableIterable<FileScanTask> tasks =
                loaded.newScan().useSnapshot(table.snapshot()).planFiles()) {
            for (FileScanTask task : tasks) {
                Path file = Path.of(task.file().location());
                if (!Files.isRegularFile(file) || Files.size(file) != task.file().fileSizeInBytes()) {
                    return false;
                }
            }
            return true;
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The files of " + table.lakeTable() + " cannot be listed: " + cause.getMessage(), cause);
        }
    }

    @Override
    public void close() {
        catalog.close();
    }
}
