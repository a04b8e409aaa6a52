-- one row per group, paper, gap and base of the year; the group's main comparison first
select * from mart_gap_change
where district_code = ? and school_year = ?
order by group_code, group_kind, is_headline desc, stage, grade desc, exam_code, subject <> 'total', subject, gap, base
