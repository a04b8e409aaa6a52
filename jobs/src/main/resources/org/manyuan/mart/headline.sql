-- one row per group, subject and school year: the group's main comparison, one gap and one series of exams for all its years, one exam a year
-- gap: GAP-08b where it has a value in any year, else GAP-08c; series: one with values, then graduation before final, midterm, monitoring,
-- mock, then the highest grade, then the name; exam of a year: one with a value, then the most pupils, the later day, the code; of the base
-- year, in which the group has no gap of its own, the last exam of the series.
with base_years as (
    select v.group_code, v.subject, split(v.variant, '/')[1] as gap, e.series, e.stage, e.grade,
        max_by(v.base_year, v.school_year) as school_year
    from rel_metric_value v
    join dim_exam e on e.exam_code = v.exam_code
    where v.metric_id = 'GAP-16' and v.measure = 'change' and v.ci_frame = 'census'
        and (v.variant like '%/GAP-08b/base_founding' or v.variant like '%/GAP-08c/base_founding')
    group by v.group_code, v.subject, split(v.variant, '/')[1], e.series, e.stage, e.grade
),
gaps as (
    select v.group_code, v.subject, v.metric_id as gap, e.series, e.stage, e.grade, e.kind, v.school_year, v.exam_code, e.held_on,
        v.value, v.n, false as is_base
    from rel_metric_value v
    join dim_exam e on e.exam_code = v.exam_code
    where v.metric_id in ('GAP-08b', 'GAP-08c') and v.measure = 'gap' and v.ci_frame = 'census' and not contains(v.variant, '/')
    union all
    select b.group_code, b.subject, b.gap, b.series, b.stage, b.grade, e.kind, b.school_year, e.exam_code, e.held_on,
        cast(null as double) as value, cast(null as bigint) as n, true as is_base
    from base_years b
    join dim_exam e on e.series = b.series and e.stage = b.stage and e.grade = b.grade and e.school_year = b.school_year
),
series as (
    select *, max(value is not null) over same_series as has_value,
        min(coalesce(nullif(array_position(array('graduation', 'final', 'midterm', 'monitoring', 'mock'), kind), 0), 99)) over same_series
            as kind_order
    from gaps
    window same_series as (partition by group_code, subject, gap, series, stage, grade)
),
choices as (
    select *, dense_rank() over (
        partition by group_code, subject
        order by case when has_value or gap = 'GAP-08c' then gap else 'none' end, not has_value, kind_order,
            coalesce(try_cast(grade as int), 0) desc, grade desc, series, stage) as choice
    from series
),
exams as (
    select *, row_number() over (
        partition by group_code, subject, school_year
        order by is_base, value is null, n desc nulls last, held_on desc nulls last, exam_code) as exam_choice
    from choices
    where choice = 1
)
select group_code, subject, gap, school_year, exam_code
from exams
where exam_choice = 1
