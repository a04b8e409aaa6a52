-- Dimensions: names of districts, units, groups and exams. No person is in them.


create table serving.dim_district (
    district_code text primary key,
    name          text not null,
    parent_code   text,
    level         text,
    origin        text
);
comment on table serving.dim_district is '每行一个区划 | One row per district';
comment on column serving.dim_district.district_code is '区划代码 | District code';
comment on column serving.dim_district.name is '区划名称 | Name';
comment on column serving.dim_district.parent_code is '上级区划代码 | District above';
comment on column serving.dim_district.level is '级别 | Level';
comment on column serving.dim_district.origin is '来源（reported 报送，synthetic 合成） | Reported or synthetic';

create table serving.dim_school (
    school_code      text primary key,
    name             text not null,
    district_code    text,
    authority_code   text,
    part_of          text,
    stages           text,
    schooling_system text,
    setting_code     text,
    ownership        text,
    opened_on        date,
    closed_on        date,
    origin           text
);
comment on table serving.dim_school is '每行一所学校或有单独数据的校区 | One row per unit: a school, or a campus with figures of its own';
comment on column serving.dim_school.school_code is '学校代码 | Unit code';
comment on column serving.dim_school.name is '学校名称 | Name';
comment on column serving.dim_school.district_code is '所在区划 | Where it lies';
comment on column serving.dim_school.authority_code is '主管部门区划 | Who runs it';
comment on column serving.dim_school.part_of is '所属学校 | The school it is a part of';
comment on column serving.dim_school.stages is '学段 | Stages it teaches';
comment on column serving.dim_school.schooling_system is '学制 | Schooling system';
comment on column serving.dim_school.setting_code is '城乡分类 | Urban or rural setting';
comment on column serving.dim_school.ownership is '办学性质 | Public or private';
comment on column serving.dim_school.opened_on is '建校日期 | Opened on';
comment on column serving.dim_school.closed_on is '撤销日期 | Closed on';
comment on column serving.dim_school.origin is '来源（reported 报送，synthetic 合成） | Reported or synthetic';

create table serving.dim_group (
    group_code     text primary key,
    name           text not null,
    authority_code text,
    kind           text,
    form           text,
    founded_on     date,
    dissolved_on   date,
    origin         text
);
comment on table serving.dim_group is '每行一个教育集团（联盟、联合体等） | One row per group';
comment on column serving.dim_group.group_code is '集团代码 | Group code';
comment on column serving.dim_group.name is '集团名称 | Name';
comment on column serving.dim_group.authority_code is '主管部门区划 | The authority its figures belong to';
comment on column serving.dim_group.kind is '类型 | Kind of group';
comment on column serving.dim_group.form is '形式 | Local form';
comment on column serving.dim_group.founded_on is '成立日期 | Founded on';
comment on column serving.dim_group.dissolved_on is '解散日期 | Dissolved on';
comment on column serving.dim_group.origin is '来源（reported 报送，synthetic 合成） | Reported or synthetic';

create table serving.dim_membership (
    group_code  text not null,
    school_code text not null,
    role        text not null,
    member_kind text,
    joined_on   date not null,
    left_on     date,
    approximate boolean not null,
    origin      text
);
comment on table serving.dim_membership is '每行一段成员关系（按现在所知） | One row per membership span, as known at the release';
comment on column serving.dim_membership.group_code is '集团代码 | Group code';
comment on column serving.dim_membership.school_code is '学校代码 | Unit code';
comment on column serving.dim_membership.role is '角色 | lead, member, peer or base';
comment on column serving.dim_membership.member_kind is '成员校类别 | Kind of member';
comment on column serving.dim_membership.joined_on is '加入日期 | Joined on';
comment on column serving.dim_membership.left_on is '退出日期（空为在册） | Left on; empty: still in';
comment on column serving.dim_membership.approximate is '日期为近似值 | Some of its days rest on a stated joined day alone';
comment on column serving.dim_membership.origin is '来源（reported 报送，synthetic 合成） | Reported or synthetic';

create table serving.dim_exam (
    exam_code     text primary key,
    district_code text,
    series        text not null,
    school_year   integer not null,
    term          integer,
    kind          text not null,
    stage         text,
    grade         text,
    held_on       date
);
comment on table serving.dim_exam is '每行一次考试 | One row per exam';
comment on column serving.dim_exam.exam_code is '考试代码 | Exam code';
comment on column serving.dim_exam.district_code is '组织考试的区划 | Whose pupils sat it';
comment on column serving.dim_exam.series is '考试系列（可跨年比较） | What makes exams comparable over years';
comment on column serving.dim_exam.school_year is '学年（秋季年份） | School year, the int of its autumn';
comment on column serving.dim_exam.term is '学期 | Term';
comment on column serving.dim_exam.kind is '考试类别 | Kind of exam';
comment on column serving.dim_exam.stage is '学段 | Stage';
comment on column serving.dim_exam.grade is '年级 | Grade';
comment on column serving.dim_exam.held_on is '考试日期 | Held on';
