package org.manyuan.domain;

import java.time.LocalDate;

/**
 * One row per figure: metric, measure, variant and the place and time it speaks of. The columns of {@code metric_value}. Codes that do
 * not apply are empty strings (so that a key is never null); figures that do not exist are null.
 *
 * @param metricId e.g. GAP-08b
 * @param measure what of the metric; never empty
 * @param variant the reading: parts joined by {@code /} in the order kind, gap, base, panel, weight, other; may be empty
 * @param districtCode for a group its authority, for a unit where it lies
 * @param baseYear school year a change compares with; null where it is no change
 * @param asOf the build's day
 * @param value unrounded; null with a flag
 * @param valueRaw before a rule of the card changed it (truncation at zero, a cap); null otherwise
 * @param ciFrame census (students' noise only) or schools (units as a sample); part of the row's key, so it stays where an interval is
 *     withheld; empty where the metric has none
 * @param q p adjusted over the row's family (Benjamini–Hochberg)
 * @param n students (or teachers, classes: the card says)
 * @param k units used
 * @param verdict null where the metric gives none
 * @param leastSide for disclosure alone: the fewest students of any side that the value rests on (lead, members, a base year, one unit of
 *     a mean of units); null where they are no students (so the next two)
 * @param leastUnit for disclosure alone: the fewest students of any count of a single unit that is added up in n or the value
 * @param leastPart for disclosure alone: the fewest students who reached, or did not reach, any of the rates that the value is a
 *     difference or growth of; null where it is none
 * @param leastLeftOut for disclosure alone: the fewest students of any count of a single unit that is added up in leftOutStudents; null
 *     where none is
 */
public record MetricValue(
        String metricId,
        int cardVersion,
        String measure,
        String variant,
        String districtCode,
        String groupCode,
        String schoolCode,
        int schoolYear,
        Integer baseYear,
        LocalDate asOf,
        String examCode,
        String stage,
        String grade,
        String subject,
        Double value,
        Double valueRaw,
        Double se,
        Double ciLo,
        Double ciHi,
        String ciMethod,
        String ciFrame,
        Double p,
        Double q,
        Long n,
        Long k,
        Long leftOutUnits,
        Long leftOutStudents,
        Flag flag,
        Verdict verdict,
        Origin origin,
        String inputsHash,
        Long leastSide,
        Long leastUnit,
        Long leastPart,
        Long leastLeftOut) {}
