-- entrants of all members together, 2024 on 2023: the members of 2024 in both years
select sum(intake) filter (where school_year = 2024) / nullif(sum(intake) filter (where school_year = 2023), 0) - 1 as value,
    max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from current_enrollment
where school_code in (select school_code from unit_year where school_year = 2024 and role = 'member')
