package org.manyuan.metric;

import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

/** The records that a town is made of. */
final class TownRecords {
    private TownRecords() {}

    /** A junior school. */
    static Unit school(String school, String district, Origin origin) {
        return new Unit(
                school,
                school,
                district,
                district,
                null,
                EnumSet.of(Stage.J),
                SchoolingSystem.SIX_THREE,
                null,
                null,
                null,
                null,
                origin);
    }

    /** The same unit with another setting and owner. */
    static Unit place(Unit unit, String settingCode, String ownership) {
        return new Unit(
                unit.schoolCode(),
                unit.name(),
                unit.districtCode(),
                unit.authorityCode(),
                unit.partOf(),
                unit.stages(),
                unit.schoolingSystem(),
                settingCode,
                ownership,
                unit.openedOn(),
                unit.closedOn(),
                unit.origin());
    }

    /** Scores in steps, by how many pupils have them. */
    static SchoolExamFact scores(String exam, String school, TreeMap<Integer, Long> bins) {
        long n = 0;
        long s1 = 0;
        long s2 = 0;
        for (Map.Entry<Integer, Long> bin : bins.entrySet()) {
            n += bin.getValue();
            s1 += bin.getValue() * bin.getKey();
            s2 += bin.getValue() * bin.getKey() * bin.getKey();
        }
        return new SchoolExamFact(
                exam,
                Town.SUBJECT,
                school,
                n,
                0,
                0,
                0,
                s1,
                s2,
                bins.keySet().stream().mapToInt(Integer::intValue).toArray(),
                bins.values().stream().mapToLong(Long::longValue).toArray(),
                null,
                null,
                null,
                null,
                null,
                null,
                Origin.REPORTED);
    }

    /** A school's own total; null is what was not handed in. */
    static SchoolExamFact total(String exam, String school, long n, Double mean, Double sd) {
        return new SchoolExamFact(
                exam,
                Town.SUBJECT,
                school,
                n,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                mean,
                sd,
                null,
                null,
                null,
                null,
                Origin.REPORTED);
    }
}
