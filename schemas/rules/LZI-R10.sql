-- a unit that left: an evaluation of it, or of its group, in the twelve months before the day
with gone as (
    select s.group_code, s.school_year, m.school_code, m.left_on, m.evidence
    from subject s
    join stay m on m.group_code = s.group_code and m.leaves and year(m.left_on - interval 8 month) = s.school_year
    where s.in_scope
), looked_at as (
    select g.group_code, g.school_code, g.left_on, list(e.evidence) as evidence
    from gone g
    join ledger e on e.kind = 'evaluation' and e.held_on between g.left_on - interval 12 month and g.left_on
        and (e.school_code = g.school_code or e.school_code is null and e.group_code = g.group_code)
    group by all
)
select g.group_code, '' as school_code, g.school_year, g.school_code || ' ' || g.left_on as part, null as value,
    case when l.evidence is not null then 'PASS'
        when exists (select 1 from ledger where kind = 'evaluation') then 'FAIL'
        else 'UNKNOWN' end as result,
    list_prepend(g.evidence, coalesce(l.evidence, [])) as evidence
from gone g
left join looked_at l on l.group_code = g.group_code and l.school_code = g.school_code and l.left_on = g.left_on
