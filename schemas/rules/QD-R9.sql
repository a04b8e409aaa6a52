-- TCH-10 of each group: how far posts, recruits and senior posts are tilted to the lead; the same ratio of managers is shown beside it
with pupils as (
    select s.group_code, s.school_year, sum(r.students) filter (r.role = 'lead') / nullif(sum(r.students), 0) as of_lead
    from subject s
    join school_resource r on r.group_code = s.group_code and r.school_year = s.school_year
    where s.in_scope group by all
), managers as (
    select s.group_code, s.school_year, count(distinct t.teacher_key) filter (t.role = 'lead') / count(distinct t.teacher_key) as of_lead
    from subject s
    join teacher_roll t on t.group_code = s.group_code and t.school_year = s.school_year and t.post is not null
    where s.in_scope group by all
)
select s.group_code, '' as school_code, s.school_year, w.measure as part, v.value,
    case when v.value is null then 'UNKNOWN' when v.value > 1 then 'PASS' else 'FAIL' end as result, [] as evidence
from subject s
cross join (values ('posts_quota'), ('recruits'), ('senior_posts')) as w(measure)
left join metric_value v on v.metric_id = 'TCH-10' and v.measure = w.measure and v.group_code = s.group_code
    and v.school_year = s.school_year and coalesce(v.school_code, '') = '' and coalesce(v.stage, '') = ''
where s.in_scope and make_date(s.school_year, 9, 1) between s.life_from and s.life_to
union all
select p.group_code, '', p.school_year, 'managers', m.of_lead / nullif(p.of_lead, 0), 'PASS', []
from pupils p
join managers m on m.group_code = p.group_code and m.school_year = p.school_year
