package org.manyuan.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.manyuan.job.VerifyReleases;
import org.manyuan.job.VerifyReleases.Checked;
import org.manyuan.job.VerifyReleases.Outcome;
import org.manyuan.job.VerifyReleases.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan verify [RELEASE]}. Ends with 4 where something differs or is missing. */
@Command(
        name = "verify",
        description = "whether releases are still what was signed, and come out again 核验发布：公开数据未变、冻结数据在、重算一致",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Parameters(paramLabel = "RELEASE", arity = "0..1", description = "one release only 只核验某次发布")
    private String release;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        List<VerifyReleases.Verified> verified =
                VerifyReleases.of(where.workspace(), Optional.ofNullable(release), terminal.progress());
        if (terminal.json()) {
            terminal.answer(verified);
        } else {
            verified.forEach(each -> print(each, terminal));
        }
        boolean holds = verified.stream().allMatch(VerifyReleases.Verified::holds);
        return (holds ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
    }

    private static void print(VerifyReleases.Verified verified, Terminal terminal) {
        Words words = terminal.words();
        terminal.say(verified.holds() ? "verify.holds" : "verify.fails", verified.release());
        for (Part part : Part.values()) {
            for (Outcome outcome : Outcome.values()) {
                List<String> tables = verified.tables().stream()
                        .filter(checked -> checked.part() == part && checked.outcome() == outcome)
                        .map(Checked::table)
                        .toList();
                if (!tables.isEmpty()) {
                    terminal.say(
                            "verify.line",
                            words.say("verify." + part),
                            tables.size(),
                            words.say("verify." + outcome),
                            outcome == Outcome.SAME
                                    ? ""
                                    : tables.stream()
                                            .collect(Collectors.joining(
                                                    words.chinese() ? "、" : ", ", words.chinese() ? "：" : ": ", "")));
                }
            }
        }
    }
}
