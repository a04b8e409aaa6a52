package org.manyuan.metric;

import java.math.BigDecimal;
import org.manyuan.domain.Flag;
import org.manyuan.domain.ResourceFact;

/**
 * One resource of one unit and stage in one year, as it can be used or not.
 *
 * @param total x; null where an input is missing, negative where a part was said to be larger than its whole
 * @param students P; null where unknown
 */
record UnitResource(Resource resource, String schoolCode, BigDecimal total, Long students, Inputs inputs) {
    static UnitResource of(Resource resource, ResourceFact fact, Inputs inputs) {
        return new UnitResource(resource, fact.schoolCode(), resource.total(fact), fact.students(), inputs);
    }

    /** Why there is no value: an input is missing or there are no students, or the inputs contradict each other. */
    Flag flag() {
        if (total == null || students == null || students == 0) {
            return Flag.MISSING_INPUT;
        }
        return total.signum() < 0 ? Flag.INCONSISTENT_SOURCE : Flag.OK;
    }

    /** Whether there is a value. */
    boolean isKnown() {
        return flag() == Flag.OK;
    }

    /** X = x/P; NaN where there is none. */
    double value() {
        return isKnown() ? resource.per(total, students) : Double.NaN;
    }
}
