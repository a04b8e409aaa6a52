package org.manyuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.manyuan.contract.ColumnGuess;
import org.manyuan.contract.MappingProposal;
import org.manyuan.job.ProposeMapping;
import org.manyuan.job.ProposeMapping.Proposed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan map FILE}. Ends with 3 where no dataset fits. */
@Command(
        name = "map",
        description = "propose a mapping for a foreign file: best datasets, columns, what is missing 为外来文件建议映射",
        mixinStandardHelpOptions = true)
final class MapCommand implements Callable<Integer> {
    private static final int MOST_IGNORED = 20;
    private static final double WORTH_TELLING = 0.995;

    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Parameters(paramLabel = "FILE", description = "a text or a workbook 文本或工作簿")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the draft (default: FILE's name with .mapping.yaml beside it) 草稿文件；默认写在原文件旁")
    private Path out;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        List<Proposed> proposed = ProposeMapping.of(where.workspace(), file, Optional.ofNullable(out));
        if (terminal.json()) {
            terminal.answer(proposed);
        } else {
            proposed.forEach(each -> tell(terminal, each));
        }
        boolean fits = proposed.stream().anyMatch(each -> each.draft() != null);
        return (fits ? ExitCode.DONE : ExitCode.DATA_REJECTED).number();
    }

    private void tell(Terminal terminal, Proposed proposed) {
        MappingProposal proposal = proposed.proposal();
        terminal.say("map.head", file.getFileName().toString(), proposed.sheet(), proposal.headerRow());
        for (MappingProposal.Dataset dataset : proposal.datasets()) {
            terminal.say(
                    dataset.isInDraft() ? "map.dataset" : "map.weak",
                    dataset.dataset(),
                    dataset.chineseName(),
                    percent(dataset.score()));
            if (dataset.isInDraft()) {
                columns(terminal, dataset);
            }
        }
        if (!proposal.ignored().isEmpty()) {
            List<String> first = proposal.ignored().stream().limit(MOST_IGNORED).toList();
            String more = proposal.ignored().size() > MOST_IGNORED ? " …" : "";
            terminal.say("map.ignored", proposal.ignored().size(), String.join("、", first) + more);
        }
        if (proposed.draft() == null) {
            terminal.say("map.nothing");
        } else {
            terminal.say("map.draft", proposed.draft().toString(), file.toString());
        }
    }

    private void columns(Terminal terminal, MappingProposal.Dataset dataset) {
        Words words = terminal.words();
        List<List<String>> rows = dataset.columns().stream()
                .map(guess -> List.of(
                        "  " + guess.column(),
                        guess.chineseName(),
                        guess.header(),
                        percent(guess.confidence()),
                        noted(words, guess)))
                .toList();
        terminal.table(
                List.of("  " + words.say("map.column"), "", words.say("map.header"), words.say("map.sure"), ""), rows);
        if (!dataset.missing().isEmpty()) {
            terminal.say("map.missing", String.join("、", dataset.missing()));
        }
    }

    private static String noted(Words words, ColumnGuess guess) {
        if (!guess.unknownCodes().isEmpty()) {
            return words.say("map.codes", guess.unknownCodes().size());
        }
        return guess.fitting() < WORTH_TELLING ? words.say("map.fitting", percent(guess.fitting())) : "";
    }

    private static String percent(double share) {
        return "%.0f%%".formatted(100 * share);
    }
}
