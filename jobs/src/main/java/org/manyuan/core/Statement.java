package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Something that a file said, and while we knew it: from the instant it came to the instant it was taken back. */
interface Statement {
    /** What counts first comes last: precedence, then the file's own day, then arrival. */
    Comparator<Statement> BY_RANK = Comparator.comparingInt(Statement::precedence)
            .thenComparing(Statement::sourceOn, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(Statement::receivedNo);

    Instant knownFrom();

    /** Null: never taken back. */
    Instant knownTo();

    int precedence();

    /** The day that the file gives itself; null where it gives none. */
    LocalDate sourceOn();

    long receivedNo();

    /** Those of the statements that we knew at an instant, the greatest rank last. */
    static <T extends Statement> List<T> knownAt(Instant instant, Collection<T> statements) {
        return statements.stream()
                .filter(said -> !said.knownFrom().isAfter(instant)
                        && (said.knownTo() == null || instant.isBefore(said.knownTo())))
                .sorted(BY_RANK)
                .toList();
    }
}
