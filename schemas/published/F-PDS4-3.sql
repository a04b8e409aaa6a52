-- teachers who began an exchange in the autumn of 2025 and had none in the group before, of the city's groups that teach juniors: as many
-- as in the group that lies farthest from seven to ten
with of_group as (
    select g.group_code, count(distinct e.teacher_key) filter (
        e.kind in ('轮岗', '支教', '挂职', '派驻', '任教', '走教') and not exists (
            select 1 from teacher_exchange before
            where before.teacher_key = e.teacher_key and before.group_code = e.group_code and before.started_on < date '2025-08-01'
        )) as persons, max(e.origin) as origin
    from education_group g
    left join teacher_exchange e on e.group_code = g.group_code and e.started_on between date '2025-08-01' and date '2025-12-31'
    where g.district_code = '410400' and g.group_code in (select group_code from group_stage where stage = 'J')
    group by g.group_code
)
select case when exists (select 1 from teacher_exchange where started_on between date '2025-08-01' and date '2025-12-31')
        then list(persons order by abs(persons - 8.5) desc, persons)[1] end as value,
    max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from of_group
