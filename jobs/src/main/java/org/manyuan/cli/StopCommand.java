package org.manyuan.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.manyuan.job.StopServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan stop}. */
@Command(
        name = "stop",
        description = "end the workspace's database server 停止工作区的数据库服务",
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Override
    public Integer call() {
        boolean stopped = StopServer.of(where.workspace());
        Terminal terminal = door.terminal();
        if (terminal.json()) {
            terminal.answer(Map.of("stopped", stopped));
        } else {
            terminal.say(stopped ? "stop.done" : "stop.none");
        }
        return ExitCode.DONE.number();
    }
}
