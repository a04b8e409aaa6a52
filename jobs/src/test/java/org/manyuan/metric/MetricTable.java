package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.domain.MetricValue;

/**
 * Expected rows as a text table. Its columns are columns of metric_value, in camel case; a column {@code because} is for the reader. A
 * dash is null or empty. Numbers are compared rounded to the digits behind the point that the table shows in that cell.
 */
final class MetricTable {
    private static final String REASON = "because";
    private static final Map<String, double[]> ANSWERS = answers();

    private MetricTable() {}

    /** The cells of a table without a header, a line a row. */
    static List<String[]> cells(String table) {
        return table.lines()
                .filter(line -> !line.isBlank())
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::trim).toArray(String[]::new))
                .toList();
    }

    /** Checks that the rows that pass the filter are those of the table, neither more nor less. */
    static void check(List<MetricValue> rows, Predicate<MetricValue> filter, String table) {
        List<String[]> lines = cells(table);
        String[] header = lines.get(0);
        List<String> expected =
                lines.stream().skip(1).map(line -> text(header, line)).toList();
        List<MetricValue> left =
                new java.util.ArrayList<>(rows.stream().filter(filter).toList());
        List<String> actual = lines.stream()
                .skip(1)
                .map(line -> {
                    MetricValue best = left.stream()
                            .filter(row -> text(header, row, line).equals(text(header, line)))
                            .findFirst()
                            .orElse(null);
                    left.remove(best);
                    return best == null ? "no such row" : text(header, best, line);
                })
                .toList();
        String rest = left.stream()
                .map(row -> text(header, row, lines.get(lines.size() > 1 ? 1 : 0)))
                .collect(Collectors.joining("\n"));
        assertThat(actual).as("rows that no line expects:\n" + rest).isEqualTo(expected);
        assertThat(left).as("rows that no line expects:\n" + rest).isEmpty();
    }

    /** The one row that passes the filter. */
    static MetricValue one(List<MetricValue> rows, Predicate<MetricValue> filter) {
        List<MetricValue> found = rows.stream().filter(filter).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** A golden answer of R, or a part of one that holds several. */
    static double golden(String key, int part) {
        assertThat(ANSWERS).containsKey(key);
        return ANSWERS.get(key)[part];
    }

    static List<String[]> csv(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                MetricTable.class.getResourceAsStream("/golden/" + file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, double[]> answers() {
        return Stream.of("expected.csv", "expected_extra.csv")
                .flatMap(file -> csv(file).stream())
                .collect(Collectors.toMap(
                        row -> row[0],
                        row -> Arrays.stream(row[1].split("\\|"))
                                .mapToDouble(Double::parseDouble)
                                .toArray(),
                        (first, second) -> first));
    }

    private static String text(String[] header, String[] line) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < header.length; c++) {
            text.append(header[c].equals(REASON) ? "" : header[c] + "=" + line[c] + " ");
        }
        return text.toString();
    }

    private static String text(String[] header, MetricValue row, String[] line) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < header.length; c++) {
            text.append(header[c].equals(REASON) ? "" : header[c] + "=" + cell(row, header[c], line[c]) + " ");
        }
        return text.toString();
    }

    private static String cell(MetricValue row, String column, String like) {
        try {
            Object value = MetricValue.class.getDeclaredMethod(column).invoke(row);
            if (value == null || value.toString().isEmpty()) {
                return "-";
            }
            if (value instanceof Double number) {
                int digits = like.contains(".") ? like.length() - like.indexOf('.') - 1 : 0;
                String text = BigDecimal.valueOf(number)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .toPlainString();
                return like.startsWith(".") || like.startsWith("-.") ? text.replaceFirst("0\\.", ".") : text;
            }
            return value.toString();
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("no column " + column + " in metric_value", e);
        }
    }
}
