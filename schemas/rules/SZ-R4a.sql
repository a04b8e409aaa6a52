-- each new school that joined in the year: leaders and teachers whom the lead posted there in that year
with joined as (
    select s.region_code, s.group_code, s.school_year, m.school_code, m.joined_on
    from subject s
    join stay m on m.region_code = s.region_code and m.group_code = s.group_code and m.role = 'member' and m.member_kind = 'new'
        and m.enters and m.joined_on >= date '2013-04-01' and year(m.joined_on - interval 8 month) = s.school_year
    where s.in_scope
), posted as (
    select j.*, w.who, list(e.evidence order by e.started_on) filter (e.teacher_key is not null) as evidence
    from joined j
    cross join (values ('干部', true), ('教师', false)) as w(who, is_leader)
    left join teacher_exchange e on e.group_code = j.group_code and e.kind = '派驻' and e.from_role = 'lead'
        and e.to_school_code = j.school_code and e.in_year = j.school_year and (e.post is not null or e.roll_post is not null) = w.is_leader
    group by all
)
select p.group_code, '' as school_code, p.school_year, p.school_code || ' ' || p.who as part, coalesce(len(p.evidence), 0) as value,
    case when len(p.evidence) > 0 then 'PASS'
        when build.as_of < make_date(p.school_year + 1, 8, 31) then 'UNKNOWN'
        when not exists (select 1 from teacher_exchange e where e.region_code = p.region_code and e.in_year = p.school_year) then 'UNKNOWN'
        else 'FAIL' end as result,
    p.evidence
from posted p cross join build
