-- the heads of a group's units on September 1: those of the group's posts, else those that the roll of teachers calls 校长
with head as (
    select s.group_code, s.school_year, p.person_key, p.evidence, 1 as precedence
    from subject s
    join group_post p on p.group_code = s.group_code and p.post = '校长'
        and make_date(s.school_year, 9, 1) between p.from_on and coalesce(p.last_on, date '9999-12-31')
    where s.in_scope
    union all
    select s.group_code, s.school_year, t.teacher_key, t.evidence, 2
    from subject s
    join teacher_roll t on t.group_code = s.group_code and t.school_year = s.school_year and t.post = '校长'
    where s.in_scope
), heads as (
    select group_code, school_year, count(distinct person_key) as persons, list(evidence order by evidence) as evidence
    from (select * from head qualify precedence = min(precedence) over (partition by group_code, school_year))
    group by all
)
select s.group_code, '' as school_code, s.school_year, '校长' as part, h.persons as value,
    case when h.persons is null then 'UNKNOWN' when h.persons = 1 then 'PASS' else 'FAIL' end as result, h.evidence
from subject s
left join heads h on h.group_code = s.group_code and h.school_year = s.school_year
where s.in_scope and make_date(s.school_year, 9, 1) between s.life_from and s.life_to
