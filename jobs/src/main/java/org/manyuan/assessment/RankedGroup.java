package org.manyuan.assessment;

import java.util.Map;
import org.manyuan.domain.AssessmentScore;

/**
 * A group, or a unit of one, that a scheme has scored, with all that its score was made of.
 *
 * @param leaves by id
 * @param points of the adjustments together
 */
record RankedGroup(AssessmentScore score, Map<String, LeafResult> leaves, ScoreTree tree, double points) {
    /** What tells it apart: the group's code, with the unit's where a unit is scored. */
    String code() {
        return score.schoolCode().isEmpty() ? score.groupCode() : score.groupCode() + "|" + score.schoolCode();
    }
}
