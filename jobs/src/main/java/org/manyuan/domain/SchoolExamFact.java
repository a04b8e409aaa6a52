package org.manyuan.domain;

import java.io.Serializable;

/**
 * One row per unit, exam and subject: the sufficient statistic of its scores, in whole score steps, so that every figure derived
 * from it is the same under any order and partitioning. Where a region hands in school totals only, the sums and bins are null and
 * {@code meanScore} … {@code low} are filled; where pupils' scores come it is the other way round.
 *
 * @param n valid scores (status present, score there); examinees of a total
 * @param absent pupils registered and absent
 * @param s1 sum of scores in steps; null for a total
 * @param s2 sum of squared scores in steps²; null for a total
 * @param bins the scores that occur, in steps, ascending; null for a total
 * @param counts pupils per bin; null for a total
 * @param meanScore points, of a total; null otherwise
 * @param sdScore points, n−1, of a total; null where not handed in
 * @param candidates of a total; null where not handed in
 * @param excellent pupils at or above the excellent cut, of a total; null where not handed in (so pass and low)
 */
public record SchoolExamFact(
        String examCode,
        String subject,
        String schoolCode,
        long n,
        long absent,
        long exempt,
        long invalid,
        Long s1,
        Long s2,
        int[] bins,
        long[] counts,
        Double meanScore,
        Double sdScore,
        Long candidates,
        Long excellent,
        Long pass,
        Long low,
        Origin origin)
        implements Serializable {
    /** Whether pupils' scores stand behind it (true), or a school's own totals (false). */
    public boolean hasScores() {
        return s1 != null;
    }
}
