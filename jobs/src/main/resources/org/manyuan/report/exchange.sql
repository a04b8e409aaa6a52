-- one row per district, group or unit and stage of the year
select * from mart_exchange
where district_code = ? and school_year = ?
order by grain <> 'district', grain <> 'group', group_code, school_code, stage <> '', position(stage in 'KPJS')
