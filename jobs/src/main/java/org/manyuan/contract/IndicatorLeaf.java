package org.manyuan.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.manyuan.domain.Stage;

/**
 * What a leaf of a scheme measures, and how it is scored.
 *
 * @param gap part of the variant; empty where the metric has none
 * @param kind part of the variant; empty: the kind of the scored group
 * @param base founding, previous or a school year
 * @param filter part of the variant: what of the metric's facts counts alone; null: all
 * @param exam null for what is no exam
 * @param members which members it is of
 * @param lowerIsBetter the direction
 * @param threshold null: none
 * @param metricOrigin direct or proxy
 * @param targetOrigin seed, national or placeholder
 * @param variants other readings for some groups: the first whose condition holds stands in; a variant's own leaf has none
 */
public record IndicatorLeaf(
        String metricId,
        String measure,
        String gap,
        String kind,
        String base,
        FigureFilter filter,
        ExamChoice exam,
        Unit unit,
        Reducer reducer,
        Members members,
        boolean lowerIsBetter,
        Normalisation normalisation,
        Threshold threshold,
        String metricOrigin,
        String targetOrigin,
        List<Variant> variants)
        implements Serializable {
    /** Whose figure it is. */
    public enum Unit {
        LEAD,
        MEMBER,
        GROUP,
        LEAD_VS_MEMBER
    }

    /** How the figures of several units become one. */
    public enum Reducer {
        /** By the metric's own denominator, so that the result is that of the units together. */
        STUDENT_WEIGHTED,
        MEAN,
        MIN,
        MEDIAN
    }

    /**
     * Which members count: those of one of these kinds that have one of these tags.
     *
     * @param kinds of the membership; empty: any
     * @param tags of the unit; empty: any
     */
    public record Members(Set<String> kinds, Set<String> tags) implements Serializable {
        /** Every member. */
        public static final Members ALL = new Members(Set.of(), Set.of());

        public Members {
            kinds = Set.copyOf(kinds);
            tags = Set.copyOf(tags);
        }

        /** Whether no member is left out. */
        public boolean areAll() {
            return equals(ALL);
        }
    }

    /**
     * Which exams count; an empty text is any.
     *
     * @param byStudents what matches is pooled by students, else as a plain mean
     */
    public record ExamChoice(String kind, String stage, String grade, String subject, boolean byStudents)
            implements Serializable {}

    /**
     * What the value must reach.
     *
     * @param onFail none, zero, cap or veto
     * @param cap the most that the leaf then scores
     */
    public record Threshold(Operator operator, double value, String onFail, double cap) implements Serializable {}

    /**
     * Another reading of the leaf.
     *
     * @param stages the group's stages lie within these; empty: any
     * @param groupKind empty: any
     * @param form empty: any
     * @param subject only where a unit of this role is scored; null: any
     * @param noCommonExam only where the lead has no result under a members' paper
     */
    public record Variant(
            Set<Stage> stages,
            String groupKind,
            String form,
            Scheme.Subject subject,
            boolean noCommonExam,
            IndicatorLeaf leaf)
            implements Serializable {}

    public IndicatorLeaf {
        variants = List.copyOf(variants);
    }
}
