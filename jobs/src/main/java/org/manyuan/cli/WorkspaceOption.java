package org.manyuan.cli;

import java.nio.file.Path;
import org.manyuan.job.UsageException;
import org.manyuan.store.Workspace;
import picocli.CommandLine.Option;

/** Which workspace a command speaks of. */
final class WorkspaceOption {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            defaultValue = "${env:MANYUAN_WORKSPACE:-.}",
            description = "the workspace (default: MANYUAN_WORKSPACE or the current folder) 工作区目录")
    private Path folder;

    /** Whether the folder is a workspace. */
    boolean exists() {
        return new Workspace(folder).exists();
    }

    /**
     * The workspace.
     *
     * @throws UsageException where the folder is none; nothing is written into it
     */
    Workspace workspace() {
        Workspace workspace = new Workspace(folder);
        if (!workspace.exists()) {
            throw new UsageException(
                    "没有找到 " + workspace.settings() + "，这里不是工作区；请先运行 manyuan init 目录，或用 -w 指明工作区。",
                    workspace.settings()
                            + " is not there, so this is no workspace; make one with manyuan init DIR, or name one with -w.");
        }
        return workspace;
    }
}
