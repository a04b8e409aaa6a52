package org.manyuan.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.metric.TeacherSide;

/**
 * The figures of a personnel list: one row for the district, each of its groups and each of its units, all stages together, each figure
 * with its flag beside it.
 *
 * @param units of the district with a roll
 * @param groups that these are in
 * @param places makes the columns that name a place, of its codes
 */
record PersonnelFigures(TeacherSide side, Set<String> units, Set<String> groups, Place places) {
    /** Whose figures they are. */
    static final Set<String> METRICS = Set.of("TCH-01", "TCH-02", "TCH-03", "TCH-04");

    static final List<String> COLUMNS = List.of(
            "place_kind",
            "place_code",
            "place_name",
            "eligible",
            "exchanged",
            "exchange_rate",
            "exchange_flag",
            "backbone_share",
            "backbone_flag",
            "due",
            "rotation_rate",
            "rotation_flag",
            "net_rate",
            "net_flag");

    /** Names a place. */
    interface Place {
        Map<String, Object> of(String districtCode, String groupCode, String schoolCode);
    }

    /**
     * The rows.
     *
     * @param figures of {@link #METRICS}, of whatever year and place
     */
    List<Map<String, Object>> rows(Collection<MetricValue> figures) {
        Map<List<String>, Map<String, Object>> rows = new LinkedHashMap<>();
        figures.stream()
                .filter(row ->
                        row.schoolYear() == side.schoolYear() && row.stage().isEmpty())
                .filter(row ->
                        !row.variant().endsWith("level") && !row.variant().endsWith("in_group"))
                .filter(this::isHere)
                .sorted(Comparator.comparing(
                                (MetricValue row) -> !row.schoolCode().isEmpty())
                        .thenComparing(row -> !row.groupCode().isEmpty())
                        .thenComparing(MetricValue::groupCode)
                        .thenComparing(MetricValue::schoolCode))
                .forEach(row -> put(
                        rows.computeIfAbsent(
                                List.of(row.groupCode(), row.schoolCode()),
                                any -> places.of(row.districtCode(), row.groupCode(), row.schoolCode())),
                        row));
        return List.copyOf(rows.values());
    }

    private boolean isHere(MetricValue row) {
        if (!row.schoolCode().isEmpty()) {
            return units.contains(row.schoolCode());
        }
        return row.groupCode().isEmpty()
                ? row.districtCode().equals(side.districtCode())
                : groups.contains(row.groupCode());
    }

    private static void put(Map<String, Object> to, MetricValue row) {
        String flag = row.flag() == Flag.OK ? null : row.flag().name();
        switch (row.metricId() + " " + row.measure()) {
            case "TCH-01 rate" -> {
                to.put("eligible", row.n());
                to.put("exchange_rate", row.value());
                to.put("exchange_flag", flag);
            }
            case "TCH-02 share" -> {
                to.put("exchanged", row.n());
                to.put("backbone_share", row.value());
                to.put("backbone_flag", flag);
            }
            case "TCH-03 due" -> to.put("due", row.value());
            case "TCH-03 compliance" -> {
                to.put("rotation_rate", row.value());
                to.put("rotation_flag", flag);
            }
            case "TCH-04 net" -> {
                to.put("net_rate", row.value());
                to.put("net_flag", flag);
            }
            default -> throw new IllegalArgumentException("no column for " + row.metricId() + " " + row.measure());
        }
    }
}
