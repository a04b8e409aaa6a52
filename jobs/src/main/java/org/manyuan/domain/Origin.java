package org.manyuan.domain;

import java.util.Locale;

/** Where rows come from. A figure is synthetic if any row behind it is. */
public enum Origin {
    REPORTED,
    SYNTHETIC;

    /** The code as stored: {@code reported}, {@code synthetic}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a stored code; null or empty is reported. */
    public static Origin of(String code) {
        return code == null || code.isBlank() ? REPORTED : valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The origin of a figure that rests on both. */
    public Origin and(Origin other) {
        return this == SYNTHETIC || other == SYNTHETIC ? SYNTHETIC : REPORTED;
    }
}
