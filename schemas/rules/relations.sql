-- What the policy rules of a region, and its published figures, speak of: one relation a dataset, under the dataset's name and with its
-- columns (schemas/contracts/source; the number of a person is its key), of what counts of the rows handed in. Beside these columns:
--
--   region_code              the region: the district of the rules that its authority, or the place where it lies, belongs to
--   district_code            the authority of the group; of a row without a group the district of the row
--   group_code, school_code  the group and unit that the row is about; null where it is about none
--   from_on, last_on         first and last day on which it holds (null: still); of an event the day twice
--   in_year                  the school year that it is counted in
--   holds                    false where it is only planned, or has ended on a day that nobody said
--   origin                   synthetic where the row was made up
--   evidence                 the row's own key and days, as JSON: no name; a person by key, and only in relations about persons
--   row_key                  of relations whose rows stand there once for each group that they are in: the same in all of them
--
-- A relation may use those above it. `asked` holds the region, `build` the day of the build (as_of), `setting` the words that the file
-- of the rules gives beside them (name, value). A school year begins on September 1.

-- relation place: the region and every district below it
with recursive inside (region_code, district_code) as (
    select region_code, region_code from asked
    union
    select inside.region_code, d.district_code from inside join dim_district d on d.parent_code = inside.district_code
)
select * from inside

-- relation term_calendar: the terms of each place: its own, else those of the nearest district above it
with recursive above (region_code, district_code, ancestor, distance) as (
    select region_code, district_code, district_code, 0 from place
    union all
    select a.region_code, a.district_code, d.parent_code, a.distance + 1
    from above a join dim_district d on d.district_code = a.ancestor
    where d.parent_code is not null and a.distance < 10
)
select a.region_code, a.district_code, t.school_year, t.term, t.from_on, t.to_on as last_on
from above a join dim_term t on t.district_code = a.ancestor
where t.from_on is not null and t.to_on is not null
qualify a.distance = min(a.distance) over (partition by a.region_code, a.district_code, t.school_year)

-- relation school: a unit as it was registered on a stretch of days; the first row also speaks of the days before it
select s.* exclude (district_code), p.region_code, s.district_code as lies_in, s.district_code,
    case when row_number() over versions = 1 then date '1900-01-01' else s.valid_from end as from_on,
    (lead(s.valid_from) over versions - 1)::date as last_on,
    year(s.valid_from - interval 8 month) as in_year, true as holds,
    json_object('school_code', s.school_code, 'started_on', s.valid_from) as evidence
from current_school s left join place p on p.district_code = s.district_code
window versions as (partition by s.school_code order by s.valid_from)

-- relation education_group: the groups that an authority of the region runs
select p.region_code, g.authority_code as district_code, g.group_code, null::varchar as school_code, g.name, g.kind,
    coalesce(g.form, '') as form, said.stages, said.approval_no, said.agreement_from, said.agreement_to,
    g.founded_on, g.dissolved_on, g.founded_on as from_on, g.dissolved_on as last_on,
    year(g.founded_on - interval 8 month) as in_year, true as holds, g.origin,
    json_object('group_code', g.group_code, 'started_on', g.founded_on) as evidence
from dim_group g
join place p on p.district_code = g.authority_code
left join current_education_group said on said.group_code = g.group_code

-- relation group_membership: a unit in a group in a role, as known now
select g.region_code, g.district_code, g.group_code, g.kind, g.form, g.founded_on, m.school_code, m.role, m.member_kind,
    m.joined_on, m.left_on, said.joined_approval_no, said.left_approval_no, said.left_reason,
    m.joined_on as from_on, (m.left_on - 1)::date as last_on, year(m.joined_on - interval 8 month) as in_year, true as holds, m.origin,
    json_object('group_code', g.group_code, 'school_code', m.school_code, 'role', m.role, 'joined_on', m.joined_on, 'left_on', m.left_on)
        as evidence
from brg_membership m
join education_group g on g.group_code = m.group_code
left join current_group_membership said
    on said.group_code = m.group_code and said.school_code = m.school_code and said.joined_on = m.joined_on
