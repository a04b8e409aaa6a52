package org.manyuan.contract;

import java.math.BigDecimal;

/**
 * A score against the paper of its exam and subject: at most the full mark, a whole number of steps; a paper without a step takes no
 * scores. Keeps the last exam's papers.
 */
final class PaperCheck {
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private record Limits(long fullMark, long step) {}

    private static final Limits NONE = new Limits(0, 0);

    private final References references;
    private final int scale;
    private Limits[] bySubject = new Limits[0];
    private int exam = -1;

    PaperCheck(References references, int scale) {
        this.references = references;
        this.scale = scale;
    }

    ProblemCode check(Cell examCell, Cell subjectCell, Cell score) {
        int subject = references.subject(subjectCell.slice.buffer, subjectCell.slice.from, subjectCell.slice.length);
        Limits limits = subject < 0 ? NONE : limits(examCell.reference, subject);
        if (limits == NONE) {
            return ProblemCode.UNKNOWN_PAPER;
        }
        if (!score.filled) {
            return null;
        }
        if (limits.step == 0) {
            return ProblemCode.UNKNOWN_PAPER;
        }
        if (score.whole > limits.fullMark) {
            return ProblemCode.ABOVE_FULL_MARK;
        }
        return score.whole % limits.step == 0 ? null : ProblemCode.OFF_STEP;
    }

    private Limits limits(int newExam, int subject) {
        if (newExam != exam) {
            exam = newExam;
            bySubject = new Limits[0];
        }
        if (subject >= bySubject.length) {
            bySubject = java.util.Arrays.copyOf(bySubject, subject + 8);
        }
        if (bySubject[subject] == null) {
            References.Paper paper = references.paper(exam, subject);
            bySubject[subject] =
                    paper == null ? NONE : new Limits(units(paper.fullMark(), NO_LIMIT), units(paper.scoreStep(), 0));
        }
        return bySubject[subject];
    }

    private long units(BigDecimal value, long otherwise) {
        return value == null ? otherwise : value.movePointRight(scale).longValue();
    }
}
