package org.manyuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.manyuan.domain.Receipt;
import org.manyuan.job.IngestSubmissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan ingest PATH…}. Ends with 3 where a file was refused or a row rejected. */
@Command(
        name = "ingest",
        description = "hand in files or folders; prints a receipt for each 报送文件，逐个出具回执",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "files, or folders <district_code>/<dataset>*.csv|xlsx 文件或目录")
    private List<Path> paths;

    @Option(
            names = "--patch",
            description = "the files replace only the keys they hold, nothing else of their school or exam 只更正文件中列出的行")
    private boolean patch;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        List<Receipt> receipts = IngestSubmissions.of(where.workspace(), paths, patch, terminal.progress());
        if (terminal.json()) {
            terminal.answer(receipts);
        } else {
            ReceiptText text = new ReceiptText(terminal.words());
            receipts.forEach(receipt -> terminal.out().println(text.of(receipt)));
        }
        boolean rejects = receipts.stream().anyMatch(Receipt::hasRejects);
        return (rejects ? ExitCode.DATA_REJECTED : ExitCode.DONE).number();
    }
}
