-- a group with a last grade, by enrolment, or where none was handed in by its stages: the assessment of these classes judges it
with grade as (
    select s.region_code, s.group_code, s.school_year, bool_or(e.school_code is not null) as is_handed_in,
        bool_or(coalesce(e.grade in ('6', '9') and e.students > 0, false)) as has_last
    from subject s
    left join enrollment e on e.group_code = s.group_code and e.school_year = s.school_year
    where s.in_scope and s.life_from <= make_date(s.school_year, 9, 1) and s.life_to >= make_date(s.school_year + 1, 8, 31)
    group by all
), found as (
    select g.group_code, g.school_year, list(l.evidence) filter (l.group_code = g.group_code and l.item = '毕业班质量检测考核') as evidence,
        count(l.entry_id) as handed_in
    from grade g
    left join ledger l on l.region_code = g.region_code and l.kind = 'use_of_result' and l.in_year = g.school_year
    where g.has_last or not g.is_handed_in and exists (
        select 1 from group_stage t where t.group_code = g.group_code and t.stage in ('P', 'J')
            and make_date(g.school_year, 9, 1) between t.from_on and coalesce(t.last_on, date '9999-12-31'))
    group by all
)
select group_code, '' as school_code, school_year, '毕业班' as part, coalesce(len(evidence), 0) as value,
    case when evidence is not null then 'PASS'
        when handed_in = 0 or make_date(school_year + 1, 8, 31) > build.as_of then 'UNKNOWN'
        else 'FAIL' end as result,
    coalesce(evidence, []) as evidence
from found cross join build
