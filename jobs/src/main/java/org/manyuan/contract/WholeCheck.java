package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A whole number within its range; a school year in the ways files write it; a code list where there is one. */
final class WholeCheck implements CellCheck {
    private static final byte[] SCHOOL_YEAR = "学年".getBytes(StandardCharsets.UTF_8);
    private static final List<byte[]> SEPARATORS = Stream.of("-", "/", "~", "–", "—", "至")
            .map(separator -> separator.getBytes(StandardCharsets.UTF_8))
            .toList();
    private static final int YEAR_DIGITS = 4;

    private final boolean schoolYear;
    private final CodeList codes;
    private final boolean open;
    private final long minimum;
    private final long maximum;
    private final NumberText number = new NumberText();

    WholeCheck(Column column) {
        schoolYear = column.schoolYear();
        codes = column.codes() == null ? null : new CodeList(column.codes());
        open = column.codes() == null || column.codes().open();
        boolean isInt = column.sqlType().equals("int");
        minimum = column.minimum() != null ? column.minimum().longValue() : isInt ? Integer.MIN_VALUE : Long.MIN_VALUE;
        maximum = column.maximum() != null ? column.maximum().longValue() : isInt ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    @Override
    public void check(Cell cell) {
        Slice in = cell.slice;
        cell.filled = true;
        in.fold();
        if (codes != null) {
            byte[] code = codes.find(in);
            if (code != null) {
                in.set(code);
            } else if (!open) {
                cell.problem = ProblemCode.CODE;
                return;
            }
        }
        if ((schoolYear && !shortened(in)) || !read(in) || number.decimals > 0) {
            cell.problem = ProblemCode.TYPE;
        } else if (number.digits < minimum || number.digits > maximum) {
            cell.problem = ProblemCode.RANGE;
        } else {
            cell.whole = number.digits;
        }
    }

    private boolean read(Slice in) {
        return number.read(in) || !schoolYear && DigitGroups.join(in) && number.read(in);
    }

    /** Leaves the first year of {@code 2024学年}, {@code 2024-2025}, {@code 2024-2025学年}; false where the years do not follow. */
    private static boolean shortened(Slice in) {
        int length = in.length;
        if (length > SCHOOL_YEAR.length && endsWithSchoolYear(in)) {
            length -= SCHOOL_YEAR.length;
        }
        in.length = length;
        if (length == YEAR_DIGITS) {
            return true;
        }
        int separator = length - 2 * YEAR_DIGITS;
        if (separator < 1 || !isSeparator(in, separator)) {
            return false;
        }
        int first = year(in, 0);
        int second = year(in, length - YEAR_DIGITS);
        in.length = YEAR_DIGITS;
        return first > 0 && second == first + 1;
    }

    private static boolean isSeparator(Slice in, int length) {
        for (byte[] separator : SEPARATORS) {
            int at = in.from + YEAR_DIGITS;
            if (Arrays.equals(separator, 0, separator.length, in.buffer, at, at + length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithSchoolYear(Slice in) {
        int at = in.from + in.length - SCHOOL_YEAR.length;
        return Arrays.equals(SCHOOL_YEAR, 0, SCHOOL_YEAR.length, in.buffer, at, at + SCHOOL_YEAR.length);
    }

    private static int year(Slice in, int at) {
        int year = 0;
        for (int i = at; i < at + YEAR_DIGITS; i++) {
            if (!isDigit(in.at(i))) {
                return -1;
            }
            year = 10 * year + in.at(i) - '0';
        }
        return year;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
