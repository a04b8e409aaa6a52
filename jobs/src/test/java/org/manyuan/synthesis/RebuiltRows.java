package org.manyuan.synthesis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Header;
import org.manyuan.contract.HeaderMatch;
import org.manyuan.contract.Match;
import org.manyuan.contract.References;
import org.manyuan.contract.SourceName;

/** A region's files gone through their contracts one after the other, as they are handed in: its rows by column, and what is wrong. */
final class RebuiltRows {
    private final Map<String, List<Map<String, String>>> handedIn = new LinkedHashMap<>();
    final Map<String, String> wrong = new TreeMap<>();

    static RebuiltRows of(String region) {
        RebuiltRows rows = new RebuiltRows();
        References.Builder known = References.builder("cn");
        for (CountyFile file : Reconstruction.of(region, OptionalLong.empty()).files()) {
            rows.handIn(file, known);
        }
        return rows;
    }

    private void handIn(CountyFile file, References.Builder known) {
        Match match = HeaderMatch.bind(
                Contracts.all(), new Header(file.header(), 1), new SourceName(file.name(), file.folder()));
        if (!match.problems().isEmpty() || !match.ignored().isEmpty()) {
            wrong.put(file.name(), match.problems() + " " + match.ignored());
            return;
        }
        HandedInRows rows = HandedInRows.of(file, match.binding(), known.build());
        String dataset = match.binding().contract().dataset();
        rows.rejected.forEach((code, lines) -> wrong.put(
                dataset + " " + code, lines.stream().sorted().limit(5).toList().toString()));
        rows.accepted.forEach(row -> add(known, dataset, row));
        List<Map<String, String>> made = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (List<String> cells : file.rows().get()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(file.header().get(i), cells.get(i));
            }
            made.add(row);
            String key = match.binding().contract().key().stream().map(row::get).collect(Collectors.joining(" "));
            if (!keys.add(key)) {
                wrong.put(dataset + " stands twice", key);
            }
        }
        handedIn.put(dataset, made);
    }

    /**
     * The rows that meet all conditions: {@code column=a,b}, one of several texts, {@code column!a} for another, {@code column~a} for one
     * that contains it.
     */
    Stream<Map<String, String>> where(String dataset, String conditions) {
        Stream<Map<String, String>> rows = handedIn.getOrDefault(dataset, List.of()).stream();
        for (String condition : conditions.isEmpty() ? new String[0] : conditions.split(" ")) {
            int sign = condition.replaceAll("[!~]", "=").indexOf('=');
            String column = condition.substring(0, sign);
            List<String> asked = List.of(condition.substring(sign + 1).split(","));
            rows = rows.filter(row -> {
                String value = row.getOrDefault(column, "");
                return switch (condition.charAt(sign)) {
                    case '!' -> !asked.contains(value);
                    case '~' -> asked.stream().anyMatch(value::contains);
                    default -> asked.contains(value);
                };
            });
        }
        return rows;
    }

    /** A figure of them: rows, distinct COLUMN, sum COLUMN, or most COLUMN, the rows of its commonest value. */
    String figure(String dataset, String conditions, String measure) {
        Stream<Map<String, String>> rows = where(dataset, conditions);
        String column = measure.substring(measure.indexOf(' ') + 1);
        if (measure.equals("rows")) {
            return Long.toString(rows.count());
        }
        Stream<String> values = rows.map(row -> row.getOrDefault(column, "")).filter(value -> !value.isEmpty());
        return switch (measure.substring(0, measure.indexOf(' '))) {
            case "distinct" -> Long.toString(values.distinct().count());
            case "sum" ->
                values.map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .stripTrailingZeros()
                        .toPlainString();
            case "most" ->
                values.collect(Collectors.groupingBy(value -> value, Collectors.counting())).values().stream()
                        .max(Long::compare)
                        .map(String::valueOf)
                        .orElse("0");
            default -> throw new IllegalArgumentException(measure);
        };
    }

    long rows() {
        return handedIn.values().stream().mapToLong(List::size).sum();
    }

    private static void add(References.Builder known, String dataset, Map<String, String> row) {
        switch (dataset) {
            case "district" -> known.district(row.get("district_code"), row.get("parent_code"));
            case "school" ->
                known.school(
                        row.get("school_code"), row.get("district_code"), null, row.get("name"), row.get("aliases"));
            case "education_group" -> known.group(row.get("group_code"));
            case "exam" -> known.exam(row.get("exam_code"), row.get("district_code"));
            case "exam_paper" ->
                known.paper(
                        row.get("exam_code"),
                        row.get("subject"),
                        new BigDecimal(row.get("full_mark")),
                        new BigDecimal(row.get("score_step")));
            default -> {}
        }
    }
}
