package org.manyuan.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;

/**
 * A policy rule that holds a metric of a district against a number: an entry of {@code schemas/rules}.
 *
 * @param hardness hard or soft
 * @param stages it is about; empty: all. A district is judged over them together and on each
 * @param validFrom null: since ever; years whose September 1 lies before it are out of the rule's time
 * @param validTo null: still
 * @param nothingCounted what holds where nobody is in the metric's denominator: NA or UNKNOWN
 */
public record PolicyRule(
        String id,
        Wording name,
        String hardness,
        List<Stage> stages,
        LocalDate validFrom,
        LocalDate validTo,
        String metricId,
        String measure,
        Operator operator,
        double threshold,
        CheckResult nothingCounted)
        implements Serializable {
    public PolicyRule {
        stages = List.copyOf(stages);
    }

    /** Whether the rule speaks of a school year. */
    public boolean holdsIn(int schoolYear) {
        LocalDate first = SchoolYear.firstDay(schoolYear);
        return (validFrom == null || !first.isBefore(validFrom)) && (validTo == null || !first.isAfter(validTo));
    }
}
