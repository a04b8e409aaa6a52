package org.manyuan.metric;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a build was told and metrics need: the day it speaks of and the settings of the exchange rules (METRICS A6).
 *
 * @param asOf the build's day; stored with every figure
 * @param exchangeTerms how many terms an exchange must last to count
 * @param termDaysWithoutCalendar days of a term where no calendar was handed in
 * @param exchangeKinds kinds of exchange that count for the rate
 */
public record BuildTerms(LocalDate asOf, int exchangeTerms, int termDaysWithoutCalendar, Set<String> exchangeKinds)
        implements Serializable {
    public BuildTerms {
        exchangeKinds = Set.copyOf(exchangeKinds);
    }

    /** The defaults of METRICS A6 for a build of that day: one term, 120 days, the six kinds that count. */
    public static BuildTerms of(LocalDate asOf) {
        return new BuildTerms(asOf, 1, 120, Set.of("轮岗", "支教", "挂职", "派驻", "任教", "走教"));
    }
}
