package org.manyuan.store;

/** Names out of files as a message may show them: no control character, nothing that turns the line around, not endless. */
final class Printable {
    private static final int LONGEST = 120;

    private Printable() {}

    /** What is not to be shown becomes its number, {@code \\u202E}; a long name loses its middle. */
    static String of(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (isHidden(c)) {
                shown.append("\\u%04X".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        if (shown.codePointCount(0, shown.length()) <= LONGEST) {
            return shown.toString();
        }
        int head = shown.offsetByCodePoints(0, LONGEST / 2);
        int tail = shown.offsetByCodePoints(shown.length(), -LONGEST / 2);
        return shown.substring(0, head) + "…" + shown.substring(tail);
    }

    /** Whether any character of it is not to be shown. */
    static boolean hidesSomething(String name) {
        return name.codePoints().anyMatch(Printable::isHidden);
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }
}
