package org.manyuan.job;

import org.manyuan.config.Settings;
import org.manyuan.store.EmbeddedPostgres;
import org.manyuan.store.Workspace;
import org.manyuan.store.WriterLock;

/** Ends the embedded PostgreSQL of a workspace, unless a command is writing. */
public final class StopServer {
    private StopServer() {}

    /** Ends it; false if none ran. */
    public static boolean of(Workspace workspace) {
        Settings.read(workspace.settings());
        try (WriterLock nobodyWrites = workspace.lockForWriting("stop")) {
            return new EmbeddedPostgres(workspace).stop();
        }
    }
}
