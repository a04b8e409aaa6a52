-- meetings of a centre by subject in two weeks: nine a term of nineteen weeks are one, two terms a school year from the autumn of 2019
with held as (
    select count(*) as meetings, max(origin) = 'synthetic' as synthetic
    from group_activity where kind = '集中研讨' and held_on between date '2019-07-01' and date '2021-07-31'
), centre as (
    select count(*) as centres from education_group
    where kind = 'research_centre' and form = '学科' and date '2021-07-31' between from_on and coalesce(last_on, date '9999-12-31')
)
select case when exists (select 1 from group_activity) then meetings / nullif(centres * 9 * 2
        * (select year(as_of - interval 8 month) - 2018 from published where figure_id = 'F-XJ2d'), 0) end as value,
    synthetic, []::json[] as evidence
from held, centre
