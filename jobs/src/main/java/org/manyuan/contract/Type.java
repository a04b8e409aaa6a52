package org.manyuan.contract;

/** What a cell becomes. The exact stored type is {@link Column#sqlType()}. */
public enum Type {
    /** {@code string}. */
    TEXT,
    /** {@code int} or {@code bigint}. */
    WHOLE,
    /** {@code decimal(p,s)}, handed over as whole units of the scale. */
    DECIMAL,
    /** {@code double}. */
    NUMBER,
    /** {@code date}, a local day. */
    DAY,
    /** {@code boolean}. */
    FLAG
}
