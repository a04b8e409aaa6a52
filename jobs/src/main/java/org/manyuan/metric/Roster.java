package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Role;

/**
 * Who is in a group on a day, by role, in order of school_code.
 *
 * @param spans one per unit: the membership that holds on the day
 */
record Roster(EducationGroup group, LocalDate day, List<MembershipSpan> spans) {
    private static final Function<MembershipSpan, String> TEXT = Roster::text;

    Roster {
        spans = spans.stream()
                .sorted(Comparator.comparing(MembershipSpan::schoolCode).thenComparing(MembershipSpan::role))
                .toList();
    }

    /** L of METRICS §0: all leads. */
    List<String> leads() {
        return codes(List.of(Role.LEAD));
    }

    /** M of METRICS §0: all members; where the group has no lead on the day, its peers as well. */
    List<String> members() {
        return leads().isEmpty() ? codes(List.of(Role.MEMBER, Role.PEER)) : codes(List.of(Role.MEMBER));
    }

    /** Every unit in the group, whatever its role. */
    List<String> all() {
        return codes(List.of(Role.values()));
    }

    /** Whether, on the day, a membership rests on a stated joined day alone. */
    boolean approximate() {
        return spans.stream().anyMatch(span -> span.isApproximateOn(day));
    }

    /** Origin and digest of what says who is in the group. */
    Inputs inputs() {
        return Inputs.all(spans.stream()
                        .map(span -> Inputs.of(span.origin().and(group.origin()), span, TEXT))
                        .toList())
                .as(InputTrace.Use.MEMBERSHIP);
    }

    private static String text(MembershipSpan span) {
        return String.join("|", span.groupCode(), span.schoolCode(), span.role().code());
    }

    private List<String> codes(List<Role> roles) {
        List<String> codes = new ArrayList<>();
        for (MembershipSpan span : spans) {
            if (roles.contains(span.role()) && !codes.contains(span.schoolCode())) {
                codes.add(span.schoolCode());
            }
        }
        return codes;
    }
}
