package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One row per snapshot that was handed in and period in which it counted: a file and a day, whichever schools it names.
 *
 * @param asOf the day it speaks of
 * @param isPatch it says nothing of the schools that it does not name
 */
record SnapshotDay(
        String submitter,
        LocalDate asOf,
        boolean isPatch,
        Instant knownFrom,
        Instant knownTo,
        int precedence,
        LocalDate sourceOn,
        long receivedNo)
        implements Statement {}
