package org.manyuan.cli;

import java.nio.file.Path;
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

    Workspace workspace() {
        return new Workspace(folder);
    }
}
