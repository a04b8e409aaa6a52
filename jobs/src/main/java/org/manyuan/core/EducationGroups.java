package org.manyuan.core;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Role;
import org.manyuan.domain.Unit;

/** {@code dim_group}: one row per group. */
public final class EducationGroups {
    /** Who leads comes first: who has not left, then who joined last, then the lowest code. */
    private static final Comparator<MembershipSpan> LEAD = Comparator.comparing(
                    (MembershipSpan span) -> span.leftOn() != null)
            .thenComparing(MembershipSpan::joinedOn, Comparator.<LocalDate>reverseOrder())
            .thenComparing(MembershipSpan::schoolCode);

    private EducationGroups() {}

    /**
     * Gives every group a kind and, where it can, an authority.
     *
     * @param groups as the current rows of {@code stg_education_group} say it
     * @param spans memberships with roles
     * @return one row per group_code, in its order; without an authority that of its lead counts: of several leads known now one that
     *     has not left, then the one that joined last, then the lowest code; without a lead it stays unknown
     */
    public static List<EducationGroup> of(
            Collection<EducationGroup> groups, Collection<MembershipSpan> spans, Collection<Unit> units) {
        Map<String, MembershipSpan> leads = new HashMap<>();
        spans.stream()
                .filter(span -> span.knownTo() == null && span.role() == Role.LEAD)
                .forEach(span -> leads.merge(
                        span.groupCode(), span, (one, other) -> LEAD.compare(one, other) <= 0 ? one : other));
        Map<String, String> authorities = new HashMap<>();
        units.forEach(unit -> authorities.put(unit.schoolCode(), unit.authorityCode()));
        return groups.stream()
                .map(group -> complete(group, leads.get(group.groupCode()), authorities))
                .sorted(Comparator.comparing(EducationGroup::groupCode).thenComparing(Object::toString))
                .toList();
    }

    private static EducationGroup complete(EducationGroup group, MembershipSpan lead, Map<String, String> authorities) {
        String ofLead = lead == null ? null : authorities.get(lead.schoolCode());
        return new EducationGroup(
                group.groupCode(),
                group.name(),
                group.authorityCode() == null ? ofLead : group.authorityCode(),
                group.kind() == null ? "education_group" : group.kind(),
                group.form(),
                group.foundedOn(),
                group.dissolvedOn(),
                group.origin());
    }
}
