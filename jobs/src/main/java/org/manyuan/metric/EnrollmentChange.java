package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.manyuan.domain.Flag;

/**
 * A count of students (entrants, all of them) of the same units in a base year and now. The panel is the units of the current year that have the count in both; who has
 * it in one year only, or belonged on the base year's day only, is left out.
 *
 * @param panel codes, ascending
 * @param base students of the panel in the base year
 * @param now students of the panel in the current year
 * @param countedNow whether a unit has the count in the current year
 * @param fewest the smallest of the panel's counts, of both years, stage by stage; null where nobody is on it
 */
record EnrollmentChange(
        List<String> panel, long base, long now, boolean countedNow, Long fewest, LeftOut leftOut, Inputs inputs) {

    /**
     * The change of one count.
     *
     * @param count null where a unit's is unknown
     * @param codes who belongs in the current year
     * @param codesAtBase who belonged in the base year
     */
    static EnrollmentChange of(
            EnrollmentBook book,
            String stage,
            Function<UnitEnrollment, Long> count,
            int baseYear,
            int year,
            List<String> codes,
            List<String> codesAtBase) {
        List<String> panel = new ArrayList<>();
        List<Inputs> inputs = new ArrayList<>();
        long base = 0;
        long now = 0;
        boolean countedNow = false;
        Long fewest = null;
        LeftOut leftOut = LeftOut.NOTHING;
        TreeSet<String> both = new TreeSet<>(codes);
        both.addAll(codesAtBase);
        TreeSet<String> current = new TreeSet<>(codes);
        for (String code : both) {
            UnitEnrollment before = book.of(stage, baseYear, code).orElse(null);
            UnitEnrollment after = book.of(stage, year, code).orElse(null);
            Long then = before == null ? null : count.apply(before);
            Long today = after == null ? null : count.apply(after);
            countedNow |= today != null && current.contains(code);
            if (then != null && today != null && current.contains(code)) {
                panel.add(code);
                base += then;
                now += today;
                fewest = Fewest.of(fewest, before.fewest(count), after.fewest(count));
                inputs.add(before.inputs());
                inputs.add(after.inputs());
            } else if (then != null || today != null) {
                leftOut = today != null
                        ? leftOut.counted(today, after.fewest(count))
                        : leftOut.counted(then, before.fewest(count));
            }
        }
        return new EnrollmentChange(panel, base, now, countedNow, fewest, leftOut, Inputs.all(inputs));
    }

    /** Why there is no change to speak of; OK where there is. */
    Flag hindrance() {
        if (!countedNow) {
            return Flag.MISSING_INPUT;
        }
        return base == 0 ? Flag.BASE_MISSING : Flag.OK;
    }

    /** now/base − 1; NaN on a base of 0. */
    double growth() {
        return base == 0 ? Double.NaN : (double) now / base - 1;
    }

    /** ln(now/base); NaN where either is 0. */
    double logRatio() {
        return base == 0 || now == 0 ? Double.NaN : Math.log((double) now / base);
    }

    /** Standard error of the log ratio if both counts were Poisson draws. */
    double logRatioStandardError() {
        return Math.sqrt(1.0 / base + 1.0 / now);
    }
}
