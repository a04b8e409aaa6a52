-- the document by which money is allotted to a group, or to a unit of it: the last one before the group, or the unit's joining, and the
-- one that held afterwards have the same number
with entry as (
    select s.group_code, s.school_year, coalesce(l.school_code, '') as thing, l.held_on, l.until, l.document_no, l.evidence,
        case when l.school_code is null then s.life_from else (
            select min(m.joined_on) from stay m where m.group_code = s.group_code and m.school_code = l.school_code and m.enters) end as day
    from subject s
    join ledger l on l.kind = 'document' and l.item = '拨款机制' and l.held_on is not null and (l.group_code = s.group_code
        or l.group_code is null and l.school_code in (select m.school_code from group_membership m where m.group_code = s.group_code))
    where s.in_scope
), pair as (
    select group_code, school_year, thing, arg_max(document_no, held_on) filter (held_on < day) as before,
        coalesce(arg_min(document_no, held_on) filter (held_on >= day),
            arg_max(document_no, held_on) filter (held_on < day and coalesce(until, date '9999-12-31') >= day)) as after,
        list(evidence order by held_on) as evidence
    from entry group by all
)
select s.group_code, '' as school_code, s.school_year, coalesce(p.thing, '') as part, null as value,
    case when p.before is null or p.after is null then 'UNKNOWN' when p.before = p.after then 'PASS' else 'FAIL' end as result,
    coalesce(p.evidence, []) as evidence
from subject s
left join pair p on p.group_code = s.group_code and p.school_year = s.school_year
where s.in_scope
