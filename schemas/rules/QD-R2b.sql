-- no two units of a group are one legal person on September 1
with unit as (
    select s.group_code, s.school_year, u.school_code, u.legal_entity_code, u.evidence
    from subject s
    join group_unit u on u.region_code = s.region_code and u.group_code = s.group_code
        and make_date(s.school_year, 9, 1) between u.from_on and coalesce(u.last_on, date '9999-12-31')
    where s.in_scope
)
select group_code, '' as school_code, school_year, school_year::varchar as part, count(distinct legal_entity_code) / count(*) as value,
    case when count(distinct legal_entity_code) < count(legal_entity_code) then 'FAIL'
        when count(legal_entity_code) < count(*) then 'UNKNOWN'
        else 'PASS' end as result,
    list(evidence order by school_code) as evidence
from unit
group by all
