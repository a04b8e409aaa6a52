package org.manyuan.domain;

import java.time.LocalDate;

/**
 * What a bureau has said in public, held against what its own files give: one row per figure that was handed in.
 *
 * @param asOf the day that the figure speaks of
 * @param builtAsOf the day of the build
 * @param value as published
 * @param bound exact, about, at_least or below
 * @param computed from the files; null where nothing is, or can be, computed
 * @param lowest the least computed value that agrees; null: any. highest likewise
 * @param contradictionZh what contradicts what, and after 说明 how else the words may be read, in Chinese; empty where there is nothing to
 *     say. contradictionEn in English, after Note
 * @param evidence the first of the rows that were counted, as JSON: keys and days, no name
 */
public record PublishedCheck(
        String figureId,
        String districtCode,
        String item,
        LocalDate asOf,
        LocalDate builtAsOf,
        Double value,
        String unit,
        String bound,
        String source,
        String quote,
        Double computed,
        Double lowest,
        Double highest,
        Result result,
        String contradictionZh,
        String contradictionEn,
        String evidence,
        Origin origin) {
    /** How the two stand to each other. */
    public enum Result {
        AGREES,
        DIFFERS,
        /** What was published contradicts itself, whatever the files say. */
        INCONSISTENT_SOURCE,
        /** It is kept: nothing is there to hold it against, or it is no number. */
        RECORDED,
        /** The rows that it would be computed from were not handed in. */
        UNKNOWN
    }
}
