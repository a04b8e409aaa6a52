-- why a unit left that was not closed or merged, from a group that stayed
with gone as (
    select s.region_code, s.group_code, s.school_year, m.school_code, m.left_on, m.left_reason, m.left_approval_no, m.evidence
    from subject s
    join group_membership m on m.region_code = s.region_code and m.group_code = s.group_code
        and m.leaves and year(m.left_on - interval 8 month) = s.school_year
    join education_group g on g.region_code = s.region_code and g.group_code = s.group_code
    where s.in_scope and coalesce(g.dissolved_on > m.left_on, true)
        and not exists (select 1 from school c where c.school_code = m.school_code and c.closed_on <= m.left_on)
        and not exists (select 1 from current_school_succession c where c.from_code = m.school_code and c.happened_on <= m.left_on)
)
select group_code, '' as school_code, school_year, school_code || ' ' || left_on as part, null as value,
    case when left_reason is null then 'UNKNOWN'
        when left_reason in ('严重不良影响', '办学质量优、社会声誉高') then 'PASS'
        else 'FAIL' end as result,
    [evidence] as evidence
from gone
