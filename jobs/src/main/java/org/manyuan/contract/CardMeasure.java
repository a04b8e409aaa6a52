package org.manyuan.contract;

/**
 * One figure that a metric gives, as its card says it.
 *
 * @param name the code of the column {@code measure}
 * @param kind what it is made of
 * @param persons whose: student, teacher, or none where it counts no persons
 */
public record CardMeasure(String name, Wording wording, FigureKind kind, String persons) {}
