-- one row per kind of group and exam of the year: what joining did to the members, and whether who joined moved otherwise before
select effect.* replace (coalesce(effect.verdict, 'NOT_JUDGED') as verdict), dim_exam.kind as exam_kind, split_part(effect.variant, '/', 1) as kind, before.p as p_before
from rel_metric_value as effect
left join rel_metric_value as before on before.metric_id = 'GAP-18' and before.measure = 'pretest'
    and before.variant = split_part(effect.variant, '/', 1) and before.district_code = effect.district_code
    and before.school_year = effect.school_year and before.exam_code = effect.exam_code and before.stage = effect.stage
    and before.grade = effect.grade and before.subject = effect.subject
left join dim_exam on dim_exam.exam_code = effect.exam_code
where effect.metric_id = 'GAP-18' and effect.measure = 'group' and effect.variant = split_part(effect.variant, '/', 1) || '/overall'
    and effect.district_code = ? and effect.school_year = ?
order by kind, effect.stage, effect.grade desc, effect.exam_code, effect.subject
