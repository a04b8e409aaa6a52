package org.manyuan.assessment;

import java.util.Map;
import org.manyuan.domain.AssessmentScore;

/**
 * A group that a scheme has scored, with all that its score was made of.
 *
 * @param leaves by id
 * @param points of the adjustments together
 */
record RankedGroup(AssessmentScore score, Map<String, LeafResult> leaves, ScoreTree tree, double points) {
    String code() {
        return score.groupCode();
    }
}
