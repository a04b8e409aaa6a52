-- the names of a member that held on some day of the school year since it joined: one has a short name of the lead in it
with named as (
    select s.group_code, s.school_code, s.school_year, string_agg(concat_ws(';', u.name, u.aliases), ';') as names,
        list(u.evidence) as evidence
    from subject s cross join build
    join group_unit u on u.group_code = s.group_code and u.school_code = s.school_code
        and u.from_on <= least(make_date(s.school_year + 1, 8, 31), build.as_of)
        and coalesce(u.last_on, date '9999-12-31') >= make_date(s.school_year, 9, 1)
    where s.in_scope
    group by all
), short_name as (
    select distinct s.group_code, s.school_year, unnest(regexp_split_to_array(u.aliases, '[;；、,，]')).trim() as short_name
    from subject s
    join group_unit u on u.group_code = s.group_code and u.role = 'lead' and u.aliases is not null
        and u.from_on <= make_date(s.school_year + 1, 8, 31) and coalesce(u.last_on, date '9999-12-31') >= make_date(s.school_year, 9, 1)
    where s.in_scope
)
select n.group_code, n.school_code, n.school_year, '' as part, null as value,
    case when bool_or(contains(n.names, l.short_name)) then 'PASS'
        when count(l.short_name) = 0 then 'UNKNOWN'
        else 'FAIL' end as result,
    min(n.evidence) as evidence
from named n
left join short_name l on l.group_code = n.group_code and l.school_year = n.school_year and l.short_name <> ''
group by n.group_code, n.school_code, n.school_year
