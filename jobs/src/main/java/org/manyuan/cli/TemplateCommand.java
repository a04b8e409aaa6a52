package org.manyuan.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.job.UsageException;
import org.manyuan.job.WriteTemplates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan template [DATASET | all]}. */
@Command(
        name = "template",
        description = "a workbook to fill for a dataset; without one the datasets 填报模板；不写数据集则列出全部",
        mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @ParentCommand
    private Manyuan door;

    @Parameters(paramLabel = "DATASET", arity = "0..1", description = "e.g. enrollment, or all 数据集名，或 all")
    private String dataset;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the file (default: DATASET.xlsx here), of all the folder 输出文件；all 时为输出目录")
    private Path out;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        boolean chinese = terminal.words().chinese();
        if (dataset == null) {
            list(terminal);
        } else if (dataset.equals(ALL)) {
            if (out == null) {
                throw new UsageException(
                        "template all 需要用 --out 指明输出目录。",
                        "template all needs --out DIR, the folder for the workbooks.");
            }
            told(WriteTemplates.all(out, chinese), terminal);
        } else {
            Path file = out == null ? Path.of(dataset + ".xlsx") : out;
            told(List.of(WriteTemplates.of(dataset, file, chinese)), terminal);
        }
        return ExitCode.DONE.number();
    }

    private static void told(List<Path> files, Terminal terminal) {
        List<String> paths =
                files.stream().map(file -> file.toAbsolutePath().toString()).toList();
        if (terminal.json()) {
            terminal.answer(paths);
        } else {
            paths.forEach(path -> terminal.say("template.done", path));
        }
    }

    /** What the list says of a dataset. */
    private record Listed(String dataset, String chineseName, String description) {}

    private static void list(Terminal terminal) {
        List<Contract> contracts = Contracts.all().stream()
                .sorted(Comparator.comparing(Contract::dataset))
                .toList();
        if (terminal.json()) {
            terminal.answer(contracts.stream()
                    .map(contract -> new Listed(contract.dataset(), contract.chineseName(), contract.description()))
                    .toList());
            return;
        }
        terminal.table(
                List.of(
                        terminal.words().say("template.dataset"),
                        terminal.words().say("template.name")),
                contracts.stream()
                        .map(contract -> List.of(contract.dataset(), contract.chineseName()))
                        .toList());
        terminal.say("template.how");
    }
}
