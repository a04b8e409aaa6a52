package org.manyuan.contract;

import java.util.Locale;

/** What a measure is made of, as far as disclosure asks. On the card: {@code disclosure.kind}. Source: METRICS A9. */
public enum FigureKind {
    /** A number of persons. */
    COUNT,
    /** A share of persons. */
    RATE,
    /** The mean of their scores. */
    MEAN,
    /** Any other figure made of scores: a gap, a spread, a change of one. */
    STATISTIC,
    /** A difference or growth of shares of persons: as much to be hidden as the shares it is made of. */
    CHANGE_OF_RATES,
    /** A figure made of counts alone, from which they can be worked out: growth, shares, concentration. */
    CHANGE_OF_COUNTS;

    /** The code as written on cards: {@code change_of_counts}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
