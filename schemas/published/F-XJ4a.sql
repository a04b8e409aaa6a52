-- year and month in which the first centre was founded, as one number
select year(min(founded_on)) * 100 + month(min(founded_on)) as value, max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from education_group where kind = 'research_centre'
