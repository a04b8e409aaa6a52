package org.manyuan.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.manyuan.job.BuildFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan build}. */
@Command(
        name = "build",
        description = "conform what was handed in and compute every figure 整理数据并计算全部指标",
        mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "the day the figures speak of (default: Aug 31 that ends the latest year with data) 统计截止日")
    private LocalDate asOf;

    @Option(names = "--all", description = "compute everything again, also what has not changed 全部重算")
    private boolean isEverything;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        BuildFigures.Built built = BuildFigures.in(
                where.workspace(),
                new BuildFigures.Asked(Optional.ofNullable(asOf), isEverything),
                terminal.progress());
        if (terminal.json()) {
            terminal.answer(built);
        } else {
            terminal.say("build.done", built.asOf().toString(), built.figures(), built.computed(), built.families());
            if (!built.circles().isEmpty()) {
                terminal.say("build.circles", String.join(", ", built.circles()));
            }
        }
        return ExitCode.DONE.number();
    }
}
