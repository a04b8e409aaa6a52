package org.manyuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.manyuan.domain.Receipt;
import org.manyuan.domain.Standing;
import org.manyuan.job.IngestSubmissions;
import org.manyuan.job.Standings;
import org.manyuan.job.UsageException;
import org.manyuan.store.ReceiptFolder;
import org.manyuan.store.Workspace;
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
            description = "files, folders or .zip of <district_code>/<dataset>*.csv|xlsx|xls 文件、目录或压缩包")
    private List<Path> paths;

    @Option(names = "--check", description = "only check: the same answer, and nothing is written 只检查，不写入任何数据")
    private boolean check;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "with --check: where marked workbooks go 与 --check 同用：标记工作簿的输出目录")
    private Path out;

    @Option(
            names = "--patch",
            description = "the files replace only the keys they hold, nothing else of their school or exam 只更正文件中列出的行")
    private boolean patch;

    @Override
    public Integer call() {
        if (out != null && !check) {
            throw new UsageException(
                    "--out 只能与 --check 同用；正式报送的标记工作簿在工作区的 receipts/ 中。",
                    "--out goes with --check; the marked workbooks of a hand-in lie in the workspace's receipts/.");
        }
        Workspace workspace = where.workspace();
        Terminal terminal = door.terminal();
        List<Receipt> receipts = check
                ? IngestSubmissions.check(workspace, paths, patch, Optional.ofNullable(out), terminal.progress())
                : IngestSubmissions.of(workspace, paths, patch, terminal.progress());
        ReceiptFolder workbooks = out == null ? ReceiptFolder.of(workspace) : new ReceiptFolder(out);
        // what was handed in before may have been replaced since
        Map<String, List<Standing>> standing = Standings.of(
                workspace, receipts.stream().filter(Receipt::repeated).toList());
        if (terminal.json()) {
            terminal.answer(receipts.stream()
                    .map(receipt -> ToldReceipt.of(
                            receipt,
                            workbooks.workbook(receipt.submissionId()),
                            List.of(),
                            standing(standing, receipt)))
                    .toList());
        } else {
            ReceiptText text = new ReceiptText(terminal.words());
            for (Receipt receipt : receipts) {
                Optional<Path> workbook = workbooks.workbook(receipt.submissionId());
                terminal.out().println(check ? text.ofCheck(receipt, workbook) : text.of(receipt, workbook));
                new StandingText(terminal.words())
                        .of(standing(standing, receipt))
                        .forEach(terminal.out()::println);
            }
            if (check) {
                terminal.say("receipt.checked");
            }
        }
        return exit(receipts);
    }

    private static List<Standing> standing(Map<String, List<Standing>> standing, Receipt receipt) {
        return receipt.repeated() ? standing.getOrDefault(receipt.submissionId(), List.of()) : List.of();
    }

    private static int exit(List<Receipt> receipts) {
        boolean rejects = receipts.stream().anyMatch(Receipt::hasRejects);
        return (rejects ? ExitCode.DATA_REJECTED : ExitCode.DONE).number();
    }
}
