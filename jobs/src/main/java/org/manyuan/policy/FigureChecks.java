package org.manyuan.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.manyuan.contract.PublishedFigure;
import org.manyuan.contract.Wording;
import org.manyuan.domain.Origin;
import org.manyuan.domain.PublishedCheck;

/** A published figure beside the computed one. */
public final class FigureChecks {
    /** How far a figure that is meant as {@code about} may lie off, where its entry says nothing else. */
    private static final double ABOUT = 0.05;

    /** What sums of doubles may lie off. */
    private static final double ROUNDING = 1e-9;

    private FigureChecks() {}

    /**
     * Computes a figure and holds what was published against it.
     *
     * @param figure how it is computed; null: nothing says
     * @param published its row of {@link FigureQuery#PUBLISHED}
     * @param answer the one row of a SELECT over the relations
     */
    public static PublishedCheck asked(
            PublishedFigure figure,
            Map<String, Object> published,
            Function<String, Map<String, Object>> answer,
            LocalDate builtAsOf) {
        boolean contradicts = figure != null
                && !figure.inconsistent().isEmpty()
                && (Boolean) answer.apply(FigureQuery.inconsistent(figure)).get("contradicts");
        Map<String, Object> computed =
                figure == null || figure.shape() == null ? Map.of() : answer.apply(FigureQuery.value(figure));
        return of(figure, published, computed, contradicts, builtAsOf);
    }

    /**
     * Holds them against each other.
     *
     * @param figure how it is computed; null: nothing says
     * @param published its row of {@link FigureQuery#PUBLISHED}
     * @param computed its row of {@link FigureQuery#value}; empty: it is recorded only
     * @param contradicts whether the published figures contradict each other
     */
    public static PublishedCheck of(
            PublishedFigure figure,
            Map<String, Object> published,
            Map<String, Object> computed,
            boolean contradicts,
            LocalDate builtAsOf) {
        Double value = (Double) published.get("value");
        String bound = (String) published.get("bound");
        Double found = (Double) computed.get("value");
        double off = figure == null || value == null ? 0 : off(figure, bound, value);
        Double lowest = value == null ? null : lowest(figure, bound, value, off);
        Double highest = value == null ? null : highest(figure, bound, value, off);
        Wording said = said(figure, contradicts);
        boolean isSynthetic =
                Boolean.TRUE.equals(computed.get("synthetic")) || "synthetic".equals(published.get("origin"));
        return new PublishedCheck(
                (String) published.get("figure_id"),
                (String) published.get("district_code"),
                (String) published.get("item"),
                (LocalDate) published.get("as_of"),
                builtAsOf,
                value,
                (String) published.get("unit"),
                bound,
                (String) published.get("source"),
                (String) published.get("quote"),
                found,
                lowest,
                highest,
                value == null && !contradicts
                        ? PublishedCheck.Result.RECORDED
                        : result(computed, found, bound, lowest, highest, contradicts),
                said.zh(),
                said.en(),
                (String) computed.getOrDefault("evidence", "[]"),
                isSynthetic ? Origin.SYNTHETIC : Origin.REPORTED);
    }

    private static PublishedCheck.Result result(
            Map<String, Object> computed,
            Double found,
            String bound,
            Double lowest,
            Double highest,
            boolean contradicts) {
        if (contradicts) {
            return PublishedCheck.Result.INCONSISTENT_SOURCE;
        }
        if (computed.isEmpty()) {
            return PublishedCheck.Result.RECORDED;
        }
        if (found == null) {
            return PublishedCheck.Result.UNKNOWN;
        }
        double slack = ROUNDING * Math.max(1, Math.abs(found));
        boolean isEnough = lowest == null || found >= lowest - slack;
        boolean isFew = highest == null || (bound.equals("below") ? found < highest : found <= highest + slack);
        return isEnough && isFew ? PublishedCheck.Result.AGREES : PublishedCheck.Result.DIFFERS;
    }

    /** What contradicts what, and the remark. */
    private static Wording said(PublishedFigure figure, boolean contradicts) {
        if (figure == null) {
            return new Wording("", "");
        }
        Wording remark = figure.remark();
        if (remark.zh().isEmpty()) {
            return contradicts ? figure.because() : remark;
        }
        Wording told = new Wording("说明：" + remark.zh(), "Note: " + remark.en());
        return contradicts
                ? new Wording(
                        figure.because().zh() + "；" + told.zh(),
                        figure.because().en() + "; " + told.en())
                : told;
    }

    private static Double highest(PublishedFigure figure, String bound, double value, double off) {
        return switch (bound) {
            case "below" -> value;
            case "at_least" -> figure == null ? null : figure.greatest();
            default -> value + off;
        };
    }

    private static Double lowest(PublishedFigure figure, String bound, double value, double off) {
        return switch (bound) {
            case "below" -> figure == null ? null : figure.least();
            case "at_least" -> value;
            default -> value - off;
        };
    }

    private static double off(PublishedFigure figure, String bound, double value) {
        if (figure.tolerance() != null) {
            return figure.tolerance();
        }
        double share = figure.relative() != null ? figure.relative() : bound.equals("about") ? ABOUT : 0;
        return share * Math.abs(value);
    }
}
