package org.manyuan.assessment;

import java.util.List;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentRank;
import org.manyuan.domain.AssessmentScore;

/** What a scheme gives: a score and a place for each group, and one row for each group and entry of the scheme. */
public record Assessed(
        List<AssessmentScore> scores, List<AssessmentIndicator> indicators, List<AssessmentRank> ranks) {}
