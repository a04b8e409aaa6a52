-- one row per group, subject and school year: the group's main comparison, one gap and one series of exams for all its years, one exam a year
-- gap: GAP-08b where it has a value in any year, else GAP-08c; series: one with values, then graduation before final, midterm, monitoring,
-- mock, then the highest grade, then the name; exam of a year: one with a value, then the most pupils, the later day, the code; of the base
-- year, in which the group has no gap of its own, the last exam of the series.
with gaps as (
    select v.group_code, v.subject, v.metric_id as gap, e.series, e.stage, e.grade, e.kind, v.school_year, v.exam_code, e.held_on,
        v.value, v.n
    from rel_metric_value v
    join dim_exam e on e.exam_code = v.exam_code
    where v.metric_id in ('GAP-08b', 'GAP-08c') and v.measure = 'gap' and v.ci_frame = 'census' and not contains(v.variant, '/')
),
bases as (
    select v.group_code, v.subject, e.series, e.stage, e.grade, max_by(v.base_year, v.school_year) as base_year
    from rel_metric_value v
    join dim_exam e on e.exam_code = v.exam_code
    where v.metric_id = 'GAP-16' and v.measure = 'change' and v.group_code <> '' and v.variant like '%/base_founding'
    group by v.group_code, v.subject, e.series, e.stage, e.grade
),
candidates as (
    select group_code, subject, gap, series, stage, grade, max(value is not null) as has_value,
        min(coalesce(nullif(array_position(array('graduation', 'final', 'midterm', 'monitoring', 'mock'), kind), 0), 99)) as kind_order
    from gaps
    group by group_code, subject, gap, series, stage, grade
),
chosen as (
    select group_code, subject, gap, series, stage, grade
    from candidates
    qualify row_number() over (
        partition by group_code, subject
        order by case when has_value then gap when gap = 'GAP-08c' then gap else 'none' end, not has_value, kind_order,
            coalesce(try_cast(grade as int), 0) desc, grade desc, series, stage) = 1
),
own_years as (
    select c.group_code, c.subject, c.gap, g.school_year, g.exam_code
    from chosen c
    join gaps g using (group_code, subject, gap, series, stage, grade)
    qualify row_number() over (
        partition by c.group_code, c.subject, g.school_year
        order by g.value is null, g.n desc nulls last, g.held_on desc nulls last, g.exam_code) = 1
),
base_years as (
    select c.group_code, c.subject, c.gap, e.school_year, e.exam_code
    from chosen c
    join bases b using (group_code, subject, series, stage, grade)
    join dim_exam e on e.series = c.series and e.stage = c.stage and e.grade = c.grade and e.school_year = b.base_year
    left anti join own_years o on o.group_code = c.group_code and o.subject = c.subject and o.school_year = b.base_year
    qualify row_number() over (
        partition by c.group_code, c.subject, e.school_year order by e.held_on desc nulls last, e.exam_code) = 1
)
select group_code, subject, gap, school_year, exam_code from own_years
union all
select group_code, subject, gap, school_year, exam_code from base_years
