-- of the members of groups that the city's own schools lead, the share in another district than the lead; of each district with village or
-- small rural schools, how many of these are members; September 1. The coverage of village schools as ENR-11 has it is shown beside it
with member as (
    select distinct s.region_code, s.school_year, m.group_code, m.school_code, m.lies_in, m.setting_code, m.tags, m.evidence,
        l.run_by as led_by, l.lies_in as lead_lies_in
    from subject s
    join group_unit m on m.region_code = s.region_code and m.role = 'member' and m.kind = 'education_group'
        and make_date(s.school_year, 9, 1) between m.from_on and coalesce(m.last_on, date '9999-12-31')
    left join group_unit l on l.region_code = m.region_code and l.group_code = m.group_code and l.role = 'lead'
        and make_date(s.school_year, 9, 1) between l.from_on and coalesce(l.last_on, date '9999-12-31')
    where s.in_scope
), village as (
    select distinct s.region_code, s.school_year, c.lies_in, c.school_code
    from subject s
    join school c on c.region_code = s.region_code and (c.setting_code like '2%' or list_contains(string_split(c.tags, ';'), 'small_rural'))
        and make_date(s.school_year, 9, 1) between c.from_on and coalesce(c.last_on, date '9999-12-31')
        and coalesce(c.opened_on <= make_date(s.school_year, 9, 1), true) and coalesce(c.closed_on > make_date(s.school_year, 9, 1), true)
    where s.in_scope
)
select '' as group_code, '' as school_code, school_year, 'other district' as part,
    count(*) filter (lies_in <> lead_lies_in) / count(*) as value,
    case when bool_or(lies_in <> lead_lies_in) then 'PASS'
        when bool_or(lies_in is null or lead_lies_in is null) then 'UNKNOWN' else 'FAIL' end as result,
    list(evidence order by group_code, school_code) filter (lies_in <> lead_lies_in) as evidence
from member
where led_by = region_code
group by school_year
union all
select '', '', v.school_year, v.lies_in, count(distinct m.school_code), case when count(m.school_code) > 0 then 'PASS' else 'FAIL' end,
    list_slice(list(m.evidence order by m.school_code) filter (m.school_code is not null), 1, 5)
from village v
left join member m on m.school_year = v.school_year and m.school_code = v.school_code
group by v.school_year, v.lies_in
union all
select '', '', s.school_year, 'ENR-11 rural', v.value, 'PASS', []
from subject s
join metric_value v on v.metric_id = 'ENR-11' and v.measure = 'schools' and v.variant = 'education_group/rural'
    and v.district_code = s.region_code and v.school_year = s.school_year and coalesce(v.stage, '') = '' and v.value is not null
where s.in_scope and exists (select 1 from village c where c.school_year = s.school_year)
