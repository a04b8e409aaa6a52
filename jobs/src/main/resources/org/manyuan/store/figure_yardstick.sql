-- What a build makes of GAP-01, 06, 07, 08b, 11, ENR-01 to 04, EXM-01 and 02, as one DuckDB script over the accepted rows: the values, at
-- every grain that a build gives them, without intervals, flags, digests and what disclosure needs; changes against the year before alone.
-- scores, current_* are the rows that count. Statements end with a semicolon at a line's end.

-- who is where
create or replace temp table unit as
select * from current_school qualify row_number() over (partition by school_code order by valid_from desc) = 1;

create or replace temp table place as
with recursive up as (
    select school_code, district.district_code, parent_code, level, 1 as height
    from unit join current_district as district using (district_code)
    union all
    select school_code, district.district_code, district.parent_code, district.level, height + 1
    from up join current_district as district on district.district_code = up.parent_code
    where up.level <> ${territory}
)
select school_code, district_code, height, max_by(district_code, height) over (partition by school_code) as territory from up;

create or replace temp table exam as
select exam_code, coalesce(series, kind || '-' || stage || '-' || grade || '-' || term) as series, school_year, stage, grade, held_on
from current_exam;

create or replace temp table enrolled as
with by_stage as (
    select school_code, school_year, stage,
        case when count(*) = count(enrolled.students) then sum(enrolled.students) end as students,
        max(enrolled.intake) filter (where grade = first) as intake,
        max(enrolled.students) filter (where grade = first) as first_grade,
        coalesce(max(census_on) filter (where grade = first), max(census_on), make_date(school_year, 9, 1)) as census_on
    from (
        select *, case stage when 'P' then '1' when 'J' then case schooling_system when '5-4' then '6' else '7' end when 'S' then '10' end as first
        from current_enrollment join (select school_code, schooling_system from unit) using (school_code)
    ) as enrolled
    group by school_code, school_year, stage
)
select * from by_stage
union all
select school_code, school_year, '', case when count(*) = count(students) then sum(students) end,
    case when count(*) = count(intake) then sum(intake) end, null, max(census_on)
from by_stage group by school_code, school_year;

-- roles on every day that counts
create or replace temp table roster as
select day, group_code, kind, coalesce(authority_code, '') as authority_code, school_code, role,
    bool_or(role = 'lead') over (partition by day, group_code) as has_lead
from (select distinct held_on as day from exam union select distinct census_on from enrolled)
join current_group_membership on joined_on <= day and (left_on is null or day < left_on)
join (select group_code, kind, authority_code from current_education_group) using (group_code);

-- the sets of units that have rows of their own: a district, a group, a side of a group, a side of a kind in a district
create or replace temp table scope as
with side as (
    select *, case when role = 'lead' then 'lead' when role = 'member' or (role = 'peer' and not has_lead) then 'member' end as side
    from roster
)
select day, school_code, '' as kind, '' as side, '' as group_code, place.district_code
from (select distinct held_on as day from exam union select distinct census_on from enrolled) cross join place
union all
select day, school_code, kind, '', group_code, authority_code from roster
union all
select day, school_code, kind, side, group_code, authority_code from side where side is not null
union all
select distinct day, school_code, kind, side, '', district_code from side join place using (school_code) where side is not null;

-- the one pass over scores
create or replace temp table fact as
select exam_code, subject, school_code, count(y) as n, count(*) filter (where status = 'absent') as absent,
    sum(y) as s1, sum(y * y) as s2, sum(case when y > 0 then y * ln(y) else 0 end) as y_ln_y,
    sum(case when y > 0 then ln(y) end) as ln_y, count(*) filter (where y <= 0) as zeros,
    count(*) filter (where y >= excellent_cut) as excellent,
    count(*) filter (where y >= pass_cut) as passed,
    count(*) filter (where y < low_cut) as low,
    any_value(full_mark) as full_mark
from (
    select exam_code, subject, school_code, status,
        case when status is null or status not in ('absent', 'exempt', 'invalid') then score::double end as y
    from scores where school_code is not null
)
join (
    select exam_code, subject, full_mark, excellent_cut::double as excellent_cut, pass_cut::double as pass_cut, low_cut::double as low_cut
    from current_exam_paper
) using (exam_code, subject)
group by exam_code, subject, school_code;

