package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.manyuan.domain.Flag;

/**
 * Entrants of the same units in a base year and now. The panel is the units of the current year that have the count in both; who has
 * it in one year only, or belonged on the base year's day only, is left out.
 *
 * @param panel codes, ascending
 * @param base entrants of the panel in the base year
 * @param now entrants of the panel in the current year
 * @param countedNow whether a unit has the count in the current year
 * @param fewest the smallest of the panel's counts, of both years; null where nobody is on it
 */
record EntryChange(
        List<String> panel, long base, long now, boolean countedNow, Long fewest, LeftOut leftOut, Inputs inputs) {

    /**
     * @param codes who belongs in the current year
     * @param codesAtBase who belonged in the base year
     */
    static EntryChange of(
            EnrollmentBook book,
            String stage,
            Entry entry,
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
            Long then = count(book, stage, entry, baseYear, code);
            Long today = count(book, stage, entry, year, code);
            countedNow |= today != null && current.contains(code);
            if (then != null && today != null && current.contains(code)) {
                panel.add(code);
                base += then;
                now += today;
                fewest = Fewest.of(fewest, then, today);
                inputs.add(book.of(stage, baseYear, code).orElseThrow().inputs());
                inputs.add(book.of(stage, year, code).orElseThrow().inputs());
            } else if (then != null || today != null) {
                leftOut = leftOut.plus(today != null ? today : then);
            }
        }
        return new EntryChange(panel, base, now, countedNow, fewest, leftOut, Inputs.all(inputs));
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

    private static Long count(EnrollmentBook book, String stage, Entry entry, int year, String code) {
        return book.of(stage, year, code).map(unit -> unit.entry(entry)).orElse(null);
    }
}
