-- how far posts (TCH-10) and managers are tilted to the lead: its share of them over its share of the pupils
with pupils as (
    select s.group_code, s.school_year, sum(r.students) filter (r.role = 'lead') / nullif(sum(r.students), 0) as of_lead,
        bool_or(r.students is null) as is_unknown
    from subject s
    join school_resource r on r.group_code = s.group_code and r.school_year = s.school_year
    where s.in_scope group by all
), managers as (
    select s.group_code, s.school_year, count(distinct t.teacher_key) filter (t.role = 'lead') / count(distinct t.teacher_key) as of_lead
    from subject s
    join teacher_roll t on t.group_code = s.group_code and t.school_year = s.school_year and t.post is not null
    where s.in_scope group by all
), tilt as (
    select s.group_code, s.school_year, 'posts_quota' as part, v.value
    from subject s
    left join metric_value v on v.metric_id = 'TCH-10' and v.measure = 'posts_quota' and v.group_code = s.group_code
        and v.school_year = s.school_year and coalesce(v.school_code, '') = '' and coalesce(v.stage, '') = ''
    where s.in_scope and make_date(s.school_year, 9, 1) between s.life_from and s.life_to
    union all
    select s.group_code, s.school_year, 'managers', case when not p.is_unknown then m.of_lead / nullif(p.of_lead, 0) end
    from subject s
    left join pupils p on p.group_code = s.group_code and p.school_year = s.school_year
    left join managers m on m.group_code = s.group_code and m.school_year = s.school_year
    where s.in_scope and make_date(s.school_year, 9, 1) between s.life_from and s.life_to
)
select group_code, '' as school_code, school_year, part, value,
    case when value is null then 'UNKNOWN' when value > limits.above then 'PASS' else 'FAIL' end as result, [] as evidence
from tilt cross join (from limits) limits
