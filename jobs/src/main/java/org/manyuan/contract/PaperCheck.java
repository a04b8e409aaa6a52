package org.manyuan.contract;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A score against the paper of its exam and subject: at most the full mark, a whole number of steps; a paper without a step takes no
 * scores. Looks each paper up once.
 */
final class PaperCheck {
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private record Limits(boolean known, long fullMark, long step) {}

    private static final Limits NONE = new Limits(false, 0, 0);

    private final References references;
    private final int scale;
    private Limits[][] papers = new Limits[0][];

    PaperCheck(References references, int scale) {
        this.references = references;
        this.scale = scale;
    }

    ProblemCode check(Cell examCell, Cell subjectCell, Cell score) {
        int subject = references.subject(subjectCell.slice.buffer, subjectCell.slice.from, subjectCell.slice.length);
        Limits limits = subject < 0 ? NONE : limits(examCell.reference, subject);
        if (!limits.known) {
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

    private Limits limits(int exam, int subject) {
        if (exam >= papers.length) {
            papers = Arrays.copyOf(papers, 2 * exam + 8);
        }
        if (papers[exam] == null) {
            papers[exam] = new Limits[0];
        }
        if (subject >= papers[exam].length) {
            papers[exam] = Arrays.copyOf(papers[exam], subject + 8);
        }
        if (papers[exam][subject] == null) {
            References.Paper paper = references.paper(exam, subject);
            papers[exam][subject] = paper == null
                    ? NONE
                    : new Limits(true, units(paper.fullMark(), NO_LIMIT), units(paper.scoreStep(), 0));
        }
        return papers[exam][subject];
    }

    private long units(BigDecimal value, long otherwise) {
        return value == null ? otherwise : value.movePointRight(scale).longValue();
    }
}
