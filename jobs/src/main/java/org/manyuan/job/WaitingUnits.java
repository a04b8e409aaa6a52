package org.manyuan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.Tenure;
import org.manyuan.store.LakeQuery;

/** The units that a scheme does not count yet, each with the day from which it will: METRICS C2, {@code tenure}. */
final class WaitingUnits {
    private final Map<String, Map<String, List<Tenure.Stay>>> stays;
    private final Map<String, String> names;

    private WaitingUnits(Map<String, Map<String, List<Tenure.Stay>>> stays, Map<String, String> names) {
        this.stays = stays;
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
        Map<String, Map<String, List<Tenure.Stay>>> stays = new HashMap<>();
        for (List<Object> row : lake.rows("select group_code, school_code, joined_on, left_on from " + table)) {
            stays.computeIfAbsent((String) row.get(0), any -> new TreeMap<>())
                    .computeIfAbsent((String) row.get(1), any -> new ArrayList<>())
                    .add(new Tenure.Stay((LocalDate) row.get(2), (LocalDate) row.get(3)));
        }
        return new WaitingUnits(stays, names);
    }

    /** None. */
    static WaitingUnits none() {
        return new WaitingUnits(Map.of(), Map.of());
    }

    /** Those of a score, by code; empty where the scheme or the memberships are no longer those of the score. */
    List<AssessedGroup.Waiting> of(AssessmentScore score) {
        int year = score.schoolYear();
        Optional<Scheme> scheme = Schemes.of(score.schemeId(), score.schemeVersion());
        if (scheme.isEmpty()) {
            return List.of();
        }
        List<AssessedGroup.Waiting> waiting = new ArrayList<>();
        stays.getOrDefault(score.groupCode(), Map.of()).forEach((school, ofUnit) -> {
            Tenure tenure = new Tenure(ofUnit, scheme.get().minSchoolYears());
            if (tenure.waitsIn(year)) {
                waiting.add(new AssessedGroup.Waiting(
                        school,
                        names.getOrDefault(school, school),
                        tenure.countsFrom(year).orElse(null)));
            }
        });
        return score.waitingUnits() != null && waiting.size() == score.waitingUnits() ? waiting : List.of();
    }
}
