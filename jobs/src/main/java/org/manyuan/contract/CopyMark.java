package org.manyuan.contract;

import java.util.regex.Pattern;

/** What programs and people add to a file's name when they copy it, and what is no part of what it says: (1), - 副本, _最终版. */
final class CopyMark {
    private static final String NUMBERED = "\\s*[(（]\\d{1,3}[)）]";
    private static final String COPY = "\\s*[-_—–]*\\s*(的?副本|拷贝|copy(\\s+of)?)\\s*\\d{0,3}";
    private static final String STATE = "\\s*[-_—–(（]\\s*(最终|最新|终|定|修改|更正|修订|正式)(版|稿|后)?\\d{0,2}\\s*[)）]?";
    private static final Pattern AT_END =
            Pattern.compile("(" + NUMBERED + "|" + COPY + "|" + STATE + ")\\s*$", Pattern.CASE_INSENSITIVE);

    private CopyMark() {}

    /** The name without them; one that is nothing else stays as it is. */
    static String without(String stem) {
        String name = stem.strip();
        for (String shorter = once(name); !shorter.equals(name); shorter = once(name)) {
            name = shorter;
        }
        return name;
    }

    private static String once(String name) {
        String shorter = AT_END.matcher(name).replaceFirst("").strip();
        return shorter.isEmpty() ? name : shorter;
    }
}
