package org.manyuan.metric;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.manyuan.contract.Checklists;
import org.manyuan.contract.CountyStandard;
import org.manyuan.contract.CountyStandards;
import org.manyuan.domain.SchoolYear;

/**
 * What a build was told and metrics need: the day it speaks of and the settings of the exchange rules (METRICS A6).
 *
 * @param asOf the build's day; stored with every figure
 * @param exchangeTerms how many terms an exchange must last to count
 * @param termDaysWithoutCalendar days of a term where no calendar was handed in
 * @param exchangeKinds kinds of exchange that count for the rate
 * @param rotationYears years at one school after which a teacher is due to rotate
 * @param noviceYears years at the school below which a teacher should have a mentor
 * @param checklists what metrics of staff, classes and ledger look for
 * @param quality what a unit must have for its seats to be places of quality (METRICS A1.1, B8)
 */
public record BuildTerms(
        LocalDate asOf,
        int exchangeTerms,
        int termDaysWithoutCalendar,
        Set<String> exchangeKinds,
        int rotationYears,
        int noviceYears,
        Checklists checklists,
        CountyStandard.Schools quality)
        implements Serializable {
    public BuildTerms {
        exchangeKinds = Set.copyOf(exchangeKinds);
    }

    /** The defaults of METRICS A6 for a build of that day: one term, 120 days, the six kinds that count, six years and five. */
    public static BuildTerms of(LocalDate asOf) {
        return of(asOf, 1, 120, Set.of("轮岗", "支教", "挂职", "派驻", "任教", "走教"), 6, 5);
    }

    /**
     * The same with the settings of a workspace; lists and standards are those that come with Manyuan.
     *
     * @param exchangeTerms how many terms an exchange must last to count
     * @param termDays days of a term where no calendar was handed in
     * @param exchangeKinds kinds of exchange that count for the rate
     * @param rotationYears years at one school after which a teacher is due to rotate
     * @param noviceYears years at the school below which a teacher should have a mentor
     */
    public static BuildTerms of(
            LocalDate asOf,
            int exchangeTerms,
            int termDays,
            Set<String> exchangeKinds,
            int rotationYears,
            int noviceYears) {
        CountyStandard.Schools quality = CountyStandards.all().stream()
                .map(CountyStandard::schools)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new BuildTerms(
                asOf,
                exchangeTerms,
                termDays,
                exchangeKinds,
                rotationYears,
                noviceYears,
                Checklists.standard(),
                quality);
    }

    /** August 31 that ends a school year; of the running year the build's day. */
    LocalDate lastDay(int schoolYear) {
        LocalDate end = SchoolYear.lastDay(schoolYear);
        return end.isAfter(asOf) ? asOf : end;
    }
}
