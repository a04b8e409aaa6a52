package org.manyuan.domain;

import java.time.LocalDate;

/**
 * One row per policy rule, subject (district, group or unit) and school year. Codes that do not apply are empty strings.
 *
 * @param stage empty: all stages
 * @param hardness hard (a stated limit) or soft (in principle, or an outcome that is reported)
 * @param metricId the metric that decided; empty where rows decided
 * @param value found; null where unknown
 * @param threshold asked for
 * @param n persons behind the value
 * @param evidence the rows that decided, as JSON: keys and dates, no name
 * @param flag of the value
 */
public record PolicyCheck(
        String ruleId,
        String districtCode,
        String groupCode,
        String schoolCode,
        int schoolYear,
        LocalDate asOf,
        String stage,
        CheckResult result,
        String hardness,
        String metricId,
        Double value,
        Double threshold,
        Long n,
        String evidence,
        Flag flag,
        Origin origin) {}
