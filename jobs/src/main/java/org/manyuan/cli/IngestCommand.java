package org.manyuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.manyuan.domain.Receipt;
import org.manyuan.job.IngestSubmissions;
import org.manyuan.store.ReceiptFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        List<Receipt> receipts = IngestSubmissions.of(where.workspace(), paths, terminal.progress());
        ReceiptFolder workbooks = ReceiptFolder.of(where.workspace());
        if (terminal.json()) {
            terminal.answer(receipts.stream()
                    .map(receipt -> ToldReceipt.of(receipt, workbooks.workbook(receipt.submissionId())))
                    .toList());
        } else {
            ReceiptText text = new ReceiptText(terminal.words());
            receipts.forEach(receipt ->
                    terminal.out().println(text.of(receipt, workbooks.workbook(receipt.submissionId()))));
        }
        boolean rejects = receipts.stream().anyMatch(Receipt::hasRejects);
        return (rejects ? ExitCode.DATA_REJECTED : ExitCode.DONE).number();
    }
}
