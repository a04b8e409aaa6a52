package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Splits comma-separated text for tests: quotes, doubled quotes; no line breaks inside cells. */
final class TextLines {
    private TextLines() {}

    static List<String> cells(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** The cells as the reader hands them over, one after the other in one buffer. */
    static Fields fields(List<String> cells, long line) {
        Fields fields = new Fields();
        fields.line = line;
        fields.buffer = String.join("", cells).getBytes(StandardCharsets.UTF_8);
        int at = 0;
        for (String cell : cells) {
            int length = cell.getBytes(StandardCharsets.UTF_8).length;
            fields.add(at, length);
            at += length;
        }
        return fields;
    }
}
