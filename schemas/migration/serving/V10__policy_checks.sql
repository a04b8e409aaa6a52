-- What policy rules found of districts, groups and units, with the rules' names and the evidence in words (METRICS C4).

create table serving.mart_policy_check (
    school_year       integer not null,
    school_year_label text not null,
    district_code     text not null,
    district_name     text,
    group_code        text not null,
    group_name        text,
    school_code       text not null,
    school_name       text,
    subject_kind      text not null,
    subject_kind_zh   text not null,
    subject_name      text not null,
    rule_id           text not null,
    rule_zh           text not null,
    rule_en           text not null,
    stage             text not null,
    stage_zh          text not null,
    result            text not null,
    result_zh         text not null,
    hardness          text not null,
    hardness_zh       text not null,
    metric_id         text not null,
    value             double precision,
    threshold         double precision,
    n                 bigint,
    evidence          text,
    evidence_zh       text,
    flag              text not null,
    flag_zh           text not null,
    origin            text not null,
    origin_zh         text not null
);
comment on table serving.mart_policy_check is '每行一条政策规则、对象、学年与学段：核查结果及其依据 | One row per policy rule, subject, school year and stage: what was found and on what it rests';
comment on column serving.mart_policy_check.school_year is '学年（秋季年份） | School year, the int of its autumn';
comment on column serving.mart_policy_check.school_year_label is '学年 | School year as written, e.g. 2024-2025';
comment on column serving.mart_policy_check.district_code is '区划代码 | District; for a group its authority';
comment on column serving.mart_policy_check.district_name is '区划 | District';
comment on column serving.mart_policy_check.group_code is '集团代码（对象为集团时） | Group, where the rule looks at groups';
comment on column serving.mart_policy_check.group_name is '集团 | Group';
comment on column serving.mart_policy_check.school_code is '学校代码（对象为学校时） | Unit, where the rule looks at units';
comment on column serving.mart_policy_check.school_name is '学校 | Unit';
comment on column serving.mart_policy_check.subject_kind is '对象类别代码 | district, group or school';
comment on column serving.mart_policy_check.subject_kind_zh is '对象类别 | The same in Chinese';
comment on column serving.mart_policy_check.subject_name is '对象 | Name of the district, group or unit; its code where it has none';
comment on column serving.mart_policy_check.rule_id is '规则编号 | Rule';
comment on column serving.mart_policy_check.rule_zh is '规则 | What the rule asks, in Chinese; its id where it has no words';
comment on column serving.mart_policy_check.rule_en is '规则（英文） | What the rule asks, in English; its id where it has no words';
comment on column serving.mart_policy_check.stage is '学段代码 | Stage, code; empty: all';
comment on column serving.mart_policy_check.stage_zh is '学段 | Stage, in Chinese';
comment on column serving.mart_policy_check.result is '结果代码 | PASS, FAIL, UNKNOWN or NA';
comment on column serving.mart_policy_check.result_zh is '结果 | The same in Chinese';
comment on column serving.mart_policy_check.hardness is '约束代码 | hard, soft, or planned: not in force yet';
comment on column serving.mart_policy_check.hardness_zh is '约束 | The same in Chinese; 预览 for a planned rule';
comment on column serving.mart_policy_check.metric_id is '指标 | The metric that decided; empty where rows decided';
comment on column serving.mart_policy_check.value is '数值 | Value found';
comment on column serving.mart_policy_check.threshold is '要求 | Value asked for';
comment on column serving.mart_policy_check.n is '人数 | Persons behind the value';
comment on column serving.mart_policy_check.evidence is '依据（JSON） | The rows that decided, as JSON';
comment on column serving.mart_policy_check.evidence_zh is '依据 | The same in Chinese words';
comment on column serving.mart_policy_check.flag is '标记代码 | Why the value is as it is';
comment on column serving.mart_policy_check.flag_zh is '标记 | The flag in Chinese';
comment on column serving.mart_policy_check.origin is '来源代码 | reported or synthetic';
comment on column serving.mart_policy_check.origin_zh is '来源 | Origin, in Chinese: 报送数据 or 合成数据';

select serving.protect('serving.mart_policy_check');
