-- members that joined in the school year for each member on September 1, of groups a year old on that day
with counted as (
    select s.group_code, s.school_year,
        count(m.school_code) filter (make_date(s.school_year, 9, 1)
            between m.from_on and coalesce(m.last_on, date '9999-12-31')) as members,
        count(m.school_code) filter (m.enters and m.in_year = s.school_year) as joined,
        list(m.evidence order by m.joined_on) filter (m.enters and m.in_year = s.school_year) as evidence
    from subject s
    left join group_membership m on m.region_code = s.region_code and m.group_code = s.group_code and m.role = 'member'
    where s.in_scope and s.life_from + interval 1 year <= make_date(s.school_year, 9, 1) and s.life_to >= make_date(s.school_year, 9, 1)
    group by all
)
select group_code, '' as school_code, school_year, school_year::varchar as part, joined / nullif(members, 0) as value,
    case when members = 0 then case when joined = 0 then 'NA' else 'UNKNOWN' end
        when 2 * joined > members then 'FAIL'
        when build.as_of < make_date(school_year + 1, 8, 31) then 'UNKNOWN'
        else 'PASS' end as result,
    evidence
from counted cross join build
