-- the most meetings of one centre
select max(meetings) as value, max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from (
    select group_code, count(*) as meetings, max(origin) as origin
    from group_activity where kind = '集中研讨' and held_on between date '2019-07-01' and date '2021-07-31'
    group by group_code
) of_centre
