-- of the schools with primary or junior grades that were open on September 1, how many are in a community, themselves or with a unit
with asked_on as (
    select s.region_code, s.school_year, make_date(s.school_year, 9, 1) as day from subject s where s.in_scope
), registered as (
    select d.school_year, d.day, u.school_code, u.evidence
    from asked_on d
    join school u on u.region_code = d.region_code and d.day between u.from_on and coalesce(u.last_on, date '9999-12-31')
    where u.part_of is null and (u.opened_on is null or u.opened_on <= d.day) and (u.closed_on is null or u.closed_on > d.day)
        and (u.stages like '%P%' or u.stages like '%J%')
), counted as (
    select r.*, exists (
            select 1 from group_unit m
            where m.kind = 'community' and r.day between m.from_on and coalesce(m.last_on, date '9999-12-31')
                and r.school_code in (m.school_code, m.part_of)
        ) as is_covered
    from registered r
)
select '' as group_code, '' as school_code, d.school_year, d.day as part, avg(c.is_covered::int) as value,
    case when count(c.school_code) = 0 then 'UNKNOWN' when bool_and(c.is_covered) then 'PASS' else 'FAIL' end as result,
    list_slice(coalesce(list(c.evidence order by c.school_code) filter (not c.is_covered), []), 1, 50) as evidence
from asked_on d
left join counted c on c.school_year = d.school_year
group by d.school_year, d.day
