-- holders of a title of the city or above: their share of those who began an exchange, less their share of those who were due (as PDS-R1)
with teacher as (
    select s.group_code, s.school_year, t.evidence, t.at_school_since is null as is_undated,
        t.exchange_eligible and coalesce(t.exempt_reason, '') = '' as may_move,
        may_move and t.at_school_since <= make_date(s.school_year - 6, 9, 1) as is_due,
        exists (select 1 from teacher_exchange e where e.teacher_key = t.teacher_key and e.in_year = s.school_year
            and e.kind in ('轮岗', '支教', '挂职', '派驻', '任教', '走教')) as has_moved,
        case when t.talent_level in ('city', 'province', 'national') then t.talent_status = 'holder'
            when t.talent_level is not null then false end as is_high
    from subject s
    join teacher_roll t on t.group_code = s.group_code and t.school_year = s.school_year
    where s.in_scope
), shared as (
    select group_code, school_year, count(*) filter (has_moved) as moved, count(*) filter (is_due) as due,
        count(*) filter (has_moved and is_high) as high_moved, count(*) filter (is_due and is_high) as high_due,
        coalesce(bool_or((has_moved or is_due) and is_high is null), false)
            or count(*) filter (may_move and is_undated) > 0.1 * count(*) filter (may_move) as is_unknown,
        list(evidence order by evidence) filter (has_moved) as evidence
    from teacher group by all
)
select s.group_code, '' as school_code, s.school_year, s.school_year::varchar as part,
    case when not h.is_unknown then h.high_moved / nullif(h.moved, 0) - h.high_due / nullif(h.due, 0) end as value,
    case when h.group_code is null
            or not exists (select 1 from teacher_exchange e where e.region_code = s.region_code and e.in_year = s.school_year)
            or h.is_unknown or build.as_of < make_date(s.school_year + 1, 8, 31) then 'UNKNOWN'
        when h.moved = 0 or h.due = 0 then 'NA'
        when h.high_moved * h.due - h.high_due * h.moved >= limits.at_least * h.due * h.moved then 'PASS'
        else 'FAIL' end as result,
    h.evidence
from subject s
cross join build
cross join (from limits) limits
left join shared h on h.group_code = s.group_code and h.school_year = s.school_year
where s.in_scope and make_date(s.school_year, 9, 1) between s.life_from and s.life_to
