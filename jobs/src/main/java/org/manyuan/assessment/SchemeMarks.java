package org.manyuan.assessment;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.Indicator;

/** What a scheme assumes of its entries, as the marks that every score shows. Source: METRICS C2, DESIGN §9. */
final class SchemeMarks {
    private static final List<String> ORDER = List.of("equal_assumed", "inferred", "proxy", "placeholder");

    private SchemeMarks() {}

    /** Those of an entry and all below it, in order, joined by commas. */
    static String of(Indicator entry) {
        return joined(entry.all());
    }

    /** Those of all of these and what lies below them. */
    static String of(List<Indicator> entries) {
        return joined(entries.stream().flatMap(Indicator::all));
    }

    private static String joined(Stream<Indicator> entries) {
        List<String> found = entries.flatMap(entry -> entry.leaf() == null
                        ? Stream.of(entry.weightSource(), entry.nameOrigin())
                        : Stream.of(
                                entry.weightSource(),
                                entry.nameOrigin(),
                                entry.leaf().metricOrigin(),
                                entry.leaf().targetOrigin()))
                .distinct()
                .toList();
        return ORDER.stream().filter(found::contains).collect(Collectors.joining(","));
    }
}
