package org.manyuan.statistics;

import org.hipparchus.distribution.continuous.FDistribution;

/** The F distribution. */
final class FisherF {
    private FisherF() {}

    static double quantile(double p, double numeratorDf, double denominatorDf) {
        return new FDistribution(numeratorDf, denominatorDf, 1e-14).inverseCumulativeProbability(p);
    }

    /** P(F &gt; f). */
    static double upperTail(double f, double numeratorDf, double denominatorDf) {
        // 1/F has the degrees of freedom turned round: its lower tail keeps the digits of a small p
        return f > 0 ? new FDistribution(denominatorDf, numeratorDf, 1e-14).cumulativeProbability(1 / f) : 1;
    }
}
