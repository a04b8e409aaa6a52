-- one row per paper and measure of spread between the district's units: the base year, the year, and the change with its interval, the
-- change on intake-adjusted scores beside it; adjusted_flag is empty where nothing was adjusted
with narrowing as (
    select *, regexp_extract(variant, 'GAP-[0-9]+[a-z]?') as gap, split_part(variant, '/', 1) as kind
    from rel_metric_value
    where metric_id = 'GAP-16' and group_code = '' and school_code = '' and district_code = ? and school_year = ?
        and (variant like '%/base_founding' or variant like '%/base_founding/adjusted') and subject = 'total'
)
select changed.gap, changed.kind, changed.stage, changed.grade, changed.subject, changed.exam_code, dim_exam.kind as exam_kind,
    changed.base_year, before.value as gap_base, now.value as gap_now, changed.value as change, changed.ci_lo as change_lo,
    changed.ci_hi as change_hi, changed.n, changed.k, changed.flag, coalesce(changed.verdict, 'NOT_JUDGED') as verdict, greatest(changed.origin, adjusted.origin) as origin,
    adjusted.value as adjusted_change, adjusted.ci_lo as adjusted_lo, adjusted.ci_hi as adjusted_hi, adjusted.n as adjusted_n,
    adjusted.k as adjusted_k, coalesce(adjusted.verdict, 'NOT_JUDGED') as adjusted_verdict, adjusted.flag as adjusted_flag
from narrowing as changed
left join narrowing as before on before.measure = 'signed_base' and before.variant = changed.variant
    and before.exam_code = changed.exam_code and before.stage = changed.stage and before.grade = changed.grade
    and before.ci_frame = changed.ci_frame
left join narrowing as now on now.measure = 'signed_now' and now.variant = changed.variant
    and now.exam_code = changed.exam_code and now.stage = changed.stage and now.grade = changed.grade
    and now.ci_frame = changed.ci_frame
left join narrowing as adjusted on adjusted.measure = 'change' and adjusted.variant = changed.variant || '/adjusted'
    and adjusted.exam_code = changed.exam_code and adjusted.stage = changed.stage and adjusted.grade = changed.grade
    and adjusted.ci_frame = changed.ci_frame
left join dim_exam on dim_exam.exam_code = changed.exam_code
where changed.measure = 'change' and changed.variant like '%/base_founding' and changed.gap in ('GAP-01', 'GAP-11', 'GAP-20')
order by changed.kind, changed.stage, changed.grade desc, changed.exam_code, changed.gap
