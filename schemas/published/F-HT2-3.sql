-- pupils of the compulsory stages in units of school groups, each unit once
select sum(e.students) as value, max(e.origin) = 'synthetic' as synthetic,
    [json_object('school_year', 2023, 'n', sum(e.students))] as evidence
from current_enrollment e
where e.school_year = 2023 and e.stage in ('P', 'J') and e.school_code in (
    select school_code from group_membership
    where kind = 'education_group' and date '2023-12-31' between from_on and coalesce(last_on, date '9999-12-31'))
