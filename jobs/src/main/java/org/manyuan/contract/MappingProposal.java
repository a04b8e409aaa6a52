package org.manyuan.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a foreign file probably holds, out of its header and its first lines, and a mapping to begin with. Nothing is taken for
 * granted: a person confirms it, and every value still meets the contract's checks.
 *
 * @param headerRow the line of the header, from 1
 * @param datasets the surest first; those from {@link #LEAST_SCORE} on stand in the draft
 * @param ignored headers that mean nothing in any dataset of the draft
 * @param draft the mapping as YAML; what only a person knows is {@code '?'}
 */
public record MappingProposal(int headerRow, List<Dataset> datasets, List<String> ignored, String draft) {
    /** Lines among which a header is looked for. */
    private static final int HEADER_LINES = 15;

    /** From here on a dataset is proposed, below it is only told. */
    private static final double LEAST_SCORE = 0.45;

    private static final int MOST_TOLD = 6;

    /**
     * One dataset of the proposal.
     *
     * @param score 0..1
     * @param isInDraft whether the draft maps it
     * @param missing required columns that no header means
     */
    public record Dataset(
            String dataset,
            String chineseName,
            double score,
            boolean isInDraft,
            List<ColumnGuess> columns,
            List<String> missing) {}

    /**
     * Proposes.
     *
     * @param fileName without folders
     * @param encoding that had to be guessed; empty: recognised
     * @param sheet name of the sheet; empty for a text
     * @param lines the first lines of the file, cells as written, blank ones among them so that positions are lines
     * @param codeSystem of the workspace
     * @throws IllegalArgumentException where no line could be a header
     */
    public static MappingProposal of(
            String fileName, String encoding, String sheet, List<List<String>> lines, String codeSystem) {
        int headerRow = headerRow(lines);
        List<String> headers = lines.get(headerRow - 1);
        List<List<String>> rows = lines.subList(headerRow, lines.size()).stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        YearlyHeaders yearly = YearlyHeaders.of(headers);
        List<SourceColumn> sources = sources(headers, rows, yearly);
        HeaderLikeness likeness = new HeaderLikeness(Contracts.vocabulary("likely_header"));
        List<DatasetGuess> guesses = new ArrayList<>();
        for (Contract contract : Contracts.all()) {
            DatasetGuess.of(contract, sources, likeness, codeSystem).ifPresent(guesses::add);
        }
        guesses.sort(Comparator.comparingDouble(DatasetGuess::score).reversed());
        List<DatasetGuess> drafted = drafted(guesses);
        return new MappingProposal(
                headerRow,
                guesses.stream()
                        .limit(Math.max(MOST_TOLD, drafted.size()))
                        .map(guess -> told(guess, drafted))
                        .toList(),
                ignored(sources, drafted),
                new MappingDraft(fileName, encoding, sheet, headerRow, yearly).of(drafted));
    }

    /** The surest first: one that uses only what a surer one uses is the same rows under another name. */
    private static List<DatasetGuess> drafted(List<DatasetGuess> guesses) {
        List<DatasetGuess> drafted = new ArrayList<>();
        guesses.stream()
                .filter(guess -> guess.score() >= LEAST_SCORE)
                .filter(guess -> drafted.stream().allMatch(guess::bringsMoreThan))
                .forEach(drafted::add);
        return drafted;
    }

    /** The line with the most different words that are no numbers: titles have few, data have numbers. */
    private static int headerRow(List<List<String>> lines) {
        int best = 0;
        long most = 0;
        for (int i = 0; i < Math.min(HEADER_LINES, lines.size()); i++) {
            long words = lines.get(i).stream()
                    .filter(cell -> !cell.isBlank() && !cell.matches("[-+0-9.,:/%\\s]+"))
                    .distinct()
                    .count();
            if (words > most) {
                best = i;
                most = words;
            }
        }
        if (most == 0) {
            throw new IllegalArgumentException("no line of the first " + HEADER_LINES + " could be a header");
        }
        return best + 1;
    }

    private static List<SourceColumn> sources(List<String> headers, List<List<String>> rows, YearlyHeaders yearly) {
        List<SourceColumn> sources = new ArrayList<>();
        yearly.cells()
                .forEach((template, cells) -> sources.add(new SourceColumn(
                        template, column(rows, cells.get(yearly.years().last())), true)));
        for (int i = 0; i < headers.size(); i++) {
            if (!headers.get(i).isBlank() && !yearly.has(i)) {
                sources.add(new SourceColumn(headers.get(i), column(rows, i), false));
            }
        }
        return sources;
    }

    private static List<String> column(List<List<String>> rows, int cell) {
        return rows.stream().map(row -> cell < row.size() ? row.get(cell) : "").toList();
    }

    private static Dataset told(DatasetGuess guess, List<DatasetGuess> drafted) {
        return new Dataset(
                guess.contract().dataset(),
                guess.contract().chineseName(),
                guess.score(),
                drafted.contains(guess),
                guess.columns(),
                guess.missing().stream().map(Column::name).toList());
    }

    private static List<String> ignored(List<SourceColumn> sources, List<DatasetGuess> drafted) {
        Set<String> used = new HashSet<>();
        drafted.forEach(guess -> {
            guess.columns().forEach(column -> used.add(column.header()));
            used.addAll(guess.measures().keySet());
        });
        return sources.stream()
                .map(SourceColumn::header)
                .filter(header -> !used.contains(header))
                .toList();
    }
}
