package org.manyuan.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sample of a dataset that shows most of its columns, out of those that pass its contract.
 *
 * @param codes of a wide sheet: the codes that stand as headers, in the sample's order; empty where the sample is long
 * @param rows the first ones: cell by column of the contract, or by code
 */
record PassingSample(List<String> codes, List<Map<String, String>> rows) {
    private static final int SHOWN = 3;

    /** A contract without samples has one without rows. */
    static PassingSample of(Contract contract) {
        ClassPathFolder folder = new ClassPathFolder(
                PassingSample.class.getClassLoader(), "schemas/samples/" + contract.dataset() + "/pass");
        return folder.names(".csv").stream()
                .map(file -> read(contract, folder, file))
                // a wide sheet before a long one
                .max(Comparator.<PassingSample>comparingInt(sample -> sample.codes.isEmpty() ? 0 : 1)
                        .thenComparingInt(sample -> sample.rows.stream()
                                .mapToInt(row -> (int) row.values().stream()
                                        .filter(cell -> !cell.isEmpty())
                                        .count())
                                .max()
                                .orElse(0)))
                .orElse(new PassingSample(List.of(), List.of()));
    }

    private static PassingSample read(Contract contract, ClassPathFolder folder, String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(folder.open(file), StandardCharsets.UTF_8))) {
            List<List<String>> lines = in.lines().map(PassingSample::cells).toList();
            Map<Integer, String> meant = meanings(contract, lines.get(0));
            Map<String, String> said = ofName(contract, new SourceName(file, null));
            List<Map<String, String>> rows = new ArrayList<>();
            for (List<String> line : lines.subList(1, Math.min(lines.size(), SHOWN + 1))) {
                Map<String, String> row = new HashMap<>(said);
                meant.forEach((cell, key) -> {
                    if (cell < line.size() && !line.get(cell).isEmpty()) {
                        row.put(key, line.get(cell));
                    }
                });
                rows.add(row);
            }
            List<String> codes =
                    meant.values().stream().filter(key -> !contract.has(key)).toList();
            return new PassingSample(codes, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The column of each header cell; on a sheet without the code's own column, the code where it is one. */
    private static Map<Integer, String> meanings(Contract contract, List<String> header) {
        Map<String, String> columns = new HashMap<>();
        contract.columns().forEach(column -> HeaderWords.of(column).forEach(word -> columns.put(word, column.name())));
        boolean isLong = contract.wide() == null
                || header.stream().anyMatch(cell -> contract.wide().by().equals(columns.get(Words.normal(cell))));
        CodeList codes = isLong
                ? null
                : new CodeList(contract.column(contract.wide().by()).codes());
        Map<Integer, String> meant = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String word = Words.normal(header.get(i));
            if (columns.containsKey(word)) {
                meant.put(i, columns.get(word));
            } else if (codes != null) {
                Slice slice = new Slice();
                slice.rewrite(word);
                byte[] code = codes.find(slice);
                if (code != null) {
                    meant.put(i, new String(code, StandardCharsets.UTF_8));
                }
            }
        }
        return meant;
    }

    private static Map<String, String> ofName(Contract contract, SourceName name) {
        Map<String, String> said = new HashMap<>();
        contract.columns().forEach(column -> name.part(column.fileNamePattern())
                .ifPresent(part -> said.put(column.name(), part)));
        return said;
    }

    /** Samples quote a cell only where it holds a comma, and no cell holds a line break. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
