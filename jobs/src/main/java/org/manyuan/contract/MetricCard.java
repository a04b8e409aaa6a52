package org.manyuan.contract;

import java.util.List;
import java.util.Map;

/**
 * The head of a metric's card, {@code schemas/metrics/<id>.md}.
 *
 * @param better low, high, zero, half, one or none
 * @param measures by code, in the card's order
 * @param oneCount parts of a variant under which a row tells the same count as its sibling without the part (candidates: the same
 *     pupils over another whole), so that the two are hidden together
 */
public record MetricCard(
        String id,
        int version,
        Wording name,
        Wording unit,
        String better,
        Map<String, CardMeasure> measures,
        List<String> oneCount) {}
