package org.manyuan.statistics;

/**
 * What a delete-one-unit jackknife says. The interval is centred on the jackknife estimate, which corrects the bias of the plain
 * figure; {@code value} stays the plain figure (METRICS B1), so an interval need not contain its value.
 *
 * @param k units
 * @param value the plain figure θ; of a paired log ratio ln(now/base)
 * @param centre the jackknife estimate on the scale of {@code value}: exp(π̄), for a log ratio π̄
 * @param se sd(π)/√k on the scale of the pseudo-values (log, logit); 0 where no unit makes a difference
 * @param interval 95 %, t on k − 1 degrees of freedom, on the scale of {@code value}; none where se is 0
 * @param p two-sided p of π̄ = 0; of use for a log ratio only
 * @param largestShare the largest share that one unit has in Σ(π_j − π̄)²: near 1 one unit alone makes the interval
 */
public record JackknifeEstimate(
        int k, double value, double centre, double se, Interval interval, double p, double largestShare) {}
