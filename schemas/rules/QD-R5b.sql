-- why a unit left that was not closed or merged, from a group that stayed
select s.group_code, '' as school_code, s.school_year, m.school_code || ' ' || m.left_on as part, null as value,
    case when m.left_reason is null then 'UNKNOWN'
        when m.left_reason in ('严重不良影响', '办学质量优、社会声誉高') then 'PASS'
        else 'FAIL' end as result,
    [m.evidence] as evidence
from subject s
join exit m on m.region_code = s.region_code and m.group_code = s.group_code and year(m.left_on - interval 8 month) = s.school_year
where s.in_scope
