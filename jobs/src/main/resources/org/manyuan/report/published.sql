-- one row per figure that the bureau has published by the end of the year
select *
from rel_published_check
where district_code = ? and (as_of is null or as_of < make_date(? + 1, 9, 1))
order by figure_id
