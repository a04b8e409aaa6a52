package org.manyuan.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two lines that are one header: 小学 over 男 and 女. A cell over several belongs to each of them; whether cells are merged, or the
 * others were left empty, makes no difference.
 */
record TwoRowHeader(Header upper, Header lower, List<MergedCells> merged) {
    /** Under a group's name these mean the whole of it. */
    private static final Set<String> WHOLE = Set.of("计", "小计", "合计", "总计", "总数");

    /** Whether the lines have that shape, and the lower one is no line of data under the contract. */
    boolean isOne(HeaderMeanings meanings) {
        return lower.line() == upper.line() + 1 && (isMerged() || isStaggered()) && !fillsKey(meanings);
    }

    /** Whether the lower line says something under a header of the key that is no header itself: only a line of data does. */
    private boolean fillsKey(HeaderMeanings meanings) {
        return IntStream.range(0, upper.cells().size())
                .filter(cell -> meanings.isKey(text(upper, cell)))
                .anyMatch(cell -> {
                    String over = text(upper, cell);
                    String under = text(lower, cell);
                    return !under.isEmpty()
                            && !WHOLE.contains(Words.normal(under))
                            && Stream.of(under, over + under, over + "/" + under)
                                    .noneMatch(meanings::knows);
                });
    }

    private boolean isMerged() {
        return merged.stream()
                .filter(cells -> cells.firstLine() == upper.line())
                .anyMatch(cells -> cells.lastLine() == lower.line()
                        || cells.lastLine() == upper.line()
                                && IntStream.rangeClosed(cells.firstCell(), cells.lastCell())
                                                .filter(cell ->
                                                        !text(lower, cell).isEmpty())
                                                .count()
                                        > 1);
    }

    /** Each line is filled where the other is empty, and the lower one holds no digit: a line of data always does. */
    private boolean isStaggered() {
        boolean onlyUpper = false;
        boolean onlyLower = false;
        boolean begun = false;
        for (int cell = 0; cell < cells(); cell++) {
            boolean over = !text(upper, cell).isEmpty();
            boolean under = !text(lower, cell).isEmpty();
            onlyUpper |= over && !under;
            onlyLower |= begun && under && !over;
            begun |= over;
        }
        return onlyUpper
                && onlyLower
                && lower.cells().stream().noneMatch(text -> text.chars().anyMatch(Character::isDigit));
    }

    /** One header out of both, on the lower line, its words chosen as the contract knows them. */
    Header joined(HeaderMeanings meanings) {
        List<String> cells = new ArrayList<>();
        for (int cell = 0; cell < cells(); cell++) {
            cells.add(word(cell, meanings));
        }
        return new Header(cells, lower.line());
    }

    private String word(int cell, HeaderMeanings meanings) {
        String under = text(lower, cell);
        if (under.isEmpty()) {
            return text(upper, cell);
        }
        int begin = begin(cell);
        String over = begin < 0 ? "" : text(upper, begin);
        if (over.isEmpty()) {
            return under;
        }
        for (String together : List.of(over + under, over + "/" + under)) {
            if (meanings.knows(together)) {
                return together;
            }
        }
        return isGroup(begin) ? inGroup(over, under, meanings) : alone(over, under, meanings);
    }

    private static String inGroup(String over, String under, HeaderMeanings meanings) {
        String word = Words.normal(under);
        boolean isCode = meanings.code(Words.normal(over)).isPresent();
        if (isCode && meanings.isWideValue(word)) {
            return over;
        }
        if (WHOLE.contains(word)) {
            for (String whole : List.of(over, over + "数", over + "人数")) {
                if (meanings.knows(whole)) {
                    return whole;
                }
            }
        }
        return !isCode && meanings.knows(under) ? under : over + "/" + under;
    }

    private static String alone(String over, String under, HeaderMeanings meanings) {
        if (meanings.knows(over)) {
            return over;
        }
        return meanings.knows(under) ? under : over + "/" + under;
    }

    /** Where the upper cell begins that lies over this one; −1 where none does. */
    private int begin(int cell) {
        for (MergedCells cells : merged) {
            if (cells.holds(upper.line(), cell)) {
                return cells.firstLine() == upper.line() ? cells.firstCell() : -1;
            }
        }
        int begin = cell;
        while (begin >= 0 && text(upper, begin).isEmpty()) {
            begin--;
        }
        return begin;
    }

    private boolean isGroup(int begin) {
        return IntStream.range(begin, cells())
                        .filter(cell -> !text(lower, cell).isEmpty() && begin(cell) == begin)
                        .limit(2)
                        .count()
                > 1;
    }

    private int cells() {
        return Math.max(upper.cells().size(), lower.cells().size());
    }

    private static String text(Header header, int cell) {
        return cell < header.cells().size() ? header.cells().get(cell).strip() : "";
    }
}
