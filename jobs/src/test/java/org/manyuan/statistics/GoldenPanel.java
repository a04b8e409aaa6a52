package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The golden panel of staggered adoption: 120 schools in groups over seven years; answers computed in R. METRICS D4. */
final class GoldenPanel {
    static final int[] YEARS = {2018, 2019, 2020, 2021, 2022, 2023, 2024};

    private static final Map<String, Double> ANSWERS = Golden.rows("staggered_expected.csv").stream()
            .collect(Collectors.toMap(row -> row[0], row -> Double.valueOf(row[1])));

    private GoldenPanel() {}

    static List<AdoptionUnit> units() {
        Map<String, double[]> outcome = new TreeMap<>();
        Map<String, String[]> first = new TreeMap<>();
        for (String[] row : Golden.rows("staggered_panel.csv")) {
            first.put(row[0], row);
            outcome.computeIfAbsent(row[0], school -> new double[YEARS.length])[Integer.parseInt(row[3]) - YEARS[0]] =
                    Double.parseDouble(row[4]);
        }
        List<AdoptionUnit> units = new ArrayList<>();
        outcome.forEach((school, values) -> {
            int year = Integer.parseInt(first.get(school)[2]);
            units.add(AdoptionUnit.of(school, first.get(school)[1], year == 0 ? AdoptionUnit.NEVER : year, values));
        });
        return units;
    }

    static AdoptionPanel panel() {
        return AdoptionPanel.of(YEARS, units());
    }

    static double answer(String key) {
        assertThat(ANSWERS).containsKey(key);
        return ANSWERS.get(key);
    }

    static int answers(String prefix) {
        return (int)
                ANSWERS.keySet().stream().filter(key -> key.startsWith(prefix)).count();
    }
}
