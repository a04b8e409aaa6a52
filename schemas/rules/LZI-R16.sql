-- money that a group was given: an agreement and an evaluation of the group, or of a unit of it, came before
select f.group_code, '' as school_code, s.school_year, f.entry_id as part, null as value,
    case when exists (select 1 from ledger a where a.group_code = f.group_code and a.kind = 'agreement' and a.held_on <= f.held_on)
            and exists (select 1 from ledger e where e.group_code = f.group_code and e.kind = 'evaluation' and e.held_on <= f.held_on)
        then 'PASS' else 'FAIL' end as result,
    [f.evidence] as evidence
from subject s
join ledger f on f.group_code = s.group_code and f.kind = 'funding' and f.in_year = s.school_year and f.held_on is not null
where s.in_scope
