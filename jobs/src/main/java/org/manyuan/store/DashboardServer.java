package org.manyuan.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The dashboard server that {@code dashboards/superset up} started for a workspace, as its note in the workspace tells. */
public final class DashboardServer {
    private DashboardServer() {}

    /** Whether its process still lives. */
    public static boolean runs(Workspace workspace) {
        Path note = workspace.dashboards().resolve("server.json");
        if (!Files.exists(note)) {
            return false;
        }
        try {
            long pid = new ObjectMapper().readTree(note.toFile()).path("pid").asLong();
            return pid > 0 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        } catch (IOException cause) {
            throw new UncheckedIOException("The note " + note + " cannot be read: " + cause.getMessage(), cause);
        }
    }
}
