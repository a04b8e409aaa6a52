package org.manyuan.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.domain.MembershipSpan;

/**
 * Turns successive states of knowledge into spans with known time: what a state no longer holds was known until then, what it newly
 * holds is known from then on.
 */
final class KnownTime {
    private final Map<MembershipSpan, Instant> nowKnown = new LinkedHashMap<>();
    private final List<MembershipSpan> past = new ArrayList<>();

    /** At this instant exactly these spans are known. Instants come in order; the known time of the given spans is ignored. */
    void at(Instant instant, Collection<MembershipSpan> state) {
        Set<MembershipSpan> bare = new LinkedHashSet<>();
        state.forEach(span -> bare.add(span.known(null, null)));
        nowKnown.entrySet().removeIf(known -> {
            boolean gone = !bare.contains(known.getKey());
            if (gone && known.getValue().isBefore(instant)) {
                past.add(known.getKey().known(known.getValue(), instant));
            }
            return gone;
        });
        bare.forEach(span -> nowKnown.putIfAbsent(span, instant));
    }

    /** All spans: first those that were corrected, then those known now. */
    List<MembershipSpan> spans() {
        List<MembershipSpan> spans = new ArrayList<>(past);
        nowKnown.forEach((span, from) -> spans.add(span.known(from, null)));
        return spans;
    }
}
