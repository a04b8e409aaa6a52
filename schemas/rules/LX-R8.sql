-- a consortium with a junior school of the seat among its members: a teacher of the lead also teaches at one
with junior as (
    select s.region_code, s.group_code, s.school_year, list(distinct u.school_code) as schools
    from subject s
    join group_unit u on u.group_code = s.group_code and u.role = 'member' and u.stages like '%J%'
        and u.township in (select value from setting where name = 'seat')
        and u.from_on <= make_date(s.school_year + 1, 8, 31) and coalesce(u.last_on, date '9999-12-31') >= make_date(s.school_year, 9, 1)
    where s.in_scope and s.life_from <= make_date(s.school_year, 9, 1) and s.life_to >= make_date(s.school_year + 1, 8, 31)
    group by all
), spell as (
    select j.region_code, j.group_code, j.school_year, list(e.evidence) filter (e.kind = '兼课' and e.group_code = j.group_code
            and e.from_role = 'lead' and list_contains(j.schools, e.to_school_code)) as evidence, count(e.region_code) as handed_in
    from junior j
    left join teacher_exchange e on e.region_code = j.region_code and e.from_on <= make_date(j.school_year + 1, 8, 31)
        and coalesce(e.last_on, date '9999-12-31') >= make_date(j.school_year, 9, 1)
    group by all
)
select group_code, '' as school_code, school_year, '城区初中' as part, coalesce(len(evidence), 0) as value,
    case when evidence is not null then 'PASS'
        when handed_in = 0 or make_date(school_year + 1, 8, 31) > build.as_of then 'UNKNOWN'
        else 'FAIL' end as result,
    list_slice(coalesce(evidence, []), 1, 5) as evidence
from spell cross join build
