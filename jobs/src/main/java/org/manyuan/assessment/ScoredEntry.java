package org.manyuan.assessment;

/**
 * Of {@code assessment_indicator}, released or not, what its correlations are made of.
 *
 * @param parentId empty right below the root
 * @param nodeKind leaf, node or adjustment
 * @param weight among its siblings; null for an adjustment
 * @param normalised 0 to 100; null where there is none
 */
public record ScoredEntry(
        String schemeId,
        int schoolYear,
        String groupCode,
        String schoolCode,
        String nodeId,
        String parentId,
        String nodeKind,
        int position,
        String name,
        Double weight,
        Double normalised) {}
