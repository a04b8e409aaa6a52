-- each unit that a project 教育飞地 of the year names: a junior school, boarding, outside the district that runs it
with named as (
    select s.school_year, l.school_code, list(l.evidence order by l.from_on) as evidence
    from subject s
    join ledger l on l.region_code = s.region_code and l.kind = 'project' and l.item = '教育飞地' and l.school_code is not null and l.holds
        and l.from_on <= make_date(s.school_year + 1, 8, 31) and coalesce(l.last_on, date '9999-12-31') >= make_date(s.school_year, 9, 1)
    where s.in_scope group by all
)
select '' as group_code, '' as school_code, n.school_year, n.school_code as part, null as value,
    case when c.stages is null or c.lies_in is null then 'UNKNOWN'
        when c.stages like '%J%' and list_contains(string_split(coalesce(c.tags, ''), ';'), 'boarding')
            and coalesce(c.authority_code, c.lies_in) <> c.lies_in then 'PASS'
        else 'FAIL' end as result,
    list_append(n.evidence, c.evidence) as evidence
from named n
cross join build
left join school c on c.school_code = n.school_code and least(make_date(n.school_year + 1, 8, 31), build.as_of)
    between c.from_on and coalesce(c.last_on, date '9999-12-31')
