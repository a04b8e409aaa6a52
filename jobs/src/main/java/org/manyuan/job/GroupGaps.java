package org.manyuan.job;

import java.util.List;
import org.manyuan.store.LakeQuery;

/**
 * How the gap of each group has moved, as its release shows it: the main comparison of {@code mart_gap_change} since the founding, of
 * the latest year.
 */
public final class GroupGaps {
    private static final String CHANGES = """
            select group_code, group_name, gap, base_year, school_year, gap_base, gap_now, change, change_lo, change_hi, verdict,
                nullif(schools_verdict, 'NOT_JUDGED'), n, k, origin = 'synthetic', exam_code
            from mart_gap_change
            where is_headline and base = 'founding' and subject = 'total' and change is not null
            qualify row_number() over (partition by group_code order by school_year desc, exam_code) = 1
            order by group_code
            """;

    private GroupGaps() {}

    /**
     * One row per group, of the latest exam of its main comparison and the total.
     *
     * @param gap GAP-08b or GAP-08c
     * @param base gap in the base year, in SDs of everyone who sat the paper; now likewise in the latest year
     * @param change of the gap's size; below 0 is narrower
     * @param lo of the 95 % interval of the change, for students' sampling noise; null with hi where there is none
     * @param betweenSchools the verdict that takes the difference between schools into account
     * @param students whose scores stand behind it; null where they are withheld
     */
    public record GroupGap(
            String groupCode,
            String group,
            String gap,
            int baseYear,
            int schoolYear,
            double base,
            double now,
            double change,
            Double lo,
            Double hi,
            String verdict,
            String betweenSchools,
            Long students,
            long schools,
            boolean synthetic,
            String examCode) {}

    static List<GroupGap> of(LakeQuery lake) {
        return lake.rows(CHANGES).stream()
                .map(row -> new GroupGap(
                        (String) row.get(0),
                        (String) row.get(1),
                        (String) row.get(2),
                        ((Number) row.get(3)).intValue(),
                        ((Number) row.get(4)).intValue(),
                        (Double) row.get(5),
                        (Double) row.get(6),
                        (Double) row.get(7),
                        (Double) row.get(8),
                        (Double) row.get(9),
                        (String) row.get(10),
                        (String) row.get(11),
                        (Long) row.get(12),
                        ((Number) row.get(13)).longValue(),
                        (Boolean) row.get(14),
                        (String) row.get(15)))
                .toList();
    }
}
