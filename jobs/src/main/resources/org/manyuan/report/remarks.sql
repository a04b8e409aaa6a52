-- one row per flag and metric: how many released figures of the district and year carry it, and how many of them have no value
select flag, metric_id, count(*) as figures, count(*) filter (where value is null) as without_value
from rel_metric_value
where district_code = ? and school_year = ? and flag <> 'OK'
group by flag, metric_id
order by flag, metric_id
