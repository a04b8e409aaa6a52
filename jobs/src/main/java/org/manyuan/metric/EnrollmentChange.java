package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.manyuan.domain.Flag;

/**
 * A count of students (entrants, all of them) of the same panel units in a base year and now. On the panel are those that have the count
 * in both years and belong in the current one with all their parts; who has it in one year only, or belonged on the base year's day
 * only, is left out.
 *
 * @param panel in order of code
 * @param base students of the panel in the base year
 * @param now students of the panel in the current year
 * @param countedNow whether a unit has the count in the current year
 * @param fewest the smallest of the panel's counts, of both years, stage by stage; null where nobody is on it
 */
record EnrollmentChange(
        Set<PanelUnit> panel, long base, long now, boolean countedNow, Long fewest, LeftOut leftOut, Inputs inputs) {

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
            Collection<String> codes,
            Collection<String> codesAtBase) {
        Set<PanelUnit> panel = new LinkedHashSet<>();
        List<Inputs> inputs = new ArrayList<>();
        long base = 0;
        long now = 0;
        Long fewest = null;
        LeftOut leftOut = LeftOut.NOTHING;
        Set<String> current = new HashSet<>(codes);
        TreeSet<String> both = new TreeSet<>(codes);
        both.addAll(codesAtBase);
        for (PanelUnit unit : book.panel(stage, baseYear, year).of(both)) {
            Long then = book.sum(stage, baseYear, unit.then(), count);
            Long today = book.sum(stage, year, unit.now(), count);
            if (unit.isInBoth() && then != null && today != null && unit.isNowWithin(current)) {
                panel.add(unit);
                base += then;
                now += today;
                List<UnitEnrollment> rows = new ArrayList<>(book.rows(stage, baseYear, unit.then()));
                rows.addAll(book.rows(stage, year, unit.now()));
                for (UnitEnrollment row : rows) {
                    fewest = Fewest.of(fewest, row.fewest(count));
                    inputs.add(row.inputs());
                }
            } else {
                leftOut = leftOut(leftOut, book, stage, count, baseYear, year, within(unit, both));
            }
        }
        boolean countedNow = book.rows(stage, year, codes).stream().anyMatch(row -> count.apply(row) != null);
        return new EnrollmentChange(panel, base, now, countedNow, fewest, leftOut, Inputs.all(inputs));
    }

    private static List<String> within(PanelUnit unit, Set<String> codes) {
        return unit.codes().stream().filter(codes::contains).toList();
    }

    /** One panel unit more, by what its parts here count now, where they do not by what they counted in the base year. */
    private static LeftOut leftOut(
            LeftOut others,
            EnrollmentBook book,
            String stage,
            Function<UnitEnrollment, Long> count,
            int baseYear,
            int year,
            List<String> parts) {
        for (int at : new int[] {year, baseYear}) {
            List<UnitEnrollment> known = book.rows(stage, at, parts).stream()
                    .filter(row -> count.apply(row) != null)
                    .toList();
            if (!known.isEmpty()) {
                return others.counted(
                        UnitEnrollment.sum(known, count),
                        Fewest.of(known.stream().map(row -> row.fewest(count)).toArray(Long[]::new)));
            }
        }
        return others;
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
