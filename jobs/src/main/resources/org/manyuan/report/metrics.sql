-- one row per metric that has a released figure for the district and year
select distinct metric_id from rel_metric_value where district_code = ? and school_year = ? order by metric_id
