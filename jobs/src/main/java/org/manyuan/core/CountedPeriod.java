package org.manyuan.core;

import java.time.Instant;

/**
 * A submission and a period in which it counted.
 *
 * @param knownFrom null: it ever did
 * @param knownTo null: it counts
 * @param isPatch whether it says nothing of what it does not name
 */
public record CountedPeriod(String submissionId, Instant knownFrom, Instant knownTo, boolean isPatch) {}
