package org.manyuan.assessment;

import java.util.Map;
import org.manyuan.contract.Normalisation;
import org.manyuan.domain.Flag;
import org.manyuan.statistics.NormalTable;

/**
 * A value as 0 to 100. Source: METRICS C1, step 5.
 *
 * @param score null with a flag
 */
record NormalisedScore(Double score, Flag flag) {
    /** A z, and goalposts of a base year, need so many values. */
    private static final int LEAST_COHORT = 5;

    private static final double LOW_PERCENTILE = 0.05;
    private static final double HIGH_PERCENTILE = 0.95;

    /**
     * Normalises a value.
     *
     * @param lower less is better
     * @param base the same units' value in the base year, for growth; null: absent
     * @param cohort what it is compared with: of the year, for goalposts of the base year of that one; may be empty
     */
    static NormalisedScore of(Normalisation how, boolean lower, double x, Double base, Cohort cohort) {
        return switch (how.method()) {
            case GOALPOSTS -> between(x, how.lo(), how.hi(), lower);
            case GOALPOSTS_OF_BASE_YEAR ->
                cohort.size() < LEAST_COHORT
                        ? none(Flag.K_TOO_SMALL)
                        : between(x, cohort.quantile(LOW_PERCENTILE), cohort.quantile(HIGH_PERCENTILE), lower);
            case MINMAX_COHORT ->
                cohort.size() == 0 ? none(Flag.K_TOO_SMALL) : between(x, cohort.min(), cohort.max(), lower);
            case Z -> z(x, cohort, lower);
            case RANK ->
                cohort.size() == 0
                        ? none(Flag.K_TOO_SMALL)
                        : some(lower ? 1 - cohort.shareBelow(x) : cohort.shareBelow(x));
            case TARGET_RATIO -> some(Math.max(0, Math.min(1, x / how.target())));
            case DISTANCE_TO_TARGET -> some(Math.max(0, 1 - Math.abs(x - how.target()) / how.tolerance()));
            case STEP -> some(step(how.steps(), x) / 100);
            case GROWTH ->
                base == null || base <= 0
                        ? none(Flag.BASE_MISSING)
                        : between((x - base) / base, how.lo(), how.hi(), lower);
        };
    }

    private static NormalisedScore z(double x, Cohort cohort, boolean lower) {
        if (cohort.size() < LEAST_COHORT) {
            return none(Flag.K_TOO_SMALL);
        }
        double sd = cohort.sd();
        if (sd == 0) {
            return none(Flag.ZERO_SD);
        }
        double z = (x - cohort.mean()) / sd;
        return some(NormalTable.cdf(lower ? -z : z));
    }

    private static NormalisedScore between(double x, double lo, double hi, boolean lower) {
        if (lo == hi) {
            return none(Flag.ZERO_SD);
        }
        double share = lower ? (hi - x) / (hi - lo) : (x - lo) / (hi - lo);
        return some(Math.max(0, Math.min(1, share)));
    }

    private static double step(Map<Double, Double> ascending, double x) {
        double score = 0;
        for (Map.Entry<Double, Double> step : ascending.entrySet()) {
            score = x >= step.getKey() ? step.getValue() : score;
        }
        return score;
    }

    private static NormalisedScore some(double share) {
        return new NormalisedScore(100 * share, Flag.OK);
    }

    private static NormalisedScore none(Flag why) {
        return new NormalisedScore(null, why);
    }
}
