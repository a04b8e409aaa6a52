package org.manyuan.statistics;

/** Whom a cohort is compared with. METRICS B7. */
public enum Controls {
    /** Units that never come under treatment within the years of the panel. */
    NEVER_TREATED,
    /** Those, and units of later cohorts as long as neither of the two years lies under their treatment. */
    NOT_YET_TREATED;

    /**
     * Whether a unit is compared with.
     *
     * @param firstYear of the unit
     * @param lastYear of the panel
     */
    public boolean admits(int firstYear, int cohort, int lastOfTheTwoYears, int lastYear) {
        return this == NEVER_TREATED ? firstYear > lastYear : firstYear > lastOfTheTwoYears && firstYear != cohort;
    }
}
