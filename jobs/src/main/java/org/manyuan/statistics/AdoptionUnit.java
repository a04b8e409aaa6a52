package org.manyuan.statistics;

/**
 * One unit of a panel in which units come under treatment one after the other. METRICS B7.
 *
 * @param key unique in the panel; the panel is worked through in its order, so that no figure hangs on the order of rows
 * @param cluster units with equal labels are drawn together (an education group); an ungrouped unit brings its own key
 * @param firstYear the first year under treatment; {@link #NEVER}
 * @param outcome one value a year of the panel, NaN where there is none
 * @param covariates one row a year of the panel, all of one length (0 for no covariates), NaN where one is unknown
 */
public record AdoptionUnit(String key, String cluster, int firstYear, double[] outcome, double[][] covariates) {
    /** First year of a unit that never comes under treatment. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** A unit without covariates. */
    public static AdoptionUnit of(String key, String cluster, int firstYear, double... outcome) {
        return new AdoptionUnit(key, cluster, firstYear, outcome, new double[outcome.length][0]);
    }

    boolean hasEveryYear() {
        for (int t = 0; t < outcome.length; t++) {
            if (!isKnown(t)) {
                return false;
            }
        }
        return true;
    }

    /** Whether outcome and covariates of the year in that place are known. */
    boolean isKnown(int t) {
        boolean known = Double.isFinite(outcome[t]);
        for (double x : covariates[t]) {
            known &= Double.isFinite(x);
        }
        return known;
    }
}
