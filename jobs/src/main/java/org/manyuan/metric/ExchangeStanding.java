package org.manyuan.metric;

/** Whether an exchange that runs in a school year counts for the exchange rate (TCH-01), or why not. Source: METRICS A6. */
public enum ExchangeStanding {
    COUNTS,
    /** Of a kind that does not count for the rate, such as 跟岗 and 兼课. */
    OTHER_KIND,
    /** Shorter than the term that it must last, or not of the year. */
    TOO_SHORT,
    /** From a unit outside the territory. */
    FROM_ELSEWHERE
}
