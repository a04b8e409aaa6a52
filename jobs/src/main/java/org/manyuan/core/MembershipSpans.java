package org.manyuan.core;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.manyuan.domain.MembershipSpan;

/** {@code brg_membership}: one row per group, unit, joined day, role and period in which we knew it so. */
public final class MembershipSpans {
    private static final Comparator<MembershipSpan> IN_ORDER = Comparator.comparing(MembershipSpan::groupCode)
            .thenComparing(MembershipSpan::schoolCode)
            .thenComparing(MembershipSpan::joinedOn)
            .thenComparing(MembershipSpan::knownFrom)
            .thenComparing(Object::toString);

    private MembershipSpans() {}

    /** Spans and snapshots become bitemporal spans with the roles that the files say, null where they say none: see {@link #withRoles}. */
    public static List<MembershipSpan> of(MembershipSources sources) {
        return new MembershipStatements(sources)
                .all()
                .flatMap(said -> LineMemberships.of(said).stream())
                .toList();
    }

    /**
     * Gives every span a role, group by group.
     *
     * @param examinees by unit: the size by which a derived lead's ties are broken ({@link FirstExam#examinees})
     * @param deriveLead the setting {@code derive_lead}
     * @return in order of group, unit and day, whatever the order of the given ones
     */
    public static List<MembershipSpan> withRoles(
            List<MembershipSpan> spans, Map<String, Long> examinees, boolean deriveLead) {
        GroupRoles roles = new GroupRoles(deriveLead, examinees);
        return spans.stream()
                .collect(Collectors.groupingBy(MembershipSpan::groupCode, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(group -> roles.of(group).stream())
                .sorted(IN_ORDER)
                .toList();
    }
}
