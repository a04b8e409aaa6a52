-- one row per district, group, side or unit and stage of the year
select * from mart_enrollment
where district_code = ? and school_year = ?
order by grain <> 'district', group_code, case grain when 'group' then 1 when 'lead' then 2 when 'member' then 3 else 4 end,
    position(stage in 'KPJS'), school_code
