package org.manyuan.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.manyuan.job.ExportRelease;
import org.manyuan.store.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan export --release R DIR}. */
@Command(
        name = "export",
        description = "a release's public data as Parquet with a data dictionary 导出公开数据（Parquet 与数据字典）",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Option(names = "--release", required = true, paramLabel = "R", description = "which release 发布名称")
    private String release;

    @Parameters(paramLabel = "DIR", description = "a new or an empty folder 新目录或空目录")
    private Path folder;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        Release exported = ExportRelease.of(where.workspace(), release, folder);
        if (terminal.json()) {
            terminal.answer(exported);
        } else {
            terminal.say(
                    "export.done",
                    exported.name(),
                    exported.tables().size(),
                    folder.toAbsolutePath().normalize().toString());
        }
        return ExitCode.DONE.number();
    }
}
