package org.manyuan.statistics;

import org.hipparchus.distribution.continuous.FDistribution;

/** The F distribution. */
final class FisherF {
    private FisherF() {}

    static double quantile(double p, double numeratorDf, double denominatorDf) {
        return new FDistribution(numeratorDf, denominatorDf, 1e-14).inverseCumulativeProbability(p);
    }
}
