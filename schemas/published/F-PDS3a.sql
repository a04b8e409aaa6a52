-- the excellent rate of grade 7 in the final exam at 市四十二中, 2024 on 2023
select max(value) filter (where school_year = 2024) / nullif(max(value) filter (where school_year = 2023), 0) - 1 as value,
    max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from metric_value
where metric_id = 'EXM-02' and measure = 'excellent' and stage = 'J' and grade = '7' and subject = 'total'
    and school_code in (select school_code from school where name = '市四十二中')
