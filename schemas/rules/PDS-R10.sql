-- each unit of a group has its plan of management in force on September 1; in the first year, 2024, by its end
with asked_of as (
    select s.region_code, s.group_code, s.school_year, u.school_code,
        case when s.school_year = 2024 then date '2025-08-31' else make_date(s.school_year, 9, 1) end as day
    from subject s
    join unit_year u on u.region_code = s.region_code and u.group_code = s.group_code and u.school_year = s.school_year
    where s.in_scope and day between u.life_from and u.life_to
), found as (
    select a.*, list(l.evidence order by l.from_on) filter (l.kind is not null) as evidence
    from asked_of a
    left join ledger l on l.kind = 'document' and l.item in ('集团校管理运行方案', '《集团校管理运行方案》', '一校一案') and l.holds
        and l.school_code = a.school_code and coalesce(l.group_code, a.group_code) = a.group_code
        and l.from_on <= a.day and coalesce(l.last_on, date '9999-12-31') >= a.day
    group by all
)
select f.group_code, '' as school_code, f.school_year, f.school_code as part, coalesce(len(f.evidence), 0) as value,
    case when len(f.evidence) > 0 then 'PASS'
        when build.as_of < f.day then 'UNKNOWN'
        when not exists (select 1 from ledger l where l.region_code = f.region_code and l.kind = 'document' and l.from_on <= f.day)
            then 'UNKNOWN'
        else 'FAIL' end as result,
    f.evidence
from found f cross join build
