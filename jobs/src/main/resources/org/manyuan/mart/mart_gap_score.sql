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
    where v.metric_id = 'GAP-16' and v.measure = 'change' and v.group_code <> '' and v.variant like '%/base_founding'
    group by v.group_code, v.subject, e.series, e.stage, e.grade
),
marks as (
    select v.*, e.series, e.held_on
    from rel_metric_value v
    join dim_exam e on e.exam_code = v.exam_code
    where v.metric_id = 'EXM-01' and v.measure = 'mean' and v.variant = ''
),
own_years as (
    select m.group_code as of_group, m.role, v.*
    from marks v
    join dim_membership m
        on m.school_code = v.school_code and m.joined_on <= v.held_on and (m.left_on is null or v.held_on < m.left_on)
    left anti join bases b
        on b.group_code = m.group_code and b.subject = v.subject and b.series = v.series and b.stage = v.stage and b.grade = v.grade
            and b.base_year = v.school_year
),
latest_days as (
    select of_group, subject, series, stage, grade, max(held_on) as held_on, max(school_year) as latest_year
    from own_years
    group by of_group, subject, series, stage, grade
),
base_years as (
    select l.of_group, m.role, v.*
    from latest_days l
    join bases b
        on b.group_code = l.of_group and b.subject = l.subject and b.series = l.series and b.stage = l.stage and b.grade = l.grade
    join dim_membership m on m.group_code = l.of_group and m.joined_on <= l.held_on and (m.left_on is null or l.held_on < m.left_on)
    join marks v
        on v.school_code = m.school_code and v.subject = l.subject and v.series = l.series and v.stage = l.stage and v.grade = l.grade
            and v.school_year = b.base_year
),
units as (
    select * from own_years
    union all
    select * from base_years
),
papers as (
    select of_group, exam_code, subject from units group by of_group, exam_code, subject
),
districts as (
    select p.of_group, 'district' as role, v.*
    from papers p
    join dim_group g on g.group_code = p.of_group
    join marks v
        on v.exam_code = p.exam_code and v.subject = p.subject and v.school_code = '' and v.district_code = g.authority_code
),
scores as (
    select *, if(role in ('lead', 'district'), role, 'member') as side
    from (select * from units union all select * from districts)
),
periods as (
    select s.*,
        case when s.school_year = b.base_year then 'BASE' when s.school_year = l.latest_year then 'LATEST' else 'OTHER' end as period
    from scores s
    left join bases b
        on b.group_code = s.of_group and b.subject = s.subject and b.series = s.series and b.stage = s.stage and b.grade = s.grade
    left join latest_days l
        on l.of_group = s.of_group and l.subject = s.subject and l.series = s.series and l.stage = s.stage and l.grade = s.grade
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
