package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.MetricValue;

/** A metric of exam results: reads the mark book of one series and subject. */
interface ScoreMetric extends Metric {
    /** Its rows, all years, in any order. */
    List<MetricValue> rows(MarkBook book);

    /**
     * Whether a figure rests on the facts of the unit, group or county that it is of alone, and on who else sat its papers. One of several
     * papers has no exam_code and does not: they can be those of other places.
     */
    default boolean restsOnItsPlace(MetricValue figure) {
        return !figure.examCode().isEmpty();
    }
}
