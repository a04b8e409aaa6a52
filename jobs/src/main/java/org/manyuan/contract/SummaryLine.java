package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Lines of a sheet that are no rows of it: 合计 and 小计 in one of the first two cells, and notes below the table (填表人：…). Asked only
 * of lines that the checks reject: a row whose subject is 合计 is one.
 */
final class SummaryLine {
    private static final Pattern TOTAL = Pattern.compile(".{0,8}(合计|小计|总计|共计)[:：]?");
    private static final Pattern TOTAL_ALONE = Pattern.compile("(合计|小计|总计|共计)[:：]?");
    private static final Pattern NOTE =
            Pattern.compile("(注|备注|说明|填表说明|填表人|制表人|填报人|审核人|单位负责人|填表日期|填报日期|联系电话)\\d?[:：].*");
    private static final int LONGEST_TOTAL = 60;
    private static final int MOST_CELLS_OF_NOTE = 4;

    private SummaryLine() {}

    /** Whether the line is one of them. */
    static boolean is(Fields line) {
        int filled = 0;
        for (int cell = 0; cell < line.count && filled < 2; cell++) {
            int from = line.starts[cell];
            int to = from + line.lengths[cell];
            while (from < to && line.buffer[from] >= 0 && line.buffer[from] <= ' ') {
                from++;
            }
            if (from == to) {
                continue;
            }
            filled++;
            if ((line.buffer[from] & 0xF0) == 0xE0 && isSummary(line, cell, filled)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSummary(Fields line, int cell, int place) {
        int length = line.lengths[cell];
        boolean mayBeTotal = length <= LONGEST_TOTAL && holdsCount(line, cell);
        boolean mayBeNote = place == 1 && filled(line) <= MOST_CELLS_OF_NOTE;
        if (!mayBeTotal && !mayBeNote) {
            return false;
        }
        String word = Words.normal(new String(line.buffer, line.starts[cell], length, StandardCharsets.UTF_8));
        return mayBeTotal && (place == 1 ? TOTAL : TOTAL_ALONE).matcher(word).matches()
                || mayBeNote && NOTE.matcher(word).matches();
    }

    /** Whether the character 计 occurs. */
    private static boolean holdsCount(Fields line, int cell) {
        int end = line.starts[cell] + line.lengths[cell];
        for (int i = line.starts[cell]; i + 2 < end; i++) {
            if (line.buffer[i] == (byte) 0xE8
                    && line.buffer[i + 1] == (byte) 0xAE
                    && line.buffer[i + 2] == (byte) 0xA1) {
                return true;
            }
        }
        return false;
    }

    private static int filled(Fields line) {
        int filled = 0;
        for (int cell = 0; cell < line.count; cell++) {
            filled += line.lengths[cell] > 0 ? 1 : 0;
        }
        return filled;
    }
}
