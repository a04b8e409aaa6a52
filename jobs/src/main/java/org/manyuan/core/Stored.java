package org.manyuan.core;

import java.time.LocalDate;
import java.util.Comparator;

/** A row as it was ever handed in, whatever counts now, with the submission that it came in. */
interface Stored {
    /** Arrival; within a submission the lines of its file. So what follows is the same whatever the order in which a table gives them. */
    Comparator<Stored> IN_ORDER = Comparator.comparingLong(Stored::receivedNo)
            .thenComparing(Stored::submissionId, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Stored::sourceLine, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Object::toString);

    String submissionId();

    /** Null where nobody said who handed it in. */
    String submitter();

    int precedence();

    /** The day that the file gives itself; null where it gives none. */
    LocalDate sourceOn();

    long receivedNo();

    /** Null where its source has no lines. */
    Long sourceLine();
}
