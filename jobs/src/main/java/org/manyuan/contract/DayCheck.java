package org.manyuan.contract;

import java.time.LocalDate;

/** A local day in one of the ways that files write it, years 1800 to 2200; a time of midnight behind it is dropped. */
final class DayCheck implements CellCheck {
    private static final DayPattern[] PATTERNS = {
        new DayPattern("yyyy-M-d"),
        new DayPattern("yyyy/M/d"),
        new DayPattern("yyyyMMdd"),
        new DayPattern("yyyy年M月d日"),
        new DayPattern("yyyy.M.d")
    };
    private static final long FIRST = LocalDate.of(1800, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(2200, 12, 31).toEpochDay();

    @Override
    public void check(Cell cell) {
        cell.filled = true;
        Slice in = cell.slice;
        in.fold();
        dropMidnight(in);
        for (DayPattern pattern : PATTERNS) {
            int day = pattern.read(in);
            if (day != DayPattern.NO_DAY) {
                cell.whole = day;
                cell.problem = day < FIRST || day > LAST ? ProblemCode.RANGE : null;
                return;
            }
        }
        cell.problem = ProblemCode.TYPE;
    }

    private static void dropMidnight(Slice in) {
        int end = in.length;
        while (end > 0 && (in.at(end - 1) == '0' || in.at(end - 1) == ':' || in.at(end - 1) == '.')) {
            end--;
        }
        if (end > 0 && end < in.length && (in.at(end - 1) == ' ' || in.at(end - 1) == 'T')) {
            in.length = end - 1;
        }
    }
}
