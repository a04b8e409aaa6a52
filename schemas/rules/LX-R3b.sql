-- each appointment that holds in the school year and was not the first to its post: nobody who held the same post within the year before
-- it began
with later as (
    select s.group_code, s.school_year, p.body, p.post, p.started_on, p.person_key, p.evidence
    from subject s cross join build
    join group_post p on p.group_code = s.group_code and p.post in ('副校长', '主任', '副主任')
        and p.started_on <= least(make_date(s.school_year + 1, 8, 31), build.as_of)
        and coalesce(p.ended_on, date '9999-12-31') >= make_date(s.school_year, 9, 1)
    where s.in_scope
), compared as (
    select l.*, count(*) as before, list(p.evidence) filter (p.person_key = l.person_key
            and coalesce(p.ended_on, date '9999-12-31') > l.started_on - interval 1 year) as same
    from later l
    join group_post p on p.group_code = l.group_code and p.body is not distinct from l.body and p.post = l.post
        and p.started_on < l.started_on
    group by all
)
select group_code, '' as school_code, school_year, concat_ws(' ', body, post, started_on, person_key) as part, null as value,
    case when same is null then 'PASS' else 'FAIL' end as result, list_prepend(evidence, coalesce(same, [])) as evidence
from compared
