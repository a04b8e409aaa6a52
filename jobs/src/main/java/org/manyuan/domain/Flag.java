package org.manyuan.domain;

/**
 * Why a figure is as it is. One per row: the first that applies, in this order. A figure that cannot be computed is null with a
 * flag, never 0. Source: METRICS §0.
 */
public enum Flag {
    MISSING_INPUT,
    DIFFERENT_PAPER,
    BASE_MISSING,
    SCALE_CHANGED,
    NESTING_BROKEN,
    ZERO_MEAN,
    ZERO_SD,
    K_TOO_SMALL,
    CI_UNBOUNDED,
    TRUNCATED_AT_ZERO,
    APPROXIMATE,
    INCONSISTENT_SOURCE,
    N_TOO_SMALL,
    /** Set by disclosure alone. */
    SUPPRESSED,
    OK;

    /** Persons on a side below which a figure is N_TOO_SMALL (METRICS §0). */
    public static final int FEW_PERSONS = 30;

    /** The flag that goes before the other in the order of the catalogue. */
    public Flag or(Flag other) {
        return ordinal() <= other.ordinal() ? this : other;
    }
}
