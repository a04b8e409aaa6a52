-- pupils of the compulsory stages in units of school groups, among all
with pupil as (
    select sum(e.students) as n, max(e.origin) as origin, sum(e.students) filter (e.school_code in (
            select school_code from group_membership
            where kind = 'education_group' and date '2023-12-31' between from_on and coalesce(last_on, date '9999-12-31'))) as k
    from current_enrollment e
    where e.school_year = 2023 and e.stage in ('P', 'J')
        and e.school_code in (select school_code from school where region_code is not null)
)
select k / nullif(n, 0) as value, origin = 'synthetic' as synthetic, [json_object('school_year', 2023, 'n', n, 'k', k)] as evidence
from pupil
