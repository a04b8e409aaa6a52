package org.manyuan.metric;

import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;

/**
 * GAP-07 牵头校–成员校差距(原始): mean score of all leads' pupils minus that of all members' pupils, points; as equal_member every member
 * school counts once. One row per group, sitting, measure and frame. Card: schemas/metrics/GAP-07.md.
 */
final class LeadMemberGap implements ScoreMetric {
    @Override
    public String id() {
        return Gap.LEAD_MEMBER.id();
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return Comparison.ofResults(book, Gap.LEAD_MEMBER).stream()
                .flatMap(comparison ->
                        Stream.concat(comparison.rows(this, book).stream(), Stream.of(equalMember(comparison, book))))
                .map(MetricRow::row)
                .toList();
    }

    private MetricRow equalMember(Comparison comparison, MarkBook book) {
        MetricRow row = comparison
                .heading(this, book)
                .measure("equal_member")
                .side(Fewest.of(comparison.first().n(), Fewest.of(comparison.members())))
                .flag(comparison.isSmall(), Flag.N_TOO_SMALL);
        if (comparison.obstacle() != Flag.OK) {
            return row;
        }
        double members = comparison.members().stream()
                .mapToDouble(UnitMarks::mean)
                .average()
                .orElse(Double.NaN);
        return row.value(comparison.first().mean() - members);
    }
}
