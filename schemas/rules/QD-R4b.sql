-- an admission: of the unit into the group an evaluation, then a proposal, then an approval by the lead's authority, then the joining
with joined as (
    select s.region_code, s.group_code, s.school_year, m.school_code, m.joined_on, m.joined_approval_no, m.evidence, (
            select min(u.run_by) from group_unit u where u.group_code = m.group_code and u.role = 'lead'
                and m.joined_on between u.from_on and coalesce(u.last_on, date '9999-12-31')) as authority
    from subject s
    join stay m on m.region_code = s.region_code and m.group_code = s.group_code and m.role = 'member'
        and m.joined_on > m.founded_on and m.enters and year(m.joined_on - interval 8 month) = s.school_year
    where s.in_scope
), step as (
    select j.group_code, j.school_code, j.joined_on, l.kind, l.held_on, l.document_no, l.authority_code, l.evidence
    from joined j
    join ledger l on l.group_code = j.group_code and l.school_code = j.school_code and l.kind in ('evaluation', 'proposal', 'approval')
        and l.held_on <= j.joined_on
), chain as (
    select e.group_code, e.school_code, e.joined_on, list_distinct(flatten(list([e.evidence, p.evidence, a.evidence]))) as evidence
    from joined j
    join step e on e.group_code = j.group_code and e.school_code = j.school_code and e.joined_on = j.joined_on and e.kind = 'evaluation'
    join step p on p.group_code = j.group_code and p.school_code = j.school_code and p.joined_on = j.joined_on and p.kind = 'proposal'
        and p.held_on >= e.held_on
    join step a on a.group_code = j.group_code and a.school_code = j.school_code and a.joined_on = j.joined_on and a.kind = 'approval'
        and a.held_on >= p.held_on and a.authority_code = j.authority and a.document_no = j.joined_approval_no
    group by all
)
select j.group_code, '' as school_code, j.school_year, j.school_code || ' ' || j.joined_on as part, null as value,
    case when c.group_code is not null then 'PASS'
        when j.authority is null or 3 > (select count(distinct l.kind) from ledger l where l.region_code = j.region_code
            and l.in_year in (j.school_year - 1, j.school_year) and l.kind in ('evaluation', 'proposal', 'approval')) then 'UNKNOWN'
        else 'FAIL' end as result,
    list_prepend(j.evidence, coalesce(c.evidence, (select list(t.evidence order by t.held_on) from step t
        where t.group_code = j.group_code and t.school_code = j.school_code and t.joined_on = j.joined_on), [])) as evidence
from joined j
left join chain c on c.group_code = j.group_code and c.school_code = j.school_code and c.joined_on = j.joined_on
