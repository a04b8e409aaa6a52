package org.manyuan.cli;

import java.util.concurrent.Callable;
import org.manyuan.job.PrepareDashboards;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan dashboards}: what {@code dashboards/superset} calls before it starts the server. */
@Command(
        name = "dashboards",
        description = "get the database ready for dashboards/superset 为看板准备数据库",
        mixinStandardHelpOptions = true)
final class DashboardsCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        PrepareDashboards.Prepared prepared = PrepareDashboards.in(where.workspace());
        if (terminal.json()) {
            terminal.answer(prepared);
        } else {
            terminal.say(
                    "dashboards.ready",
                    prepared.release(),
                    prepared.connection().toString());
        }
        return ExitCode.DONE.number();
    }
}
