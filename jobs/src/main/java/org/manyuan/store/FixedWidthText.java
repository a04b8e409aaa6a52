package org.manyuan.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.manyuan.contract.FixedWidth;

/** Turns a text whose columns have a fixed width into one whose cells are separated; lines keep their numbers. */
final class FixedWidthText {
    static final char SEPARATOR = '\t';

    private FixedWidthText() {}

    /**
     * @param text a text that was recognised already: UTF-8, one record a line
     * @param headerRow the line of the header, from 1
     * @param folder where the new text goes
     */
    static Path separated(SourceText text, FixedWidth widths, int headerRow, Path folder) throws IOException {
        Path file = OwnerOnly.file(folder.resolve(java.util.UUID.randomUUID() + ".txt"));
        try (BufferedReader lines = Files.newBufferedReader(Path.of(text.path()), StandardCharsets.UTF_8);
                BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            FixedWidth columns = null;
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (number == headerRow) {
                    columns = widths.by(line.replace("\uFEFF", ""));
                }
                if (columns != null) {
                    out.write(columns.cells(line).stream()
                            .map(FixedWidthText::quoted)
                            .collect(Collectors.joining(String.valueOf(SEPARATOR))));
                }
                out.write('\n');
            }
            return file;
        }
    }

    private static String quoted(String cell) {
        boolean plain = cell.indexOf('"') < 0 && cell.indexOf(SEPARATOR) < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
