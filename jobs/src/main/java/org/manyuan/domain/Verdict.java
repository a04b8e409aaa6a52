package org.manyuan.domain;

/** What may be said of a change. Source: METRICS B4. */
public enum Verdict {
    NARROWED,
    WIDENED,
    /** The sign turned round and both years' intervals exclude zero. */
    REVERSED,
    NO_DETECTABLE_CHANGE,
    /** No interval exists; the flag says why. */
    NOT_JUDGED
}
