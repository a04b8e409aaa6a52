-- on the day of the build: of the schools in poor villages, those that are a member of a pair
with village as (
    select distinct s.region_code, s.school_year, build.as_of as day, c.school_code, c.evidence
    from subject s
    cross join build
    join school c on c.region_code = s.region_code and list_contains(string_split(c.tags, ';'), 'poverty_village')
        and build.as_of between c.from_on and coalesce(c.last_on, date '9999-12-31') and coalesce(c.closed_on > build.as_of, true)
    where s.in_scope and s.school_year = year(build.as_of - interval 8 month)
), helped as (
    select v.*, exists (select 1 from group_membership m where m.school_code = v.school_code and m.kind = 'pair' and m.role = 'member'
        and v.day between m.from_on and coalesce(m.last_on, date '9999-12-31')) as is_helped
    from village v
)
select '' as group_code, '' as school_code, s.school_year, build.as_of as part,
    count(*) filter (h.is_helped) / nullif(count(h.school_code), 0) as value,
    case when count(h.school_code) = 0 then 'UNKNOWN'
        when count(*) filter (h.is_helped) >= limits.at_least * count(h.school_code) then 'PASS'
        else 'FAIL' end as result,
    list_slice(list(h.evidence order by h.is_helped, h.school_code) filter (h.school_code is not null), 1, 50) as evidence
from subject s
cross join build
cross join (from limits) limits
left join helped h on h.school_year = s.school_year
where s.in_scope and s.school_year = year(build.as_of - interval 8 month)
group by s.school_year, build.as_of, limits.at_least
