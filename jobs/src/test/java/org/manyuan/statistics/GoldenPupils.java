package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The golden pupils of fourteen schools, each with a prior and an outcome in half points; answers computed in R. METRICS D4. */
final class GoldenPupils {
    private static final double STEP = .5;
    private static final Map<String, Double> ANSWERS = Golden.rows("value_added_expected.csv").stream()
            .collect(Collectors.toMap(row -> row[0], row -> Double.valueOf(row[1])));

    private GoldenPupils() {}

    /** Prior and outcome of every pupil, by school. */
    static Map<String, List<double[]>> bySchool() {
        Map<String, List<double[]>> schools = new TreeMap<>();
        for (String[] row : Golden.rows("value_added_students.csv")) {
            schools.computeIfAbsent(row[0], school -> new ArrayList<>())
                    .add(new double[] {Double.parseDouble(row[2]), Double.parseDouble(row[3])});
        }
        return schools;
    }

    static double[][] column(int column) {
        return bySchool().values().stream()
                .flatMap(List::stream)
                .map(row -> new double[] {row[column]})
                .toArray(double[][]::new);
    }

    static List<CrossMoments> units() {
        return bySchool().values().stream().map(GoldenPupils::unit).toList();
    }

    static double answer(String key) {
        assertThat(ANSWERS).containsKey(key);
        return ANSWERS.get(key);
    }

    /** Sums in whole half points. */
    static CrossMoments unit(List<double[]> pupils) {
        long[] sums = new long[2];
        long[][] products = new long[2][2];
        for (double[] pupil : pupils) {
            for (int a = 0; a < 2; a++) {
                sums[a] += Math.round(pupil[a] / STEP);
                for (int b = 0; b < 2; b++) {
                    products[a][b] += Math.round(pupil[a] / STEP) * Math.round(pupil[b] / STEP);
                }
            }
        }
        return CrossMoments.ofSteps(pupils.size(), sums, products, new double[] {STEP, STEP});
    }
}
