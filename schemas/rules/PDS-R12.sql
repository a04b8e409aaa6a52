-- what an exchange earned: each entry of the first two kinds by the person's last appraisal before it; posts kept for those who move, of
-- the group or of the region, in a year in which anything of the three kinds was given; prizes of those who moved are shown beside them
with given as (
    select s.group_code, s.school_year, a.entry_id, a.person_key, a.evidence, a.item, a.value,
        coalesce(a.held_on, make_date(a.school_year + 1, 8, 31)) as day
    from subject s
    join ledger a on a.region_code = s.region_code and a.kind = 'award' and a.in_year = s.school_year and a.holds
        and (a.group_code = s.group_code or a.group_code is null and a.school_code is null and a.person_key is null
            or a.group_code is null and exists (select 1 from teacher_roll t where t.group_code = s.group_code
                and t.school_year = s.school_year
                and (t.school_code = a.school_code or a.school_code is null and t.teacher_key = a.person_key)))
    where s.in_scope
), appraised as (
    select g.group_code, g.school_year, g.entry_id, g.item, g.evidence,
        arg_max(e.appraisal, coalesce(e.ended_on, e.started_on)) as appraisal,
        arg_max(e.evidence, coalesce(e.ended_on, e.started_on)) as proof
    from given g
    left join teacher_exchange e on e.teacher_key = g.person_key and e.appraisal is not null and coalesce(e.ended_on, e.started_on) <= g.day
    where g.item in ('视同支教经历', '评优评先(倾斜)', '评优评先（倾斜）')
    group by all
), kept as (
    select s.region_code, s.group_code, s.school_year, coalesce(sum(coalesce(g.value, 1)) filter (g.item = '交流教师专用岗位'), 0) as posts,
        list(g.evidence order by g.day) filter (g.item = '交流教师专用岗位'
            or (g.item like '优质课%' or g.item like '课题%')
                and exists (select 1 from teacher_exchange e where e.teacher_key = g.person_key)) as evidence
    from subject s
    left join given g on g.group_code = s.group_code and g.school_year = s.school_year
    where s.in_scope
    group by all
)
select group_code, '' as school_code, school_year, entry_id as part, null as value,
    case when appraisal in ('优秀', '良好') or appraisal = '合格' and item = '视同支教经历' then 'PASS'
        when appraisal in ('合格', '基本合格', '不合格') then 'FAIL'
        else 'UNKNOWN' end as result,
    list_filter([evidence, json_object('appraisal', appraisal), proof], lambda e: e is not null) as evidence
from appraised
union all
select k.group_code, '', k.school_year, '交流教师专用岗位', k.posts,
    case when not exists (select 1 from ledger a where a.region_code = k.region_code and a.kind = 'award' and a.in_year = k.school_year
            and a.item in ('视同支教经历', '评优评先(倾斜)', '评优评先（倾斜）', '交流教师专用岗位')) then 'NA'
        when k.posts > 0 then 'PASS'
        when build.as_of < make_date(k.school_year + 1, 8, 31) then 'UNKNOWN'
        else 'FAIL' end,
    k.evidence
from kept k cross join build
