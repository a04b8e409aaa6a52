-- one row per district, group, side of a group or unit, school year and stage: entrants, their growth and the shift of their share
-- Growth and shift are against the year before the founding: of a unit that of its group, of a district that of its earliest group; of two
-- kinds of groups the earlier base year, then the kind's code. Who has no such year has no growth: BASE_MISSING. A district and the side of
-- a group have no share of their own: its flag is empty. Entrants are those counted as such, not the first grade in their place.
with names as (${names}),
counts as (
    select *, case when variant like '%/lead' then 'lead' when variant like '%/member' then 'member' when group_code <> '' then 'group'
        when school_code <> '' then 'unit' else 'district' end as grain
    from rel_metric_value
    where metric_id = 'ENR-01' and measure = 'intake' and variant not like '%first_grade'
        and (group_code <> '' or variant = '')
),
changes as (
    select *, case when variant like '%/lead' then 'lead' when variant like '%/member' then 'member' when group_code <> '' then 'group'
        when school_code <> '' then 'unit' else 'district' end as grain
    from rel_metric_value
    where metric_id in ('ENR-02', 'ENR-03') and measure in ('growth', 'ln_ratio', 'in_district')
        and (variant like '%/base_founding' or variant like '%/base_founding/lead' or variant like '%/base_founding/member')
        -- all leads or all members of a district are no row here
        and (group_code <> '' or variant like '%/base_founding')
),
growths as (
    select district_code, group_code, school_code, school_year, stage, grain, base_year, variant,
        max(value) filter (where measure = 'growth') as growth,
        exp(max(ci_lo) filter (where measure = 'ln_ratio')) - 1 as growth_lo,
        exp(max(ci_hi) filter (where measure = 'ln_ratio')) - 1 as growth_hi,
        max(flag) filter (where measure = 'growth') as growth_flag,
        max(value) filter (where measure = 'in_district') as share_shift,
        max(flag) filter (where measure = 'in_district') as share_shift_flag,
        max(origin) as origin,
        row_number() over (
            partition by district_code, group_code, school_code, school_year, stage, grain order by base_year, variant) as choice
    from changes
    group by district_code, group_code, school_code, school_year, stage, grain, base_year, variant
)
select v.school_year, concat(v.school_year, '-', v.school_year + 1) as school_year_label,
    v.district_code, d.name as district_name, v.grain, names.grain[v.grain] as grain_zh,
    v.group_code, g.name as group_name, v.school_code, s.name as school_name,
    v.stage, names.stage[v.stage] as stage_zh, v.value as intake, v.flag as intake_flag,
    c.base_year, c.growth, c.growth_lo, c.growth_hi, coalesce(c.growth_flag, 'BASE_MISSING') as growth_flag,
    c.share_shift,
    case when v.grain in ('unit', 'group') then coalesce(c.share_shift_flag, 'BASE_MISSING') else '' end as share_shift_flag,
    greatest(v.origin, c.origin) as origin, names.origin[greatest(v.origin, c.origin)] as origin_zh
from counts v
cross join names
left join growths c
    on c.district_code = v.district_code and c.group_code = v.group_code and c.school_code = v.school_code
        and c.school_year = v.school_year and c.stage = v.stage and c.grain = v.grain and c.choice = 1
left join dim_district d on d.district_code = v.district_code
left join dim_group g on g.group_code = v.group_code
left join dim_school s on s.school_code = v.school_code
