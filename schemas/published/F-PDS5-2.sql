-- teachers of 市四十中 with a title of the city in 2024 who had none in 2023: four titles together; without the roll of either year nothing
-- is known
with roll as (
    select teacher_key, school_year, origin, coalesce(talent_rank, 0) as talent_rank, talent_title,
        school_code in (select school_code from school where region_code is not null and name = '市四十中') as is_there
    from teacher_roll where school_year in (2023, 2024)
)
select case when count(distinct school_year) filter (is_there) = 2 then count(distinct teacher_key) filter (
        is_there and school_year = 2024 and talent_rank >= 3 and talent_title in ('名师', '骨干教师', '教学能手', '教坛新秀')
            and teacher_key not in (select teacher_key from roll where school_year = 2023 and talent_rank >= 3)
    ) end as value,
    max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from roll
