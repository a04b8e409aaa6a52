-- each subject base at a school with primary or junior grades, and each calendar year after its first: the money that it was given
with base as (
    select s.region_code, s.school_year, l.school_code, l.evidence, min(u.stages) as stages
    from subject s
    join ledger l on l.region_code = s.region_code and l.kind = 'body' and l.item = '学科基地' and l.school_code is not null and l.holds
        and year(l.from_on) < s.school_year and coalesce(l.last_on, date '9999-12-31') >= make_date(s.school_year, 12, 31)
    left join school u on u.region_code = l.region_code and u.school_code = l.school_code
        and make_date(s.school_year, 9, 1) between u.from_on and coalesce(u.last_on, date '9999-12-31')
    where s.in_scope
    group by all
), given as (
    select b.school_year, b.school_code, b.stages, b.evidence, f.entry_id, f.evidence as entry,
        f.item = '学科基地' and f.school_code = b.school_code as is_it,
        case f.unit when '万元' then f.value when '元' then f.value / 10000 end as amount
    from base b
    left join ledger f on f.region_code = b.region_code and f.kind = 'funding' and year(f.held_on) = b.school_year
), paid as (
    select school_year, school_code, stages, evidence, sum(amount) filter (is_it) as total, count(entry_id) as handed_in,
        coalesce(bool_or(amount is null) filter (is_it), false) as is_unread, list(entry order by entry) filter (is_it) as money
    from given group by all
)
select '' as group_code, '' as school_code, school_year, school_year || '-01 ' || school_code as part, coalesce(total, 0) as value,
    case when handed_in = 0 or is_unread or stages is null then 'UNKNOWN'
        when total > 2.00005 then 'FAIL'
        when make_date(school_year, 12, 31) > build.as_of then 'UNKNOWN'
        when abs(coalesce(total, 0) - 2) < 0.00005 then 'PASS'
        else 'FAIL' end as result,
    list_prepend(evidence, coalesce(money, [])) as evidence
from paid cross join build
where stages is null or stages like '%P%' or stages like '%J%'
union all
select '', '', s.school_year, '', null, 'UNKNOWN', []
from subject s
where s.in_scope and not exists (select 1 from ledger l where l.region_code = s.region_code and l.kind = 'body' and l.item = '学科基地')
