package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Role;

/**
 * Who leads one group. What the files say counts: where they name a lead, a unit without a role is a member; where they name none,
 * every unit is a peer, or, with the setting {@code derive_lead} and no role but member named, the lead of a day is the unit in the
 * group that joined first, ties by the most examinees in the first exam, then by the lowest code (DATASETS, England). Worked out
 * anew for every state of knowledge, so what was known then is told as it was told then.
 */
final class GroupRoles {
    private final boolean deriveLead;
    private final Map<String, Long> examinees;

    /**
     * @param examinees of a unit in the first exam with results; a unit without has none
     */
    GroupRoles(boolean deriveLead, Map<String, Long> examinees) {
        this.deriveLead = deriveLead;
        this.examinees = examinees;
    }

    /** The spans of one group, every one with a role; split where the derived lead changes. */
    List<MembershipSpan> of(List<MembershipSpan> spans) {
        TreeSet<Instant> instants = new TreeSet<>();
        spans.forEach(span -> {
            instants.add(span.knownFrom());
            Optional.ofNullable(span.knownTo()).ifPresent(instants::add);
        });
        KnownTime known = new KnownTime();
        for (Instant instant : instants) {
            List<MembershipSpan> state = spans.stream()
                    .filter(span -> !span.knownFrom().isAfter(instant)
                            && (span.knownTo() == null || instant.isBefore(span.knownTo())))
                    .sorted(Comparator.comparing(MembershipSpan::schoolCode)
                            .thenComparing(MembershipSpan::joinedOn)
                            .thenComparing(span ->
                                    span.role() == null ? "" : span.role().code()))
                    .toList();
            known.at(instant, roles(state));
        }
        return known.spans();
    }

    private List<MembershipSpan> roles(List<MembershipSpan> state) {
        boolean hasLead = state.stream().anyMatch(span -> span.role() == Role.LEAD);
        boolean toldNothing = state.stream().allMatch(span -> span.role() == null || span.role() == Role.MEMBER);
        if (toldNothing && deriveLead) {
            return derived(state);
        }
        return state.stream()
                .map(span -> {
                    boolean open = span.role() == null || (toldNothing && span.role() == Role.MEMBER);
                    Role role = !open ? span.role() : hasLead ? Role.MEMBER : Role.PEER;
                    return span.part(span.joinedOn(), span.leftOn(), role);
                })
                .toList();
    }

    private List<MembershipSpan> derived(List<MembershipSpan> state) {
        Set<LocalDate> turns = new TreeSet<>();
        state.forEach(span -> {
            turns.add(span.joinedOn());
            Optional.ofNullable(span.leftOn()).ifPresent(turns::add);
        });
        List<MembershipSpan> parts = new ArrayList<>();
        for (MembershipSpan span : state) {
            LocalDate from = span.joinedOn();
            Role role = roleOn(from, span, state);
            for (LocalDate turn : turns) {
                Role next = turn.isAfter(from) && span.holdsOn(turn) ? roleOn(turn, span, state) : role;
                if (next != role) {
                    parts.add(span.part(from, turn, role));
                    from = turn;
                    role = next;
                }
            }
            parts.add(span.part(from, span.leftOn(), role));
        }
        return parts;
    }

    private Role roleOn(LocalDate day, MembershipSpan span, List<MembershipSpan> state) {
        String lead = state.stream()
                .filter(member -> member.holdsOn(day))
                .min(Comparator.<MembershipSpan, LocalDate>comparing(member -> since(member, state))
                        .thenComparing(
                                member -> examinees.getOrDefault(member.schoolCode(), 0L), Comparator.reverseOrder())
                        .thenComparing(MembershipSpan::schoolCode))
                .orElseThrow()
                .schoolCode();
        return lead.equals(span.schoolCode()) ? Role.LEAD : Role.MEMBER;
    }

    /** The day an uninterrupted membership began: a span that takes over on the day another of the unit ends goes on with it. */
    private static LocalDate since(MembershipSpan span, List<MembershipSpan> state) {
        LocalDate since = span.joinedOn();
        for (MembershipSpan before : state) {
            if (before.schoolCode().equals(span.schoolCode())
                    && since.equals(before.leftOn())
                    && before.joinedOn().isBefore(since)) {
                return since(before, state);
            }
        }
        return since;
    }
}
