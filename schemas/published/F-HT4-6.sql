-- teachers who lead a school in 2023 and did not in 2022: 校长, 书记, 副校长, 副书记; without the roll of either year nothing is known
with roll as (
    select teacher_key, school_year, max(origin) as origin, bool_or(coalesce(post, '') in ('校长', '书记', '副校长', '副书记')) as leads
    from teacher_roll where school_year in (2022, 2023)
    group by teacher_key, school_year
)
select case when count(distinct school_year) = 2 then count(*) filter (school_year = 2023 and leads
        and teacher_key in (select teacher_key from roll where school_year = 2022 and not leads)) end as value,
    max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from roll