-- every unit in every sitting of its territory, those of several papers pooled under an empty code
create or replace temp table mark as
with sat as (
    select fact.*, series, school_year, stage, grade, held_on, territory, place.district_code
    from fact join exam using (exam_code) join place on place.school_code = fact.school_code and height = 1
),
sittings as (
    select *, count(distinct exam_code) over (partition by territory, series, school_year, stage, grade, subject, full_mark) as papers,
        max(held_on) over (partition by territory, series, school_year, stage, grade, subject, full_mark) as last_day
    from sat
)
select territory, exam_code, series, subject, school_year, stage, grade, held_on, school_code, n, absent, s1, s2, y_ln_y, ln_y, zeros,
    excellent, passed, low
from sittings
union all
select territory, '', series, subject, school_year, stage, grade, last_day, school_code, sum(n), sum(absent), sum(s1), sum(s2),
    sum(y_ln_y), sum(ln_y), sum(zeros), sum(excellent), sum(passed), sum(low)
from sittings where papers > 1
group by territory, series, subject, school_year, stage, grade, full_mark, last_day, school_code;

-- a pooled sitting has rows of a district that sat several of its papers
create or replace temp table scoped as
with several as (
    select mark.territory, series, subject, school_year, stage, grade, place.district_code
    from mark join place using (school_code) where exam_code <> ''
    group by all having count(distinct exam_code) > 1
)
select mark.* exclude (territory), territory, kind, side, group_code, scope.district_code
from mark join scope on scope.day = mark.held_on and scope.school_code = mark.school_code
where exam_code <> '' or (group_code = '' and exists (
    from several where several.territory = mark.territory and several.series = mark.series and several.subject = mark.subject
        and several.school_year = mark.school_year and several.stage = mark.stage and several.grade = mark.grade
        and several.district_code = scope.district_code));

create or replace temp table figure (
    metric_id varchar, measure varchar, variant varchar, district_code varchar, group_code varchar, school_code varchar, school_year integer,
    base_year integer, exam_code varchar, stage varchar, grade varchar, subject varchar, value double
);

create or replace temp table whole as
select territory, exam_code, series, subject, school_year, stage, grade, kind, side, group_code, district_code,
    count(*) filter (where n > 0) as k, sum(n) as n, sum(absent) as absent, sum(s1) as s1, sum(s1) / nullif(sum(n), 0) as mean,
    sum(case when n > 0 then s1 * s1 / n end) as nxx, sum(case when n > 0 then s2 - s1 * s1 / n end) as ssw, sum(n * n) as nn,
    sum(y_ln_y) as y_ln_y, sum(ln_y) as ln_y, sum(zeros) as zeros,
    sum(case when s1 > 0 then s1 * ln(s1 / n) else 0 end) as x_ln_x, sum(case when s1 > 0 then n * ln(s1 / n) end) as ln_x,
    sum(excellent) as excellent, sum(passed) as passed, sum(low) as low
from scoped
group by all;

-- GAP-01, GAP-06 and GAP-11 of districts and groups
insert into figure
with spread as (select * from whole where side = '' and k >= 2 and mean > 0),
anova as (
    select *, nxx - n * mean * mean as ssb, ssw / (n - k) as msw, (n - nn / n) / (k - 1) as n0 from spread where n > k and ssw > 0
),
share as (select *, (ssb / (k - 1) - msw) / (ssb / (k - 1) + (n0 - 1) * msw) as icc from anova),
reading as (
    select 'GAP-01' as metric_id, 'mean_score' as measure, sqrt(greatest(0, nxx / n - mean * mean)) / mean as value, * from spread
    union all by name select 'GAP-06' as metric_id, 'T.between_unit' as measure, x_ln_x / s1 - ln(mean) as value, * from spread
    union all by name select 'GAP-06' as metric_id, 'L.between_unit' as measure, ln(mean) - ln_x / n as value, * from spread
    union all by name select 'GAP-06' as metric_id, 'T.total' as measure, y_ln_y / s1 - ln(mean) as value, * from spread
    union all by name select 'GAP-06' as metric_id, 'T.within_unit' as measure, (y_ln_y - x_ln_x) / s1 as value, * from spread
    union all by name select 'GAP-06' as metric_id, 'L.total' as measure, ln(mean) - ln_y / n as value, * from spread where zeros = 0
    union all by name select 'GAP-06' as metric_id, 'L.within_unit' as measure, (ln_x - ln_y) / n as value, * from spread where zeros = 0
    union all by name select 'GAP-11' as metric_id, 'icc' as measure, greatest(0, icc) as value, * from share
    union all by name select 'GAP-11' as metric_id, 'eta2' as measure, ssb / (ssb + ssw) as value, * from share
    union all by name select 'GAP-11' as metric_id, 'epsilon2' as measure, (ssb - (k - 1) * msw) / (ssb + ssw) as value, * from share
)
select metric_id, measure, kind, district_code, group_code, '', school_year, null, exam_code, stage, grade, subject, value from reading;

