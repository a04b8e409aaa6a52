package org.manyuan.assessment;

import java.math.BigDecimal;
import java.util.Map;
import org.manyuan.contract.CountyStandard;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Stage;

/**
 * How one unit stands to a standard that asks a number of its figures to be at standard and the others not far below. Source: METRICS
 * A1.1, A1.4.
 *
 * @param met figures at standard
 * @param unknown figures that are not known
 * @param result fails as soon as what is known is too little; passes only where every figure is known
 */
record UnitStandard(int met, int unknown, CheckResult result) {

    /** By the unit's rows, one per metric id; a metric without a row is unknown. */
    static UnitStandard of(CountyStandard.Schools standard, Stage stage, Map<String, MetricValue> rows) {
        int met = 0;
        int unknown = 0;
        boolean tooLow = false;
        for (Map.Entry<String, Map<Stage, Double>> one : standard.atLeast().entrySet()) {
            MetricValue row = rows.get(one.getKey());
            Double asked = one.getValue().get(stage);
            if (row == null || row.value() == null || asked == null) {
                unknown++;
            } else if (row.value() >= asked) {
                met++;
            } else {
                tooLow |= row.value() < share(standard.rest(), asked);
            }
        }
        int below = standard.atLeast().size() - met - unknown;
        boolean fails = tooLow || below > standard.atLeast().size() - standard.least();
        CheckResult known = unknown > 0 ? CheckResult.UNKNOWN : CheckResult.PASS;
        return new UnitStandard(met, unknown, fails ? CheckResult.FAIL : known);
    }

    /** In decimals, so that a figure on the line is on the line. */
    private static double share(double share, double asked) {
        return BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(asked)).doubleValue();
    }
}
