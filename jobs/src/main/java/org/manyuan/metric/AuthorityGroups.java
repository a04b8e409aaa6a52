package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.EducationGroup;

/** The groups that a figure of a district adds up where a group is counted as a whole: by the authority that its figures belong to. */
final class AuthorityGroups {
    private AuthorityGroups() {}

    /**
     * Those of a kind whose authority is the district or lies in it; a group without an authority is the territory's alone.
     *
     * @param kind empty: every kind
     */
    static List<EducationGroup> of(Territory territory, String kind, String districtCode) {
        return territory.groups().stream()
                .filter(group -> kind.isEmpty() || group.kind().equals(kind))
                .filter(group -> (group.authorityCode() == null
                                ? List.of(territory.code())
                                : territory.places(group.authorityCode()))
                        .contains(districtCode))
                .toList();
    }
}
