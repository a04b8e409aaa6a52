package org.manyuan.measure;

import org.manyuan.domain.MetricValue;

/**
 * A figure and by what it is computed again. Public because Spark's generated code makes it.
 *
 * @param family {@link Family#name} of what it was computed with
 * @param part which part of the territory it rests on: {@link org.manyuan.metric.Parts}, or {@link #REST}
 */
public record FamilyFigure(String territoryCode, String family, String part, MetricValue figure) {
    /** The part of everything that is no score. */
    public static final String REST = "rest";
}
