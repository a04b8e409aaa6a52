-- one row per policy rule, subject (district, group or unit), school year and stage: what was found, and on what it rests
with names as (${names}),
rules as (${rules}),
found as (
    select *, from_json(evidence, 'array<map<string,string>>') as pieces,
        case when school_code <> '' then 'school' when group_code <> '' then 'group' else 'district' end as subject_kind
    from rel_policy_check
)
select c.school_year, concat(c.school_year, '-', c.school_year + 1) as school_year_label, c.district_code, d.name as district_name,
    c.group_code, g.name as group_name, c.school_code, s.name as school_name, c.subject_kind,
    names.policy_subject[c.subject_kind] as subject_kind_zh,
    case c.subject_kind when 'school' then coalesce(s.name, c.school_code) when 'group' then coalesce(g.name, c.group_code)
        else coalesce(d.name, c.district_code) end as subject_name,
    c.rule_id, coalesce(rules.zh[c.rule_id], c.rule_id) as rule_zh, coalesce(rules.en[c.rule_id], c.rule_id) as rule_en,
    c.stage, coalesce(names.stage[c.stage], c.stage) as stage_zh, c.result, names.result[c.result] as result_zh,
    c.hardness, coalesce(names.hardness[c.hardness], c.hardness) as hardness_zh,
    c.metric_id, c.value, c.threshold, c.n, c.evidence,
    array_join(
        transform(
            coalesce(c.pieces, cast(array() as array<map<string,string>>)),
            piece -> array_join(
                transform(
                    -- not what the row itself says already
                    filter(
                        map_entries(piece),
                        part -> part.value <> '' and part.key <> 'measure' and not (part.key = 'district_code' and part.value = c.district_code)
                            and not (part.key = 'group_code' and part.value = c.group_code)
                            and not (part.key = 'school_code' and part.value = c.school_code)
                            and not (part.key = 'school_year' and part.value = cast(c.school_year as string))),
                    part -> concat(
                        coalesce(names.evidence[part.key], part.key),
                        ' ',
                        case part.key when 'stage' then coalesce(names.stage[part.value], part.value)
                            when 'subject' then coalesce(names.subject[part.value], part.value) else part.value end)),
                '，')),
        '；') as evidence_zh,
    c.flag, names.flag[c.flag] as flag_zh, c.origin, names.origin[c.origin] as origin_zh
from found c
cross join names
cross join rules
left join dim_district d on d.district_code = c.district_code
left join dim_group g on g.group_code = c.group_code
left join dim_school s on s.school_code = c.school_code
