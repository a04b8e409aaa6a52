-- each junior school, and each primary school that is the central one of its township, outside the seat: lessons were brought there
-- since the centres exist. A school without township may be one of them; so may a primary school where no school at all has tags
with past as (
    select s.region_code, s.district_code, s.school_year, least(make_date(s.school_year + 1, 8, 31), build.as_of) as until,
        make_date(s.school_year + 1, 8, 31) <= build.as_of as is_over
    from subject s cross join build
    where s.in_scope
), brought as (
    select a.host_school_code, a.kind, a.held_on, a.evidence
    from group_activity a join education_group g on g.group_code = a.group_code and g.kind = 'research_centre'
), registered as (
    select p.school_year, p.is_over, p.until, u.school_code, u.evidence, u.stages, u.township,
        list_contains(string_split(u.tags, ';'), 'township_centre') as is_centre,
        bool_or(u.tags is not null) over (partition by p.school_year) as has_tags
    from past p
    join school u on u.region_code = p.region_code and p.until between u.from_on and coalesce(u.last_on, date '9999-12-31')
    where u.part_of is null and (u.opened_on is null or u.opened_on <= p.until) and (u.closed_on is null or u.closed_on > p.until)
        and (u.stages like '%J%' or u.stages like '%P%') and (u.township is null or not exists (
            select 1 from setting where name = 'seat' and value = u.township))
), looked_at as (
    select *, exists (
            select 1 from brought b where b.kind = '送课' and b.host_school_code = r.school_code and b.held_on <= r.until) as is_reached,
        exists (select 1 from brought b where b.held_on <= r.until) as is_handed_in
    from registered r
    where r.stages like '%J%' or coalesce(r.is_centre, false) or not r.has_tags
)
select '' as group_code, '' as school_code, school_year, school_code as part, null as value,
    case when is_reached then 'PASS'
        when not is_handed_in or township is null or not has_tags and stages not like '%J%' or not is_over then 'UNKNOWN'
        else 'FAIL' end as result,
    [evidence] as evidence
from looked_at
