-- teachers who began an exchange in the autumn of 2025: the fewest in one of the city's groups
select min(persons) as value, max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from (
    select g.group_code, count(distinct e.teacher_key) as persons, max(e.origin) as origin
    from education_group g
    left join teacher_exchange e on e.group_code = g.group_code and e.started_on between date '2025-08-01' and date '2025-12-31'
    where g.district_code = '410400'
    group by g.group_code
) of_group
