package org.manyuan.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A sample as the reader of the program would hand it over: cells by line. Samples quote a cell only where it holds a comma, and no
 * cell holds a line break.
 */
record SampleSheet(Path file, List<List<String>> lines) {
    static SampleSheet read(Path file) {
        try {
            return new SampleSheet(
                    file,
                    Files.readAllLines(file).stream().map(PassingSample::cells).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Header header() {
        return new Header(lines.get(0), 1);
    }

    /** Reads every line below the header through a binding. */
    SampleRows through(Binding binding, References references) {
        SampleRows rows = new SampleRows(binding.contract());
        RowReader reader = binding.open(references, SampleSheet::readable);
        for (int i = 1; i < lines.size(); i++) {
            reader.read(fields(i), rows);
        }
        return rows;
    }

    private Fields fields(int index) {
        Fields fields = new Fields();
        fields.buffer = String.join("", lines.get(index)).getBytes(StandardCharsets.UTF_8);
        fields.line = index + 1L;
        int start = 0;
        for (String cell : lines.get(index)) {
            int length = cell.getBytes(StandardCharsets.UTF_8).length;
            fields.add(start, length);
            start += length;
        }
        return fields;
    }

    /** No secret is needed to see that a person's number went through the hash: its length is that of a key. */
    private static void readable(String purpose, byte[] id, int from, int length, byte[] key) {
        String text = purpose + "-" + new String(id, from, length, StandardCharsets.UTF_8);
        byte[] padded = String.format("%-" + Pseudonym.KEY_LENGTH + "s", text)
                .replace(' ', '.')
                .getBytes(StandardCharsets.UTF_8);
        System.arraycopy(padded, 0, key, 0, Pseudonym.KEY_LENGTH);
    }
}