-- GAP-06 by districts and groups: parts of a district, and what lies between them
insert into figure
with unit_of as (
    select scoped.*, county.district_code as county,
        bool_or(scoped.district_code <> county.district_code) over (partition by scoped.territory, scoped.district_code) as has_below
    from scoped join place as county on county.school_code = scoped.school_code and county.height = 1
    where side = '' and scoped.group_code = '' and n > 0
),
parted as (
    select unit_of.* exclude (kind), kinds.kind, coalesce(roster.group_code, 'alone ' || unit_of.school_code) as part
    from unit_of
    cross join (select distinct kind from current_education_group where kind in ('education_group', 'consortium', 'community', 'kindergarten_group')) as kinds
    left join (select day, kind, school_code, min(group_code) as group_code from roster group by all) as roster
        on roster.day = unit_of.held_on and roster.kind = kinds.kind and roster.school_code = unit_of.school_code
    qualify bool_or(roster.group_code is not null) over (
        partition by kinds.kind, exam_code, series, subject, school_year, stage, grade, unit_of.district_code)
),
county_sum as (
    select exam_code, series, subject, school_year, stage, grade, district_code, county, sum(n) as n, sum(s1) as s1
    from unit_of where has_below group by all
),
part_sum as (
    select exam_code, series, subject, school_year, stage, grade, district_code, kind, part, any_value(county) as county,
        count(distinct county) as counties, any_value(has_below) as has_below, count(*) as k, sum(n) as n, sum(s1) as s1,
        sum(s1 * ln(s1 / n)) as x_ln_x, sum(n * ln(s1 / n)) as ln_x
    from parted group by all
),
between_counties as (
    select exam_code, series, subject, school_year, stage, grade, district_code,
        sum(s1 * ln(s1 / n)) / sum(s1) - ln(sum(s1) / sum(n)) as t, ln(sum(s1) / sum(n)) - sum(n * ln(s1 / n)) / sum(n) as l
    from county_sum group by all
),
between_groups as (
    select exam_code, series, subject, school_year, stage, grade, district_code, kind,
        sum(s1 * ln(s1 / n)) / sum(s1) - ln(sum(s1) / sum(n)) as t, ln(sum(s1) / sum(n)) - sum(n * ln(s1 / n)) / sum(n) as l,
        (sum(x_ln_x) - sum(s1 * ln(s1 / n))) / sum(s1) as t_within, (sum(n * ln(s1 / n)) - sum(ln_x)) / sum(n) as l_within,
        any_value(has_below) and max(counties) = 1 as is_nested, sum(k) as k
    from part_sum group by all
),
reading as (
    select 'T.between_district' as measure, '' as kind, t as value, * exclude (t, l) from between_counties
    union all by name select 'L.between_district' as measure, '' as kind, l as value, * exclude (t, l) from between_counties
    union all by name select 'T.between_group' as measure, t as value, * exclude (t, l) from between_groups
    union all by name select 'L.between_group' as measure, l as value, * exclude (t, l) from between_groups
    union all by name select 'T.between_unit_within_group' as measure, t_within as value, * exclude (t, l) from between_groups
    union all by name select 'L.between_unit_within_group' as measure, l_within as value, * exclude (t, l) from between_groups
    union all by name select 'T.between_group_within_district' as measure, g.t - c.t as value, g.* exclude (t, l)
        from between_groups as g join between_counties as c using (exam_code, series, subject, school_year, stage, grade, district_code)
        where is_nested
    union all by name select 'L.between_group_within_district' as measure, g.l - c.l as value, g.* exclude (t, l)
        from between_groups as g join between_counties as c using (exam_code, series, subject, school_year, stage, grade, district_code)
        where is_nested
)
select 'GAP-06', measure, kind, district_code, '', '', school_year, null, exam_code, stage, grade, subject, value
from reading;

