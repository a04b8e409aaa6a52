-- what the district gives each base a year: the mean over bases and years; every base gets the same
select case when min(value) = max(value) then max(value) end as value, max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from ledger where kind = 'funding' and item = '学科基地'
