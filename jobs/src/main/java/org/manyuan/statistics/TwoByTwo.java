package org.manyuan.statistics;

/**
 * The change of the treated less the change of their controls between two years, over the units that have both. METRICS B7.
 *
 * @param value NaN where {@code overlaps} is false
 * @param influence one number a unit handed in, mean 0 over them
 * @param overlaps whether weights by covariates could be had; true without covariates
 */
record TwoByTwo(double value, double[] influence, boolean overlaps) {
    static final TwoByTwo NO_OVERLAP = new TwoByTwo(Double.NaN, new double[0], false);

    /**
     * @param treated which of the units are treated; the others are the controls
     * @param change Y_t − Y_b
     * @param covariates at the base year; width 0 for none
     */
    static TwoByTwo of(boolean[] treated, double[] change, double[][] covariates) {
        return covariates[0].length == 0 ? difference(treated, change) : DoublyRobust.of(treated, change, covariates);
    }

    private static TwoByTwo difference(boolean[] treated, double[] change) {
        int[] count = new int[2];
        double[] mean = new double[2];
        for (int i = 0; i < change.length; i++) {
            int side = treated[i] ? 1 : 0;
            count[side]++;
            mean[side] += change[i];
        }
        mean[0] /= count[0];
        mean[1] /= count[1];
        double[] influence = new double[change.length];
        for (int i = 0; i < change.length; i++) {
            int side = treated[i] ? 1 : 0;
            influence[i] = (treated[i] ? 1 : -1) * (double) change.length / count[side] * (change[i] - mean[side]);
        }
        return new TwoByTwo(mean[1] - mean[0], influence, true);
    }
}
