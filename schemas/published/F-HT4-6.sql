-- teachers who lead a school in 2023 and did not in 2022: 校长, 书记, 副校长, 副书记
select count(distinct now.teacher_key) as value, max(now.origin) = 'synthetic' as synthetic, []::json[] as evidence
from current_teacher_roll now
join current_teacher_roll before on before.teacher_key = now.teacher_key and before.school_year = 2022
where now.school_year = 2023 and now.post in ('校长', '书记', '副校长', '副书记')
    and coalesce(before.post, '') not in ('校长', '书记', '副校长', '副书记')
