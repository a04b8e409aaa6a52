-- one row per group, paper, gap and part of the drawing: the gap with its 95 % band, in long form
-- Every gap has its four parts, point, line, lower and upper; what is not known is null in all of them, so that a line breaks and no band is
-- drawn where there is none. The base year, in which a group had no gap of its own yet, is that of the latest year's panel (signed_base of
-- GAP-16), so that what the verdict speaks of is seen; its counts are not released and stay null. Two groups of one name carry their code.
with names as (${names}),
headline as (${headline}),
own_years as (
    select school_year, district_code, group_code, exam_code, stage, grade, subject, metric_id as gap, value, ci_lo, ci_hi, n, k, flag, origin
    from rel_metric_value
    where metric_id in ('GAP-08b', 'GAP-08c') and measure = 'gap' and ci_frame = 'census' and not contains(variant, '/')
),
latest_panels as (
    select v.*, split(v.variant, '/')[1] as gap, e.series, row_number() over (
        partition by v.group_code, e.series, v.stage, v.grade, v.subject, v.variant
        order by v.school_year desc, v.value is null, e.held_on desc nulls last, v.exam_code) as choice
    from rel_metric_value v
    join dim_exam e on e.exam_code = v.exam_code
    where v.metric_id = 'GAP-16' and v.measure = 'signed_base' and v.ci_frame = 'census' and size(split(v.variant, '/')) = 3
        and (v.variant like '%/GAP-08b/base_founding' or v.variant like '%/GAP-08c/base_founding')
),
base_years as (
    select p.base_year as school_year, p.district_code, p.group_code, e.exam_code, p.stage, p.grade, p.subject, p.gap,
        p.value, p.ci_lo, p.ci_hi, cast(null as bigint) as n, cast(null as bigint) as k, p.flag, p.origin,
        row_number() over (
            partition by p.group_code, p.series, p.stage, p.grade, p.subject, p.gap
            order by e.held_on desc nulls last, e.exam_code) as choice
    from latest_panels p
    join dim_exam e on e.series = p.series and e.stage = p.stage and e.grade = p.grade and e.school_year = p.base_year
    left anti join own_years o
        on o.group_code = p.group_code and o.subject = p.subject and o.gap = p.gap and o.exam_code = e.exam_code
    where p.choice = 1
),
gaps as (
    select *, false as is_base from own_years
    union all
    select * except (choice), true as is_base from base_years where choice = 1
),
groups as (
    select *, if(count(*) over (partition by name) > 1, concat(name, '（', group_code, '）'), name) as label
    from dim_group
)
select v.school_year, concat(v.school_year, '-', v.school_year + 1) as school_year_label,
    v.district_code, d.name as district_name,
    v.group_code, g.name as group_name, g.kind as group_kind, names.group_kind[g.kind] as group_kind_zh,
    v.exam_code, e.series as exam_series, e.kind as exam_kind, names.exam_kind[e.kind] as exam_kind_zh,
    v.stage, names.stage[v.stage] as stage_zh, v.grade, v.subject, coalesce(names.subject[v.subject], v.subject) as subject_zh,
    v.gap, names.gap[v.gap] as gap_zh, h.exam_code is not null as is_headline, v.is_base,
    p.part, concat(coalesce(g.label, v.group_code), p.ending) as series,
    case p.part when 'lower' then v.ci_lo when 'upper' then v.ci_hi else v.value end as value,
    v.ci_lo <= 0 and v.ci_hi >= 0 as crosses_zero, v.n, v.k, v.flag, names.flag[v.flag] as flag_zh,
    v.origin, names.origin[v.origin] as origin_zh
from gaps v
cross join names
cross join (values ('point', ''), ('line', '__yhat'), ('lower', '__yhat_lower'), ('upper', '__yhat_upper')) as p (part, ending)
left join dim_district d on d.district_code = v.district_code
left join groups g on g.group_code = v.group_code
left join dim_exam e on e.exam_code = v.exam_code
left join headline h on h.group_code = v.group_code and h.subject = v.subject and h.gap = v.gap and h.exam_code = v.exam_code
