-- of a unit's teachers who may move and are not exempt: those with six years or more there on September 1 begin an exchange in the year
-- (kinds as TCH-03 counts them); more than a tenth without the day of their coming: nobody knows
with teacher as (
    select s.group_code, s.school_code, s.school_year, t.at_school_since, t.evidence,
        t.at_school_since <= make_date(s.school_year - 6, 9, 1) as is_due,
        exists (select 1 from teacher_exchange e where e.teacher_key = t.teacher_key and e.in_year = s.school_year
            and e.kind in ('轮岗', '支教', '挂职', '派驻', '任教', '走教')) as has_moved
    from subject s
    join teacher_roll t on t.group_code = s.group_code and t.school_code = s.school_code and t.school_year = s.school_year
        and t.exchange_eligible and coalesce(t.exempt_reason, '') = ''
    where s.in_scope
), unit as (
    select group_code, school_code, school_year, count(*) filter (at_school_since is null) > 0.1 * count(*) as is_unknown,
        count(*) filter (is_due) as due, count(*) filter (is_due and has_moved) as moved,
        coalesce(list(evidence order by evidence) filter (is_due and not has_moved),
            list(evidence order by evidence) filter (is_due or at_school_since is null)) as evidence
    from teacher group by all
)
select s.group_code, s.school_code, s.school_year, s.school_year::varchar as part,
    case when not u.is_unknown then u.moved / nullif(u.due, 0) end as value,
    case when not exists (select 1 from teacher_roll t where t.school_code = s.school_code and t.school_year = s.school_year) then 'UNKNOWN'
        when u.is_unknown then 'UNKNOWN'
        when coalesce(u.due, 0) = 0 then 'NA'
        when u.moved >= limits.at_least * u.due then 'PASS'
        when build.as_of < make_date(s.school_year + 1, 8, 31) then 'UNKNOWN'
        when not exists (select 1 from teacher_exchange e where e.region_code = s.region_code and e.in_year = s.school_year) then 'UNKNOWN'
        else 'FAIL' end as result,
    u.evidence
from subject s
cross join build
cross join (from limits) limits
left join unit u on u.group_code = s.group_code and u.school_code = s.school_code and u.school_year = s.school_year
where s.in_scope and make_date(s.school_year, 9, 1) between s.life_from and s.life_to
