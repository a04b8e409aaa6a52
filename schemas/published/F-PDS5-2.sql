-- teachers of 市四十中 with a title of the city in 2024 who had none in 2023: four titles together
select count(distinct now.teacher_key) as value, max(now.origin) = 'synthetic' as synthetic, []::json[] as evidence
from teacher_roll now
where now.school_year = 2024 and now.talent_rank >= 3 and now.talent_title in ('名师', '骨干教师', '教学能手', '教坛新秀')
    and now.school_code in (select school_code from school where name = '市四十中')
    and not exists (
        select 1 from teacher_roll before
        where before.teacher_key = now.teacher_key and before.school_year = 2023 and before.talent_rank >= 3)
