-- entrants of 市八中初中部, 2024 on 2023
with taken as (
    select sum(intake) filter (school_year = 2024) as later, sum(intake) filter (school_year = 2023) as before, max(origin) as origin
    from current_enrollment
    where school_year in (2023, 2024) and intake is not null
        and school_code in (select school_code from school where region_code is not null and name = '市八中初中部')
)
select later / nullif(before, 0) - 1 as value, origin = 'synthetic' as synthetic,
    [json_object('school_year', 2023, 'n', before), json_object('school_year', 2024, 'n', later)] as evidence
from taken
