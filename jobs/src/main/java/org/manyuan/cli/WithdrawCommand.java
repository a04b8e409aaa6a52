package org.manyuan.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.manyuan.job.WithdrawSubmission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan withdraw RECEIPT}. Ends with 4 where rows would lose what they refer to. */
@Command(
        name = "withdraw",
        description = {
            "take a submission back: its rows stay readable but count no more 撤回一次报送：数据保留备查，不再计入",
            "What it had replaced counts again, and the same file may be handed in anew. 被它替换的数据重新生效，同一文件可以重新报送"
        },
        mixinStandardHelpOptions = true)
final class WithdrawCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Parameters(paramLabel = "RECEIPT", description = "id of the receipt, e.g. R000012 回执编号")
    private String receipt;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "why, kept with the receipt; name no person 撤回原因，勿写个人信息")
    private String reason;

    @Option(names = "--yes", description = "even if rows lose what they refer to 即使有数据因此失去所属学校、考试等")
    private boolean anyway;

    @Option(names = "--undo", description = "let it count again 恢复")
    private boolean undo;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        WithdrawSubmission.Withdrawn done = undo
                ? WithdrawSubmission.undo(where.workspace(), receipt)
                : WithdrawSubmission.of(where.workspace(), receipt, Optional.ofNullable(reason), anyway);
        if (terminal.json()) {
            terminal.answer(done);
        } else {
            print(done, terminal);
        }
        return (done.isDone() ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
    }

    private void print(WithdrawSubmission.Withdrawn done, Terminal terminal) {
        Words words = terminal.words();
        String comma = words.chinese() ? "、" : ", ";
        String orphans = done.orphans().entrySet().stream()
                .map(lost -> words.say("withdraw.orphans", lost.getKey(), String.format("%,d", lost.getValue())))
                .collect(Collectors.joining(comma));
        String name = undo ? "withdraw.undone" : done.isDone() ? "withdraw.done" : "withdraw.refused";
        terminal.say(name, done.submissionId(), done.fileName(), String.join(comma, done.datasets()), orphans);
        if (done.isDone() && !done.orphans().isEmpty()) {
            terminal.say("withdraw.left", orphans);
        }
    }
}
