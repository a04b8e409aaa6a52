package org.manyuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.manyuan.job.WriteReports;
import org.manyuan.report.ReportFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan report --release R}. */
@Command(
        name = "report",
        description = "the yearly report of each district, PDF and workbook 生成区县年度报告（PDF 与 Excel）",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Option(names = "--release", required = true, paramLabel = "R", description = "which release 发布名称")
    private String release;

    @Option(names = "--district", paramLabel = "CODE", description = "one district only 只生成某一区划")
    private String district;

    @Option(names = "--year", paramLabel = "Y", description = "one school year only, e.g. 2024 只生成某一学年")
    private Integer year;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "where the files go (default: reports/<release> of the workspace) 输出目录")
    private Path folder;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        List<ReportFiles> written = WriteReports.of(
                where.workspace(),
                new WriteReports.Asked(
                        release, Optional.ofNullable(district), Optional.ofNullable(year), Optional.ofNullable(folder)),
                terminal.words().locale(),
                terminal.progress());
        if (terminal.json()) {
            terminal.answer(written);
        } else {
            terminal.say("report.done", written.size(), release);
            written.forEach(files -> {
                terminal.out().println("  " + files.pdf());
                terminal.out().println("  " + files.workbook());
            });
        }
        return ExitCode.DONE.number();
    }
}
