package org.manyuan.store;

import java.nio.file.Path;

/** Another command writes to the workspace. Nothing was changed; the same command can be given again when the other has ended. */
public final class WorkspaceBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkspaceBusy(Path workspace, String pid, String command, String since) {
        super("另一个命令正在写入工作区 " + workspace + ": 进程 " + pid + "，命令 " + command + "，开始于 " + since + "。请等它结束后再试。 / "
                + "Another command writes to this workspace: process " + pid + ", command " + command + ", since "
                + since
                + ". Wait until it has ended and try again.");
    }
}
