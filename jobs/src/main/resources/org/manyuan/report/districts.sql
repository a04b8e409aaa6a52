-- one row per district and school year that has groups or figures of its own
select place.district_code, coalesce(dim_district.name, place.district_code) as district_name, place.school_year
from (
    select district_code, school_year from mart_gap_change
    union select district_code, school_year from mart_enrollment where grain in ('district', 'group')
    union select district_code, school_year from mart_exchange where grain in ('district', 'group')
    union select district_code, school_year from mart_assessment
) as place
left join dim_district on dim_district.district_code = place.district_code
order by place.district_code, place.school_year
