package org.manyuan.domain;

import java.time.LocalDate;

/**
 * One row per scheme, subject, assessed school year and entry of the scheme: a leaf, a node or an adjustment. The contributions of the
 * leaves add up to the score before adjustments.
 *
 * @param parentId empty for what lies right below the root
 * @param nodeKind leaf, node or adjustment
 * @param position order in the scheme, from 1
 * @param weight among its siblings; null for an adjustment
 * @param weightUsed share of the whole score after what is missing was left out
 * @param metricId of a leaf, empty otherwise (so measure, variant, unit)
 * @param unit whose figure a leaf takes: lead, member, group, lead_vs_member
 * @param value of the metric, reduced to one; null with a flag
 * @param normalised 0 to 100
 * @param contribution to the score; of an adjustment its points
 * @param coverage share of the weights below that had a value
 * @param n of the metric's rows; k likewise
 * @param leastSide the fewest students of any side behind the value, for disclosure alone; null where it is not of students
 */
public record AssessmentIndicator(
        String schemeId,
        int schemeVersion,
        String districtCode,
        String groupCode,
        String schoolCode,
        int schoolYear,
        LocalDate asOf,
        String nodeId,
        String parentId,
        String nodeKind,
        int position,
        String name,
        Double weight,
        Double weightUsed,
        String metricId,
        String measure,
        String variant,
        String unit,
        Double value,
        Double normalised,
        Double contribution,
        Double coverage,
        Long n,
        Long k,
        Long leastSide,
        Flag flag,
        String marks,
        Origin origin) {}
