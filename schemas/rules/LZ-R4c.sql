-- the teachers of a unit on the last September 1 before it joined, and where they are on the next: at no other unit of the group, but for
-- those of whom a spell of exchange says it; without any spells nobody can tell. Each year that the unit is in the group says so
with joined as (
    select s.region_code, s.group_code, s.school_year, m.school_code,
        max(year(m.joined_on - interval 1 day - interval 8 month)) as year_before
    from subject s
    join stay m on m.group_code = s.group_code and m.enters and m.joined_on <= make_date(s.school_year + 1, 8, 31)
        and coalesce(m.last_on, date '9999-12-31') >= make_date(s.school_year, 9, 1)
    where s.in_scope
    group by all
), roll as (
    select distinct teacher_key, school_code, school_year from teacher_roll
), moved as (
    select j.group_code, j.school_year, j.school_code, was.teacher_key,
        json_object('teacher_key', was.teacher_key, 'school_code', was.school_code, 'to_school_code', now.school_code,
            'school_year', now.school_year) as evidence
    from joined j
    join roll was on was.school_code = j.school_code and was.school_year = j.year_before
    join roll now on now.teacher_key = was.teacher_key and now.school_year = j.year_before + 1 and now.school_code <> was.school_code
    where exists (select 1 from group_membership m where m.group_code = j.group_code and m.school_code = now.school_code
            and make_date(j.year_before + 1, 9, 1) between m.from_on and coalesce(m.last_on, date '9999-12-31'))
        and not exists (select 1 from teacher_exchange e where e.teacher_key = was.teacher_key and e.from_school_code = was.school_code
            and e.to_school_code = now.school_code and e.started_on <= make_date(j.year_before + 2, 8, 31)
            and coalesce(e.ended_on, date '9999-12-31') >= make_date(j.year_before, 9, 1))
)
select j.group_code, '' as school_code, j.school_year, j.school_code as part, count(m.teacher_key) as value,
    case when count(m.teacher_key) > 0 then case when exists (
                select 1 from teacher_exchange e where e.region_code = j.region_code and e.started_on <= make_date(j.year_before + 2, 8, 31)
                and coalesce(e.ended_on, date '9999-12-31') >= make_date(j.year_before, 9, 1)) then 'FAIL' else 'UNKNOWN' end
        when exists (select 1 from roll r where r.school_code = j.school_code and r.school_year = j.year_before)
            and exists (select 1 from roll r where r.school_code = j.school_code and r.school_year = j.year_before + 1) then 'PASS'
        else 'UNKNOWN' end as result,
    list_slice(coalesce(list(m.evidence order by m.evidence) filter (m.teacher_key is not null), []), 1, 5) as evidence
from joined j
left join moved m on m.group_code = j.group_code and m.school_year = j.school_year and m.school_code = j.school_code
group by j.region_code, j.group_code, j.school_year, j.school_code, j.year_before
