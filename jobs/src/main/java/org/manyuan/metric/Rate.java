package org.manyuan.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolExamFact;

/** One of the three rates (三率). What reaches a cut counts as excellent or passed, what stays below counts as low. */
enum Rate {
    /** 优秀率. */
    EXCELLENT,
    /** 及格率, 合格率. */
    PASSED,
    /** 低分率. */
    LOW;

    /** A cut beyond any score in steps stands for one just beyond it. */
    private static final BigDecimal LOWEST = BigDecimal.valueOf(Integer.MIN_VALUE);

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(Integer.MAX_VALUE + 1L);

    /** The name of the measure. */
    String measure() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The pupils that a school total says count; null where it does not say. */
    Long handedIn(SchoolExamFact fact) {
        return switch (this) {
            case EXCELLENT -> fact.excellent();
            case PASSED -> fact.pass();
            case LOW -> fact.low();
        };
    }

    /** The pupils of a unit that count; null where cut or count is missing, or scores come without a step. */
    Long count(SchoolExamFact fact, ExamPaper paper) {
        if (!fact.hasScores()) {
            return handedIn(fact);
        }
        BigDecimal cut = cut(paper);
        if (cut == null || paper.scoreStep() == null || paper.scoreStep().signum() <= 0) {
            return null;
        }
        long first = cut.divide(paper.scoreStep(), 0, RoundingMode.CEILING)
                .max(LOWEST)
                .min(HIGHEST)
                .longValueExact();
        long reached = 0;
        for (int b = 0; b < fact.bins().length; b++) {
            reached += fact.bins()[b] >= first ? fact.counts()[b] : 0;
        }
        return this == LOW ? fact.n() - reached : reached;
    }

    /** The pupils of all units below the cut; empty where a unit's count is missing. */
    Optional<Long> below(List<UnitMarks> units, ExamPaper paper) {
        long below = 0;
        for (UnitMarks unit : units) {
            for (SchoolExamFact fact : unit.facts()) {
                Long counted = count(fact, paper);
                if (counted == null) {
                    return Optional.empty();
                }
                below += this == LOW ? counted : fact.n() - counted;
            }
        }
        return Optional.of(below);
    }

    /** The cut, as something that a figure rests on. */
    Inputs cutInputs(ExamPaper paper) {
        return Inputs.of(Origin.REPORTED, cutText(paper), paper);
    }

    /** The cut as canonical text, for the digest of inputs. */
    String cutText(ExamPaper paper) {
        BigDecimal cut = cut(paper);
        return measure() + "|" + (cut == null ? "" : cut.stripTrailingZeros().toPlainString());
    }

    /** The cut over the full mark, to nine digits; empty where either is unknown. */
    Optional<String> shareOfFullMark(ExamPaper paper) {
        BigDecimal cut = cut(paper);
        return cut == null || paper.fullMark() == null || paper.fullMark().signum() <= 0
                ? Optional.empty()
                : Optional.of(
                        cut.divide(paper.fullMark(), 9, RoundingMode.HALF_UP).toPlainString());
    }

    private BigDecimal cut(ExamPaper paper) {
        return switch (this) {
            case EXCELLENT -> paper.excellentCut();
            case PASSED -> paper.passCut();
            case LOW -> paper.lowCut();
        };
    }
}
