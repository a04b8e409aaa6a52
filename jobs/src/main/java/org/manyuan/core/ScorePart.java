package org.manyuan.core;

import org.manyuan.domain.SchoolExamFact;

/**
 * What one part of the rows holds of one unit, exam and subject: one row per partition and key, merged into a fact. Public because
 * Spark's generated code makes it.
 *
 * @param scores the scores that occur, as whole units of the stored scale, ascending
 * @param counts pupils per score
 * @param levels pupils with level E, D, C, B, A and no score
 * @param total what a school handed in as a total; null for a part of pupils' rows
 */
public record ScorePart(
        String examCode,
        String subject,
        String schoolCode,
        long absent,
        long exempt,
        long invalid,
        long[] scores,
        long[] counts,
        long[] levels,
        boolean synthetic,
        SchoolExamFact total) {}
