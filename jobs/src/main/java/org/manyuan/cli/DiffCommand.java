package org.manyuan.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.manyuan.job.DiffReleases;
import org.manyuan.job.FigureAsked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan diff R1 R2 [METRIC_ID key=value…]}. */
@Command(
        name = "diff",
        description = {
            "which figures moved between two releases, and why: formula, day, memberships, data (which receipt)",
            "比较两次发布：哪些指标值变了，原因是公式、统计日、成员还是数据（哪份报送）"
        },
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    private static final int MOST = 20;

    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Parameters(index = "0", paramLabel = "R1", description = "the release to compare with 较早的发布")
    private String earlier;

    @Parameters(index = "1", paramLabel = "R2", description = "the release that is compared 较晚的发布")
    private String later;

    @Parameters(
            index = "2..*",
            paramLabel = "METRIC_ID key=value",
            arity = "0..*",
            description = "only these figures, as for explain 只看这些指标值，写法同 explain")
    private List<String> asked = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "how many figures to list, 0 for all (default: 20; with --json all) 最多列出多少个，0 为全部")
    private Integer limit;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        int most = limit == null ? (terminal.json() ? 0 : MOST) : limit;
        Optional<FigureAsked> figures = asked == null || asked.isEmpty()
                ? Optional.empty()
                : Optional.of(FigureAsked.of(asked.get(0), asked.subList(1, asked.size())));
        DiffReleases.Diff diff = DiffReleases.of(
                where.workspace(), earlier, later, figures, most == 0 ? Integer.MAX_VALUE : most, terminal.progress());
        if (terminal.json()) {
            terminal.answer(diff);
        } else {
            terminal.out().println(new DiffText(terminal.words()).of(diff));
        }
        return ExitCode.DONE.number();
    }
}
