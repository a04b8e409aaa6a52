-- those who work on the projects of any centre: somebody's school of that year lies outside the seat
with worker as (
    select s.school_year, l.entry_id, l.evidence, bool_or(u.township is not null) as is_known,
        coalesce(bool_or(u.township not in (select value from setting where name = 'seat')), false) as is_outside
    from (select distinct region_code, school_year from subject where in_scope) s
    join ledger l on l.region_code = s.region_code and l.kind = 'project' and l.item = '课题' and l.holds
        and l.from_on <= make_date(s.school_year + 1, 8, 31) and coalesce(l.last_on, date '9999-12-31') >= make_date(s.school_year, 9, 1)
    join education_group g on g.group_code = l.group_code and g.kind = 'research_centre'
    left join teacher_roll r on r.teacher_key = l.person_key and r.school_year = s.school_year
    left join school u on u.region_code = s.region_code and u.school_code = r.school_code
        and make_date(s.school_year, 9, 1) between u.from_on and coalesce(u.last_on, date '9999-12-31')
    group by all
), found as (
    select school_year, count(*) filter (is_outside) as outside, bool_and(is_known) as is_known,
        list_slice(list(evidence order by evidence) filter (is_outside), 1, 5) as evidence
    from worker group by school_year
)
select s.group_code, '' as school_code, s.school_year, '乡镇教师' as part, f.outside as value,
    case when f.outside > 0 then 'PASS'
        when f.is_known and make_date(s.school_year + 1, 8, 31) <= build.as_of then 'FAIL'
        else 'UNKNOWN' end as result,
    coalesce(f.evidence, []) as evidence
from subject s cross join build
left join found f on f.school_year = s.school_year
where s.in_scope and s.life_from <= make_date(s.school_year, 9, 1) and s.life_to >= make_date(s.school_year + 1, 8, 31)
