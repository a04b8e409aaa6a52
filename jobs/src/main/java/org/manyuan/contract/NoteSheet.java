package org.manyuan.contract;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Sheets that stand beside data and are there to be read by people: 填表说明, a cover, a list of codes. Told by their shape: short, one or
 * two cells a line, prose and no columns of numbers. A sheet whose name says what it is may hold numbers too.
 */
public final class NoteSheet {
    /** A longer sheet is data that nobody understood. */
    public static final int MOST_LINES = 200;

    private static final int MOST_CELLS = 2;
    private static final int PROSE_FROM = 12;
    private static final int LONGEST_ORDINAL = 3;
    private static final Pattern NAME =
            Pattern.compile(".*(说明|须知|注意|备注|封面|目录|示例|样例|代码表|字典|下拉|readme|notes?|instructions?|cover).*");
    private static final Pattern SENTENCE = Pattern.compile(".*[。；，：！？、;,!?:].*", Pattern.DOTALL);

    private NoteSheet() {}

    /**
     * Whether a sheet is one. Whether a line of it is the header of a dataset is asked elsewhere ({@link HeaderMatch#isNear}).
     *
     * @param name of the sheet
     * @param lines its cells by line, all of them
     */
    public static boolean is(String name, List<List<String>> lines) {
        List<List<String>> filled = lines.stream()
                .map(line -> line.stream().filter(cell -> !cell.isBlank()).toList())
                .filter(line -> !line.isEmpty())
                .toList();
        if (filled.isEmpty()
                || lines.size() > MOST_LINES
                || filled.stream().anyMatch(line -> line.size() > MOST_CELLS)) {
            return false;
        }
        if (NAME.matcher(Words.normal(name)).matches()) {
            return true;
        }
        long prose = filled.stream().filter(NoteSheet::isProse).count();
        return 2 * prose >= filled.size() && filled.stream().noneMatch(NoteSheet::holdsNumber);
    }

    private static boolean isProse(List<String> line) {
        return line.stream()
                .anyMatch(cell -> !ToldHeaders.isNumber(cell)
                        && (cell.length() >= PROSE_FROM
                                || SENTENCE.matcher(cell.strip()).matches()));
    }

    /** A number that is not the ordinal before a sentence. */
    private static boolean holdsNumber(List<String> line) {
        for (int i = 0; i < line.size(); i++) {
            boolean isOrdinal = i == 0 && line.size() > 1 && line.get(0).strip().length() <= LONGEST_ORDINAL;
            if (!isOrdinal && ToldHeaders.isNumber(line.get(i))) {
                return true;
            }
        }
        return false;
    }
}
