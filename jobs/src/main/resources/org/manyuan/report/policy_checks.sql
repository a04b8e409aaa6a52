-- one row per rule and subject of the year
select checks.*,
    case when checks.school_code <> '' then coalesce(dim_school.name, checks.school_code)
        when checks.group_code <> '' then coalesce(dim_group.name, checks.group_code)
        else coalesce(dim_district.name, checks.district_code) end as subject_name
from rel_policy_check as checks
left join dim_group on dim_group.group_code = checks.group_code
left join dim_school on dim_school.school_code = checks.school_code
left join dim_district on dim_district.district_code = checks.district_code
where checks.district_code = ? and checks.school_year = ?
order by checks.rule_id, checks.group_code, checks.school_code, checks.stage <> '', position(checks.stage in 'KPJS')