-- GAP-07 and GAP-08b
insert into figure
with side as (select * from whole where group_code <> '' and n > 0),
means as (
    select exam_code, subject, group_code, avg(s1 / n) as mean from scoped where side = 'member' and group_code <> '' and n > 0 group by all
),
paper as (select exam_code, subject, sqrt((sum(s2) - sum(s1) * sum(s1) / sum(n)) / (sum(n) - 1)) as sd from fact where n > 0 group by all),
gap as (
    select lead.*, lead.mean - member.mean as points, lead.mean - means.mean as equal_member, sd
    from side as lead
    join side as member using (territory, exam_code, series, subject, school_year, stage, grade, kind, group_code)
    join means using (exam_code, subject, group_code)
    join paper using (exam_code, subject)
    where lead.side = 'lead' and member.side = 'member'
)
select 'GAP-07', 'gap', kind, district_code, group_code, '', school_year, null, exam_code, stage, grade, subject, points from gap
union all
select 'GAP-07', 'equal_member', kind, district_code, group_code, '', school_year, null, exam_code, stage, grade, subject, equal_member from gap
union all
select 'GAP-08b', 'gap', kind, district_code, group_code, '', school_year, null, exam_code, stage, grade, subject, points / sd from gap where sd > 0;

-- EXM-01 and EXM-02
insert into figure
with counted as (
    select exam_code, subject, school_year, stage, grade, kind, side, group_code, district_code, '' as school_code, n, absent, s1, excellent, passed, low
    from whole
    union all
    select exam_code, subject, school_year, stage, grade, '', '', '', place.district_code, school_code, n, absent, s1, excellent, passed, low
    from mark join place using (school_code) where height = 1 and exam_code <> ''
),
reading as (
    select 'EXM-01' as metric_id, 'mean' as measure, '' as reading, s1 / n as value, * from counted where n > 0
    union all by name select 'EXM-02' as metric_id, 'excellent' as measure, '' as reading, excellent / n as value, * from counted where n > 0
    union all by name select 'EXM-02' as metric_id, 'passed' as measure, '' as reading, passed / n as value, * from counted where n > 0
    union all by name select 'EXM-02' as metric_id, 'low' as measure, '' as reading, low / n as value, * from counted where n > 0
    union all by name select 'EXM-02' as metric_id, 'excellent' as measure, 'candidates' as reading, excellent / (n + absent) as value, *
        from counted where n + absent > 0
    union all by name select 'EXM-02' as metric_id, 'passed' as measure, 'candidates' as reading, passed / (n + absent) as value, *
        from counted where n + absent > 0
    union all by name select 'EXM-02' as metric_id, 'low' as measure, 'candidates' as reading, (low + absent) / (n + absent) as value, *
        from counted where n + absent > 0
)
select metric_id, measure, concat_ws('/', nullif(kind, ''), nullif(side, ''), nullif(reading, '')), district_code, group_code, school_code,
    school_year, null, exam_code, stage, grade, subject, value
from reading;

-- ENR-01 to ENR-04
create or replace temp table entrants as
with entry as (
    select school_code, school_year, stage, census_on, '' as reading, intake as entrants from enrolled where stage <> ''
    union all
    select school_code, school_year, stage, census_on, 'first_grade', first_grade from enrolled where stage <> ''
)
select now.*, before.entrants as before, territory,
    now.school_year > min(now.school_year) over (partition by territory, now.stage) as has_year_before
from entry as now
left join entry as before on before.school_code = now.school_code and before.stage = now.stage and before.reading = now.reading
    and before.school_year = now.school_year - 1
join (select distinct school_code, territory from place) as place on place.school_code = now.school_code;

create or replace temp table entered as
select kind, side, group_code, scope.district_code, '' as school_code, school_year, stage, reading, territory, any_value(has_year_before) as has_year_before,
    sum(entrants) as entrants, sum(entrants) filter (where before is not null) as now, sum(before) filter (where entrants is not null) as base
from entrants join scope on scope.day = census_on and scope.school_code = entrants.school_code
group by all
union all
select '', '', '', place.district_code, school_code, school_year, stage, reading, entrants.territory, has_year_before, entrants,
    case when before is not null then entrants end, case when entrants is not null then before end
from entrants join place using (school_code) where height = 1;

