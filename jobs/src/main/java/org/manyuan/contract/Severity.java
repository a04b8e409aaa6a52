package org.manyuan.contract;

import java.util.Arrays;
import java.util.Locale;

/** What a check's finding does to the row that it is about. */
public enum Severity {
    /** The row is not taken. */
    ERROR,
    /** The row is taken and the receipt tells it. */
    WARNING;

    /** The word that pages and contracts use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Severity of(Tree word) {
        return Arrays.stream(values())
                .filter(severity -> severity.code().equals(word.text()))
                .findFirst()
                .orElseThrow(() -> word.wrong("severity is error or warning"));
    }
}
