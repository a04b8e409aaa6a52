package org.manyuan.domain;

import java.time.LocalDate;

/**
 * One row per scheme, subject (group, lead or member) and assessed school year: BND-01 of the root. Card: schemas/metrics/BND-01.md.
 *
 * @param districtCode for a group its authority
 * @param schoolCode empty where the scheme scores groups
 * @param score after adjustments, 0 to 100 unless the scheme says otherwise, unrounded; null with a flag
 * @param scoreRaw before adjustments; the contributions of the leaves add up to it
 * @param coverage share of the weights that had a value
 * @param grade null where the scheme has no grades
 * @param countedUnits units of the group that count in the year
 * @param waitingUnits units that have not been in the group for long enough
 * @param marks what the scheme is and assumes: some of planned, trial, ended, draft, equal_assumed, inferred, proxy, placeholder, in this
 *     order, joined by commas
 */
public record AssessmentScore(
        String schemeId,
        int schemeVersion,
        String districtCode,
        String groupCode,
        String schoolCode,
        int schoolYear,
        LocalDate asOf,
        Double score,
        Double scoreRaw,
        Double coverage,
        String grade,
        Long countedUnits,
        Long waitingUnits,
        Flag flag,
        String marks,
        Origin origin) {}
