package org.manyuan.core;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A row that was handed in, and a period in which its submission counted. */
record KnownRow<S extends Stored>(S stored, CountedPeriod period) {
    private static final List<CountedPeriod> ALWAYS = List.of(new CountedPeriod(null, null, null, false));

    /** The rows, in order of arrival, each for every period; those of a submission that has no period always counted. */
    static <S extends Stored> List<KnownRow<S>> of(Collection<S> stored, Collection<CountedPeriod> periods) {
        Map<String, List<CountedPeriod>> bySubmission =
                periods.stream().collect(Collectors.groupingBy(CountedPeriod::submissionId));
        return stored.stream()
                .sorted(Stored.IN_ORDER)
                .flatMap(row -> bySubmission.getOrDefault(row.submissionId(), ALWAYS).stream()
                        .map(period -> new KnownRow<>(row, period)))
                .toList();
    }

    /** Since when it counted: the epoch where it always did. */
    Instant from() {
        return period.knownFrom() == null ? Instant.EPOCH : period.knownFrom();
    }

    /** Null: it counts. */
    Instant to() {
        return period.knownTo();
    }

    String submitter() {
        return stored.submitter() == null ? "" : stored.submitter();
    }
}
