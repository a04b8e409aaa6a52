package org.manyuan.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.manyuan.domain.Receipt;
import org.manyuan.job.ShowReceipts;
import org.manyuan.store.Withdrawals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan receipt [ID]}. */
@Command(
        name = "receipt",
        description = "what was answered to a file; without an ID the last receipts 查看回执；不写编号则列出最近的回执",
        mixinStandardHelpOptions = true)
final class ReceiptCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "a receipt, e.g. R000012 回执编号")
    private String id;

    @Option(names = "--last", defaultValue = "50", description = "how many are listed (default: 50) 列出多少份")
    private int last;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        if (id == null) {
            list(ShowReceipts.newest(where.workspace(), last), terminal);
        } else {
            ShowReceipts.Shown shown = ShowReceipts.of(where.workspace(), id);
            if (terminal.json()) {
                terminal.answer(
                        ToldReceipt.of(shown.receipt(), shown.workbook(), shown.withdrawals(), shown.standing()));
            } else {
                Words words = terminal.words();
                terminal.out()
                        .println(
                                shown.isOfTopic()
                                        ? ReceiptText.ofTopic(words).of(shown.receipt())
                                        : new ReceiptText(words).of(shown.receipt(), shown.workbook()));
                shown.withdrawals().forEach(each -> print(each, terminal));
                new StandingText(words).of(shown.standing()).forEach(terminal.out()::println);
            }
        }
        return ExitCode.DONE.number();
    }

    private static void print(Withdrawals.Withdrawal withdrawal, Terminal terminal) {
        terminal.say(
                "receipt.withdrawn",
                ReceiptText.local(withdrawal.withdrawnAt()),
                withdrawal.withdrawnBy(),
                withdrawal
                        .reason()
                        .map(why -> terminal.words().say("receipt.why", why))
                        .orElse(""));
        withdrawal
                .undoneAt()
                .ifPresent(at -> terminal.say(
                        "receipt.undone",
                        ReceiptText.local(at),
                        withdrawal.undoneBy().orElseThrow()));
    }

    private static void list(ShowReceipts.Newest newest, Terminal terminal) {
        if (terminal.json()) {
            terminal.answer(newest.receipts());
            return;
        }
        Words words = terminal.words();
        if (newest.receipts().isEmpty()) {
            terminal.say("receipts.none");
            return;
        }
        ReceiptText text = new ReceiptText(words);
        terminal.table(
                List.of(
                        words.say("receipts.id"),
                        words.say("receipts.when"),
                        words.say("receipts.outcome"),
                        words.say("receipts.accepted"),
                        words.say("receipts.rejected"),
                        words.say("receipts.duplicate"),
                        words.say("receipts.file")),
                newest.receipts().stream()
                        .map(receipt -> List.of(
                                receipt.submissionId(),
                                text.when(receipt),
                                words.say("receipt." + receipt.outcome().name()),
                                sum(receipt, Receipt.Count::accepted),
                                sum(receipt, Receipt.Count::rejected),
                                sum(receipt, Receipt.Count::duplicate),
                                receipt.submitter().isEmpty()
                                        ? receipt.fileName()
                                        : receipt.submitter() + "/" + receipt.fileName()))
                        .toList());
        long more = newest.total() - newest.receipts().size();
        if (more > 0) {
            terminal.say("receipts.more", more, newest.total());
        }
    }

    private static String sum(Receipt receipt, java.util.function.ToLongFunction<Receipt.Count> part) {
        return String.format("%,d", receipt.counts().stream().mapToLong(part).sum());
    }
}