where m.known_to is null

-- relation stay: how long a unit was in a group: memberships that follow each other, as where it changes its role, are one; role and
-- member_kind on joining. Where another unit of the group becomes this one, by a new code or a merger, it does not enter on that day, and
-- where it becomes another it does not leave
with step as (
    select m.*, coalesce(m.from_on > max(coalesce(m.left_on, date '9999-12-31')) over before, false) as is_new
    from group_membership m
    window before as (partition by m.group_code, m.school_code order by m.from_on, m.last_on nulls last
        rows between unbounded preceding and 1 preceding)
), numbered as (
    select *, sum(is_new::integer) over (partition by group_code, school_code order by from_on, last_on nulls last) as stay_no
    from step
), whole as (
    select region_code, district_code, group_code, kind, form, founded_on, school_code, arg_min(role, from_on) as role,
        arg_min(member_kind, from_on) as member_kind, min(joined_on) as joined_on,
        case when count(left_on) = count(*) then max(left_on) end as left_on,
        arg_min_null(joined_approval_no, from_on) as joined_approval_no,
        arg_max_null(left_approval_no, coalesce(left_on, date '9999-12-31')) as left_approval_no,
        arg_max_null(left_reason, coalesce(left_on, date '9999-12-31')) as left_reason,
        min(joined_on) as from_on, case when count(left_on) = count(*) then (max(left_on) - 1)::date end as last_on,
        year(min(joined_on) - interval 8 month) as in_year, true as holds, max(origin) as origin,
        json_object('group_code', group_code, 'school_code', school_code, 'role', arg_min(role, from_on), 'joined_on', min(joined_on),
            'left_on', case when count(left_on) = count(*) then max(left_on) end) as evidence
    from numbered
    group by region_code, district_code, group_code, kind, form, founded_on, school_code, stay_no
), handed_on as (
    select a.group_code, a.school_code as from_code, b.school_code as to_code, a.left_on as day
    from whole a
    join current_school_succession c on c.from_code = a.school_code and c.happened_on = a.left_on
    join whole b on b.group_code = a.group_code and b.school_code = c.to_code
        and a.left_on between b.joined_on and coalesce(b.last_on, date '9999-12-31')
)
select w.*,
    not exists (select 1 from handed_on h where h.group_code = w.group_code and h.to_code = w.school_code and h.day = w.joined_on) as enters,
    w.left_on is not null and not exists (
        select 1 from handed_on h where h.group_code = w.group_code and h.from_code = w.school_code and h.day = w.left_on) as leaves
from whole w

-- relation exit: a stay that has ended, but of units that were closed or merged and in groups that were dissolved by then
select s.*
from stay s
join education_group g on g.region_code = s.region_code and g.group_code = s.group_code
where s.left_on is not null and coalesce(g.dissolved_on > s.left_on, true)
    and not exists (select 1 from school c where c.school_code = s.school_code and c.closed_on <= s.left_on)
    and not exists (select 1 from current_school_succession c where c.from_code = s.school_code
        and (c.happened_on = s.left_on or c.happened_on < s.left_on and coalesce(c.kind, '') <> 'split'))

-- relation group_unit: a unit of a group as the school register has it, on a stretch of days; run_by is its authority, lies_in its district
select m.* exclude (from_on, last_on), s.name, s.aliases, s.school_type, s.stages, s.schooling_system, s.setting_code, s.ownership,
    s.legal_entity_code, s.legal_representative_key, s.township, s.tags, s.part_of, s.lies_in,
    coalesce(s.authority_code, s.lies_in) as run_by,
    greatest(m.from_on, s.from_on) as from_on,
    nullif(least(coalesce(m.last_on, date '9999-12-31'), coalesce(s.last_on, date '9999-12-31')), date '9999-12-31') as last_on
from group_membership m
join school s on s.school_code = m.school_code and (s.region_code = m.region_code or s.region_code is null)
    and s.from_on <= coalesce(m.last_on, date '9999-12-31') and coalesce(s.last_on, date '9999-12-31') >= m.from_on

