-- each award for a project: money for the same group in the year from that day on
with award as (
    select s.group_code, s.school_year, l.entry_id, l.held_on, l.evidence
    from subject s
    join ledger l on l.group_code = s.group_code and l.kind = 'award' and l.item = '优质项目奖' and l.in_year = s.school_year
        and l.held_on is not null
    where s.in_scope
), paid as (
    select a.group_code, a.school_year, a.entry_id, a.held_on, a.evidence, list(f.evidence) filter (f.entry_id is not null) as money
    from award a
    left join ledger f on f.group_code = a.group_code and f.kind = 'funding' and f.held_on between a.held_on and a.held_on + interval 1 year
    group by all
)
-- the number of an entry is the bureau's own text: it stays in the house
select group_code, '' as school_code, school_year,
    held_on || ' ' || row_number() over (partition by group_code, held_on order by entry_id) as part, null as value,
    case when money is not null then 'PASS'
        when build.as_of > held_on + interval 1 year and exists (select 1 from ledger where kind = 'funding') then 'FAIL'
        else 'UNKNOWN' end as result,
    list_prepend(evidence, coalesce(money, [])) as evidence
from paid cross join build
