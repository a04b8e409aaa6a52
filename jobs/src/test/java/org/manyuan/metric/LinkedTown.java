package org.manyuan.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.domain.Origin;

/** Pupils beside their earlier scores, written down in a few lines. */
final class LinkedTown {
    private LinkedTown() {}

    /** The golden pupils: fourteen schools in two counties, earlier scores and scores in half points; the paper E24 follows E23. */
    static Town golden() {
        Town town = new Town();
        List<LinkedPupil> pupils = new ArrayList<>();
        Map<String, TreeMap<Integer, Long>> bins = new TreeMap<>();
        for (String[] row : MetricTable.csv("value_added_students.csv")) {
            int score = steps(row[3]);
            pupils.add(pupil("E24", row[0], "E23", steps(row[2]), score, "0.5"));
            bins.computeIfAbsent(row[0], any -> new TreeMap<>()).merge(score, 1L, Long::sum);
        }
        town.exam("E24", 2024, "100", "0.5");
        bins.forEach((school, histogram) -> {
            town.unit(school, school.compareTo("V08") < 0 ? "C1" : "C2");
            town.scores("E24", school, histogram);
        });
        return town.linked(pupils);
    }

    static LinkedPupil pupil(String exam, String school, String priorExam, int prior, int score, String priorStep) {
        return new LinkedPupil(
                exam,
                "math",
                school,
                priorExam,
                prior,
                score,
                new BigDecimal(priorStep),
                400,
                400 * 120,
                400 * 15000,
                Origin.REPORTED);
    }

    private static int steps(String points) {
        return Math.toIntExact(Math.round(2 * Double.parseDouble(points)));
    }
}
