-- pupils of grade 7 at 市八中初中部 with an excellent result in the final exam, 2024 on 2023
select round(max(value * n) filter (where school_year = 2024)) / nullif(round(max(value * n) filter (where school_year = 2023)), 0) as value,
    max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from metric_value
where metric_id = 'EXM-02' and measure = 'excellent' and stage = 'J' and grade = '7' and subject = 'total'
    and school_code in (select school_code from school where name = '市八中初中部')
