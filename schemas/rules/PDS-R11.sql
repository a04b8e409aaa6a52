-- each higher post that was given: three years in a village school before the day, and the last appraisal excellent; beside it those who
-- would be eligible
with award as (
    select s.group_code, s.school_year, a.entry_id, a.person_key, a.held_on, a.evidence
    from subject s
    join ledger a on a.region_code = s.region_code and a.kind = 'award' and a.item = '高聘一级' and a.in_year = s.school_year
        and (a.group_code = s.group_code or a.group_code is null and exists (select 1 from teacher_roll t
            where t.group_code = s.group_code and t.school_year = s.school_year
                and (t.school_code = a.school_code or a.school_code is null and t.teacher_key = a.person_key)))
    where s.in_scope
), appraised as (
    select teacher_key, coalesce(ended_on, started_on) as day, appraisal, evidence from teacher_exchange where appraisal is not null
), known as (
    select a.group_code, a.school_year, a.entry_id, a.held_on, a.evidence, (
            select arg_max(t.rural_since, t.school_year) from teacher_roll t
            where t.teacher_key = a.person_key and t.school_year <= a.school_year) as rural_since, (
            select arg_max(e.appraisal, e.day) from appraised e where e.teacher_key = a.person_key and e.day <= a.held_on) as appraisal, (
            select arg_max(e.evidence, e.day) from appraised e where e.teacher_key = a.person_key and e.day <= a.held_on) as proof
    from award a
), judged as (
    select group_code, school_year, entry_id as part, null as value,
        case when rural_since is null or appraisal is null or held_on is null then 'UNKNOWN'
            when rural_since <= held_on - interval 3 year and appraisal = '优秀' then 'PASS'
            else 'FAIL' end as result,
        list_filter([evidence, json_object('rural_since', rural_since, 'appraisal', appraisal), proof], lambda e: e is not null) as evidence
    from known
), eligible as (
    select s.group_code, s.school_year, list(t.evidence order by t.evidence) as evidence
    from subject s
    cross join build
    join teacher_roll t on t.group_code = s.group_code and t.school_year = s.school_year
        and t.rural_since <= least(make_date(s.school_year + 1, 8, 31), build.as_of) - interval 3 year
    where s.in_scope and '优秀' = (select arg_max(e.appraisal, e.day) from appraised e
        where e.teacher_key = t.teacher_key and e.day <= least(make_date(s.school_year + 1, 8, 31), build.as_of))
    group by all
)
select group_code, '' as school_code, school_year, part, value, result, evidence from judged
union all
select e.group_code, '', e.school_year, 'eligible', len(e.evidence), coalesce(max(j.result) filter (j.result = 'FAIL'),
    max(j.result) filter (j.result = 'UNKNOWN'), max(j.result), 'NA'), e.evidence
from eligible e
left join judged j on j.group_code = e.group_code and j.school_year = e.school_year
group by all
