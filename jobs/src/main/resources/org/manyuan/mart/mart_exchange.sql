-- one row per district, group or unit, school year and stage: teachers exchanged of those eligible, and backbone teachers among them
with names as (${names}),
exchanges as (
    select school_year, district_code, group_code, school_code, stage,
        case when group_code <> '' then 'group' when school_code <> '' then 'unit' else 'district' end as grain,
        max(value) filter (where metric_id = 'TCH-01') as rate,
        max(ci_lo) filter (where metric_id = 'TCH-01') as rate_lo,
        max(ci_hi) filter (where metric_id = 'TCH-01') as rate_hi,
        max(n) filter (where metric_id = 'TCH-01') as eligible,
        coalesce(max(flag) filter (where metric_id = 'TCH-01'), 'MISSING_INPUT') as rate_flag,
        max(value) filter (where metric_id = 'TCH-02') as backbone_share,
        max(ci_lo) filter (where metric_id = 'TCH-02') as backbone_lo,
        max(ci_hi) filter (where metric_id = 'TCH-02') as backbone_hi,
        max(n) filter (where metric_id = 'TCH-02') as exchanged,
        coalesce(max(flag) filter (where metric_id = 'TCH-02'), 'MISSING_INPUT') as backbone_flag,
        max(origin) as origin
    from rel_metric_value
    where ((metric_id = 'TCH-01' and measure = 'rate') or (metric_id = 'TCH-02' and measure = 'share')) and not contains(variant, '/')
    group by school_year, district_code, group_code, school_code, stage
)
select v.school_year, concat(v.school_year, '-', v.school_year + 1) as school_year_label,
    v.district_code, d.name as district_name, v.grain, names.grain[v.grain] as grain_zh,
    v.group_code, g.name as group_name, v.school_code, s.name as school_name,
    v.stage, names.stage[v.stage] as stage_zh,
    v.rate, v.rate_lo, v.rate_hi, v.eligible, v.rate_flag,
    v.backbone_share, v.backbone_lo, v.backbone_hi, v.exchanged, v.backbone_flag,
    v.origin, names.origin[v.origin] as origin_zh
from exchanges v
cross join names
left join dim_district d on d.district_code = v.district_code
left join dim_group g on g.group_code = v.group_code
left join dim_school s on s.school_code = v.school_code
