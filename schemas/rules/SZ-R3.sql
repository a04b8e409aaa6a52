-- on December 31: of the schools with primary or junior pupils that are open, those that are, or of which a part is, in an education group
with open as (
    select s.school_year, make_date(s.school_year, 12, 31) as day, c.school_code, c.evidence
    from subject s
    cross join build
    join school c on c.region_code = s.region_code and c.part_of is null and (c.stages like '%P%' or c.stages like '%J%')
        and make_date(s.school_year, 12, 31) between c.from_on and coalesce(c.last_on, date '9999-12-31')
        and coalesce(c.opened_on <= make_date(s.school_year, 12, 31), true)
        and coalesce(c.closed_on > make_date(s.school_year, 12, 31), true)
    where s.in_scope and build.as_of >= make_date(s.school_year, 12, 31)
), covered as (
    select o.*, exists (select 1 from group_unit u
        where u.kind = 'education_group' and (u.school_code = o.school_code or u.part_of = o.school_code)
            and o.day between u.from_on and coalesce(u.last_on, date '9999-12-31')) as is_in
    from open o
)
select '' as group_code, '' as school_code, s.school_year, make_date(s.school_year, 12, 31) as part,
    count(*) filter (c.is_in) / nullif(count(c.school_code), 0) as value,
    case when count(c.school_code) = 0 then 'UNKNOWN'
        when count(*) filter (c.is_in) >= limits.at_least * count(c.school_code) then 'PASS'
        else 'FAIL' end as result,
    list(c.evidence order by c.school_code) filter (not c.is_in) as evidence
from subject s
cross join (from limits) limits
left join covered c on c.school_year = s.school_year
where s.in_scope
group by s.school_year, limits.at_least
