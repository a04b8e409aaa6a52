-- one row per group, paper, gap and base: how the gap has moved since the base year, who moved, and the same on intake-adjusted scores
-- The panel is that of the exam's day (rows of GAP-16 and GAP-17 without as_of_base). Who moved, of a change that was judged and detected:
-- the change of the signed gap is that of its first side minus that of its second (GAP-08b lead − members, GAP-08c members − others); each
-- side's part is what it did in the direction of that change. The side with the greater part is named first (in a tie the members, so that
-- 牵头校下降为主 is METRICS B4's levelling down), the other one too if it has a part above 0.
-- The composition check (adjusted) stands beside every change; where it has no row, the flag of the change says why, or MISSING_INPUT.
with names as (${names}),
headline as (${headline}),
parts as (
    select *, split(variant, '/')[1] as gap, split(variant, '/')[2] as base
    from rel_metric_value
    where metric_id in ('GAP-16', 'GAP-17') and group_code <> '' and size(split(variant, '/')) = 3
),
changes as (
    select school_year, district_code, group_code, exam_code, stage, grade, subject, gap, base, max(base_year) as base_year,
        max(value) filter (where measure = 'signed_base') as gap_base,
        max(value) filter (where measure = 'signed_now') as gap_now,
        max(value) filter (where measure = 'change' and ci_frame = 'census') as change,
        max(se) filter (where measure = 'change' and ci_frame = 'census') as change_se,
        max(ci_lo) filter (where measure = 'change' and ci_frame = 'census') as change_lo,
        max(ci_hi) filter (where measure = 'change' and ci_frame = 'census') as change_hi,
        max(q) filter (where measure = 'change' and ci_frame = 'census') as q,
        max(value) filter (where measure = 'rate') as rate,
        coalesce(max(flag) filter (where measure = 'rate'), 'MISSING_INPUT') as rate_flag,
        coalesce(max(verdict) filter (where measure = 'change' and ci_frame = 'census'), 'NOT_JUDGED') as verdict,
        max(ci_lo) filter (where measure = 'change' and ci_frame = 'schools') as schools_lo,
        max(ci_hi) filter (where measure = 'change' and ci_frame = 'schools') as schools_hi,
        coalesce(max(verdict) filter (where measure = 'change' and ci_frame = 'schools'), 'NOT_JUDGED') as schools_verdict,
        coalesce(max(flag) filter (where measure = 'change' and ci_frame = 'schools'), 'MISSING_INPUT') as schools_flag,
        max(value) filter (where measure = 'lead') as lead_change,
        max(value) filter (where measure = 'member') as member_change,
        max(n) filter (where measure = 'change' and ci_frame = 'census') as n,
        max(k) filter (where measure = 'change' and ci_frame = 'census') as k,
        max(left_out_units) filter (where measure = 'change' and ci_frame = 'census') as left_out_units,
        max(left_out_students) filter (where measure = 'change' and ci_frame = 'census') as left_out_students,
        coalesce(max(flag) filter (where measure = 'change' and ci_frame = 'census'), 'MISSING_INPUT') as flag,
        max(origin) as origin
    from parts
    where gap in ('GAP-08b', 'GAP-08c') and base in ('base_founding', 'base_previous')
    group by school_year, district_code, group_code, exam_code, stage, grade, subject, gap, base
),
adjustments as (
    select school_year, district_code, group_code, exam_code, stage, grade, subject, split(variant, '/')[1] as gap, split(variant, '/')[2] as base,
        max(value) filter (where ci_frame = 'census') as change,
        max(ci_lo) filter (where ci_frame = 'census') as change_lo,
        max(ci_hi) filter (where ci_frame = 'census') as change_hi,
        max(verdict) filter (where ci_frame = 'census') as verdict,
        max(ci_lo) filter (where ci_frame = 'schools') as schools_lo,
        max(ci_hi) filter (where ci_frame = 'schools') as schools_hi,
        max(verdict) filter (where ci_frame = 'schools') as schools_verdict,
        max(n) filter (where ci_frame = 'census') as n,
        max(k) filter (where ci_frame = 'census') as k,
        max(left_out_units) filter (where ci_frame = 'census') as left_out_units,
        max(left_out_students) filter (where ci_frame = 'census') as left_out_students,
        max(flag) filter (where ci_frame = 'census') as flag,
        max(origin) as origin
    from rel_metric_value
    where metric_id = 'GAP-16' and measure = 'change' and group_code <> '' and variant like '%/adjusted'
    group by school_year, district_code, group_code, exam_code, stage, grade, subject, split(variant, '/')[1], split(variant, '/')[2]
),
sides as (
    select *, sign(gap_now - gap_base) as direction, if(gap = 'GAP-08b', 'LEAD', 'OTHERS') as other,
        if(gap = 'GAP-08b', lead_change, member_change - (gap_now - gap_base)) as other_change
    from changes
),
moves as (
    select *, concat('MEMBER_', if(member_change > 0, 'ROSE', 'FELL')) as member_move,
        concat(other, if(other_change > 0, '_ROSE', '_FELL')) as other_move,
        if(gap = 'GAP-08b', -direction, direction) * member_change as member_part,
        if(gap = 'GAP-08b', direction, -direction) * other_change as other_part
    from sides
),
movers as (
    select *,
        case
            when verdict in ('NO_DETECTABLE_CHANGE', 'NOT_JUDGED') then verdict
            when member_part is null or other_part is null then 'NOT_SPLIT'
            when other_part <= 0 then member_move
            when member_part <= 0 then other_move
            when other_part > member_part then concat(other_move, '_', member_move)
            else concat(member_move, '_', other_move)
        end as mover
    from moves
)
select m.school_year, concat(m.school_year, '-', m.school_year + 1) as school_year_label,
    m.district_code, d.name as district_name,
    m.group_code, g.name as group_name, g.kind as group_kind, names.group_kind[g.kind] as group_kind_zh,
    m.exam_code, e.series as exam_series, e.kind as exam_kind, names.exam_kind[e.kind] as exam_kind_zh,
    m.stage, names.stage[m.stage] as stage_zh, m.grade, m.subject, coalesce(names.subject[m.subject], m.subject) as subject_zh,
    m.gap, names.gap[m.gap] as gap_zh, h.exam_code is not null as is_headline,
    substring(m.base, 6) as base, names.base[substring(m.base, 6)] as base_zh,
    m.base_year, concat(m.base_year, '-', m.base_year + 1) as base_year_label,
    m.gap_base, m.gap_now, m.change, m.change_se, m.change_lo, m.change_hi, m.change_lo <= 0 and m.change_hi >= 0 as crosses_zero,
    m.q, m.rate, m.rate_flag, names.flag[m.rate_flag] as rate_flag_zh, m.verdict, names.verdict[m.verdict] as verdict_zh,
    m.schools_lo, m.schools_hi, m.schools_verdict, names.verdict[m.schools_verdict] as schools_verdict_zh,
    m.schools_flag, names.flag[m.schools_flag] as schools_flag_zh,
    m.lead_change, m.member_change, m.mover, names.mover[m.mover] as mover_zh,
    m.n, m.k, m.left_out_units, m.left_out_students, m.flag, names.flag[m.flag] as flag_zh,
    greatest(m.origin, a.origin) as origin, names.origin[greatest(m.origin, a.origin)] as origin_zh,
    a.change as adjusted_change, a.change_lo as adjusted_lo, a.change_hi as adjusted_hi,
    coalesce(a.verdict, 'NOT_JUDGED') as adjusted_verdict, names.verdict[coalesce(a.verdict, 'NOT_JUDGED')] as adjusted_verdict_zh,
    a.schools_lo as adjusted_schools_lo, a.schools_hi as adjusted_schools_hi,
    coalesce(a.schools_verdict, 'NOT_JUDGED') as adjusted_schools_verdict,
    names.verdict[coalesce(a.schools_verdict, 'NOT_JUDGED')] as adjusted_schools_verdict_zh,
    a.n as adjusted_n, a.k as adjusted_k, a.left_out_units as adjusted_left_out_units, a.left_out_students as adjusted_left_out_students,
    coalesce(a.flag, if(m.change is null, m.flag, 'MISSING_INPUT')) as adjusted_flag,
    names.flag[coalesce(a.flag, if(m.change is null, m.flag, 'MISSING_INPUT'))] as adjusted_flag_zh
from movers m
cross join names
left join dim_district d on d.district_code = m.district_code
left join dim_group g on g.group_code = m.group_code
left join dim_exam e on e.exam_code = m.exam_code
left join headline h on h.group_code = m.group_code and h.subject = m.subject and h.gap = m.gap and h.exam_code = m.exam_code
left join adjustments a
    on a.school_year = m.school_year and a.district_code = m.district_code and a.group_code = m.group_code and a.exam_code = m.exam_code
    and a.stage = m.stage and a.grade = m.grade and a.subject = m.subject and a.gap = m.gap and a.base = m.base
