-- one row per group, paper, side and rate: the shares of pupils who are excellent, who pass, who are low, of those who sat
-- The district stands beside the papers of which the group has rows, under the group's authority.
with names as (${names}),
headline as (${headline}),
rates as (
    select *
    from rel_metric_value
    where metric_id = 'EXM-02' and exam_code <> ''
),
sides as (
    select group_code as of_group, split(variant, '/')[1] as side, *
    from rates
    where group_code <> '' and size(split(variant, '/')) = 2 and split(variant, '/')[1] in ('lead', 'member')
),
papers as (
    select of_group, exam_code, subject from sides group by of_group, exam_code, subject
),
districts as (
    select p.of_group, 'district' as side, v.*
    from papers p
    join dim_group g on g.group_code = p.of_group
    join rates v
        on v.exam_code = p.exam_code and v.subject = p.subject and v.variant = '' and v.school_code = ''
            and v.district_code = g.authority_code
)
select v.school_year, concat(v.school_year, '-', v.school_year + 1) as school_year_label,
    v.district_code, d.name as district_name,
    v.of_group as group_code, g.name as group_name, g.kind as group_kind, names.group_kind[g.kind] as group_kind_zh,
    v.side, names.side[v.side] as side_zh,
    v.exam_code, e.series as exam_series, e.kind as exam_kind, names.exam_kind[e.kind] as exam_kind_zh,
    v.stage, names.stage[v.stage] as stage_zh, v.grade, v.subject, coalesce(names.subject[v.subject], v.subject) as subject_zh,
    h.exam_code is not null as is_headline, v.measure as rate, coalesce(names.rate[v.measure], v.measure) as rate_zh,
    v.value, v.ci_lo, v.ci_hi, v.n, v.k, v.flag, names.flag[v.flag] as flag_zh, v.origin, names.origin[v.origin] as origin_zh
from (select * from sides union all select * from districts) v
cross join names
left join dim_district d on d.district_code = v.district_code
left join dim_group g on g.group_code = v.of_group
left join dim_exam e on e.exam_code = v.exam_code
left join headline h on h.group_code = v.of_group and h.subject = v.subject and h.exam_code = v.exam_code
