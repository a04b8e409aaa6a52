package org.manyuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.manyuan.job.AssessGroups;
import org.manyuan.job.TryWeights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan assess [--scheme ID] [--release R] [--what-if FILE]}. */
@Command(
        name = "assess",
        description = {
            "scores and places of the bundled assessment; with --what-if what other weights would change, writing nothing",
            "捆绑式评价的得分与位次；加 --what-if 试算其他权重会改变什么，不写入任何内容"
        },
        mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Option(names = "--scheme", paramLabel = "ID", description = "one scheme only, e.g. demo-2024 只看一个方案")
    private String scheme;

    @Option(
            names = "--release",
            paramLabel = "R",
            description = "as that release has it (default: the last build) 看某一次发布的结果")
    private String release;

    @Option(
            names = "--what-if",
            paramLabel = "FILE",
            description = {
                "a YAML file of other weights, indicator: weight. Siblings that are all named must sum to 1; where some are left",
                "out, these share what is left as before. 其他权重（YAML，每行“指标编号: 权重”）：同级全写时之和须为 1；没写的按原比例分余下的"
            })
    private Path weights;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        AssessGroups.Asked asked = new AssessGroups.Asked(Optional.ofNullable(scheme), Optional.ofNullable(release));
        if (weights == null) {
            List<AssessGroups.Told> told = AssessGroups.of(where.workspace(), asked);
            show(terminal, told, text -> text.of(told));
        } else {
            TryWeights.Tried tried = TryWeights.of(where.workspace(), asked, weights);
            show(terminal, tried, text -> text.of(tried));
        }
        return ExitCode.DONE.number();
    }

    private static void show(Terminal terminal, Object answer, Function<AssessText, String> said) {
        if (terminal.json()) {
            terminal.answer(answer);
        } else {
            terminal.out().println(said.apply(new AssessText(terminal.words())));
        }
    }
}
