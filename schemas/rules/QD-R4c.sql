-- on the day of a group's first admission: rules of the evaluation of new members, and a body for it
with first as (
    select s.region_code, s.group_code, s.school_year, m.day
    from subject s
    join (select group_code, min(joined_on) as day from stay
        where role = 'member' and joined_on > founded_on and enters group by group_code) m
        on m.group_code = s.group_code and year(m.day - interval 8 month) = s.school_year
    where s.in_scope
), asked_of as (
    select f.*, w.kind, w.item
    from first f cross join (values ('document', '纳新评估制度'), ('body', '评估机构')) as w(kind, item)
)
select a.group_code, '' as school_code, a.school_year, a.item || ' ' || a.day as part, count(l.kind) as value,
    case when count(l.kind) > 0 then 'PASS'
        when exists (select 1 from ledger h where h.region_code = a.region_code and h.kind = a.kind and h.from_on <= a.day) then 'FAIL'
        else 'UNKNOWN' end as result,
    list(l.evidence) filter (l.kind is not null) as evidence
from asked_of a
left join ledger l on l.group_code = a.group_code and l.kind = a.kind and l.item = a.item and l.holds
    and a.day between l.from_on and coalesce(l.last_on, date '9999-12-31')
group by a.region_code, a.group_code, a.school_year, a.day, a.kind, a.item
