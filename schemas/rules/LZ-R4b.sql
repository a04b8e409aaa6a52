-- a unit on the day before it joined and thirty days after it, as the register had it: its legal representative. Each year
-- that it is in the group says so. A register that begins with the day of joining says nothing of the day before
with joined as (
    select s.group_code, s.school_code, s.school_year, s.region_code, max(m.joined_on) as joined_on
    from subject s
    join stay m on m.group_code = s.group_code and m.school_code = s.school_code and m.enters
        and m.joined_on <= make_date(s.school_year + 1, 8, 31)
    where s.in_scope
    group by all
), compared as (
    select j.group_code, j.school_code, j.school_year, j.joined_on, a.evidence as before, b.evidence as after,
        coalesce(a.legal_representative_key <> b.legal_representative_key, false) as is_other,
        a.legal_representative_key is not null and b.legal_representative_key is not null as is_known
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
