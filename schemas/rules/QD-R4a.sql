-- the founding of a group: an agreement, a number, and an approval by the lead's authority that came no later
with founded as (
    select s.region_code, s.group_code, s.school_year, g.founded_on, g.agreement_from, g.approval_no, g.evidence, (
            select min(u.run_by) from group_unit u where u.group_code = g.group_code and u.role = 'lead'
                and s.life_from between u.from_on and coalesce(u.last_on, date '9999-12-31')) as authority
    from subject s
    join education_group g on g.region_code = s.region_code and g.group_code = s.group_code
    where s.in_scope and year(s.life_from - interval 8 month) = s.school_year
), approved as (
    select f.group_code, count(l.group_code) as approvals,
        bool_or(l.held_on <= f.founded_on and l.authority_code = f.authority) as is_approved,
        bool_or(l.held_on is null or l.authority_code is null) filter (l.group_code is not null) as is_unclear,
        list(l.evidence order by l.held_on) filter (l.group_code is not null) as evidence
    from founded f
    left join ledger l on l.group_code = f.group_code and l.kind = 'approval'
    group by all
)
select f.group_code, '' as school_code, f.school_year, coalesce(f.founded_on::varchar, '') as part, null as value,
    case when f.founded_on is null or f.authority is null then 'UNKNOWN'
        when f.agreement_from is null or f.approval_no is null then 'FAIL'
        when a.is_approved then 'PASS'
        when a.is_unclear then 'UNKNOWN'
        when a.approvals = 0 and not exists (select 1 from ledger l where l.region_code = f.region_code and l.kind = 'approval'
            and l.in_year in (f.school_year - 1, f.school_year)) then 'UNKNOWN'
        else 'FAIL' end as result,
    list_prepend(f.evidence, coalesce(a.evidence, [])) as evidence
from founded f
join approved a on a.group_code = f.group_code
