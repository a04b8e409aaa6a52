package org.manyuan.assessment;

import org.manyuan.contract.IndicatorLeaf;
import org.manyuan.domain.Flag;

/**
 * A leaf of one group.
 *
 * @param leaf the reading that was taken
 * @param score 0 to 100, after the threshold; null where there is no value
 * @param isPresent whether the score rests on a value of its own, not on an imputed one
 * @param isVeto whether the value misses a threshold that is a veto
 */
record LeafResult(IndicatorLeaf leaf, LeafFigure figure, Double score, Flag flag, boolean isPresent, boolean isVeto) {
    static LeafResult of(IndicatorLeaf leaf, LeafFigure figure, NormalisedScore normalised) {
        Flag flag = figure.flag().or(normalised.flag());
        if (figure.value() == null || normalised.score() == null) {
            return new LeafResult(leaf, figure, null, flag, false, false);
        }
        IndicatorLeaf.Threshold threshold = leaf.threshold();
        boolean misses = threshold != null && !threshold.operator().holds(figure.value(), threshold.value());
        double score = normalised.score();
        if (misses) {
            score = switch (threshold.onFail()) {
                case "zero" -> 0;
                case "cap" -> Math.min(score, threshold.cap());
                default -> score;
            };
        }
        return new LeafResult(
                leaf, figure, score, flag, true, misses && threshold.onFail().equals("veto"));
    }

    /** The same with the score of others in place of a missing one. */
    LeafResult imputed(double median) {
        return new LeafResult(leaf, figure, median, flag, false, false);
    }
}