insert into figure
with growing as (select * from entered where has_year_before and base > 0),
reading as (
    select 'ENR-01' as metric_id, 'intake' as measure, null::integer as base_year, entrants::double as value, * from entered where entrants is not null
    union all by name select 'ENR-02' as metric_id, 'growth' as measure, school_year - 1 as base_year, now / base - 1 as value, * from growing
    union all by name select 'ENR-02' as metric_id, 'ln_ratio' as measure, school_year - 1 as base_year, ln(now / base) as value, * from growing where now > 0
)
select metric_id, measure, concat_ws('/', nullif(kind, ''), nullif(side, ''), nullif(reading, '')), district_code, group_code, school_code,
    school_year, base_year, '', stage, '', '', value
from reading;

insert into figure
with part as (select * from entered where has_year_before and base is not null and now is not null and side = ''),
place_of_group as (
    select kind, group_code, school_year, stage, reading, any_value(territory) as territory,
        case when count(distinct place.district_code) = 1 then any_value(place.district_code) else any_value(territory) end as within
    from (
        select scope.kind, scope.group_code, entrants.*
        from entrants join scope on scope.day = census_on and scope.school_code = entrants.school_code
        where scope.group_code <> '' and scope.side = ''
    ) as of_group
    join (select school_code, district_code from place where height = 1) as place using (school_code)
    group by all
),
shift as (
    select 'in_district' as measure, '' as kind, unit.reading, unit.district_code, '' as group_code, unit.school_code, unit.school_year, unit.stage,
        unit.now / whole.now - unit.base / whole.base as value, whole.base, whole.now
    from part as unit join part as whole
        on whole.kind = '' and whole.school_code = '' and whole.district_code = unit.district_code and whole.school_year = unit.school_year
            and whole.stage = unit.stage and whole.reading = unit.reading
    where unit.school_code <> ''
    union all
    select 'in_district', g.kind, g.reading, g.district_code, g.group_code, '', g.school_year, g.stage,
        g.now / whole.now - g.base / whole.base, whole.base, whole.now
    from part as g join place_of_group as p
        on p.group_code = g.group_code and p.kind = g.kind and p.school_year = g.school_year and p.stage = g.stage and p.reading = g.reading
    join part as whole
        on whole.kind = '' and whole.school_code = '' and whole.district_code = p.within and whole.school_year = g.school_year
            and whole.stage = g.stage and whole.reading = g.reading
    where g.group_code <> ''
    union all
    select 'in_group', g.kind, g.reading, county.district_code, g.group_code, unit.school_code, g.school_year, g.stage,
        unit.entrants / g.now - unit.before / g.base, g.base, g.now
    from entrants as unit
    join scope on scope.day = unit.census_on and scope.school_code = unit.school_code and scope.group_code <> '' and scope.side = ''
    join part as g on g.group_code = scope.group_code and g.kind = scope.kind and g.school_year = unit.school_year and g.stage = unit.stage
        and g.reading = unit.reading
    join place as county on county.school_code = unit.school_code and height = 1
    where unit.entrants is not null and unit.before is not null
)
select 'ENR-03', measure, concat_ws('/', nullif(kind, ''), nullif(reading, '')), district_code, group_code, school_code, school_year,
    school_year - 1, '', stage, '', '', value
from shift where base > 0 and now > 0;

insert into figure
with counted as (
    select school_code, school_year, stage, census_on, '' as reading, students from enrolled
    union all
    select school_code, school_year, stage, census_on, 'intake', intake from enrolled
),
gathered as (
    select kind, group_code, scope.district_code, school_year, stage, reading, count(*) as k,
        sum(students * students) / (sum(students) * sum(students)) as hhi
    from counted join scope on scope.day = census_on and scope.school_code = counted.school_code
    where students > 0 and side = ''
    group by all
),
measured as (
    select 'hhi' as measure, hhi as value, * from gathered
    union all by name select 'effective' as measure, 1 / hhi as value, * from gathered
    union all by name select 'normalised' as measure, (hhi - 1 / k) / (1 - 1 / k) as value, * from gathered where k > 1
)
select 'ENR-04', measure, concat_ws('/', nullif(kind, ''), nullif(reading, '')), district_code, group_code, '', school_year, null, '', stage, '', '', value
from measured;

copy (from figure where value is not null) to ${figures} (format parquet, compression zstd);
