package org.manyuan.assessment;

import java.time.LocalDate;
import java.util.List;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Exam;
import org.manyuan.domain.LedgerFact;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.Successions;
import org.manyuan.domain.Unit;

/**
 * What a scheme is run on, in any order.
 *
 * @param figures of the region's groups and units
 * @param groups whose authority lies in the region
 * @param spans memberships of these groups as known now
 * @param units that lie in the region or belong to one of the groups
 * @param exams that figures may speak of
 * @param checks of the region's districts, groups and units
 * @param ledger entries about the region's groups and units
 * @param successions by which a unit goes on under another code
 * @param asOf the build's day
 */
public record RegionFacts(
        List<MetricValue> figures,
        List<EducationGroup> groups,
        List<MembershipSpan> spans,
        List<Unit> units,
        List<Exam> exams,
        List<PolicyCheck> checks,
        List<LedgerFact> ledger,
        Successions successions,
        LocalDate asOf) {
    /** Where every unit keeps its code. */
    public RegionFacts(
            List<MetricValue> figures,
            List<EducationGroup> groups,
            List<MembershipSpan> spans,
            List<Unit> units,
            List<Exam> exams,
            List<PolicyCheck> checks,
            List<LedgerFact> ledger,
            LocalDate asOf) {
        this(figures, groups, spans, units, exams, checks, ledger, Successions.of(List.of()), asOf);
    }

    /** Where nobody handed in a ledger. */
    public RegionFacts(
            List<MetricValue> figures,
            List<EducationGroup> groups,
            List<MembershipSpan> spans,
            List<Unit> units,
            List<Exam> exams,
            List<PolicyCheck> checks,
            LocalDate asOf) {
        this(figures, groups, spans, units, exams, checks, List.of(), asOf);
    }
}
