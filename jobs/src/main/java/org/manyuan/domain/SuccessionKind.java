package org.manyuan.domain;

import java.util.Locale;

/** How one unit became another. In files and tables it is written in lower case. */
public enum SuccessionKind {
    /** Another name, under another code where codes are made of names (更名). */
    RENAME,
    /** Another code (变更代码). */
    RECODE,
    /** Several become one (合并). */
    MERGE,
    /** One becomes several (拆分). */
    SPLIT;

    /** The code as stored: {@code rename}, {@code recode}, {@code merge}, {@code split}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a stored code; where the file says nothing it is another code. */
    public static SuccessionKind of(String code) {
        return code == null || code.isBlank() ? RECODE : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
