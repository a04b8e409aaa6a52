package org.manyuan.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.manyuan.job.ExplainFigure;
import org.manyuan.job.FigureAsked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan explain METRIC_ID key=value…}. */
@Command(
        name = "explain",
        description = {
            "how one figure came about: card, inputs, schools in and out, submissions; computes it again 解释一个指标值并重新计算",
            "keys: measure, variant, district, group, school, year, base_year, exam, stage, grade, subject, ci_frame"
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Parameters(index = "0", paramLabel = "METRIC_ID", description = "e.g. GAP-08b 指标编号")
    private String metricId;

    @Parameters(index = "1..*", paramLabel = "key=value", arity = "0..*", description = "e.g. group=LZ01 year=2024 条件")
    private List<String> keys = List.of();

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        ExplainFigure.Explained explained =
                ExplainFigure.of(where.workspace(), FigureAsked.of(metricId, keys == null ? List.of() : keys));
        if (terminal.json()) {
            terminal.answer(explained);
        } else {
            terminal.out().println(new ExplainText(terminal.words()).of(explained));
        }
        return explained.isSame() ? ExitCode.DONE.number() : ExitCode.CHECK_FAILED.number();
    }
}
