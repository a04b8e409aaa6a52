-- growth of the intake of all leads of the region together, on the year before: the units that are lead on September 1, in both years
with unit as (
    select distinct s.school_year, m.school_code
    from subject s
    join group_membership m on m.region_code = s.region_code and m.role = 'lead' and m.kind in ('education_group', 'community')
        and make_date(s.school_year, 9, 1) between m.from_on and coalesce(m.last_on, date '9999-12-31')
    where s.in_scope
), taken as (
    select distinct u.school_year, u.school_code, e.stage, e.grade, e.school_year as taken_in, e.intake, e.evidence
    from unit u
    join enrollment e on e.school_code = u.school_code and e.school_year in (u.school_year - 1, u.school_year) and e.intake is not null
), stage as (
    select school_year, school_code, stage, sum(intake) filter (taken_in = school_year) as now,
        sum(intake) filter (taken_in < school_year) as before, list(evidence order by evidence) as evidence
    from taken group by all
), pooled as (
    select u.school_year, sum(t.now) as now, sum(t.before) as before, bool_or(t.now is null or t.before is null) as is_unknown,
        flatten(list(t.evidence order by u.school_code) filter (t.evidence is not null)) as evidence
    from unit u left join stage t on t.school_year = u.school_year and t.school_code = u.school_code
    group by all
)
select '' as group_code, '' as school_code, school_year, school_year::varchar as part,
    case when not is_unknown then now / nullif(before, 0) - 1 end as value,
    case when is_unknown or before = 0 then 'UNKNOWN'
        when (now - before)::bigint between limits.at_least * before::bigint and limits.at_most * before::bigint then 'PASS'
        else 'FAIL' end as result,
    evidence
from pooled cross join (from limits) limits
