-- money that a group was given: an agreement and an evaluation of the group, or of a unit of it, came before; agreements stand in the
-- ledger, and the last of a group in the register. Where nobody has handed in any, nobody knows
with money as (
    select s.region_code, s.group_code, s.school_year, f.entry_id, f.held_on, f.evidence
    from subject s
    join ledger f on f.group_code = s.group_code and f.kind = 'funding' and f.in_year = s.school_year and f.held_on is not null
    where s.in_scope
), agreement as (
    select region_code, group_code, held_on as day, evidence from ledger where kind = 'agreement' and held_on is not null
    union all
    select region_code, group_code, agreement_from, evidence from education_group where agreement_from is not null
), evaluation as (
    select e.region_code, coalesce(e.group_code, m.group_code) as group_code, e.held_on as day, e.evidence
    from ledger e
    left join (select distinct group_code, school_code from group_membership) m on e.group_code is null and m.school_code = e.school_code
    where e.kind = 'evaluation' and e.held_on is not null
), proof as (
    select m.*,
        (select arg_max(a.evidence, a.day) from agreement a where a.group_code = m.group_code and a.day <= m.held_on) as agreed,
        (select arg_max(e.evidence, e.day) from evaluation e where e.group_code = m.group_code and e.day <= m.held_on) as evaluated,
        exists (select 1 from agreement a where a.region_code = m.region_code) as has_agreements,
        exists (select 1 from evaluation e where e.region_code = m.region_code) as has_evaluations
    from money m
)
-- the number of an entry is the bureau's own text: it stays in the house
select group_code, '' as school_code, school_year,
    held_on || ' ' || row_number() over (partition by group_code, held_on order by entry_id) as part, null as value,
    case when agreed is not null and evaluated is not null then 'PASS'
        when agreed is null and has_agreements or evaluated is null and has_evaluations then 'FAIL'
        else 'UNKNOWN' end as result,
    list_filter([evidence, agreed, evaluated], lambda row: row is not null) as evidence
from proof
