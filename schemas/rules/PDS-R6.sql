-- monthly training of the subject groups: in each month with ten days of term, for each subject group that the group's ledger lists, else
-- one for the whole group
with month as (
    select s.region_code, s.group_code, s.school_year, m.first_on, m.last_on
    from subject s
    cross join lateral (select (make_date(s.school_year, 9, 1) + to_months(step::integer))::date as first_on,
        (make_date(s.school_year, 9, 1) + to_months(step::integer + 1) - interval 1 day)::date as last_on
        from (select unnest(range(12)) as step)) m
    where s.in_scope and m.first_on >= s.life_from and m.last_on <= s.life_to and 10 <= (
        select sum(greatest(least(t.last_on, m.last_on) - greatest(t.from_on, m.first_on) + 1, 0)) from term_calendar t
        where t.region_code = s.region_code and t.district_code = s.district_code and t.school_year = s.school_year)
), listed as (
    select distinct m.group_code, m.first_on, coalesce(w.name, replace(l.item, '教研组', '')) as subject
    from month m
    join ledger l on l.group_code = m.group_code and l.kind = 'body' and l.item like '_%教研组' and l.holds
        and l.from_on <= m.last_on and coalesce(l.last_on, date '9999-12-31') >= m.first_on
    left join setting w on w.value = replace(l.item, '教研组', '')
), counted as (
    select m.region_code, m.group_code, m.school_year, m.first_on, m.last_on, l.subject, count(a.group_code) as trainings,
        list(a.evidence order by a.held_on) filter (a.group_code is not null) as evidence
    from month m
    left join listed l on l.group_code = m.group_code and l.first_on = m.first_on
    left join group_activity a on a.group_code = m.group_code and a.kind = '学科教研组月培训' and a.held_on between m.first_on and m.last_on
        and (l.subject is null or a.subject = l.subject)
    group by all
)
select c.group_code, '' as school_code, c.school_year, strftime(c.first_on, '%Y-%m') || coalesce(' ' || c.subject, '') as part,
    c.trainings as value,
    case when not exists (select 1 from group_activity a where a.region_code = c.region_code and a.in_year = c.school_year) then 'UNKNOWN'
        when c.trainings > 0 then 'PASS'
        when build.as_of < c.last_on then 'UNKNOWN'
        else 'FAIL' end as result,
    list_slice(c.evidence, 1, 5) as evidence
from counted c cross join build
union all
select s.group_code, '', s.school_year, s.school_year::varchar, null, 'UNKNOWN', null
from subject s
where s.in_scope and not exists (select 1 from term_calendar t
    where t.region_code = s.region_code and t.district_code = s.district_code and t.school_year = s.school_year)
