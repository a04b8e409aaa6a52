-- shown only: of the exchanges that began in the group in the year, the share with an allowance
select s.group_code, '' as school_code, s.school_year, 'allowance' as part,
    count(*) filter (e.allowance > 0) / nullif(count(e.allowance), 0) as value,
    'PASS' as result, [] as evidence
from subject s
join teacher_exchange e on e.group_code = s.group_code and e.in_year = s.school_year
where s.in_scope and s.life_from <= make_date(s.school_year, 12, 31)
group by all
