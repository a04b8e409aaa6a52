package org.manyuan.job;

import java.util.List;
import org.manyuan.store.LakeQuery;

/**
 * How the gap of each group has moved, out of metric_value: where the lead sat the members' paper its distance to them (GAP-08b), else
 * the members' distance to the territory's other schools (GAP-08c).
 */
public final class GroupGaps {
    private static final String CHANGES = """
            with judged as (
                select group_code, split_part(variant, '/', 2) as gap, exam_code, base_year, school_year, n, k, flag,
                    max(value) filter (measure = 'signed_base' and ci_frame = 'census') as base,
                    max(value) filter (measure = 'signed_now' and ci_frame = 'census') as now,
                    max(value) filter (measure = 'change' and ci_frame = 'census') as change,
                    max(ci_lo) filter (measure = 'change' and ci_frame = 'census') as lo,
                    max(ci_hi) filter (measure = 'change' and ci_frame = 'census') as hi,
                    max(verdict) filter (measure = 'change' and ci_frame = 'census') as verdict,
                    max(verdict) filter (measure = 'change' and ci_frame = 'schools') as verdict_between_schools,
                    bool_or(origin = 'synthetic') as synthetic
                from metric_value
                where metric_id = 'GAP-16' and subject = 'total' and exam_code <> ''
                    and variant in ('education_group/GAP-08b/base_founding', 'education_group/GAP-08c/base_founding')
                group by all
            )
            select g.group_code, g.name, j.gap, j.base_year, j.school_year, j.base, j.now, j.change, j.lo, j.hi, j.verdict,
                j.verdict_between_schools, j.n, j.k, j.synthetic, j.exam_code
            from judged j join dim_group g using (group_code) join dim_exam e using (exam_code)
            where e.kind = 'graduation' and j.change is not null
            qualify row_number() over (partition by g.group_code order by j.school_year desc, j.gap, j.exam_code) = 1
            order by 1
            """;

    private GroupGaps() {}

    /**
     * One row per group, of the latest graduation exam and the total.
     *
     * @param gap GAP-08b or GAP-08c
     * @param base gap in the base year, in SDs of everyone who sat the paper; now likewise in the latest year
     * @param change of the gap's size; below 0 is narrower
     * @param lo of the 95 % interval of the change, for students' sampling noise; null with hi where there is none
     * @param betweenSchools the verdict that takes the difference between schools into account
     * @param students whose scores stand behind it
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
            long students,
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
                        ((Number) row.get(12)).longValue(),
                        ((Number) row.get(13)).longValue(),
                        (Boolean) row.get(14),
                        (String) row.get(15)))
                .toList();
    }
}
