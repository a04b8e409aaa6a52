-- one row per exam that a figure of the district and year rests on
select dim_exam.exam_code, dim_exam.kind, dim_exam.stage, dim_exam.grade, dim_exam.held_on, dim_exam.school_year
from dim_exam
where dim_exam.exam_code in (
    select exam_code from rel_metric_value where district_code = ? and school_year = ? and exam_code <> '')
order by dim_exam.stage, dim_exam.grade desc, dim_exam.exam_code
