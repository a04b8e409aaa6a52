package org.manyuan.metric;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.domain.Origin;
import org.manyuan.domain.ResourceFact;
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

    /** {@code school, year, stage, students, column=figure …}. */
    static ResourceFact resource(String[] row) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (String figure : row[4].isEmpty() ? new String[0] : row[4].split(" +")) {
            figures.put(figure.split("=")[0], new BigDecimal(figure.split("=")[1]));
        }
        ResourceFact fact = new ResourceFact(
                row[0],
                Integer.parseInt(row[1]),
                Stage.valueOf(row[2]),
                row[3].equals("-") ? null : Long.valueOf(row[3]),
                figures.remove("teachers"),
                figures.remove("qualified_teachers"),
                figures.remove("backbone_teachers"),
                figures.remove("arts_sports_teachers"),
                figures.remove("intermediate_title_teachers"),
                null,
                null,
                null,
                figures.remove("teaching_area"),
                figures.remove("indoor_sports_area"),
                figures.remove("sports_area"),
                figures.remove("equipment_value"),
                figures.remove("multimedia_rooms"),
                figures.remove("computers"),
                figures.remove("books"),
                Origin.REPORTED);
        if (!figures.isEmpty()) {
            throw new IllegalArgumentException("no such columns: " + figures.keySet());
        }
        return fact;
    }
}
