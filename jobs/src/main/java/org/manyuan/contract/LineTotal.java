package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Adds up the subjects of one wide line and holds the line's total against them. Silent unless every subject that the exam has a paper
 * in has a score on the line: a pupil who missed one has no total to be held to. One who missed them all has no total.
 */
final class LineTotal {
    private static final byte[] TOTAL = "total".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PRESENT = "present".getBytes(StandardCharsets.UTF_8);

    private final References references;
    private final int exam;
    private final int subject;
    private final int score;
    private final int status;
    private final long slack;
    private int lineExam;
    private boolean isWhole;
    private int subjects;
    private int missed;
    private long sum;
    private long total;
    private String header;

    LineTotal(Contract contract, References references, CheckTerms terms) {
        this.references = references;
        exam = contract.indexOf("exam_code");
        subject = contract.indexOf(contract.wide().by());
        score = contract.indexOf(contract.wide().value());
        status = contract.indexOf("status");
        slack = Math.round(terms.number("points")
                * NumberText.power(contract.columns().get(score).scale()));
    }

    void begin() {
        lineExam = References.UNKNOWN;
        isWhole = true;
        subjects = 0;
        missed = 0;
        sum = 0;
        header = null;
    }

    void add(Cell[] cells, List<CellSource> sources, boolean isTaken) {
        boolean sameExam = lineExam == References.UNKNOWN || lineExam == cells[exam].reference;
        boolean isThere = isTaken && cells[score].filled && cells[status].slice.is(PRESENT);
        if (!isThere || !sameExam) {
            isWhole = false;
            boolean isMark = isTaken && !cells[status].slice.is(PRESENT) && !cells[subject].slice.is(TOTAL);
            missed += isMark ? 1 : 0;
            return;
        }
        lineExam = cells[exam].reference;
        if (cells[subject].slice.is(TOTAL)) {
            total = cells[score].whole;
            header = sources.get(score).header();
        } else {
            subjects++;
            sum += cells[score].whole;
        }
    }

    /** What is told of a total whose exam has papers, but none of totals; null where this row is none. */
    String withoutPaper(Cell[] cells, List<CellSource> sources, CharSequence rejects) {
        String header = sources.get(subject).header().replace(';', ',');
        if (!rejects.toString().equals(ProblemCode.UNKNOWN_PAPER + ":" + header)
                || !cells[subject].slice.is(TOTAL)
                || references.subjectsOf(cells[exam].reference) == 0) {
            return null;
        }
        add(cells, sources, true);
        return ProblemCode.TOTAL_WITHOUT_PAPER + ":" + header;
    }

    /** What is told of the line; null where its total is right, or nobody can say. */
    String warning() {
        boolean isJudged = isWhole && header != null && subjects > 0 && subjects == references.subjectsOf(lineExam);
        boolean isOff = isJudged && Math.abs(total - sum) > slack;
        boolean isOfNothing = header != null && subjects == 0 && missed > 0;
        return isOff || isOfNothing ? RowDoubts.TOTAL + ":" + header.replace(';', ',') : null;
    }
}
