-- a receiving school: pupils of its grade 9 who were on the roll of a sending school a year before, or where one of the two rolls is
-- missing pupils who moved in; and boarders
with named as (
    select distinct u.school_code, g.name as setting
    from school u
    join setting g on g.name in ('receiving', 'sending')
        and (u.name like '%' || g.value or list_contains(string_split(u.aliases, ';'), g.value))
), receiving as (
    select s.group_code, s.school_code, s.school_year
    from subject s
    where s.in_scope and s.school_code in (select n.school_code from named n where n.setting = 'receiving')
), counted as (
    select r.*,
        (select count(*) from current_student_roll now join current_student_roll was on was.student_key = now.student_key
            and was.school_year = now.school_year - 1 and was.school_code in (select n.school_code from named n where n.setting = 'sending')
            where now.school_code = r.school_code and now.school_year = r.school_year and now.grade = '9') as moved,
        exists (select 1 from current_student_roll now
                where now.school_code = r.school_code and now.school_year = r.school_year and now.grade = '9')
            and exists (select 1 from current_student_roll was where was.school_year = r.school_year - 1
                and was.school_code in (select n.school_code from named n where n.setting = 'sending')) as has_rolls,
        (select sum(e.transfers_in) from current_enrollment e
            where e.school_code = r.school_code and e.school_year = r.school_year and e.grade = '9') as transferred,
        (select sum(e.boarders) from current_enrollment e where e.school_code = r.school_code and e.school_year = r.school_year) as boarders
    from receiving r
), judged as (
    select *, case when has_rolls then moved else transferred end as arrived from counted
)
select group_code, school_code, school_year, '' as part, arrived as value,
    case when arrived = 0 or boarders = 0 then 'FAIL'
        when arrived is null or boarders is null then 'UNKNOWN'
        else 'PASS' end as result,
    [json_object('school_code', school_code, 'school_year', school_year, 'grade', '9', 'arrived', arrived, 'boarders', boarders)]
        as evidence
from judged
