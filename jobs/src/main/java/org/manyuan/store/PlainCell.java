package org.manyuan.store;

import org.dhatim.fastexcel.Worksheet;

/**
 * A cell of text that a spreadsheet takes for nothing but text: never a formula, and where it begins like one, with a quotation mark
 * before it. Characters that no workbook may hold, and those that turn the direction of writing around, are left out.
 */
final class PlainCell {
    /** A spreadsheet takes 32,767 characters. */
    private static final int LONGEST = 32_000;

    private static final String LIKE_A_FORMULA = "(?s)[=+@\\-\\t\\r＝＋＠－].*";
    private static final String NUMBER = "[+-]?[0-9]+(\\.[0-9]+)?";

    private PlainCell() {}

    static void put(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.value(row, column, safe(text));
        }
    }

    /** The text as it is written. A plain number with a sign stays as it is: it computes nothing. */
    static String safe(String text) {
        boolean isQuoted = text.matches(LIKE_A_FORMULA) && !text.matches(NUMBER);
        String plain = text.codePoints()
                .filter(PlainCell::isWritten)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String whole = isQuoted || plain.matches(LIKE_A_FORMULA) && !plain.matches(NUMBER) ? "'" + plain : plain;
        return whole.length() <= LONGEST ? whole : cut(whole) + "…";
    }

    /** How wide a column shows a text, in characters of a spreadsheet, up to some sixty: a Chinese character takes two places. */
    static double width(String text) {
        return 3
                + text.chars()
                        .limit(60)
                        .mapToDouble(c -> c > 0x2E80 ? 2.2 : 1.1)
                        .sum();
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    private static boolean isWritten(int character) {
        boolean isControl = Character.isISOControl(character) && character != '\n';
        boolean isHalf = character >= 0xD800 && character <= 0xDFFF;
        boolean isNoCharacter = (character & 0xFFFE) == 0xFFFE;
        boolean turnsAround = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        return !isControl && !isHalf && !isNoCharacter && !turnsAround;
    }
}
