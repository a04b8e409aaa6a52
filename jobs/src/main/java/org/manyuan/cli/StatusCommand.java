package org.manyuan.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.manyuan.job.ShowStatus;
import org.manyuan.job.WorkspaceStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan status}. */
@Command(
        name = "status",
        description = "what is in the workspace, what is not built yet 工作区概况",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Override
    public Integer call() {
        WorkspaceStatus status = ShowStatus.of(where.workspace());
        Terminal terminal = door.terminal();
        if (terminal.json()) {
            terminal.answer(status);
        } else {
            print(status, terminal);
        }
        return ExitCode.DONE.number();
    }

    private static void print(WorkspaceStatus status, Terminal terminal) {
        Words words = terminal.words();
        WorkspaceStatus.Submissions files = status.submissions();
        terminal.say("status.workspace", status.workspace());
        terminal.say("status.submissions", files.accepted(), files.acceptedWithRejects(), files.refused());
        if (files.withdrawn() > 0) {
            terminal.say("status.withdrawn", files.withdrawn());
        }
        if (!status.tables().isEmpty()) {
            terminal.table(
                    List.of(words.say("status.table"), words.say("status.rows")),
                    status.tables().stream()
                            .map(table -> List.of(table.table(), String.format("%,d", table.rows())))
                            .toList());
        }
        if (status.builtAt().isEmpty()) {
            terminal.say("status.never");
        } else if (status.staleTables().isEmpty()) {
            terminal.say("status.fresh", local(status.builtAt().get()));
        } else {
            terminal.say("status.stale", local(status.builtAt().get()), String.join(", ", status.staleTables()));
        }
        if (!status.releases().isEmpty()) {
            terminal.say("status.releases", String.join(words.chinese() ? "、" : ", ", status.releases()));
        }
        for (WorkspaceStatus.Run run : status.lastRuns()) {
            terminal.say(
                    "status.run",
                    local(run.startedAt()),
                    run.command(),
                    words.say("status.run." + run.outcome().orElse("open")));
        }
    }

    private static String local(Instant instant) {
        return LOCAL.format(instant.atZone(ZoneId.systemDefault()));
    }
}
