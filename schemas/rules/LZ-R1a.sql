-- an agreement holds on September 1 and lasts three years, give or take a day; one that ran out before fails, one that begins later says
-- nothing of the day. The register knows the last agreement of a group, the ledger those before it
with agreement as (
    select group_code, agreement_from as from_on, agreement_to as to_on, evidence from education_group
    union all
    select group_code, held_on, until, evidence from ledger where kind = 'agreement' and item = '发展协议书'
), asked_on as (
    select s.group_code, s.school_year, make_date(s.school_year, 9, 1) as day
    from subject s
    where s.in_scope and make_date(s.school_year, 9, 1) between s.life_from and s.life_to
), held as (
    select d.group_code, d.school_year, d.day, a.evidence, d.day between a.from_on and a.to_on as is_in_force, a.to_on < d.day as is_past,
        abs(date_diff('day', (a.from_on + interval 3 year - interval 1 day)::date, a.to_on)) <= 1 as is_long
    from asked_on d
    left join agreement a on a.group_code = d.group_code and a.from_on is not null and a.to_on is not null
)
select group_code, '' as school_code, school_year, day as part, null as value,
    case when bool_or(is_in_force and is_long) then 'PASS'
        when bool_or(is_in_force or is_past) then 'FAIL'
        else 'UNKNOWN' end as result,
    coalesce(list(evidence) filter (evidence is not null), []) as evidence
from held
group by all
