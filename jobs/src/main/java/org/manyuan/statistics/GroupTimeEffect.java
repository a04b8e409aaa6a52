package org.manyuan.statistics;

/**
 * ATT(g,t): the mean effect in one year on the units first treated in one year. Before the treatment it is a placebo. METRICS B7.
 *
 * @param cohort g, the first year under treatment
 * @param year t
 * @param baseYear the year compared with: the last one before g, for t &lt; g the one before t
 * @param treated units of the cohort with both years
 * @param controls units compared with, with both years
 * @param gap why there is no effect
 */
public record GroupTimeEffect(int cohort, int year, int baseYear, int treated, int controls, Effect effect, Gap gap) {
    /** Why an effect is missing. */
    public enum Gap {
        /** It is not. */
        NONE,
        /** Fewer units of the cohort, or fewer controls, than asked for. */
        TOO_FEW_UNITS,
        /** No weights by covariates: they are collinear among the controls, or tell a treated unit from all controls. */
        NO_OVERLAP
    }

    /** Years since the treatment began; below 0 before it. */
    public int eventTime() {
        return year - cohort;
    }

    /** Whether the cohort is under treatment in the year. */
    public boolean isTreated() {
        return year >= cohort;
    }

    GroupTimeEffect without(Gap reason) {
        return new GroupTimeEffect(cohort, year, baseYear, treated, controls, Effect.NONE, reason);
    }
}
