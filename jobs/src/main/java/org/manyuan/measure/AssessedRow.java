package org.manyuan.measure;

import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentScore;

/** One row of what the schemes give: a score or an indicator. Public because Spark's generated code makes it. */
public record AssessedRow(AssessmentScore score, AssessmentIndicator indicator) {}
