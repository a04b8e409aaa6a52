package org.manyuan.assessment;

import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Dispersion;

/** The coefficient of variation of some of a county's units: their values weighted by their students. Source: METRICS A1, A1.2. */
final class SpreadInScope {
    private static final int FEWEST = 2;

    private SpreadInScope() {}

    /** The county's figure over these units alone; of fewer than two, or of a mean of 0, there is none. */
    static MetricValue of(MetricValue spread, List<MetricValue> units) {
        double[] x = units.stream().mapToDouble(MetricValue::value).toArray();
        double[] w = units.stream().mapToDouble(MetricValue::n).toArray();
        double cv = units.size() < FEWEST ? Double.NaN : Dispersion.cv(x, w);
        long students = units.stream().mapToLong(MetricValue::n).sum();
        return new MetricValue(
                spread.metricId(),
                spread.cardVersion(),
                spread.measure(),
                spread.variant(),
                spread.districtCode(),
                spread.groupCode(),
                spread.schoolCode(),
                spread.schoolYear(),
                spread.baseYear(),
                spread.asOf(),
                spread.examCode(),
                spread.stage(),
                spread.grade(),
                spread.subject(),
                Double.isFinite(cv) ? (Double) cv : null,
                null,
                null,
                null,
                null,
                null,
                "",
                null,
                null,
                students,
                (long) units.size(),
                spread.leftOutUnits(),
                spread.leftOutStudents(),
                Double.isFinite(cv) ? Flag.OK : Flag.K_TOO_SMALL,
                null,
                spread.origin(),
                spread.inputsHash(),
                null,
                null,
                null,
                null);
    }
}
