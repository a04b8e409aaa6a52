package org.manyuan.metric;

import java.time.LocalDate;
import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.JackknifeEstimate;

/**
 * What dispersion between units is measured on: one value and one weight of each unit of a district or a group, in order of
 * school_code. The values are mean scores weighted with pupils who sat, or resources weighted with students.
 */
interface UnitValues {
    /** The row of the values' own measure, with the kind of a group in its variant. */
    MetricRow figure(String... variant);

    /**
     * The row of one of several readings of a metric.
     *
     * @param name of the reading
     * @param standard the reading that stands where none is named
     */
    MetricRow reading(String name, String standard, String... variant);

    /** Of the district; empty for a group. */
    String districtCode();

    /** The day on which membership counts. */
    LocalDate day();

    /** The units. */
    List<String> schoolCodes();

    /** X of each unit. */
    double[] values();

    /** What each unit counts. */
    double[] weights();

    /** The smallest number of students behind one unit's value; null where there is none. */
    Long fewest();

    /** Whether the values come of several papers, so that no interval may be given. */
    boolean isPooled();

    /** Units. */
    default int k() {
        return schoolCodes().size();
    }

    /** What is the same for every measure between units: none where nothing came in, none for a single unit. */
    default Flag enoughUnits() {
        if (k() == 0) {
            return Flag.MISSING_INPUT;
        }
        return k() < Rules.UNITS ? Flag.K_TOO_SMALL : Flag.OK;
    }

    /**
     * A figure with its log-scale jackknife interval, frame schools; without one (K_TOO_SMALL) where there are fewer than eight units
     * or a single unit makes more than half of it, and without one (ZERO_SD) where there is no spread. The standard error is on the
     * log scale.
     */
    default MetricRow withJackknife(MetricRow row, JackknifeEstimate estimate) {
        return withJackknife(row, estimate, "log-jackknife");
    }

    /** The same of a jackknife on the scale that the method names, that of the standard error. */
    default MetricRow withJackknife(MetricRow row, JackknifeEstimate estimate, String method) {
        boolean enough = k() >= Rules.UNITS_FOR_INTERVAL && !(estimate.largestShare() > Rules.DOMINANT_SHARE);
        boolean shown = enough && !isPooled();
        return row.value(estimate.value())
                .frame(Rules.SCHOOLS)
                .flag(!enough, Flag.K_TOO_SMALL)
                .flag(enough && !estimate.interval().exists(), Flag.ZERO_SD)
                .interval(shown ? estimate.se() : Double.NaN, shown ? estimate.interval() : Interval.NONE, method);
    }
}
