package org.manyuan.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolExamFact;

/**
 * Counts the scores of one unit, exam and subject. Whole numbers only, so that the result is the same under any order and any
 * partitioning. Source: METRICS §0.1.
 */
final class ScoreTally {
    private static final String LEVELS = "EDCBA";

    private final Histogram scores = new Histogram();
    private final long[] levels = new long[LEVELS.length()];
    private long absent;
    private long exempt;
    private long invalid;
    private boolean synthetic;

    void score(long unscaled) {
        scores.add(unscaled, 1);
    }

    /** A level A to E; anything else is no result. */
    void level(char level) {
        int at = LEVELS.indexOf(level);
        if (at >= 0) {
            levels[at]++;
        }
    }

    void absent() {
        absent++;
    }

    void exempt() {
        exempt++;
    }

    void invalid() {
        invalid++;
    }

    void synthetic() {
        synthetic = true;
    }

    void add(ScorePart part) {
        for (int i = 0; i < part.scores().length; i++) {
            scores.add(part.scores()[i], part.counts()[i]);
        }
        for (int i = 0; i < levels.length; i++) {
            levels[i] += part.levels()[i];
        }
        absent += part.absent();
        exempt += part.exempt();
        invalid += part.invalid();
        synthetic |= part.synthetic();
    }

    ScorePart part(String examCode, String subject, String schoolCode) {
        long[] values = scores.values();
        long[] counts = Arrays.stream(values).map(scores::count).toArray();
        return new ScorePart(
                examCode, subject, schoolCode, absent, exempt, invalid, values, counts, levels, synthetic, null);
    }

    /**
     * The fact: sums and bins in steps. Where only levels came, bins 0 to 4 are E to A and there are no sums.
     *
     * @param scale decimals of the stored scores
     * @throws IllegalStateException where the paper has no step, or scores are no whole number of its steps
     */
    SchoolExamFact fact(String examCode, String subject, String schoolCode, BigDecimal step, int scale) {
        long[] values = scores.values();
        if (values.length == 0) {
            return levelsOnly(examCode, subject, schoolCode);
        }
        long unit = unit(examCode, subject, step, scale);
        int[] bins = new int[values.length];
        long[] counts = new long[values.length];
        long n = 0;
        long s1 = 0;
        long s2 = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] % unit != 0) {
                throw new IllegalStateException("exam " + examCode + ", subject " + subject + ", school " + schoolCode
                        + ": scores are no whole number of steps of " + step.toPlainString()
                        + ". Hand in exam_paper with the step that the scores were given in, or the scores again.");
            }
            bins[i] = Math.toIntExact(values[i] / unit);
            counts[i] = scores.count(values[i]);
            n = Math.addExact(n, counts[i]);
            s1 = Math.addExact(s1, Math.multiplyExact(counts[i], (long) bins[i]));
            s2 = Math.addExact(s2, Math.multiplyExact(counts[i], Math.multiplyExact((long) bins[i], (long) bins[i])));
        }
        return new SchoolExamFact(
                examCode,
                subject,
                schoolCode,
                n,
                absent,
                exempt,
                invalid,
                s1,
                s2,
                bins,
                counts,
                null,
                null,
                null,
                null,
                null,
                null,
                origin());
    }

    private SchoolExamFact levelsOnly(String examCode, String subject, String schoolCode) {
        int[] bins = java.util.stream.IntStream.range(0, levels.length)
                .filter(level -> levels[level] > 0)
                .toArray();
        long[] counts = Arrays.stream(bins).mapToLong(level -> levels[level]).toArray();
        boolean any = bins.length > 0;
        Long none = any ? null : 0L;
        return new SchoolExamFact(
                examCode,
                subject,
                schoolCode,
                Arrays.stream(counts).sum(),
                absent,
                exempt,
                invalid,
                none,
                none,
                bins,
                counts,
                null,
                null,
                null,
                null,
                null,
                null,
                origin());
    }

    private static long unit(String examCode, String subject, BigDecimal step, int scale) {
        if (step == null || step.signum() <= 0) {
            throw new IllegalStateException("exam " + examCode + ", subject " + subject
                    + ": scores stand on it, but its paper has no score_step. Hand in exam_paper with one.");
        }
        return step.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    private Origin origin() {
        return synthetic ? Origin.SYNTHETIC : Origin.REPORTED;
    }
}
