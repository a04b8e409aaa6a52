package org.manyuan.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The golden vectors as a territory. */
final class GoldenTown {
    private GoldenTown() {}

    /** The golden pupils as a town: districts D1 and D2 with papers of their own, three education groups. METRICS D4. */
    static Town town() {
        Town town = Town.of("D1", "D2");
        for (int year : List.of(2023, 2024)) {
            for (String exam : List.of("D1-" + year, "D2-" + year)) {
                town.exam(exam, year).cuts(exam, "85", "60", "40");
            }
        }
        for (String group : List.of("GA", "GB", "GC")) {
            town.group(group, group.equals("GC") ? "D2" : "D1", "");
        }
        Map<String, TreeMap<Integer, Long>> histograms = new TreeMap<>();
        for (String[] row : MetricTable.csv("students.csv")) {
            histograms
                    .computeIfAbsent(String.join(",", Arrays.copyOf(row, 5)), any -> new TreeMap<>())
                    .merge(Integer.valueOf(row[6]), 1L, Long::sum);
        }
        histograms.forEach((key, bins) -> {
            String[] cells = key.split(",", -1);
            boolean isNew = !town.hasUnit(cells[4]);
            town.unit(cells[4], cells[1]);
            town.scores(cells[1] + "-" + cells[0], cells[4], bins);
            if (isNew && !cells[2].isEmpty()) {
                town.member(cells[2], cells[4], cells[3], "2010-09-01", null);
            }
        });
        return town;
    }
}
