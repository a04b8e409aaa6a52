-- a unit on the day before it joined and thirty days after it, as the register had it: what sort of school it is, whose, who runs it and
-- which legal person. Each year that it is in the group says so. A register that begins with the day of joining says nothing of the day
-- before
with joined as (
    select s.group_code, s.school_code, s.school_year, s.region_code, max(m.joined_on) as joined_on
    from subject s
    join stay m on m.group_code = s.group_code and m.school_code = s.school_code and m.enters
        and m.joined_on <= make_date(s.school_year + 1, 8, 31)
    where s.in_scope
    group by all
), compared as (
    select j.group_code, j.school_code, j.school_year, j.joined_on, a.evidence as before, b.evidence as after,
        coalesce(a.school_type <> b.school_type, false) or coalesce(a.ownership <> b.ownership, false)
            or coalesce(a.legal_entity_code <> b.legal_entity_code, false)
            or coalesce(a.authority_code, a.lies_in) <> coalesce(b.authority_code, b.lies_in) as is_other,
        a.school_type is not null and b.school_type is not null and a.ownership is not null and b.ownership is not null
            and a.legal_entity_code is not null and b.legal_entity_code is not null as is_known
    from joined j cross join build
    left join school a on a.region_code = j.region_code and a.school_code = j.school_code and a.valid_from < j.joined_on
        and j.joined_on - 1 between a.from_on and coalesce(a.last_on, date '9999-12-31')
    left join school b on b.region_code = j.region_code and b.school_code = j.school_code and j.joined_on + 30 <= build.as_of
        and j.joined_on + 30 between b.from_on and coalesce(b.last_on, date '9999-12-31')
)
select group_code, school_code, school_year, joined_on as part, null as value,
    case when before is null or after is null then 'UNKNOWN'
        when is_other then 'FAIL'
        when is_known then 'PASS'
        else 'UNKNOWN' end as result,
    list_filter([before, after], lambda row: row is not null) as evidence
from compared
