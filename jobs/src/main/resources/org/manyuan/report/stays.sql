-- one row per membership span of the district's groups, of whatever year
select dim_membership.group_code, dim_membership.school_code, coalesce(dim_school.name, dim_membership.school_code) as school_name,
    dim_membership.role, dim_membership.joined_on, dim_membership.left_on
from dim_group
join dim_membership on dim_membership.group_code = dim_group.group_code
left join dim_school on dim_school.school_code = dim_membership.school_code
where dim_group.authority_code = ?
order by dim_membership.group_code, dim_membership.school_code, dim_membership.joined_on