-- relation group_stage: a stage of a unit of a group, on a stretch of days
select u.* exclude (stages), unnest(string_split(u.stages, '')) as stage from group_unit u where u.stages is not null

-- relation teacher_roll: a teacher of a unit in a school year, once for each group that the unit is in on September 1; talent_rank counts
-- none 0, school 1, county 2, city 3, province 4, national 5, a candidate's title as none
select t.* exclude (stage), t.stage, p.region_code, coalesce(m.district_code, s.lies_in) as district_code, m.group_code, m.role,
    case when t.talent_status = 'candidate' then 0
        else list_position(['none', 'school', 'county', 'city', 'province', 'national'], t.talent_level) - 1 end as talent_rank,
    make_date(t.school_year, 9, 1) as from_on, make_date(t.school_year + 1, 8, 31) as last_on, t.school_year as in_year, true as holds,
    json_object('teacher_key', t.teacher_key, 'school_code', t.school_code, 'school_year', t.school_year) as evidence,
    concat_ws(' ', t.teacher_key, t.school_code, t.school_year) as row_key
from current_teacher_roll t
join school s on s.school_code = t.school_code and make_date(t.school_year, 9, 1)
    between s.from_on and coalesce(s.last_on, date '9999-12-31')
join place p on p.district_code = s.lies_in
left join group_membership m on m.region_code = p.region_code and m.school_code = t.school_code and make_date(t.school_year, 9, 1)
    between m.from_on and coalesce(m.last_on, date '9999-12-31')

-- relation teacher_exchange: a spell, in the group that it names, else once in each that both units are in on its first day; roles and
-- member kinds there; of the teacher's roll of that year the post, title and talent (talent_rank of the roll, else of the spell); of
-- several rolls the first, by the school's code, that says it
with roll as (
    select teacher_key, school_year, arg_min(post, school_code) as roll_post, arg_min(title_level, school_code) as title_level,
        max(talent_rank) as talent_rank
    from teacher_roll group by teacher_key, school_year
), common as (
    select distinct e.exchange_id, a.group_code
    from current_teacher_exchange e
    join group_membership a on a.school_code = e.from_school_code
        and e.started_on between a.from_on and coalesce(a.last_on, date '9999-12-31')
    join group_membership b on b.group_code = a.group_code and b.school_code = e.to_school_code
        and e.started_on between b.from_on and coalesce(b.last_on, date '9999-12-31')
    where e.group_code is null
), placed as (
    select e.*, coalesce(e.group_code, c.group_code) as in_group
    from current_teacher_exchange e left join common c on c.exchange_id = e.exchange_id
)
select e.* exclude (group_code, in_group), coalesce(g.region_code, p.region_code) as region_code,
    coalesce(g.district_code, s.lies_in) as district_code, e.in_group as group_code, e.from_school_code as school_code,
    sent.role as from_role, took.role as to_role, sent.member_kind as from_kind, took.member_kind as to_kind,
    roll.roll_post, roll.title_level,
    coalesce(roll.talent_rank, list_position(['none', 'school', 'county', 'city', 'province', 'national'], e.talent_level) - 1)
        as talent_rank,
    e.started_on as from_on, e.ended_on as last_on, year(e.started_on - interval 8 month) as in_year, true as holds,
    json_object('teacher_key', e.teacher_key, 'from_school_code', e.from_school_code, 'to_school_code', e.to_school_code,
        'kind', e.kind, 'started_on', e.started_on, 'ended_on', e.ended_on) as evidence, e.exchange_id as row_key
from placed e
left join education_group g on g.group_code = e.in_group
left join school s on s.school_code = e.from_school_code and e.started_on between s.from_on and coalesce(s.last_on, date '9999-12-31')
left join place p on p.district_code = s.lies_in and (g.region_code is null or p.region_code = g.region_code)
left join group_membership sent on sent.group_code = e.in_group and sent.school_code = e.from_school_code
    and e.started_on between sent.from_on and coalesce(sent.last_on, date '9999-12-31')
