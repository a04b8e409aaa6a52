-- one row per scheme, subject and indicator, node or adjustment of the year; subjects by code, never by score
select mart_assessment.*, rel_assessment_score.marks as score_marks,
    rel_assessment_score.counted_units, rel_assessment_score.waiting_units, rel_assessment_indicator.marks, rel_assessment_indicator.variant
from mart_assessment
left join rel_assessment_indicator using (scheme_id, scheme_version, district_code, group_code, school_code, school_year, node_id)
left join rel_assessment_score using (scheme_id, scheme_version, district_code, group_code, school_code, school_year)
where district_code = ? and school_year = ?
order by scheme_id, scheme_version, group_code, school_code, mart_assessment.position, node_id
