-- each of the four tasks that a centre has: an activity of it in the school year
with task (task, kinds, is_of_subject, is_of_junior) as (
    values ('中考命题', ['命题研究'], true, true),
        ('课堂高效', ['同课异构', '同科同构', '异课同构'], true, false),
        ('教师培训', ['主题教研', '跟踪教研', '沙龙研讨', '论坛', '讲座', '培训'], false, false),
        ('对口帮扶', ['送课', '订单式教研'], false, false)
), set_task as (
    select s.region_code, s.group_code, s.school_year, t.task, t.kinds, t.is_of_junior and g.stages is null as is_unsure,
        make_date(s.school_year + 1, 8, 31) <= build.as_of as is_over
    from subject s cross join build
    join education_group g on g.group_code = s.group_code
    cross join task t
    where s.in_scope and s.life_from <= make_date(s.school_year, 9, 1) and s.life_to >= make_date(s.school_year + 1, 8, 31)
        and (g.form = '学科' or not t.is_of_subject) and (coalesce(g.stages, 'J') like '%J%' or not t.is_of_junior)
), done as (
    select s.group_code, s.school_year, s.task, s.is_unsure, s.is_over, count(a.region_code) as times,
        coalesce(list_slice(list(a.evidence order by a.held_on, a.evidence) filter (a.region_code is not null), 1, 5), []) as evidence,
        exists (select 1 from group_activity h where h.region_code = s.region_code and h.in_year = s.school_year) as is_handed_in
    from set_task s
    left join group_activity a on a.group_code = s.group_code and a.in_year = s.school_year and list_contains(s.kinds, a.kind)
    group by all
)
select group_code, '' as school_code, school_year, task as part, times as value,
    case when times > 0 then 'PASS'
        when not is_handed_in or is_unsure or not is_over then 'UNKNOWN'
        else 'FAIL' end as result,
    evidence
from done
