package org.manyuan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.GroupTenure;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Role;
import org.manyuan.domain.Successions;
import org.manyuan.store.LakeQuery;

/** The units that a scheme does not count yet, each with the day from which it will: METRICS C2, {@code tenure}. */
final class WaitingUnits {
    private final Map<String, List<MembershipSpan>> spans;
    private final Successions successions;
    private final Map<String, String> names;

    private WaitingUnits(Map<String, List<MembershipSpan>> spans, Successions successions, Map<String, String> names) {
        this.spans = spans;
        this.successions = successions;
        this.names = names;
    }

    /**
     * Of the memberships as known now, or as a release shows them.
     *
     * @param names of units, by code
     */
    static WaitingUnits in(LakeQuery lake, Map<String, String> names) {
        String table =
                lake.tables().contains("dim_membership") ? "dim_membership" : "brg_membership where known_to is null";
        Map<String, List<MembershipSpan>> spans = new HashMap<>();
        for (List<Object> row : lake.rows("select group_code, school_code, role, joined_on, left_on from " + table)) {
            spans.computeIfAbsent((String) row.get(0), any -> new ArrayList<>())
                    .add(MembershipSpan.ofDays(
                            (String) row.get(0),
                            (String) row.get(1),
                            Role.of((String) row.get(2)),
                            (LocalDate) row.get(3),
                            (LocalDate) row.get(4)));
        }
        return new WaitingUnits(spans, Successions.of(FamilyInputs.successions(lake)), names);
    }

    /** None. */
    static WaitingUnits none() {
        return new WaitingUnits(Map.of(), Successions.of(List.of()), Map.of());
    }

    /** Those of a score, by code; empty where the scheme or the memberships are no longer those of the score. */
    List<AssessedGroup.Waiting> of(AssessmentScore score) {
        int year = score.schoolYear();
        Optional<Scheme> scheme = Schemes.of(score.schemeId(), score.schemeVersion());
        if (scheme.isEmpty()) {
            return List.of();
        }
        GroupTenure tenure = new GroupTenure(
                spans.getOrDefault(score.groupCode(), List.of()),
                successions,
                scheme.get().minSchoolYears());
        List<AssessedGroup.Waiting> waiting = tenure.units().stream()
                .filter(unit -> tenure.waitsIn(year, unit))
                .map(unit -> new AssessedGroup.Waiting(
                        unit,
                        names.getOrDefault(unit, unit),
                        tenure.countsFrom(year, unit).orElse(null)))
                .toList();
        return score.waitingUnits() != null && waiting.size() == score.waitingUnits() ? waiting : List.of();
    }
}
