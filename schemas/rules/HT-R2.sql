-- the townships that have a central kindergarten on September 1: fifteen, and each has one that is in a group
with centre as (
    select s.school_year, u.school_code, u.township, u.evidence, exists (
            select 1 from group_membership m where m.kind = 'kindergarten_group' and m.school_code = u.school_code
            and make_date(s.school_year, 9, 1) between m.from_on and coalesce(m.last_on, date '9999-12-31')) as is_in
    from subject s
    join school u on u.region_code = s.region_code and u.stages like '%K%' and list_contains(string_split(u.tags, ';'), 'township_centre')
        and make_date(s.school_year, 9, 1) between u.from_on and coalesce(u.last_on, date '9999-12-31')
        and (u.opened_on is null or u.opened_on <= make_date(s.school_year, 9, 1))
        and (u.closed_on is null or u.closed_on > make_date(s.school_year, 9, 1))
    where s.in_scope
), counted as (
    select school_year, count(distinct township) as townships, count(distinct township) filter (is_in) as reached,
        bool_or(township is null) as has_gap,
        list_slice(coalesce(list(evidence order by school_code) filter (not is_in), []), 1, 20) as evidence
    from centre group by school_year
)
select '' as group_code, '' as school_code, s.school_year, make_date(s.school_year, 9, 1) as part, c.reached as value,
    case when c.townships is null then 'UNKNOWN'
        when c.reached = 15 and c.townships = 15 then 'PASS'
        when c.has_gap then 'UNKNOWN'
        else 'FAIL' end as result,
    coalesce(c.evidence, []) as evidence
from subject s
left join counted c on c.school_year = s.school_year
where s.in_scope
