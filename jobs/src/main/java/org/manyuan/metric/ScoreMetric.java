package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.MetricValue;

/** A metric of exam results: reads the mark book of one series and subject. */
interface ScoreMetric extends Metric {
    /** Its rows, all years, in any order. */
    List<MetricValue> rows(MarkBook book);
}
