-- one row per scheme, subject, school year and indicator, node or adjustment: what it gave, with the subject's score
with names as (${names})
select i.school_year, concat(i.school_year, '-', i.school_year + 1) as school_year_label,
    i.district_code, d.name as district_name, i.group_code, g.name as group_name, i.school_code, s.name as school_name,
    i.scheme_id, i.scheme_version, t.score, t.coverage as score_coverage, t.grade, coalesce(t.flag, 'MISSING_INPUT') as score_flag,
    i.node_id, i.parent_id, i.node_kind, i.position, i.name as node_name, i.weight, i.metric_id, i.value, i.normalised, i.contribution,
    array_join(transform(filter(split(i.marks, ','), m -> m <> ''), m -> coalesce(names.mark[trim(m)], trim(m))), '、') as marks_zh,
    i.flag, names.flag[i.flag] as flag_zh, greatest(i.origin, t.origin) as origin, names.origin[greatest(i.origin, t.origin)] as origin_zh
from rel_assessment_indicator i
cross join names
left join rel_assessment_score t
    on t.scheme_id = i.scheme_id and t.scheme_version = i.scheme_version and t.group_code = i.group_code
        and t.school_code = i.school_code and t.school_year = i.school_year
left join dim_district d on d.district_code = i.district_code
left join dim_group g on g.group_code = i.group_code
left join dim_school s on s.school_code = i.school_code
