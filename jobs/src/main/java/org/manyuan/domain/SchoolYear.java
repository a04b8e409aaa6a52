package org.manyuan.domain;

import java.time.LocalDate;
import java.time.Month;

/** School years are the int of their autumn: 2024 is 2024–2025学年, September 1 of 2024 to August 31 of 2025. */
public final class SchoolYear {
    private SchoolYear() {}

    /** The school year that a day lies in. */
    public static int of(LocalDate day) {
        return day.getMonthValue() >= Month.SEPTEMBER.getValue() ? day.getYear() : day.getYear() - 1;
    }

    /** September 1, the valid day of yearly facts. */
    public static LocalDate firstDay(int schoolYear) {
        return LocalDate.of(schoolYear, Month.SEPTEMBER, 1);
    }

    /** August 31 of the following year. */
    public static LocalDate lastDay(int schoolYear) {
        return LocalDate.of(schoolYear + 1, Month.AUGUST, 31);
    }
}
