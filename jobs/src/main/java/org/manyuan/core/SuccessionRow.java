package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.SuccessionKind;
import org.manyuan.domain.Successions;

/** One row per line of {@code school_succession} that was handed in and period in which it counted. */
record SuccessionRow(
        String fromCode,
        String toCode,
        LocalDate happenedOn,
        SuccessionKind kind,
        Instant knownFrom,
        Instant knownTo,
        int precedence,
        LocalDate sourceOn,
        long receivedNo,
        Origin origin)
        implements Statement {

    /** As known at an instant: of two rows about the same two units, e.g. with a corrected day, that of the greater rank. */
    static Successions known(Collection<SuccessionRow> rows, Instant instant) {
        Map<List<String>, SchoolSuccession> byUnits = new HashMap<>();
        Statement.knownAt(instant, rows)
                .forEach(row -> byUnits.put(
                        List.of(row.fromCode, row.toCode),
                        new SchoolSuccession(row.fromCode, row.toCode, row.happenedOn, row.kind, row.origin)));
        return Successions.of(byUnits.values());
    }
}
