-- each appointment that holds in the school year: the person's post on the roll of that unit, and of a consortium who named the person
-- and that the bureau has it on file. A post on the roll is empty for who has none, and missing where nobody of the unit has any
with appointed as (
    select s.group_code, s.school_year, g.kind, p.post, p.body, p.person_key, p.school_code, p.started_on, p.nominated_by, p.filed_on,
        p.evidence,
        exists (select 1 from group_membership m where m.group_code = p.group_code and m.school_code = p.school_code
            and (m.role = 'member' or g.kind = 'education_group' or p.post = '副主任')
            and p.started_on between m.from_on and coalesce(m.last_on, date '9999-12-31')) as is_of_group,
        (select list(t.post) from teacher_roll t where t.teacher_key = p.person_key and t.school_code = p.school_code
            and t.school_year between p.in_year and p.in_year + 1) as posts,
        exists (select 1 from teacher_roll t where t.teacher_key = p.person_key and t.school_code = p.school_code
            and t.school_year between p.in_year and p.in_year + 1) and exists (
            select 1 from teacher_roll t where t.school_code = p.school_code and t.post is not null
            and t.school_year between p.in_year and p.in_year + 1) as is_on_roll
    from subject s cross join build
    join education_group g on g.group_code = s.group_code
    join group_post p on p.group_code = s.group_code
        and p.started_on <= least(make_date(s.school_year + 1, 8, 31), build.as_of)
        and coalesce(p.ended_on, date '9999-12-31') >= make_date(s.school_year, 9, 1)
    where s.in_scope and (g.kind = 'consortium' and p.post in ('副校长', '主任', '副主任')
        or g.kind = 'education_group' and p.post in ('总校长', '副校长'))
), judged as (
    select *, kind = 'education_group' and post = '总校长' and school_code is null as is_of_bureau,
        list_has_any(coalesce(posts, []), case when post = '副主任' then ['副校长', '中层'] else ['校长'] end) as has_post
    from appointed
)
select group_code, '' as school_code, school_year, concat_ws(' ', body, post, started_on, person_key) as part, null as value,
    case when is_of_bureau then 'PASS'
        when kind = 'consortium' and (filed_on is null or nominated_by <> '总校长') then 'FAIL'
        when school_code is not null and not is_of_group then 'FAIL'
        when school_code is null or not is_on_roll then 'UNKNOWN'
        when not has_post then 'FAIL'
        when kind = 'consortium' and nominated_by is null then 'UNKNOWN'
        else 'PASS' end as result,
    [evidence] as evidence
from judged
union all
select s.group_code, '', s.school_year, '', null, 'UNKNOWN', []
from subject s
where s.in_scope and not exists (select 1 from group_post p where p.group_code = s.group_code)
