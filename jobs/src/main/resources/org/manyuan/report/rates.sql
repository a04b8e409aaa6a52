-- one row per group, side, paper and rate of the main comparison in the year
select * from mart_gap_rate
where district_code = ? and school_year = ? and is_headline
order by group_code, stage, grade, subject <> 'total', subject, exam_code, rate, side
