package org.manyuan.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.Stage;

/**
 * A further check of a county standard and what decides it.
 *
 * @param by what is looked at
 * @param rules ids of the policy rules that decide, all of which must hold
 * @param figures {@code metric measure} of the district that decide; where several do and disagree, nothing is known
 * @param limits the number of each stage; a stage without one is not asked. Empty: the ledger's PASS or FAIL alone decides
 * @param combined the number for a school that teaches several stages in one; null where it is the stage's own
 * @param missed what holds where a figure does not reach the limit: FAIL, or UNKNOWN where the figure is only a lower bound
 * @param together whether the figures are those of all stages together
 */
public record CountyItem(
        By by,
        List<String> rules,
        List<String> figures,
        Map<Stage, Double> limits,
        Combined combined,
        CheckResult missed,
        boolean together)
        implements Serializable {

    /** The number for schools of some types (school_type), of all compulsory stages together. Source: METRICS A1.3, G4. */
    public record Combined(Set<String> types, double limit) implements Serializable {}

    /** What a check looks at. Source: METRICS A1.4. */
    public enum By {
        /** An entry of the ledger, kind inspection, item {@code A1:G1}: PASS or FAIL, else its number is at least the limit. */
        LEDGER,
        /** Policy rules. */
        RULES,
        /** Figures of the district, at least the limit. */
        FIGURES,
        /** Students of each school, at most the limit. */
        SCHOOL_SIZE,
        /** Students of each class, at most the limit. */
        CLASS_SIZE,
        /** The share of teachers with a certificate, at least the limit. */
        CERTIFICATES,
        /** The share of students who live in the zone of public day schools in town, at least the limit. */
        IN_ZONE,
        /** The figures of every monitoring paper, below the limit, and an entry of the ledger. */
        MONITORING
    }

    /** Whether the check asks anything of a stage. */
    public boolean asks(Stage stage) {
        return limits.isEmpty() || limits.containsKey(stage);
    }
}
