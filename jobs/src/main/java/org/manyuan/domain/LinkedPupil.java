package org.manyuan.domain;

import java.math.BigDecimal;

/**
 * One row per pupil, exam and subject with a score in an earlier paper of the subject; who the pupil is, is not kept. Scores are whole
 * steps of their papers.
 *
 * @param schoolCode the unit of the later score
 * @param priorCode the earlier exam
 * @param prior the earlier score
 * @param score the later score
 * @param priorStep points per step of the earlier paper
 * @param priorN everyone who sat the earlier paper
 * @param priorS1 sum of all their scores in steps
 * @param priorS2 sum of all their squared scores
 */
public record LinkedPupil(
        String examCode,
        String subject,
        String schoolCode,
        String priorCode,
        long prior,
        long score,
        BigDecimal priorStep,
        long priorN,
        long priorS1,
        long priorS2,
        Origin origin) {}
