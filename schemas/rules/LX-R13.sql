-- the figure of the unit, where the group has an award and teachers
select s.group_code, s.school_code, s.school_year, 'GOV-05' as part, max(v.value) as value,
    case when max(v.value) is null then 'UNKNOWN' else 'PASS' end as result, [] as evidence
from subject s
left join metric_value v on v.metric_id = 'GOV-05' and v.measure = 'ratio' and v.group_code = s.group_code
    and v.school_code = s.school_code and v.school_year = s.school_year
where s.in_scope
group by all
