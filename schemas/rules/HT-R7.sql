-- each subject base at a school with primary or junior grades, and each calendar year after its first: the money that it was given
with base as (
    select s.region_code, s.school_year, l.school_code, l.evidence, any_value(u.stages) as stages
    from subject s
    join ledger l on l.region_code = s.region_code and l.kind = 'body' and l.item = '学科基地' and l.school_code is not null and l.holds
        and year(l.from_on) < s.school_year and coalesce(l.last_on, date '9999-12-31') >= make_date(s.school_year, 12, 31)
    left join school u on u.region_code = l.region_code and u.school_code = l.school_code
        and make_date(s.school_year, 9, 1) between u.from_on and coalesce(u.last_on, date '9999-12-31')
    where s.in_scope
    group by all
), paid as (
    select b.school_year, b.school_code, b.stages, b.evidence, count(f.entry_id) filter (f.item = '学科基地' and f.school_code = b.school_code) as times,
        sum(case f.unit when '万元' then f.value when '元' then f.value / 10000 end) filter (f.item = '学科基地' and f.school_code = b.school_code) as total,
        count(*) filter (f.item = '学科基地' and f.school_code = b.school_code and (f.value is null or f.unit is null or f.unit not in ('万元', '元'))) as unread,
        list(f.evidence order by f.evidence) filter (f.item = '学科基地' and f.school_code = b.school_code) as money, count(f.entry_id) as handed_in
    from base b
    left join ledger f on f.region_code = b.region_code and f.kind = 'funding' and year(f.held_on) = b.school_year
    group by all
)
select '' as group_code, '' as school_code, school_year, school_year || '-01 ' || school_code as part, coalesce(total, 0) as value,
    case when handed_in = 0 or unread > 0 or stages is null then 'UNKNOWN'
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
