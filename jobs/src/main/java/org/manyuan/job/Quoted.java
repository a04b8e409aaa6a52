package org.manyuan.job;

import java.util.Collection;
import java.util.stream.Collectors;

/** Codes as SQL. */
final class Quoted {
    private Quoted() {}

    /** What may stand after {@code in}; of no code a list that no value is in. */
    static String list(Collection<String> codes) {
        return codes.isEmpty()
                ? "(select null where false)"
                : codes.stream().map(Quoted::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A text. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
