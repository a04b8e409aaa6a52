package org.manyuan.domain;

import java.time.LocalDate;

/**
 * One row per scheme, subject (group, lead or member) and assessed school year: how sure its place is. BND-02. Everything but the flag
 * is null where there is no score. Card: schemas/metrics/BND-02.md.
 *
 * @param rank by score, 1 is the best; who has the same score shares the middle of the places
 * @param rankedGroups how many have a place
 * @param rankMedian over the draws, as are rankP05 and rankP95, the ends of the 90 % interval
 * @param topPlaces how many places pTop speaks of
 * @param pTop share of the draws with a place no worse than that
 * @param pGrade share of the draws with the grade it has; null without one
 * @param indistinctGroups others whose 90 % interval overlaps: those that it cannot be told apart from
 * @param firstWeights share of the variance of the place that comes from the weights alone (first-order Sobol index, 0 to 1); the other
 *     sources likewise; null where no draw changes the place
 * @param totalWeights share that comes from the weights, alone and together with the other sources (total index)
 * @param firstLeftOut of leaving out one leaf or none
 * @param firstError of the standard errors of the leaves' values
 * @param flag K_TOO_SMALL where nobody else has a place, else the score's
 * @param marks the score's
 * @param origin synthetic if any of those that have a place is
 */
public record AssessmentRank(
        String schemeId,
        int schemeVersion,
        String districtCode,
        String groupCode,
        String schoolCode,
        int schoolYear,
        LocalDate asOf,
        Double rank,
        Long rankedGroups,
        Double rankMedian,
        Double rankP05,
        Double rankP95,
        Long topPlaces,
        Double pTop,
        Double pGrade,
        Long indistinctGroups,
        Double firstWeights,
        Double totalWeights,
        Double firstNormalisation,
        Double totalNormalisation,
        Double firstAggregation,
        Double totalAggregation,
        Double firstLeftOut,
        Double totalLeftOut,
        Double firstError,
        Double totalError,
        Long draws,
        Flag flag,
        String marks,
        Origin origin) {}
