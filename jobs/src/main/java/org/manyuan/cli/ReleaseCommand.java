package org.manyuan.cli;

import java.util.concurrent.Callable;
import org.manyuan.job.ReleaseFigures;
import org.manyuan.store.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan release NAME}. */
@Command(
        name = "release",
        description = "freeze the figures, let out what may be public, publish it 发布：冻结、按公开规则处理、供看板与报告使用",
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Parameters(paramLabel = "NAME", description = "a new name, e.g. 2025-autumn 发布名称")
    private String name;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        Release release = ReleaseFigures.in(where.workspace(), name, terminal.progress());
        if (terminal.json()) {
            terminal.answer(release);
        } else {
            terminal.say(
                    "release.done",
                    release.name(),
                    release.tables().size(),
                    release.tables().stream()
                            .mapToLong(Release.PublicTable::rows)
                            .sum(),
                    release.asOf().toString(),
                    release.digest());
            if (release.isSynthetic()) {
                terminal.say("release.synthetic");
            }
        }
        return ExitCode.DONE.number();
    }
}
