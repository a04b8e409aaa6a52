package org.manyuan.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.MetricCards;

/**
 * The figure that somebody asks about: a metric and what tells its rows apart.
 *
 * @param metricId of a card
 * @param keys by column of {@code metric_value}
 */
public record FigureAsked(String metricId, Map<String, String> keys) {
    /** What tells the rows of a metric apart, in the order in which it is shown. */
    static final List<String> COLUMNS = List.of(
            "measure",
            "variant",
            "district_code",
            "group_code",
            "school_code",
            "school_year",
            "base_year",
            "exam_code",
            "stage",
            "grade",
            "subject",
            "ci_frame");

    /** What is one row of {@code metric_value} within a build. */
    static final List<String> KEY =
            Stream.concat(Stream.of("metric_id"), COLUMNS.stream()).toList();

    private static final Set<String> OF_DISTRICTS = Set.of("group_code", "school_code");
    private static final String CODE = "_code";

    public FigureAsked {
        keys = Map.copyOf(keys);
    }

    /**
     * Reads it.
     *
     * @param words {@code key=value} each; {@code group} is {@code group_code}, {@code year} is {@code school_year}
     * @throws UsageException naming the metrics or keys that there are
     */
    public static FigureAsked of(String metricId, List<String> words) {
        String id = metricId;
        List<String> ids =
                MetricCards.standard().all().stream().map(card -> card.id()).toList();
        String known = ids.stream()
                .filter(metricId::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "没有指标“" + id + "”；已有：" + String.join("、", ids) + "。",
                        "There is no metric " + id + "; there are: " + String.join(", ", ids) + "."));
        Map<String, String> keys = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String column = equals < 0 ? "" : column(word.substring(0, equals).strip());
            if (column.isEmpty()) {
                throw new UsageException(
                        "看不懂条件“" + word + "”；请写成 键=值，键可用：" + names("、") + "。",
                        "\"" + word + "\" is no condition; write key=value, keys are: " + names(", ") + ".");
            }
            keys.put(column, word.substring(equals + 1).strip());
        }
        return new FigureAsked(known, keys);
    }

    /** Whether a figure is one of those asked for. */
    boolean fits(Map<String, Object> row) {
        return metricId.equals(row.get("metric_id"))
                && keys.entrySet().stream()
                        .allMatch(key -> key.getValue().equals(Objects.toString(row.get(key.getKey()), "")));
    }

    /** The same of a district, where neither group nor school is asked for. */
    FigureAsked ofDistrict() {
        Map<String, String> more = new LinkedHashMap<>(keys);
        OF_DISTRICTS.forEach(column -> more.putIfAbsent(column, ""));
        return new FigureAsked(metricId, more);
    }

    /** The condition that the rows asked for fulfil, with question marks for {@link #values}. */
    String where() {
        List<String> conditions = new ArrayList<>(List.of("metric_id = ?"));
        keys.keySet().stream().sorted().forEach(column -> conditions.add("coalesce(" + column + "::varchar, '') = ?"));
        return String.join(" and ", conditions);
    }

    /** The values of the question marks. */
    Object[] values() {
        return Stream.concat(
                        Stream.of(metricId),
                        keys.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::getValue))
                .toArray();
    }

    /** The words that ask for exactly this row, as one types them: of what is empty only that it is a district's row. */
    static String words(Map<String, Object> row) {
        boolean isOfDistrict =
                row.get("group_code").equals("") && row.get("school_code").equals("");
        return COLUMNS.stream()
                .filter(column -> row.get(column) != null)
                .filter(column -> !row.get(column).equals("") || isOfDistrict && OF_DISTRICTS.contains(column))
                .map(column ->
                        column.replace(CODE, "") + "=" + quoted(row.get(column).toString()))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String value) {
        return value.matches("[\\p{L}\\p{N}._/-]*") ? value : "'" + value + "'";
    }

    private static String column(String key) {
        return COLUMNS.stream()
                .filter(column -> column.equals(key)
                        || column.equals(key + CODE)
                        || column.equals("school_year") && key.equals("year"))
                .findFirst()
                .orElse("");
    }

    private static String names(String separator) {
        return COLUMNS.stream().map(column -> column.replace(CODE, "")).collect(Collectors.joining(separator));
    }
}
