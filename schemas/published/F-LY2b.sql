-- schools of poor villages that another school helps, among all of them
with village as (
    select distinct school_code from school
    where region_code is not null and tags like '%poverty_village%'
        and date '2022-03-31' between from_on and coalesce(last_on, date '9999-12-31')
        and coalesce(opened_on <= date '2022-03-31', true) and coalesce(closed_on > date '2022-03-31', true)
), helped as (
    select distinct school_code from group_membership
    where kind = 'pair' and role = 'member' and date '2022-03-31' between from_on and coalesce(last_on, date '9999-12-31')
)
select case when exists (select 1 from group_membership)
        then (select count(*) from village semi join helped using (school_code)) / nullif(count(*), 0) end as value,
    (select max(origin) from group_membership) = 'synthetic' as synthetic, []::json[] as evidence
from village
