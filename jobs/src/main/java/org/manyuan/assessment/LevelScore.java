package org.manyuan.assessment;

import org.manyuan.contract.Scheme.Aggregation;

/** The score of a level out of its children's. Source: METRICS C1, step 7. */
final class LevelScore {
    private static final double FLOOR = 1;

    private LevelScore() {}

    /**
     * Of the children that have a score; their weights stand in for those of the others.
     *
     * @param scores NaN: none
     * @return NaN where none has a score, or only such as weigh nothing
     */
    static double of(Aggregation how, double[] weights, double[] scores) {
        double present = 0;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isNaN(scores[i])) {
                present += weights[i];
                sum += weights[i] * part(how, scores[i]);
                least = Math.min(least, scores[i]);
            }
        }
        return present == 0
                ? Double.NaN
                : switch (how) {
                    case ARITHMETIC -> sum / present;
                    case GEOMETRIC -> Math.exp(sum / present);
                    case HARMONIC -> present / sum;
                    case MIN -> least;
                };
    }

    private static double part(Aggregation how, double score) {
        return switch (how) {
            case ARITHMETIC, MIN -> score;
            case GEOMETRIC -> Math.log(Math.max(score, FLOOR));
            case HARMONIC -> 1 / Math.max(score, FLOOR);
        };
    }
}
