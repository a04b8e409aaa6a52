-- pupils of grade 7 at 市八中初中部 with an excellent result in the final exam, 2024 on 2023
with rate as (
    select school_year, round(max(value * n))::bigint as pupils, max(n) as n, max(origin) as origin
    from metric_value
    where metric_id = 'EXM-02' and measure = 'excellent' and stage = 'J' and grade = '7' and subject = 'total'
        and school_year in (2023, 2024) and school_code in (select school_code from school where region_code is not null and name = '市八中初中部')
    group by school_year
)
select max(pupils) filter (school_year = 2024) / nullif(max(pupils) filter (school_year = 2023), 0) as value,
    max(origin) = 'synthetic' as synthetic,
    flatten(list([json_object('school_year', school_year, 'n', n, 'k', pupils), json_object('school_year', school_year, 'n', pupils)]
        order by school_year)) as evidence
from rate
