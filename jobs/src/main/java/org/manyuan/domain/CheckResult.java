package org.manyuan.domain;

/** What a policy rule found. UNKNOWN is never FAIL. Source: METRICS C4. */
public enum CheckResult {
    PASS,
    FAIL,
    /** An input is missing. */
    UNKNOWN,
    /** Outside the rule's scope or time. */
    NA
}
