package org.manyuan.metric;

import java.util.Locale;

/** The level of a teacher's title (骨干级别), lowest first. */
enum TalentLevel {
    NONE,
    SCHOOL,
    COUNTY,
    CITY,
    PROVINCE,
    NATIONAL;

    /**
     * Reads a stored code.
     *
     * @throws IllegalArgumentException for any other text
     */
    static TalentLevel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** County level or above: what 骨干教师 means. Source: METRICS A6, A8. */
    boolean isBackbone() {
        return compareTo(COUNTY) >= 0;
    }
}
