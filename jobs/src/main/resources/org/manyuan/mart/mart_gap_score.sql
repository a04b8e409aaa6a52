-- one row per group, unit and paper: mean score, and one row per group and paper for everyone in the district, to compare with
-- A unit stands with a group in the exams of whose day it was in it, with its role of that day. In the base year, which lies before the
-- founding, and in no other year, the units and roles are those of the group's latest exam of the series, as on the panel of GAP-16.
-- Units are told by code: no list of schools is ordered by a score (METRICS A10).
with names as (${names}),
headline as (${headline}),
bases as (
    select v.group_code, v.subject, e.series, e.stage, e.grade, max_by(v.base_year, v.school_year) as base_year
    from rel_metric_value v
    join dim_exam e on e.exam_code = v.exam_code
    where v.metric_id = 'GAP-16' and v.measure = 'change' and v.ci_frame = 'census' and v.group_code <> ''
        and v.variant like '%/base_founding'
    group by v.group_code, v.subject, e.series, e.stage, e.grade
),
marks as (
    select v.*, e.series, e.held_on
    from rel_metric_value v
    join dim_exam e on e.exam_code = v.exam_code
    where v.metric_id = 'EXM-01' and v.measure = 'mean' and v.variant = ''
),
spans as (
    select m.group_code as of_group, if(m.role = 'lead', 'lead', 'member') as side, m.joined_on, m.left_on, b.base_year as base, v.*,
        m.joined_on <= v.held_on and (m.left_on is null or v.held_on < m.left_on) as is_in_group
    from marks v
    join dim_membership m on m.school_code = v.school_code
    left join bases b
        on b.group_code = m.group_code and b.subject = v.subject and b.series = v.series and b.stage = v.stage and b.grade = v.grade
),
dated as (
    select *, max(if(is_in_group, held_on, null)) over same_series as latest_day,
        max(if(is_in_group, school_year, null)) over same_series as latest_year
    from spans
    window same_series as (partition by of_group, subject, series, stage, grade)
),
units as (
    select *
    from dated
    where (is_in_group and not school_year <=> base)
        or (school_year = base and joined_on <= latest_day and (left_on is null or latest_day < left_on))
),
papers as (
    select of_group, exam_code, subject, max(base) as base, max(latest_year) as latest_year
    from units
    group by of_group, exam_code, subject
),
scores as (
    select of_group, side, base, latest_year, school_year, district_code, school_code, exam_code, series, stage, grade, subject,
        value, ci_lo, ci_hi, n, k, flag, origin
    from units
    union all
    select p.of_group, 'district', p.base, p.latest_year, v.school_year, v.district_code, '', v.exam_code, v.series, v.stage, v.grade,
        v.subject, v.value, v.ci_lo, v.ci_hi, v.n, v.k, v.flag, v.origin
    from papers p
    join dim_group g on g.group_code = p.of_group
    join marks v
        on v.exam_code = p.exam_code and v.subject = p.subject and v.school_code = '' and v.district_code = g.authority_code
),
periods as (
    select *, case when school_year = base then 'BASE' when school_year = latest_year then 'LATEST' else 'OTHER' end as period
    from scores
)
select v.school_year, concat(v.school_year, '-', v.school_year + 1) as school_year_label,
    coalesce(g.authority_code, v.district_code) as district_code, d.name as district_name,
    v.of_group as group_code, g.name as group_name, g.kind as group_kind, names.group_kind[g.kind] as group_kind_zh,
    v.school_code, if(v.school_code = '', names.side['district'], coalesce(s.name, v.school_code)) as school_name,
    v.side, names.side[v.side] as side_zh,
    v.exam_code, v.series as exam_series, e.kind as exam_kind, names.exam_kind[e.kind] as exam_kind_zh,
    v.stage, names.stage[v.stage] as stage_zh, v.grade, v.subject, coalesce(names.subject[v.subject], v.subject) as subject_zh,
    h.exam_code is not null as is_headline, v.period, names.period[v.period] as period_zh,
    v.value, v.ci_lo, v.ci_hi, v.n, v.k, v.flag, names.flag[v.flag] as flag_zh, v.origin, names.origin[v.origin] as origin_zh
from periods v
cross join names
left join dim_group g on g.group_code = v.of_group
left join dim_district d on d.district_code = coalesce(g.authority_code, v.district_code)
left join dim_school s on s.school_code = v.school_code
left join dim_exam e on e.exam_code = v.exam_code
left join headline h on h.group_code = v.of_group and h.subject = v.subject and h.exam_code = v.exam_code
