package org.manyuan.measure;

import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentRank;
import org.manyuan.domain.AssessmentScore;

/** One row of what the schemes give: a score, an indicator or a rank. Public because Spark's generated code makes it. */
public record AssessedRow(AssessmentScore score, AssessmentIndicator indicator, AssessmentRank rank) {}
