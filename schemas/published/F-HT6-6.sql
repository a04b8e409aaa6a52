-- what the district gives a base in a calendar year: of all bases and years the one farthest from what was published; in another unit than
-- money nothing is known
with given as (
    select school_code, year(held_on) as in_calendar_year, max(origin) as origin,
        sum(value * yuan) / (select yuan from published where figure_id = 'F-HT6-6') as amount,
        bool_or(value is null or yuan is null) as is_unknown
    from funding where item = '学科基地' and holds and status is distinct from 'planned'
    group by school_code, year(held_on)
)
select case when not bool_or(is_unknown) then list(amount order by abs(amount - said.value) desc nulls last, amount)[1] end as value,
    max(origin) = 'synthetic' as synthetic, []::json[] as evidence
from given, (select value from published where figure_id = 'F-HT6-6') said
