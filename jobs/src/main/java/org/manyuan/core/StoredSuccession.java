package org.manyuan.core;

import java.time.LocalDate;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SuccessionKind;

/**
 * One row per line of {@code stg_school_succession}.
 *
 * @param kind null where the file says nothing
 */
public record StoredSuccession(
        String fromCode,
        String toCode,
        LocalDate happenedOn,
        SuccessionKind kind,
        Origin origin,
        String submissionId,
        String submitter,
        int precedence,
        LocalDate sourceOn,
        long receivedNo,
        Long sourceLine)
        implements Stored {}
