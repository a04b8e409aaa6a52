package org.manyuan.domain;

import java.util.List;

/**
 * How the nine compulsory years are split (学制): 6-3 or 5-4. Grades are written as in the files: K1 to K3, 1 to 12. Source:
 * METRICS B5; 淄博 and 烟台 run 5-4.
 */
public enum SchoolingSystem {
    SIX_THREE("6-3", 6),
    FIVE_FOUR("5-4", 5);

    private final String code;
    private final int primaryYears;

    SchoolingSystem(String code, int primaryYears) {
        this.code = code;
        this.primaryYears = primaryYears;
    }

    /** The code that files use, e.g. {@code 6-3}. */
    public String code() {
        return code;
    }

    /**
     * Reads a code.
     *
     * @param code {@code 6-3}, {@code 5-4}, or empty or null for the country's usual 6-3
     * @throws IllegalArgumentException for any other text
     */
    public static SchoolingSystem of(String code) {
        if (code == null || code.isBlank()) {
            return SIX_THREE;
        }
        for (SchoolingSystem system : values()) {
            if (system.code.equals(code)) {
                return system;
            }
        }
        throw new IllegalArgumentException("unknown schooling system " + code + ": use 6-3 or 5-4");
    }

    /** The grades of a stage, lowest first; the first is the intake grade. */
    public List<String> grades(Stage stage) {
        return switch (stage) {
            case K -> List.of("K1", "K2", "K3");
            case P -> numbers(1, primaryYears);
            case J -> numbers(primaryYears + 1, 9);
            case S -> numbers(10, 12);
        };
    }

    /** The grade in which pupils enter a stage: 1, 6 or 7, 10, K1. */
    public String intakeGrade(Stage stage) {
        return grades(stage).get(0);
    }

    private static List<String> numbers(int from, int to) {
        return java.util.stream.IntStream.rangeClosed(from, to)
                .mapToObj(Integer::toString)
                .toList();
    }
}
