-- what was given in a calendar year, where it was the same in every year that was handed in
select case when min(given) = max(given) then max(given) end as value, max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from (
    select year(held_on) as in_calendar_year, sum(value) as given, max(origin) as origin
    from ledger where kind = 'funding' and item = '集团化办学专项'
    group by year(held_on)
) of_year
