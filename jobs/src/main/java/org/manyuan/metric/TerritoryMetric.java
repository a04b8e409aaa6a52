package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.MetricValue;

/** A metric of what is no score: enrollment, exchange, teachers. */
interface TerritoryMetric extends Metric {
    /** Its rows, all years, in any order. */
    List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms);
}
