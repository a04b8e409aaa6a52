-- one row per group and year up to this one: the main gap in the total, with the ends of its interval
select group_code, group_name, gap, stage, grade, exam_kind, subject, school_year, origin,
    max(value) filter (where part = 'point') as value,
    max(value) filter (where part = 'lower') as ci_lo,
    max(value) filter (where part = 'upper') as ci_hi,
    max(n) as n, max(k) as k
from mart_gap_band
where district_code = ? and school_year <= ? and is_headline and subject = 'total'
group by all
order by group_code, stage, gap, school_year
