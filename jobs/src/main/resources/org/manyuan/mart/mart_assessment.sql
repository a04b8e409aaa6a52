-- one row per scheme, subject, school year and indicator, node or adjustment: what it gave, with the subject's score and place
with names as (${names}),
place as (
    select *, transform(array(rank, rank_p05, rank_p95), x -> regexp_replace(cast(cast(round(x, 1) as decimal(9, 1)) as string), '[.]0$', '')) as said
    from rel_assessment_rank
),
-- by name only those of the subject's own district, whose rows alone its bureau may read; indistinct_groups counts all
alike as (
    select own.scheme_id, own.scheme_version, own.group_code, own.school_code, own.school_year,
        transform(
            sort_array(collect_list(struct(other.group_code as a, other.school_code as b, coalesce(s.name, g.name, other.group_code) as name))),
            subject -> subject.name) as subjects
    from rel_assessment_rank own
    inner join rel_assessment_rank other
        on other.scheme_id = own.scheme_id and other.scheme_version = own.scheme_version and other.school_year = own.school_year
            and other.district_code = own.district_code
            and (other.group_code <> own.group_code or other.school_code <> own.school_code)
            and other.rank_p05 <= own.rank_p95 and own.rank_p05 <= other.rank_p95
    left join dim_group g on g.group_code = other.group_code
    left join dim_school s on s.school_code = other.school_code
    group by own.scheme_id, own.scheme_version, own.group_code, own.school_code, own.school_year
)
select i.school_year, concat(i.school_year, '-', i.school_year + 1) as school_year_label,
    i.district_code, d.name as district_name, i.group_code, g.name as group_name, i.school_code, s.name as school_name,
    i.scheme_id, i.scheme_version, t.score, t.coverage as score_coverage, t.grade, coalesce(t.flag, 'MISSING_INPUT') as score_flag,
    i.node_id, i.parent_id, i.node_kind, i.position, i.name as node_name, i.weight, i.metric_id, i.value, i.normalised, i.contribution,
    array_join(transform(filter(split(i.marks, ','), m -> m <> ''), m -> coalesce(names.mark[trim(m)], trim(m))), '、') as marks_zh,
    i.flag, names.flag[i.flag] as flag_zh, greatest(i.origin, t.origin) as origin, names.origin[greatest(i.origin, t.origin)] as origin_zh,
    array_join(transform(filter(split(coalesce(t.marks, ''), ','), m -> m <> ''), m -> coalesce(names.mark[trim(m)], trim(m))), '、')
        as score_marks_zh,
    p.rank, p.ranked_groups, p.rank_median, p.rank_p05, p.rank_p95,
    concat(p.said[0], '（90% 区间 ', p.said[1], '–', p.said[2], '）') as rank_zh, p.top_places, p.p_top, p.indistinct_groups,
    case when p.rank is not null then array_join(coalesce(a.subjects, cast(array() as array<string>)), '、') end as indistinct_names,
    coalesce(p.flag, 'MISSING_INPUT') as rank_flag, names.flag[coalesce(p.flag, 'MISSING_INPUT')] as rank_flag_zh
from rel_assessment_indicator i
cross join names
left join rel_assessment_score t
    on t.scheme_id = i.scheme_id and t.scheme_version = i.scheme_version and t.group_code = i.group_code
        and t.school_code = i.school_code and t.school_year = i.school_year
left join place p
    on p.scheme_id = i.scheme_id and p.scheme_version = i.scheme_version and p.group_code = i.group_code
        and p.school_code = i.school_code and p.school_year = i.school_year
left join alike a
    on a.scheme_id = i.scheme_id and a.scheme_version = i.scheme_version and a.group_code = i.group_code
        and a.school_code = i.school_code and a.school_year = i.school_year
left join dim_district d on d.district_code = i.district_code
left join dim_group g on g.group_code = i.group_code
left join dim_school s on s.school_code = i.school_code
