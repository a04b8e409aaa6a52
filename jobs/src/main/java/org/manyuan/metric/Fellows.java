package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.SchoolYear;

/** Which units are in a group together on September 1 of a school year. */
final class Fellows {
    private final Scopes scopes;
    private final List<EducationGroup> groups;

    Fellows(Territory territory, int year) {
        this.scopes = Scopes.on(territory, SchoolYear.firstDay(year));
        this.groups = territory.groups();
    }

    /** The groups that a unit is in. */
    List<EducationGroup> groupsOf(String schoolCode) {
        List<EducationGroup> own = new ArrayList<>();
        for (EducationGroup group : groups) {
            if (isIn(group, "", schoolCode)) {
                own.add(group);
            }
        }
        return own;
    }

    /** Whether a unit is in a group, or on a side of it. */
    boolean isIn(EducationGroup group, String side, String schoolCode) {
        return scopes.of(group).stream()
                .anyMatch(scope -> scope.side().equals(side) && scope.codes().contains(schoolCode));
    }

    /**
     * Whether a group of the kind holds both ends of a flow.
     *
     * @param kind empty: any kind
     */
    boolean share(String kind, TeacherFlow flow) {
        return groups.stream()
                .filter(group -> kind.isEmpty() || group.kind().equals(kind))
                .anyMatch(group -> isIn(group, "", flow.from()) && isIn(group, "", flow.to()));
    }

    /**
     * Whether a flow goes from a unit of a group of the kind to another unit that is a member of the same group.
     *
     * @param kind empty: any kind
     * @param side of the unit that sends: empty for any
     */
    boolean isToMember(String kind, String side, TeacherFlow flow) {
        return !flow.from().equals(flow.to())
                && groups.stream()
                        .filter(group -> kind.isEmpty() || group.kind().equals(kind))
                        .anyMatch(group -> isIn(group, side, flow.from()) && isIn(group, Scopes.MEMBER, flow.to()));
    }
}
