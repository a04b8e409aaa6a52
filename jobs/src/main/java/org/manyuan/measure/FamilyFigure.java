package org.manyuan.measure;

import org.manyuan.domain.MetricValue;

/**
 * A figure and the family that it was computed with. Public because Spark's generated code makes it.
 *
 * @param family {@link Family#name}
 */
public record FamilyFigure(String territoryCode, String family, MetricValue figure) {}
