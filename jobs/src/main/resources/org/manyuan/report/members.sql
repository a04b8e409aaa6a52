-- one row per membership span that touched the school year
select dim_group.group_code, dim_group.name as group_name, dim_group.kind as group_kind, dim_group.form, dim_group.founded_on,
    dim_membership.role, dim_membership.school_code, coalesce(dim_school.name, dim_membership.school_code) as school_name,
    dim_membership.joined_on, dim_membership.left_on, dim_group.origin
from dim_group
join dim_membership on dim_membership.group_code = dim_group.group_code
left join dim_school on dim_school.school_code = dim_membership.school_code
where dim_group.authority_code = ? and dim_membership.joined_on < make_date(?::integer + 1, 9, 1)
    and (dim_membership.left_on is null or dim_membership.left_on > make_date(?::integer, 9, 1))
order by dim_group.group_code, dim_membership.role <> 'lead', dim_membership.role, dim_membership.school_code, dim_membership.joined_on
