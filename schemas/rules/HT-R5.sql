-- the bodies of the pilot group on September 1: so many of each word, and the five centres
with wanted (item, items, times) as (
    values ('党总支', ['党总支'], 1), ('党支部', ['党支部'], 3), ('职能部门', ['职能部门'], 3),
        ('中心', ['学生发展中心', '教师成长中心', '信息资源中心', '服务保障中心', '质量评价中心'], 5)
), pilot as (
    select s.group_code, s.school_year, make_date(s.school_year, 9, 1) as day
    from subject s
    join education_group g on g.group_code = s.group_code
    where s.in_scope and make_date(s.school_year, 9, 1) between s.life_from and s.life_to
        and exists (select 1 from setting t where t.name = 'pilot_1335' and g.name like '%' || t.value)
), body as (
    select p.group_code, p.school_year, l.item, l.entry_id, l.evidence
    from pilot p
    join ledger l on l.group_code = p.group_code and l.kind = 'body' and l.holds
        and p.day between l.from_on and coalesce(l.last_on, date '9999-12-31')
), counted as (
    select p.group_code, p.school_year, w.item, w.items, w.times, count(b.entry_id) as entries, count(distinct b.item) as words,
        coalesce(list(b.evidence order by b.evidence) filter (b.entry_id is not null), []) as evidence
    from pilot p
    cross join wanted w
    left join body b on b.group_code = p.group_code and b.school_year = p.school_year and list_contains(w.items, b.item)
    group by all
)
select group_code, '' as school_code, school_year, item as part, entries as value,
    case when not exists (select 1 from body b where b.group_code = c.group_code and b.school_year = c.school_year) then 'UNKNOWN'
        when entries = times and words = len(items) then 'PASS'
        else 'FAIL' end as result,
    evidence
from counted c
