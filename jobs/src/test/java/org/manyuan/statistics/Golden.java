package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The golden vectors: two districts, three groups, eleven units, two years; answers computed in R. METRICS D4. */
final class Golden {
    /** The files print ten significant digits. */
    static final double TEN_DIGITS = 5e-10;

    private static final Map<String, double[]> ANSWERS = answers();
    private static final List<Unit> UNITS = units();

    private Golden() {}

    /** One unit and year: its pupils' scores as a sparse histogram (full mark 100, step 1). */
    record Unit(int year, String district, String group, String role, String school, int[] bins, long[] counts) {
        Moments moments() {
            long s1 = 0;
            long s2 = 0;
            for (int b = 0; b < bins.length; b++) {
                s1 += counts[b] * bins[b];
                s2 += counts[b] * bins[b] * bins[b];
            }
            return Moments.ofSteps(Arrays.stream(counts).sum(), s1, s2, 1);
        }

        StudentTerms terms() {
            return StudentTerms.of(bins, counts, 1);
        }
    }

    /** The units of a year in a district, in order of school; district ALL takes both. */
    static List<Unit> units(int year, String district) {
        return UNITS.stream()
                .filter(unit -> unit.year == year && (district.equals("ALL") || unit.district.equals(district)))
                .toList();
    }

    static double[] means(List<Unit> units) {
        return units.stream().mapToDouble(unit -> unit.moments().mean()).toArray();
    }

    static double[] weights(List<Unit> units) {
        return units.stream().mapToDouble(unit -> unit.moments().n()).toArray();
    }

    static long[] counts(List<Unit> units) {
        return units.stream().mapToLong(unit -> unit.moments().n()).toArray();
    }

    static double ssw(List<Unit> units) {
        return units.stream().mapToDouble(unit -> unit.moments().m2()).sum();
    }

    /** The pooled pupils of one side of a group. */
    static Moments side(int year, String group, String role) {
        return Moments.pool(UNITS.stream()
                .filter(unit -> unit.year == year && unit.group.equals(group) && unit.role.equals(role))
                .map(Unit::moments)
                .toList());
    }

    /** The pupils of one side of a group per score. */
    static Histogram pupils(int year, String group, String role) {
        return Histogram.pool(UNITS.stream()
                .filter(unit -> unit.year == year && unit.group.equals(group) && unit.role.equals(role))
                .map(unit -> Histogram.of(unit.bins, unit.counts))
                .toList());
    }

    static double[] answer(String key) {
        double[] answer = ANSWERS.get(key);
        assertThat(answer).as("golden key " + key).isNotNull();
        return answer;
    }

    static void agrees(double actual, String key) {
        agrees(actual, key, 0, TEN_DIGITS);
    }

    /** Whether it agrees with the part at that position of an answer, relative to its size. */
    static void agrees(double actual, String key, int position, double tolerance) {
        double expected = answer(key)[position];
        assertThat(actual).as(key).isCloseTo(expected, within(tolerance * Math.abs(expected)));
    }

    static List<String[]> rows(String file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Golden.class.getResourceAsStream("/golden/" + file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, double[]> answers() {
        Map<String, double[]> answers = new HashMap<>();
        for (String file : List.of("expected.csv", "expected_extra.csv")) {
            for (String[] row : rows(file)) {
                answers.put(
                        row[0],
                        Arrays.stream(row[1].split("\\|"))
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
        }
        return answers;
    }

    private static List<Unit> units() {
        Map<String, TreeMap<Integer, Long>> histograms = new TreeMap<>();
        for (String[] row : rows("students.csv")) {
            histograms
                    .computeIfAbsent(String.join(",", Arrays.copyOf(row, 5)), unit -> new TreeMap<>())
                    .merge(Integer.parseInt(row[6]), 1L, Long::sum);
        }
        return histograms.entrySet().stream()
                .map(unit -> {
                    String[] key = unit.getKey().split(",", -1);
                    return new Unit(
                            Integer.parseInt(key[0]),
                            key[1],
                            key[2],
                            key[3],
                            key[4],
                            unit.getValue().keySet().stream()
                                    .mapToInt(Integer::intValue)
                                    .toArray(),
                            unit.getValue().values().stream()
                                    .mapToLong(Long::longValue)
                                    .toArray());
                })
                .sorted(java.util.Comparator.comparing(Unit::school).thenComparing(Unit::year))
                .toList();
    }
}
