package org.manyuan.contract;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the value of a leaf becomes 0 to 100.
 *
 * @param lo of goalposts and growth; null otherwise
 * @param hi likewise
 * @param target of target_ratio and distance_to_target
 * @param tolerance of distance_to_target
 * @param steps of the step table: from which value on which score holds; below the first it is 0
 */
public record Normalisation(
        Method method, Double lo, Double hi, Double target, Double tolerance, Map<Double, Double> steps)
        implements Serializable {
    /** The methods of METRICS C1, step 5. */
    public enum Method {
        /** Goalposts with lo and hi written. */
        GOALPOSTS,
        /** Goalposts at the 5th and 95th percentile of the cohort in the base year. */
        GOALPOSTS_OF_BASE_YEAR,
        MINMAX_COHORT,
        Z,
        RANK,
        TARGET_RATIO,
        DISTANCE_TO_TARGET,
        STEP,
        GROWTH
    }

    public Normalisation {
        steps = Collections.unmodifiableMap(new TreeMap<>(steps));
    }
}
