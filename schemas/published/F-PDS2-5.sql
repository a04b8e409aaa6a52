-- entrants of 市八中初中部, 2024 on 2023
select sum(intake) filter (where school_year = 2024) / nullif(sum(intake) filter (where school_year = 2023), 0) - 1 as value,
    max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from current_enrollment
where school_code in (select school_code from school where name = '市八中初中部')
