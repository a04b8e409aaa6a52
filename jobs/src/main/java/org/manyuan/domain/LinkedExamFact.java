package org.manyuan.domain;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One row per unit, exam, subject and earlier exam: its pupils with a score in both, as whole-number sums over pairs of scores in steps,
 * and how many of them grew how much. What value added and growth rest on.
 *
 * @param priorCode the earlier exam
 * @param n pupils with both scores
 * @param priorSum Σx, x the earlier score
 * @param sum Σy, y the later score
 * @param priorSquares Σx²
 * @param products Σxy
 * @param squares Σy²
 * @param priorStep points per step of the earlier paper
 * @param priorN everyone who sat the earlier paper
 * @param priorS1 sum of all their scores in steps
 * @param priorS2 sum of all their squared scores
 * @param growth the growth percentiles that occur, 1 to 99, ascending; empty where the exam has too few linked pupils
 * @param growthCounts pupils per growth percentile
 * @param ranks the ranks among equal priors that occur, in hundredths of a percent, ascending
 * @param rankCounts pupils per rank
 */
public record LinkedExamFact(
        String examCode,
        String subject,
        String schoolCode,
        String priorCode,
        long n,
        long priorSum,
        long sum,
        long priorSquares,
        long products,
        long squares,
        BigDecimal priorStep,
        long priorN,
        long priorS1,
        long priorS2,
        int[] growth,
        long[] growthCounts,
        int[] ranks,
        long[] rankCounts,
        Origin origin)
        implements Serializable {}
