-- one row per group, unit and paper of the main comparison: this year and the base year
select * from mart_gap_score
where district_code = ? and is_headline
    and (school_year = ? or school_year in (
        select base_year from mart_gap_change as change
        where change.group_code = mart_gap_score.group_code and change.district_code = mart_gap_score.district_code
            and change.school_year = ? and change.is_headline and change.base = 'founding'))
order by group_code, stage, grade, subject <> 'total', subject, side = 'district', side, school_code, school_year
