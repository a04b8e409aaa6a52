package org.manyuan.contract;

import java.util.Map;

/**
 * The head of a metric's card, {@code schemas/metrics/<id>.md}.
 *
 * @param better low, high, zero, half, one or none
 * @param measures by code, in the card's order
 */
public record MetricCard(
        String id, int version, Wording name, Wording unit, String better, Map<String, CardMeasure> measures) {}
