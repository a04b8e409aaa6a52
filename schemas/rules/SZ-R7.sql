-- the special fund of a calendar year in ten thousand yuan, between the first and the last year in which there is any
with funded as (
    select l.region_code, year(coalesce(l.held_on, l.from_on)) as of_year, l.evidence,
        case l.unit when '元' then l.value / 10000 when '万元' then l.value end as amount
    from ledger l
    where l.kind = 'funding' and l.item = '集团化办学专项' and l.holds
), span as (
    select region_code, min(of_year) as first_year, max(of_year) as last_year from funded group by region_code
)
select '' as group_code, '' as school_code, s.school_year, s.school_year::varchar as part, coalesce(sum(f.amount), 0) as value,
    case when s.school_year not between p.first_year and p.last_year or p.first_year is null then 'UNKNOWN'
        when coalesce(bool_or(f.amount is null) filter (f.of_year is not null), false) then 'UNKNOWN'
        when coalesce(sum(f.amount), 0) >= limits.at_least then 'PASS'
        when build.as_of < make_date(s.school_year, 12, 31) then 'UNKNOWN'
        else 'FAIL' end as result,
    list(f.evidence) filter (f.of_year is not null) as evidence
from subject s
cross join build
cross join (from limits) limits
left join span p on p.region_code = s.region_code
left join funded f on f.region_code = s.region_code and f.of_year = s.school_year
where s.in_scope
group by s.school_year, p.first_year, p.last_year, build.as_of, limits.at_least
