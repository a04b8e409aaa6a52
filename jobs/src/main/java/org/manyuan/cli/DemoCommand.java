package org.manyuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.manyuan.domain.Receipt;
import org.manyuan.job.GroupGaps.GroupGap;
import org.manyuan.job.RunDemo;
import org.manyuan.report.ReportFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan demo [DIR]}. */
@Command(
        name = "demo",
        description = "the whole way on a sample county, from files to figures 样例县：从文件到指标",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "demo",
            description = "where the demo's workspace goes (default: demo) 演示工作区")
    private Path folder;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        RunDemo.Shown shown = RunDemo.in(folder, terminal.words().locale(), terminal.progress());
        if (terminal.json()) {
            terminal.answer(shown);
        } else {
            print(shown, terminal);
        }
        return ExitCode.DONE.number();
    }

    private static void print(RunDemo.Shown shown, Terminal terminal) {
        ReceiptText receipts = new ReceiptText(terminal.words());
        List<Receipt> flawed =
                shown.receipts().stream().filter(Receipt::hasRejects).toList();
        terminal.say("demo.receipts", shown.receipts().size(), flawed.size());
        flawed.forEach(receipt -> terminal.out().println(receipts.of(receipt)));
        terminal.out().println();
        terminal.say("demo.gaps", shown.built().figures(), shown.built().asOf().toString());
        Words words = terminal.words();
        terminal.table(
                List.of(
                        words.say("demo.group"),
                        words.say("demo.gap"),
                        words.say("demo.years"),
                        words.say("demo.sizes"),
                        words.say("demo.change"),
                        words.say("demo.interval"),
                        words.say("demo.schools"),
                        words.say("demo.students"),
                        words.say("demo.verdict"),
                        words.say("demo.between")),
                shown.gaps().stream().map(gap -> row(gap, words)).toList());
        terminal.say("demo.notes");
        terminal.out().println();
        ReportFiles latest = shown.reports().get(shown.reports().size() - 1);
        terminal.say(
                "demo.next",
                shown.workspace().root().toString(),
                shown.release().name(),
                shown.reports().size(),
                latest.pdf().toString(),
                latest.workbook().toString());
    }

    private static List<String> row(GroupGap gap, Words words) {
        return List.of(
                gap.group(),
                words.say("demo." + gap.gap()),
                "%d→%d".formatted(gap.baseYear(), gap.schoolYear()),
                "%s→%s".formatted(two(gap.base()), two(gap.now())),
                two(gap.change()),
                gap.lo() == null ? "" : "[%s, %s]".formatted(two(gap.lo()), two(gap.hi())),
                String.valueOf(gap.schools()),
                gap.students() == null ? "" : String.format("%,d", gap.students()),
                words.say("verdict." + gap.verdict()),
                gap.betweenSchools() == null ? "" : words.say("verdict." + gap.betweenSchools()));
    }

    private static String two(double value) {
        String rounded = String.format(Locale.ROOT, "%.2f", value);
        return rounded.equals("-0.00") ? "0.00" : rounded.replace('-', '−');
    }
}
