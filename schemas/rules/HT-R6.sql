-- the last grades of primary and junior school that a lead has pupils in: each member that has them sat an exam that the lead sat too
with pupils as (
    select s.region_code, s.group_code, s.school_year, e.role, e.school_code, e.grade
    from subject s
    join enrollment e on e.group_code = s.group_code and e.school_year = s.school_year and e.grade in ('6', '9') and e.students > 0
    where s.in_scope
), sat as (
    select distinct x.school_year, x.grade, x.exam_code, f.school_code
    from dim_exam x
    join fct_school_exam f on f.exam_code = x.exam_code and f.n > 0
    where x.grade in ('6', '9')
), asked_of as (
    select distinct m.group_code, m.school_year, m.school_code, m.grade
    from pupils m
    join pupils l on l.group_code = m.group_code and l.school_year = m.school_year and l.grade = m.grade and l.role = 'lead'
    where m.role = 'member'
), compared as (
    select a.group_code, a.school_year, a.school_code, a.grade,
        list(distinct mine.exam_code order by mine.exam_code) filter (own.exam_code is not null) as same
    from asked_of a
    left join sat mine on mine.school_year = a.school_year and mine.grade = a.grade and mine.school_code = a.school_code
    left join (
        select p.group_code, t.school_year, t.grade, t.exam_code
        from pupils p join sat t on t.school_year = p.school_year and t.grade = p.grade and t.school_code = p.school_code
        where p.role = 'lead'
    ) own on own.group_code = a.group_code and own.school_year = a.school_year and own.exam_code = mine.exam_code
    group by all
)
select group_code, '' as school_code, school_year, school_code || ' ' || grade as part, coalesce(len(same), 0) as value,
    case when same is not null then 'PASS'
        when make_date(school_year + 1, 8, 31) > build.as_of
            or not exists (select 1 from sat t where t.school_year = c.school_year and t.grade = c.grade) then 'UNKNOWN'
        else 'FAIL' end as result,
    [json_object('school_code', school_code, 'grade', grade, 'exam_code', same)] as evidence
from compared c cross join build
union all
select s.group_code, '', s.school_year, '', null, 'UNKNOWN', []
from subject s
where s.in_scope and not exists (select 1 from enrollment e where e.group_code = s.group_code and e.school_year = s.school_year)