left join group_membership took on took.group_code = e.in_group and took.school_code = e.to_school_code
    and e.started_on between took.from_on and coalesce(took.last_on, date '9999-12-31')
left join roll on roll.teacher_key = e.teacher_key and roll.school_year = year(e.started_on - interval 8 month)
where coalesce(g.region_code, p.region_code) is not null

-- relation group_activity: an event, with the roles of who called it and who was its host
select a.*, coalesce(g.region_code, p.region_code) as region_code, coalesce(g.district_code, s.lies_in) as district_code,
    a.organiser_school_code as school_code, called.role as organiser_role, host.role as host_role,
    a.held_on as from_on, a.held_on as last_on, year(a.held_on - interval 8 month) as in_year, true as holds,
    json_object('group_code', a.group_code, 'school_code', a.organiser_school_code, 'kind', a.kind, 'held_on', a.held_on) as evidence
from current_group_activity a
left join education_group g on g.group_code = a.group_code
left join school s on s.school_code = a.organiser_school_code and a.held_on between s.from_on and coalesce(s.last_on, date '9999-12-31')
left join place p on p.district_code = s.lies_in and (g.region_code is null or p.region_code = g.region_code)
left join group_membership called on called.group_code = a.group_code and called.school_code = a.organiser_school_code
    and a.held_on between called.from_on and coalesce(called.last_on, date '9999-12-31')
left join group_membership host on host.group_code = a.group_code and host.school_code = a.host_school_code
    and a.held_on between host.from_on and coalesce(host.last_on, date '9999-12-31')
where coalesce(g.region_code, p.region_code) is not null

-- relation group_post: a person in a post of a group, with the post that the roll of the year gives the person
select a.* exclude (school_code), a.school_code, g.region_code, g.district_code, m.role, roll.post as roll_post,
    a.started_on as from_on, a.ended_on as last_on, year(a.started_on - interval 8 month) as in_year, true as holds,
    json_object('teacher_key', a.person_key, 'group_code', a.group_code, 'body', a.body, 'post', a.post, 'started_on', a.started_on,
        'ended_on', a.ended_on) as evidence
from current_group_post a
join education_group g on g.group_code = a.group_code
left join group_membership m on m.group_code = a.group_code and m.school_code = a.school_code
    and a.started_on between m.from_on and coalesce(m.last_on, date '9999-12-31')
left join (select teacher_key, school_year, arg_min(post, school_code) as post from teacher_roll group by teacher_key, school_year) roll
    on roll.teacher_key = a.person_key and roll.school_year = year(a.started_on - interval 8 month)

-- relation every_entry: of the ledger, whatever is planned among it; role: of its unit in its group on its day
select l.* exclude (group_code, school_code), l.group_code, l.school_code, coalesce(g.region_code, p.region_code) as region_code,
    coalesce(g.district_code, l.authority_code, s.lies_in) as district_code, m.role,
    coalesce(l.held_on, make_date(l.school_year, 9, 1)) as from_on, l.until as last_on,
    coalesce(l.school_year, year(l.held_on - interval 8 month)) as in_year,
    coalesce(l.status, 'in_force') in ('in_force', 'trial', 'planned') or l.status = 'ended' and l.until is not null as holds,
    json_object('group_code', l.group_code, 'school_code', l.school_code, 'kind', l.kind, 'item', l.item, 'held_on', l.held_on) as evidence
from current_ledger l
left join education_group g on g.group_code = l.group_code
left join school s on s.school_code = l.school_code and coalesce(l.held_on, make_date(l.school_year, 9, 1))
    between s.from_on and coalesce(s.last_on, date '9999-12-31')
left join place p on p.district_code = coalesce(l.authority_code, s.lies_in) and (g.region_code is null or p.region_code = g.region_code)
left join group_membership m on m.group_code = l.group_code and m.school_code = l.school_code
    and coalesce(l.held_on, make_date(l.school_year, 9, 1)) between m.from_on and coalesce(m.last_on, date '9999-12-31')
