-- Themes Enrollment 招生变化, Exchange 教师交流 and Bundled assessment 捆绑评价.

create table serving.mart_enrollment (
    school_year       integer not null,
    school_year_label text not null,
    district_code     text not null,
    district_name     text,
    grain             text not null,
    grain_zh          text not null,
    group_code        text not null,
    group_name        text,
    school_code       text not null,
    school_name       text,
    stage             text not null,
    stage_zh          text,
    intake            double precision,
    intake_flag       text not null,
    base_year         integer,
    growth            double precision,
    growth_lo         double precision,
    growth_hi         double precision,
    growth_flag       text not null,
    share_shift       double precision,
    share_shift_flag  text not null,
    origin            text not null,
    origin_zh         text not null
);
comment on table serving.mart_enrollment is '每行一个区域、集团、集团一方或学校的一年一学段招生 | One row per district, group, side of a group or unit, school year and stage';
comment on column serving.mart_enrollment.school_year is '学年（秋季年份） | School year, the int of its autumn';
comment on column serving.mart_enrollment.school_year_label is '学年 | School year as written, e.g. 2024-2025';
comment on column serving.mart_enrollment.district_code is '区划代码 | District; for a group its authority';
comment on column serving.mart_enrollment.district_name is '区划 | District';
comment on column serving.mart_enrollment.grain is '层级代码 | district, group, lead, member or unit';
comment on column serving.mart_enrollment.grain_zh is '层级 | 区域, 集团, 牵头校, 成员校 or 学校';
comment on column serving.mart_enrollment.group_code is '集团代码 | Group; empty where it is none''s';
comment on column serving.mart_enrollment.group_name is '集团 | Group';
comment on column serving.mart_enrollment.school_code is '学校代码 | Unit; empty where it is none''s';
comment on column serving.mart_enrollment.school_name is '学校 | Unit';
comment on column serving.mart_enrollment.stage is '学段代码 | Stage, code';
comment on column serving.mart_enrollment.stage_zh is '学段 | Stage, in Chinese';
comment on column serving.mart_enrollment.intake is '招生数 | New entrants';
comment on column serving.mart_enrollment.intake_flag is '招生数标记 | Why the intake is as it is';
comment on column serving.mart_enrollment.base_year is '基准学年 | School year compared with (before founding)';
comment on column serving.mart_enrollment.growth is '招生增长率 | Growth of the intake since the base year';
comment on column serving.mart_enrollment.growth_lo is '增长率下限 | Lower end of its 95 % interval, from the log ratio';
comment on column serving.mart_enrollment.growth_hi is '增长率上限 | Upper end of its 95 % interval, from the log ratio';
comment on column serving.mart_enrollment.growth_flag is '增长率标记 | Why the growth is as it is';
comment on column serving.mart_enrollment.share_shift is '招生份额变化 | Change of the share of the district''s intake since the base year';
comment on column serving.mart_enrollment.share_shift_flag is '份额变化标记 | Why the shift is as it is';
comment on column serving.mart_enrollment.origin is '来源代码 | reported or synthetic';
comment on column serving.mart_enrollment.origin_zh is '来源 | Origin, in Chinese: 报送数据 or 合成数据';

create table serving.mart_exchange (
    school_year       integer not null,
    school_year_label text not null,
    district_code     text not null,
    district_name     text,
    grain             text not null,
    grain_zh          text not null,
    group_code        text not null,
    group_name        text,
    school_code       text not null,
    school_name       text,
    stage             text not null,
    stage_zh          text,
    rate              double precision,
    rate_lo           double precision,
    rate_hi           double precision,
    eligible          bigint,
    rate_flag         text not null,
    backbone_share    double precision,
    backbone_lo       double precision,
    backbone_hi       double precision,
    exchanged         bigint,
    backbone_flag     text not null,
    origin            text not null,
    origin_zh         text not null
);
comment on table serving.mart_exchange is '每行一个区域、集团或学校的一年教师交流 | One row per district, group or unit, school year and stage';
comment on column serving.mart_exchange.school_year is '学年（秋季年份） | School year, the int of its autumn';
comment on column serving.mart_exchange.school_year_label is '学年 | School year as written, e.g. 2024-2025';
comment on column serving.mart_exchange.district_code is '区划代码 | District; for a group its authority';
comment on column serving.mart_exchange.district_name is '区划 | District';
comment on column serving.mart_exchange.grain is '层级代码 | district, group, lead, member or unit';
comment on column serving.mart_exchange.grain_zh is '层级 | 区域, 集团, 牵头校, 成员校 or 学校';
comment on column serving.mart_exchange.group_code is '集团代码 | Group; empty where it is none''s';
comment on column serving.mart_exchange.group_name is '集团 | Group';
comment on column serving.mart_exchange.school_code is '学校代码 | Unit; empty where it is none''s';
comment on column serving.mart_exchange.school_name is '学校 | Unit';
comment on column serving.mart_exchange.stage is '学段代码（空为全部） | Stage, code; empty: all';
comment on column serving.mart_exchange.stage_zh is '学段 | Stage, in Chinese';
comment on column serving.mart_exchange.rate is '交流比例 | Exchanged of those eligible';
comment on column serving.mart_exchange.rate_lo is '交流比例下限 | Lower end of its 95 % interval';
comment on column serving.mart_exchange.rate_hi is '交流比例上限 | Upper end of its 95 % interval';
comment on column serving.mart_exchange.eligible is '应交流教师 | Eligible teachers';
comment on column serving.mart_exchange.rate_flag is '交流比例标记 | Why the rate is as it is';
comment on column serving.mart_exchange.backbone_share is '骨干比例 | Backbone teachers of those exchanged';
comment on column serving.mart_exchange.backbone_lo is '骨干比例下限 | Lower end of its 95 % interval';
comment on column serving.mart_exchange.backbone_hi is '骨干比例上限 | Upper end of its 95 % interval';
comment on column serving.mart_exchange.exchanged is '交流教师 | Exchanged teachers';
comment on column serving.mart_exchange.backbone_flag is '骨干比例标记 | Why the share is as it is';
comment on column serving.mart_exchange.origin is '来源代码 | reported or synthetic';
comment on column serving.mart_exchange.origin_zh is '来源 | Origin, in Chinese: 报送数据 or 合成数据';

