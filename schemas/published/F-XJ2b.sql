-- meetings for each centre of the county, of whatever form
select (select nullif(count(*), 0) from group_activity where kind = '集中研讨' and held_on between date '2019-07-01' and date '2021-07-31')
        / nullif((select count(*) from education_group where kind = 'research_centre'), 0) as value,
    (select max(origin) from group_activity) = 'synthetic' as synthetic,
    []::json[] as evidence
