-- schools with pupils of the compulsory stages that are in a group on December 31, 2019, among all such schools
with school_then as (
    select distinct school_code from school
    where region_code is not null and part_of is null and (stages like '%P%' or stages like '%J%')
        and date '2019-12-31' between from_on and coalesce(last_on, date '9999-12-31')
        and coalesce(opened_on <= date '2019-12-31', true) and coalesce(closed_on > date '2019-12-31', true)
), covered as (
    select distinct coalesce(part_of, school_code) as school_code from group_unit
    where kind = 'education_group' and date '2019-12-31' between from_on and coalesce(last_on, date '9999-12-31')
)
select case when exists (select 1 from group_membership)
        then (select count(*) from school_then semi join covered using (school_code)) / nullif(count(*), 0) end as value,
    (select max(origin) from group_unit) = 'synthetic' as synthetic, []::json[] as evidence
from school_then