create table serving.mart_assessment (
    school_year       integer not null,
    school_year_label text not null,
    district_code     text not null,
    district_name     text,
    group_code        text not null,
    group_name        text,
    school_code       text not null,
    school_name       text,
    scheme_id         text not null,
    scheme_version    integer not null,
    score             double precision,
    score_coverage    double precision,
    grade             text,
    score_flag        text not null,
    node_id           text not null,
    parent_id         text not null,
    node_kind         text not null,
    position          integer not null,
    node_name         text not null,
    weight            double precision,
    metric_id         text not null,
    value             double precision,
    normalised        double precision,
    contribution      double precision,
    marks_zh          text not null,
    flag              text not null,
    flag_zh           text not null,
    origin            text not null,
    origin_zh         text not null
);
comment on table serving.mart_assessment is '每行一个方案、考核对象与指标：得分及其构成 | One row per scheme, subject and indicator, node or adjustment, with the score of its subject';
comment on column serving.mart_assessment.school_year is '学年（秋季年份） | School year, the int of its autumn';
comment on column serving.mart_assessment.school_year_label is '学年 | School year as written, e.g. 2024-2025';
comment on column serving.mart_assessment.district_code is '区划代码 | District; for a group its authority';
comment on column serving.mart_assessment.district_name is '区划 | District';
comment on column serving.mart_assessment.group_code is '集团代码 | Group';
comment on column serving.mart_assessment.group_name is '集团 | Group';
comment on column serving.mart_assessment.school_code is '学校代码 | Unit, where the scheme scores units';
comment on column serving.mart_assessment.school_name is '学校 | Unit';
comment on column serving.mart_assessment.scheme_id is '方案编号 | Scheme';
comment on column serving.mart_assessment.scheme_version is '方案版本 | Version of the scheme';
comment on column serving.mart_assessment.score is '得分 | Score after adjustments';
comment on column serving.mart_assessment.score_coverage is '覆盖率 | Share of the weights that had a value';
comment on column serving.mart_assessment.grade is '等级 | Grade, where the scheme has grades';
comment on column serving.mart_assessment.score_flag is '得分标记 | Why the score is as it is';
comment on column serving.mart_assessment.node_id is '指标编号 | Indicator, node or adjustment';
comment on column serving.mart_assessment.parent_id is '上级指标 | Node above';
comment on column serving.mart_assessment.node_kind is '类别 | leaf, node or adjustment';
comment on column serving.mart_assessment.position is '顺序 | Order in the scheme';
comment on column serving.mart_assessment.node_name is '指标名称 | Name';
comment on column serving.mart_assessment.weight is '权重 | Weight among its siblings';
comment on column serving.mart_assessment.metric_id is '指标 | Metric of a leaf';
comment on column serving.mart_assessment.value is '指标值 | Value of the metric';
comment on column serving.mart_assessment.normalised is '标准化得分 | 0 to 100';
comment on column serving.mart_assessment.contribution is '贡献 | Contribution to the score';
comment on column serving.mart_assessment.marks_zh is '说明 | What the scheme assumes, in Chinese';
comment on column serving.mart_assessment.flag is '标记代码 | Why the figure is as it is';
comment on column serving.mart_assessment.flag_zh is '标记 | The flag in Chinese';
comment on column serving.mart_assessment.origin is '来源代码 | reported or synthetic';
comment on column serving.mart_assessment.origin_zh is '来源 | Origin, in Chinese: 报送数据 or 合成数据';
