-- a unit that left, but was not closed or merged, from a group that stayed: a proposal, then an approval, then the day, and a number
with gone as (
    select s.region_code, s.group_code, s.school_year, m.school_code, m.left_on, m.left_approval_no, m.evidence
    from subject s
    join exit m on m.region_code = s.region_code and m.group_code = s.group_code and year(m.left_on - interval 8 month) = s.school_year
    where s.in_scope
), agreed as (
    select g.group_code, g.school_code, g.left_on, list_distinct(flatten(list([p.evidence, a.evidence]))) as evidence
    from gone g
    join ledger p on p.group_code = g.group_code and p.school_code = g.school_code and p.kind = 'proposal' and p.held_on <= g.left_on
    join ledger a on a.group_code = g.group_code and a.school_code = g.school_code and a.kind = 'approval'
        and a.held_on between p.held_on and g.left_on
    group by all
)
select g.group_code, '' as school_code, g.school_year, g.school_code || ' ' || g.left_on as part, null as value,
    case when g.left_approval_no is null then 'FAIL'
        when a.group_code is not null then 'PASS'
        when (select count(distinct l.kind) from ledger l where l.region_code = g.region_code
            and l.in_year in (g.school_year - 1, g.school_year) and l.kind in ('proposal', 'approval')) < 2 then 'UNKNOWN'
        else 'FAIL' end as result,
    list_prepend(g.evidence, coalesce(a.evidence, [])) as evidence
from gone g
left join agreed a on a.group_code = g.group_code and a.school_code = g.school_code and a.left_on = g.left_on
