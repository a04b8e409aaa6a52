-- members that joined in the school year for each member on September 1, of groups a year old on that day
with old as (
    select s.region_code, s.group_code, s.school_year
    from subject s
    where s.in_scope and s.life_from + interval 1 year <= make_date(s.school_year, 9, 1) and s.life_to >= make_date(s.school_year, 9, 1)
), there as (
    select o.group_code, o.school_year, count(m.school_code) as members
    from old o
    left join group_membership m on m.region_code = o.region_code and m.group_code = o.group_code and m.role = 'member'
        and make_date(o.school_year, 9, 1) between m.from_on and coalesce(m.last_on, date '9999-12-31')
    group by all
), came as (
    select o.group_code, o.school_year, count(m.school_code) as joined,
        list(m.evidence order by m.joined_on, m.school_code) filter (m.school_code is not null) as evidence
    from old o
    left join stay m on m.region_code = o.region_code and m.group_code = o.group_code and m.role = 'member' and m.enters and m.in_year = o.school_year
    group by all
)
select t.group_code, '' as school_code, t.school_year, t.school_year::varchar as part, c.joined / nullif(t.members, 0) as value,
    case when t.members = 0 then case when c.joined = 0 then 'NA' else 'UNKNOWN' end
        when c.joined > limits.at_most * t.members then 'FAIL'
        when build.as_of < make_date(t.school_year + 1, 8, 31) then 'UNKNOWN'
        else 'PASS' end as result,
    c.evidence
from there t
join came c on c.group_code = t.group_code and c.school_year = t.school_year
cross join build
cross join (from limits) limits