where coalesce(g.region_code, p.region_code) is not null

-- relation ledger: an entry about a group, a unit or the region itself; what is only planned is not there
select * from every_entry where coalesce(status, 'in_force') <> 'planned'

-- relation enrollment: a unit's grade in a school year, once for each group that the unit is in on September 1
select t.*, p.region_code, coalesce(m.district_code, s.lies_in) as district_code, m.group_code, m.role, m.member_kind,
    make_date(t.school_year, 9, 1) as from_on, make_date(t.school_year + 1, 8, 31) as last_on, t.school_year as in_year, true as holds,
    json_object('school_code', t.school_code, 'school_year', t.school_year, 'stage', t.stage, 'grade', t.grade) as evidence,
    concat_ws(' ', t.school_code, t.school_year, t.stage, t.grade) as row_key
from current_enrollment t
join school s on s.school_code = t.school_code and make_date(t.school_year, 9, 1)
    between s.from_on and coalesce(s.last_on, date '9999-12-31')
join place p on p.district_code = s.lies_in
left join group_membership m on m.region_code = p.region_code and m.school_code = t.school_code and make_date(t.school_year, 9, 1)
    between m.from_on and coalesce(m.last_on, date '9999-12-31')

-- relation school_resource: a unit's resources of a stage in a school year, once for each group that the unit is in on September 1
select t.*, p.region_code, coalesce(m.district_code, s.lies_in) as district_code, m.group_code, m.role, m.member_kind,
    make_date(t.school_year, 9, 1) as from_on, make_date(t.school_year + 1, 8, 31) as last_on, t.school_year as in_year, true as holds,
    json_object('school_code', t.school_code, 'school_year', t.school_year, 'stage', t.stage) as evidence,
    concat_ws(' ', t.school_code, t.school_year, t.stage) as row_key
from current_school_resource t
join school s on s.school_code = t.school_code and make_date(t.school_year, 9, 1)
    between s.from_on and coalesce(s.last_on, date '9999-12-31')
join place p on p.district_code = s.lies_in
left join group_membership m on m.region_code = p.region_code and m.school_code = t.school_code and make_date(t.school_year, 9, 1)
    between m.from_on and coalesce(m.last_on, date '9999-12-31')

-- relation group_year: a group in each school year of its life up to that of the build; life_from and life_to: first and last day of its life
select g.region_code, g.district_code, g.group_code, g.kind, g.form, y.school_year::integer as school_year, g.origin,
    coalesce(g.from_on, first.day, build.as_of) as life_from, coalesce(g.last_on, date '9999-12-31') as life_to
from education_group g
left join (select group_code, min(from_on) as day from group_membership group by group_code) first on first.group_code = g.group_code
cross join build
cross join lateral (select unnest(range(
    year(coalesce(g.from_on, first.day, build.as_of) - interval 8 month),
    year(least(coalesce(g.last_on, build.as_of), build.as_of) - interval 8 month) + 1)) as school_year) y

-- relation unit_year: a unit that was in a group in a school year, with its last role there; life_from and life_to: of its membership
select y.region_code, y.district_code, y.group_code, y.kind, y.form, y.school_year, m.school_code,
    arg_max(m.role, m.from_on) as role, arg_max(m.member_kind, m.from_on) as member_kind, max(m.origin) as origin,
    min(m.from_on) as life_from, max(coalesce(m.last_on, date '9999-12-31')) as life_to
from group_year y
join group_membership m on m.group_code = y.group_code and m.region_code = y.region_code
    and m.from_on <= make_date(y.school_year + 1, 8, 31)
    and coalesce(m.last_on, date '9999-12-31') >= make_date(y.school_year, 9, 1)
group by all

-- relation district_year: the region in each school year in which it has a group
select y.region_code, y.region_code as district_code, y.school_year, max(y.origin) as origin, min(y.life_from) as life_from,
    date '9999-12-31' as life_to
from group_year y
group by y.region_code, y.school_year
