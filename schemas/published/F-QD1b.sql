-- the year in which the first group was founded
select year(min(founded_on)) as value, max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from education_group where kind = 'education_group'
