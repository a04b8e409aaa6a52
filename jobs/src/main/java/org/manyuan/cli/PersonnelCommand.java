package org.manyuan.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.manyuan.job.ListPersonnel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan personnel [--district D] [--year Y] [--roster LIST] OUT.xlsx}. */
@Command(
        name = "personnel",
        description = {
            "the list a personnel office works from: who is due to rotate, who is exempt, whose exchanges run, what flows where",
            "人事工作名单：应轮岗与豁免教师、交流明细、各级骨干教师的流入流出；不属于发布内容"
        },
        mixinStandardHelpOptions = true)
final class PersonnelCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Option(names = "--district", paramLabel = "CODE", description = "which district (default: the only one) 区划代码")
    private String district;

    @Option(
            names = "--year",
            paramLabel = "Y",
            description = "school year, by its autumn: 2024 is 2024-2025 (default: the latest roll) 学年，以秋季年份表示")
    private Integer schoolYear;

    @Option(
            names = "--roster",
            paramLabel = "LIST",
            description = {
                "the office's own list, .xlsx, .xls or .csv, with a column of teachers' numbers and, if you like, of names: they are put",
                "beside the keys. It is read, not kept. 本单位的教师名单（含教师编号，可含姓名），用于在名单中填写编号与姓名；只读取，不保存"
            })
    private Path roster;

    @Parameters(paramLabel = "OUT.xlsx", description = "a new file; only you can read it 新文件，仅本人可读")
    private Path workbook;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        ListPersonnel.Listed listed = ListPersonnel.of(
                where.workspace(),
                new ListPersonnel.Asked(
                        Optional.ofNullable(district),
                        Optional.ofNullable(schoolYear),
                        Optional.ofNullable(roster),
                        workbook),
                terminal.words().locale());
        if (terminal.json()) {
            terminal.answer(listed);
            return ExitCode.DONE.number();
        }
        terminal.say(
                "personnel.done",
                listed.districtName(),
                String.valueOf(listed.schoolYear()),
                String.valueOf(listed.schoolYear() + 1),
                listed.due(),
                listed.rotated(),
                listed.exempt(),
                listed.spells());
        if (listed.sinceUnknown() > 0) {
            terminal.say("personnel.unsaid", listed.sinceUnknown());
        }
        if (listed.found() == null) {
            terminal.say("personnel.keys");
        } else {
            terminal.say("personnel.found", listed.found());
        }
        terminal.say("personnel.file", listed.workbook().toAbsolutePath().normalize());
        return ExitCode.DONE.number();
    }
}
