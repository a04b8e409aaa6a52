-- pairs of units of a group between which backbone teachers began to move in both directions in the year
with moved as (
    select s.group_code, s.school_year, e.from_school_code, e.to_school_code, e.from_role, e.to_role, e.evidence
    from subject s
    join teacher_exchange e on e.group_code = s.group_code and e.in_year = s.school_year and e.talent_rank > 0
        and e.from_role is not null and e.to_role is not null
    where s.in_scope
), pair as (
    select there.group_code, there.school_year, there.from_school_code, there.to_school_code,
        bool_or(there.from_role <> there.to_role) as is_with_lead, list(distinct there.evidence) || list(distinct back.evidence) as evidence
    from moved there
    join moved back on back.group_code = there.group_code and back.school_year = there.school_year
        and back.from_school_code = there.to_school_code and back.to_school_code = there.from_school_code
    where there.from_school_code < there.to_school_code
    group by all
), counted as (
    select s.region_code, s.group_code, s.school_year, count(p.group_code) as pairs, count(*) filter (p.is_with_lead) as with_lead,
        flatten(list(p.evidence order by p.from_school_code) filter (p.group_code is not null)) as evidence
    from subject s
    left join pair p on p.group_code = s.group_code and p.school_year = s.school_year
    where s.in_scope and s.life_from <= make_date(s.school_year, 9, 1) and s.life_to >= make_date(s.school_year + 1, 8, 31)
    group by all
)
select c.group_code, '' as school_code, c.school_year,
    c.school_year || ' lead-member ' || c.with_lead || ', member-member ' || (c.pairs - c.with_lead) as part, c.pairs as value,
    case when c.pairs >= limits.at_least then 'PASS'
        when build.as_of < make_date(c.school_year + 1, 8, 31) then 'UNKNOWN'
        when not exists (select 1 from teacher_exchange e where e.group_code = c.group_code and e.in_year = c.school_year
            and e.talent_rank is not null) then 'UNKNOWN'
        else 'FAIL' end as result,
    c.evidence
from counted c cross join build cross join (from limits) limits
