package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines of a sheet that are no rows of it: totals and means (合计, 平均分 …), and notes below the table (填表人：…). Asked only of lines that
 * the checks reject. A line of totals is one for certain: a column of the key says 合计 and means nothing else by it, or a name ends in
 * 合计 and the rest of the key is empty. A line that merely speaks of a total is a wrong row.
 */
final class SummaryLine {
    private static final String SUMMARY = "(合计|小计|总计|共计|平均|平均分|均分|最高分?|最低分?|中位数|标准差|(优秀|优分|及格|合格|低分|满分)率"
            + "|(总|参考|实考|应考|缺考|优秀|优分|及格|不及格|合格|低分|满分)人数)[:：]?";
    private static final Pattern TOTAL = Pattern.compile(".{0,8}" + SUMMARY);
    private static final Pattern TOTAL_ALONE = Pattern.compile(SUMMARY);
    private static final Pattern TOTAL_OF_CLASSES =
            Pattern.compile("((全|本|各)?(校|学校|级|级部|年级|学段|班)|.{1,2}年级|小学|初中|高中)?" + SUMMARY);
    private static final Pattern NOTE =
            Pattern.compile("(注|备注|说明|填表说明|(填表|制表|填报|审核|复核|单位负责)人|(填表|填报|制表)(日期|时间)|填报单位|联系电话"
                    + "|(校长|园长|班主任|任课教师|负责人|审核人|填表人)(签字|签名|[（(](签字|签名|盖章)[)）])?)\\d?[:：].*");
    private static final byte[][] LAST_OF_TOTALS = Stream.of("计", "均", "分", ":")
            .map(last -> last.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    private static final int LONGEST_TOTAL = 60;
    private static final int MOST_CELLS_OF_NOTE = 4;

    private final List<Column> columns;
    private final int[] keys;
    private final int[] freeKeys;

    SummaryLine(Contract contract) {
        columns = contract.columns();
        keys = contract.key().stream().mapToInt(contract::indexOf).toArray();
        freeKeys = Arrays.stream(keys).filter(key -> isFree(columns.get(key))).toArray();
    }

    private static boolean isFree(Column column) {
        return column.type() == Type.TEXT
                && column.person() == null
                && column.codes() == null
                && column.reference() == null;
    }

    /** Whether a right row says 合计 or 七年级合计 in a part of its key that takes any text, e.g. for a class. */
    boolean saysTotal(Cell[] cells) {
        for (int key : freeKeys) {
            Slice text = cells[key].slice;
            if (endsLikeTotal(text)
                    && TOTAL_OF_CLASSES.matcher(Words.normal(text.text())).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Before a text is made of it: most end otherwise. */
    private static boolean endsLikeTotal(Slice text) {
        for (byte[] last : LAST_OF_TOTALS) {
            if (text.endsWith(last)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text says a total or a mean: 合计, 1班平均分. */
    static boolean saysTotal(String text) {
        return TOTAL.matcher(Words.normal(text)).matches();
    }

    /**
     * Whether the line is one of them.
     *
     * @param sources where its row takes its columns from
     * @param cells the row as it was checked
     */
    boolean is(Fields line, List<CellSource> sources, Cell[] cells) {
        int first = next(line, 0);
        if (first == line.count) {
            return false;
        }
        if (filled(line) <= MOST_CELLS_OF_NOTE
                && isChinese(line, first)
                && NOTE.matcher(word(line, first)).matches()) {
            return true;
        }
        int second = next(line, first + 1);
        return saysTotalInKey(line, sources, cells)
                || isNobodysTotal(line, sources, cells)
                || isTotal(line, first, TOTAL) && namesNothing(first, line, sources, cells)
                || isTotal(line, second, TOTAL_ALONE) && namesNothing(second, line, sources, cells);
    }

    /**
     * Whether a person's number is empty or is itself a total, and a cell of the line says 合计 or 平均分 that no code of its column is:
     * the school and the class beside it say whose total it is.
     */
    private boolean isNobodysTotal(Fields line, List<CellSource> sources, Cell[] cells) {
        for (int key : keys) {
            if (columns.get(key).person() != null
                    && cells[key].problem != null
                    && (cells[key].problem == ProblemCode.REQUIRED || cells[key].problem == ProblemCode.NO_NUMBER)) {
                return IntStream.range(0, line.count)
                        .anyMatch(cell -> line.lengths[cell] <= LONGEST_TOTAL
                                && TOTAL.matcher(word(line, cell)).matches()
                                && !isCode(cell, sources, cells));
            }
        }
        return false;
    }

    private boolean isCode(int cell, List<CellSource> sources, Cell[] cells) {
        return IntStream.range(0, cells.length)
                .anyMatch(column -> columns.get(column).codes() != null
                        && cells[column].problem == null
                        && cell(sources.get(column)) == cell);
    }

    /** Whether a column of the key says 合计, and it is no code of that column, as it is of a subject. */
    private boolean saysTotalInKey(Fields line, List<CellSource> sources, Cell[] cells) {
        for (int key : keys) {
            int cell = cell(sources.get(key));
            if (isTotal(line, cell, TOTAL_ALONE)
                    && (cells[key].problem != null || columns.get(key).codes() == null)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the cell itself is no right part of a key, and no other cell of the key is filled. */
    private boolean namesNothing(int totals, Fields line, List<CellSource> sources, Cell[] cells) {
        for (int key : keys) {
            int cell = cell(sources.get(key));
            boolean isRight = cell == totals
                    && cells[key].problem == null
                    && columns.get(key).person() == null;
            if (isRight || cell >= 0 && cell != totals && isFilled(line, cell)) {
                return false;
            }
        }
        return true;
    }

    /** The cell of the line that a column is read from; −1 where it is not read from one. */
    private static int cell(CellSource source) {
        return source == null || source.fields().isEmpty()
                ? -1
                : source.fields().get(0).index();
    }

    private static boolean isTotal(Fields line, int cell, Pattern total) {
        return cell >= 0
                && cell < line.count
                && line.lengths[cell] <= LONGEST_TOTAL
                && isChinese(line, cell)
                && total.matcher(word(line, cell)).matches();
    }

    /** Whether it begins with such a character: most lines that are wrong begin with a digit, and make no text here. */
    private static boolean isChinese(Fields line, int cell) {
        int from = line.starts[cell];
        int to = from + line.lengths[cell];
        while (from < to && line.buffer[from] >= 0 && line.buffer[from] <= ' ') {
            from++;
        }
        return from < to && (line.buffer[from] & 0xF0) == 0xE0;
    }

    private static String word(Fields line, int cell) {
        return Words.normal(new String(line.buffer, line.starts[cell], line.lengths[cell], StandardCharsets.UTF_8));
    }

    /** The first filled cell from there on; their number where there is none. */
    private static int next(Fields line, int from) {
        int cell = from;
        while (cell < line.count && !isFilled(line, cell)) {
            cell++;
        }
        return cell;
    }

    private static boolean isFilled(Fields line, int cell) {
        if (cell >= line.count) {
            return false;
        }
        for (int i = line.starts[cell]; i < line.starts[cell] + line.lengths[cell]; i++) {
            if (line.buffer[i] < 0 || line.buffer[i] > ' ') {
                return true;
            }
        }
        return false;
    }

    private static int filled(Fields line) {
        int filled = 0;
        for (int cell = 0; cell < line.count; cell++) {
            filled += isFilled(line, cell) ? 1 : 0;
        }
        return filled;
    }
}
