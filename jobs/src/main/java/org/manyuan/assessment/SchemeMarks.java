package org.manyuan.assessment;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.Indicator;
import org.manyuan.contract.Scheme;

/**
 * What every score shows of its scheme: first what the region has made of it, unless it is in force, and that its text is a draft; then
 * what it assumes of its entries. Source: METRICS C2, DESIGN §9.
 */
final class SchemeMarks {
    private static final List<String> ORDER =
            List.of("planned", "trial", "ended", "draft", "equal_assumed", "inferred", "proxy", "placeholder");

    private SchemeMarks() {}

    /** Those of an entry and all below it, in order, joined by commas. */
    static String of(Indicator entry) {
        return joined(entry.all().flatMap(SchemeMarks::assumed));
    }

    /** Those of the scheme itself and of all its entries. */
    static String of(Scheme scheme) {
        Stream<String> own = Stream.of(scheme.source().status(), scheme.source().isFinal() ? "final" : "draft");
        return joined(Stream.concat(own, scheme.all().flatMap(SchemeMarks::assumed)));
    }

    private static Stream<String> assumed(Indicator entry) {
        return entry.leaf() == null
                ? Stream.of(entry.weightSource(), entry.nameOrigin())
                : Stream.of(
                        entry.weightSource(),
                        entry.nameOrigin(),
                        entry.leaf().metricOrigin(),
                        entry.leaf().targetOrigin());
    }

    private static String joined(Stream<String> marks) {
        List<String> found = marks.distinct().toList();
        return ORDER.stream().filter(found::contains).collect(Collectors.joining(","));
    }
}
