-- the townships of the members of a group of kindergartens on September 1: no member of another such group lies there
with member as (
    select s.group_code, s.school_year, u.school_code, u.township, u.evidence,
        bool_or(u.township is null) over (partition by s.school_year) as has_gap
    from subject s
    join group_unit u on u.group_code = s.group_code and u.role = 'member'
        and make_date(s.school_year, 9, 1) between u.from_on and coalesce(u.last_on, date '9999-12-31')
    where s.in_scope
), compared as (
    select m.group_code, m.school_year, m.school_code, m.evidence, m.has_gap, list(o.evidence) filter (o.school_code is not null) as same
    from member m
    left join member o on o.school_year = m.school_year and o.township = m.township and o.group_code <> m.group_code
    group by all
)
select group_code, '' as school_code, school_year, school_code as part, coalesce(len(same), 0) as value,
    case when same is not null then 'FAIL' when has_gap then 'UNKNOWN' else 'PASS' end as result,
    list_prepend(evidence, list_slice(coalesce(same, []), 1, 5)) as evidence
from compared
