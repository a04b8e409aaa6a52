-- each appointment that holds in the school year: it ends within a year; one without an end is too long when a year has passed
select s.group_code, '' as school_code, s.school_year, concat_ws(' ', p.body, p.post, p.started_on, p.person_key) as part,
    date_diff('day', p.started_on, p.ended_on) as value,
    case when p.ended_on <= p.started_on + interval 1 year then 'PASS'
        when p.ended_on is not null or build.as_of > p.started_on + interval 1 year then 'FAIL'
        else 'UNKNOWN' end as result,
    [p.evidence] as evidence
from subject s cross join build
join group_post p on p.group_code = s.group_code and p.post in ('副校长', '主任', '副主任')
    and p.started_on <= least(make_date(s.school_year + 1, 8, 31), build.as_of)
    and coalesce(p.ended_on, date '9999-12-31') >= make_date(s.school_year, 9, 1)
where s.in_scope
union all
select s.group_code, '', s.school_year, concat_ws(' ', p.body, p.post, p.person_key), null, 'UNKNOWN', [p.evidence]
from subject s
join group_post p on p.group_code = s.group_code and p.post in ('副校长', '主任', '副主任') and p.started_on is null
    and coalesce(p.ended_on, date '9999-12-31') >= make_date(s.school_year, 9, 1)
where s.in_scope
union all
select s.group_code, '', s.school_year, '', null, 'UNKNOWN', []
from subject s
where s.in_scope and not exists (select 1 from group_post p where p.group_code = s.group_code)
