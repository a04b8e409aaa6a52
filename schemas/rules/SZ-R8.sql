-- a pair, in its last school year before April 2013: it began in 2009 or later, and ended before April 2013 or its units are in one group
with pair as (
    select s.region_code, s.group_code, s.school_year, g.founded_on, coalesce(g.dissolved_on, m.left_on) as ended_on, g.evidence,
        (select count(distinct o.group_code) from group_membership a
            join group_membership o on o.school_code = a.school_code and o.kind = 'education_group'
            join group_membership b on b.group_code = a.group_code and b.school_code <> a.school_code
            join group_membership q on q.school_code = b.school_code and q.group_code = o.group_code
            where a.group_code = s.group_code) > 0 as is_in_group
    from subject s
    join education_group g on g.region_code = s.region_code and g.group_code = s.group_code
    left join (select group_code, case when count(left_on) = count(*) then max(left_on) end as left_on
        from group_membership group by group_code) m on m.group_code = s.group_code
    where s.in_scope and s.school_year = least(2012, year(least(s.life_to, coalesce(m.left_on - 1, s.life_to)) - interval 8 month))
)
select group_code, '' as school_code, school_year, founded_on::varchar as part, null as value,
    case when founded_on is null then 'UNKNOWN'
        when founded_on < date '2009-01-01' then 'FAIL'
        when ended_on <= date '2013-04-01' or is_in_group then 'PASS'
        when build.as_of <= date '2013-03-31' then 'UNKNOWN'
        else 'FAIL' end as result,
    [evidence] as evidence
from pair cross join build
