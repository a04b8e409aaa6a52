-- years from the founding of the first group to the day of the figure
select (date '2022-03-31' - min(founded_on)) / 365.25 as value, max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from education_group where kind = 'education_group'
