package org.manyuan.assessment;

import org.manyuan.contract.IndicatorLeaf;
import org.manyuan.domain.Flag;

/**
 * A leaf of one group.
 *
 * @param score 0 to 100, after the threshold; null where there is no value
 * @param isPresent whether the score rests on a value of its own, not on an imputed one
 * @param isVeto whether the value misses a threshold that is a veto
 */
record LeafResult(LeafScale scale, LeafFigure figure, Double score, Flag flag, boolean isPresent, boolean isVeto) {
    static LeafResult of(LeafScale scale, LeafFigure figure) {
        Double x = figure.value();
        NormalisedScore normalised = x == null ? new NormalisedScore(null, Flag.OK) : scale.normalised(x);
        Flag flag = figure.flag().or(normalised.flag());
        return normalised.score() == null
                ? new LeafResult(scale, figure, null, flag, false, false)
                : new LeafResult(scale, figure, scale.held(x, normalised.score()), flag, true, scale.isVetoed(x));
    }

    /** The reading that was taken. */
    IndicatorLeaf leaf() {
        return scale.leaf();
    }

    /** The same where the score rests on another's figure too. */
    LeafResult restingOn(LeafResult other) {
        return new LeafResult(scale, figure.restingOn(other.figure.leastSide()), score, flag, isPresent, isVeto);
    }

    /** The same with the score of others in place of a missing one. */
    LeafResult imputed(double median) {
        return new LeafResult(scale, figure, median, flag, false, false);
    }
}
