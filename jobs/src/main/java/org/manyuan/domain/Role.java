package org.manyuan.domain;

import java.util.Locale;

/** The part a unit plays in a group. In files and tables it is written in lower case. */
public enum Role {
    /** The strong school that leads (牵头校, 核心校, 总校). */
    LEAD,
    MEMBER,
    /** A unit of a group that has no lead. */
    PEER,
    /** The base of a teaching-research centre (教研中心基地校). */
    BASE;

    /** The code as stored: {@code lead}, {@code member}, {@code peer}, {@code base}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a stored code.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
