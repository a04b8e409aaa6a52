package org.manyuan.contract;

import java.util.ArrayList;
import java.util.List;

/** One way of writing a day: {@code yyyy}, {@code MM}/{@code M}, {@code dd}/{@code d} and other characters as they are. */
final class DayPattern {
    /** No day. */
    static final int NO_DAY = Integer.MIN_VALUE;

    private static final int[] MONTH_LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private record Part(char field, int minDigits, int maxDigits, Slice literal) {}

    private final List<Part> parts = new ArrayList<>();

    /**
     * Compiles a pattern.
     *
     * @throws IllegalArgumentException where year, month or day is missing or written in another way
     */
    DayPattern(String pattern) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < pattern.length(); ) {
            char c = pattern.charAt(i);
            int end = i;
            while (end < pattern.length() && pattern.charAt(end) == c) {
                end++;
            }
            int run = end - i;
            boolean isYear = c == 'y' && run == 4;
            boolean isMonthOrDay = (c == 'M' || c == 'd') && run <= 2;
            if (isYear || isMonthOrDay) {
                parts.add(new Part(c, isYear ? 4 : run, isYear ? 4 : 2, new Slice()));
                fields.append(c);
            } else if (Character.isLetter(c) && c < 128) {
                throw new IllegalArgumentException(
                        "date format " + pattern + ": use yyyy, MM or M, dd or d, and separators");
            } else {
                Slice literal = new Slice();
                literal.rewrite(pattern.substring(i, end));
                parts.add(new Part(' ', 0, 0, literal));
            }
            i = end;
        }
        if (fields.length() != 3 || fields.chars().distinct().count() != 3) {
            throw new IllegalArgumentException("date format " + pattern + ": year, month and day must each stand once");
        }
    }

    /** Days since 1970-01-01; {@link #NO_DAY} where the text is written otherwise or there is no such day. */
    int read(Slice in) {
        int at = in.from;
        int end = in.from + in.length;
        int year = 0;
        int month = 0;
        int day = 0;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            if (part.maxDigits == 0) {
                for (int i = 0; i < part.literal.length; i++) {
                    if (at >= end || in.buffer[at++] != part.literal.at(i)) {
                        return NO_DAY;
                    }
                }
                continue;
            }
            int value = 0;
            int digits = 0;
            while (digits < part.maxDigits && at < end && in.buffer[at] >= '0' && in.buffer[at] <= '9') {
                value = 10 * value + in.buffer[at++] - '0';
                digits++;
            }
            if (digits < part.minDigits) {
                return NO_DAY;
            }
            switch (part.field) {
                case 'y' -> year = value;
                case 'M' -> month = value;
                default -> day = value;
            }
        }
        return at == end ? epochDay(year, month, day) : NO_DAY;
    }

    private static int epochDay(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) {
            return NO_DAY;
        }
        // days before March 1 of year 0 in the proleptic calendar, March-based: no table, no object
        int y = month > 2 ? year : year - 1;
        int m = month > 2 ? month - 3 : month + 9;
        return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
    }

    private static int lengthOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : MONTH_LENGTHS[month - 1];
    }
}
