-- the year in which communities began on trial
select min(year(from_on)) as value, max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from ledger where status = 'trial' and item like '%共同体%'
