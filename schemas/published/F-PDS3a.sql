-- the excellent rate of grade 7 in the final exam at 市四十二中, 2024 on 2023
with rate as (
    select school_year, max(value) as value, max(n) as n, max(origin) as origin
    from metric_value
    where metric_id = 'EXM-02' and measure = 'excellent' and stage = 'J' and grade = '7' and subject = 'total'
        and school_year in (2023, 2024) and school_code in (select school_code from school where region_code is not null and name = '市四十二中')
    group by school_year
)
select max(value) filter (school_year = 2024) / nullif(max(value) filter (school_year = 2023), 0) - 1 as value,
    max(origin) = 'synthetic' as synthetic,
    list(json_object('school_year', school_year, 'n', n, 'k', round(value * n)::bigint) order by school_year) as evidence
from rate
