package org.manyuan.domain;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One row per exam and subject.
 *
 * @param fullMark points; null where the scale has no full mark
 * @param scoreStep points per step; every score is a whole number of steps; null where only school totals come
 * @param excellentCut points, at or above; null where the file says nothing (so the other cuts)
 */
public record ExamPaper(
        String examCode,
        String subject,
        BigDecimal fullMark,
        BigDecimal scoreStep,
        BigDecimal excellentCut,
        BigDecimal passCut,
        BigDecimal lowCut)
        implements Serializable {}
