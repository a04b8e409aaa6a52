-- Released rows: what researchers query, and what marts are made of.

create table serving.rel_metric_value (
    metric_id         text not null,
    card_version      integer not null,
    measure           text not null,
    variant           text not null,
    district_code     text not null,
    group_code        text not null,
    school_code       text not null,
    school_year       integer not null,
    base_year         integer,
    as_of             date not null,
    exam_code         text not null,
    stage             text not null,
    grade             text not null,
    subject           text not null,
    value             double precision,
    value_raw         double precision,
    se                double precision,
    ci_lo             double precision,
    ci_hi             double precision,
    ci_method         text,
    ci_frame          text not null,
    p                 double precision,
    q                 double precision,
    n                 bigint,
    k                 bigint,
    left_out_units    bigint,
    left_out_students bigint,
    flag              text not null,
    verdict           text,
    origin            text not null
);
comment on table serving.rel_metric_value is '每行一个指标值（已按公开规则处理） | One row per figure, after disclosure';
comment on column serving.rel_metric_value.metric_id is '指标编号 | Metric';
comment on column serving.rel_metric_value.card_version is '指标卡版本 | Version of its card';
comment on column serving.rel_metric_value.measure is '量 | What of the metric';
comment on column serving.rel_metric_value.variant is '口径 | The reading';
comment on column serving.rel_metric_value.district_code is '区划代码 | District; for a group its authority, for a unit where it lies';
comment on column serving.rel_metric_value.group_code is '集团代码 | Group; empty where it is none''s';
comment on column serving.rel_metric_value.school_code is '学校代码 | Unit; empty where it is none''s';
comment on column serving.rel_metric_value.school_year is '学年（秋季年份） | School year, the int of its autumn';
comment on column serving.rel_metric_value.base_year is '基准年 | School year a change compares with';
comment on column serving.rel_metric_value.as_of is '统计截止日 | The day the figures speak of';
comment on column serving.rel_metric_value.exam_code is '考试代码 | Exam';
comment on column serving.rel_metric_value.stage is '学段 | Stage';
comment on column serving.rel_metric_value.grade is '年级 | Grade';
comment on column serving.rel_metric_value.subject is '学科 | Subject';
comment on column serving.rel_metric_value.value is '值 | Value, unrounded';
comment on column serving.rel_metric_value.value_raw is '规则调整前的值 | Value before a rule of the card changed it';
comment on column serving.rel_metric_value.se is '标准误 | Standard error';
comment on column serving.rel_metric_value.ci_lo is '95% 区间下限 | Lower end of the 95 % interval';
comment on column serving.rel_metric_value.ci_hi is '95% 区间上限 | Upper end of the 95 % interval';
comment on column serving.rel_metric_value.ci_method is '区间方法 | Method of the interval';
comment on column serving.rel_metric_value.ci_frame is '区间口径（census 学生抽样误差，schools 学校间差异） | census: pupils'' noise; schools: units as a sample';
comment on column serving.rel_metric_value.p is 'p 值 | p of no change';
comment on column serving.rel_metric_value.q is '校正后的 p 值 | p adjusted over its family';
comment on column serving.rel_metric_value.n is '人数 | Students (or teachers: the card says)';
comment on column serving.rel_metric_value.k is '学校数 | Units used';
comment on column serving.rel_metric_value.left_out_units is '未纳入的学校 | Units left out';
comment on column serving.rel_metric_value.left_out_students is '未纳入的学生 | Students left out';
comment on column serving.rel_metric_value.flag is '标记（为何如此） | Why the figure is as it is';
comment on column serving.rel_metric_value.verdict is '结论 | Verdict';
comment on column serving.rel_metric_value.origin is '来源（reported 报送，synthetic 合成） | Reported or synthetic';

create table serving.rel_assessment_score (
    scheme_id      text not null,
    scheme_version integer not null,
    district_code  text not null,
    group_code     text not null,
    school_code    text not null,
    school_year    integer not null,
    as_of          date not null,
    score          double precision,
    score_raw      double precision,
    coverage       double precision,
    grade          text,
    counted_units  bigint,
    waiting_units  bigint,
    flag           text not null,
    marks          text not null,
    origin         text not null
);
comment on table serving.rel_assessment_score is '每行一个方案对一个考核对象的一年得分 | One row per scheme, subject and assessed year';
comment on column serving.rel_assessment_score.scheme_id is '方案编号 | Scheme';
comment on column serving.rel_assessment_score.scheme_version is '方案版本 | Version of the scheme';
comment on column serving.rel_assessment_score.district_code is '区划代码 | District; for a group its authority';
comment on column serving.rel_assessment_score.group_code is '集团代码 | Group';
comment on column serving.rel_assessment_score.school_code is '学校代码（考核对象为学校时） | Unit, where the scheme scores units';
comment on column serving.rel_assessment_score.school_year is '考核学年 | Assessed school year';
comment on column serving.rel_assessment_score.as_of is '统计截止日 | The day the figures speak of';
comment on column serving.rel_assessment_score.score is '得分（加减分之后） | Score after adjustments';
comment on column serving.rel_assessment_score.score_raw is '得分（加减分之前） | Score before adjustments';
comment on column serving.rel_assessment_score.coverage is '指标覆盖率 | Share of the weights that had a value';
comment on column serving.rel_assessment_score.grade is '等级（方案有等级时） | Grade, where the scheme has grades';
comment on column serving.rel_assessment_score.counted_units is '计入的学校 | Units counted';
comment on column serving.rel_assessment_score.waiting_units is '尚不计入的学校（未满规定学年） | Units that do not count yet';
comment on column serving.rel_assessment_score.flag is '标记 | Why it is as it is';
comment on column serving.rel_assessment_score.marks is '说明（equal_assumed 等权假定，inferred 推断，proxy 替代，placeholder 暂定） | What the scheme assumes';
comment on column serving.rel_assessment_score.origin is '来源（reported 报送，synthetic 合成） | Reported or synthetic';

create table serving.rel_assessment_indicator (
    scheme_id      text not null,
    scheme_version integer not null,
    district_code  text not null,
    group_code     text not null,
    school_code    text not null,
    school_year    integer not null,
    as_of          date not null,
    node_id        text not null,
    parent_id      text not null,
    node_kind      text not null,
    position       integer not null,
    name           text not null,
    weight         double precision,
    weight_used    double precision,
    metric_id      text not null,
    measure        text not null,
    variant        text not null,
    unit           text not null,
    value          double precision,
    normalised     double precision,
    contribution   double precision,
    coverage       double precision,
    n              bigint,
    k              bigint,
    flag           text not null,
    marks          text not null,
    origin         text not null
);
comment on table serving.rel_assessment_indicator is '每行一个方案、考核对象与指标（或节点、加减分项） | One row per scheme, subject and indicator, node or adjustment';
comment on column serving.rel_assessment_indicator.scheme_id is '方案编号 | Scheme';
comment on column serving.rel_assessment_indicator.scheme_version is '方案版本 | Version of the scheme';
comment on column serving.rel_assessment_indicator.district_code is '区划代码 | District; for a group its authority';
comment on column serving.rel_assessment_indicator.group_code is '集团代码 | Group';
comment on column serving.rel_assessment_indicator.school_code is '学校代码（考核对象为学校时） | Unit, where the scheme scores units';
comment on column serving.rel_assessment_indicator.school_year is '考核学年 | Assessed school year';
comment on column serving.rel_assessment_indicator.as_of is '统计截止日 | The day the figures speak of';
comment on column serving.rel_assessment_indicator.node_id is '指标编号 | Indicator, node or adjustment';
comment on column serving.rel_assessment_indicator.parent_id is '上级指标 | Node above; empty below the root';
comment on column serving.rel_assessment_indicator.node_kind is '类别（leaf 指标，node 节点，adjustment 加减分） | leaf, node or adjustment';
comment on column serving.rel_assessment_indicator.position is '顺序 | Order in the scheme';
comment on column serving.rel_assessment_indicator.name is '指标名称 | Name';
comment on column serving.rel_assessment_indicator.weight is '权重（同级之和为 1） | Weight among its siblings';
comment on column serving.rel_assessment_indicator.weight_used is '实际权重（占总分） | Share of the whole score after missing ones were left out';
comment on column serving.rel_assessment_indicator.metric_id is '指标 | Metric of a leaf';
comment on column serving.rel_assessment_indicator.measure is '量 | Measure of a leaf';
comment on column serving.rel_assessment_indicator.variant is '口径 | Variant of a leaf';
comment on column serving.rel_assessment_indicator.unit is '对象（牵头校、成员校、集团等） | Whose figure it takes';
comment on column serving.rel_assessment_indicator.value is '指标值 | Value of the metric';
comment on column serving.rel_assessment_indicator.normalised is '标准化得分（0—100） | Normalised, 0 to 100';
comment on column serving.rel_assessment_indicator.contribution is '对总分的贡献 | Contribution to the score; contributions add up to it';
comment on column serving.rel_assessment_indicator.coverage is '覆盖率 | Share of the weights below that had a value';
comment on column serving.rel_assessment_indicator.n is '人数 | Students (or teachers)';
comment on column serving.rel_assessment_indicator.k is '学校数 | Units used';
comment on column serving.rel_assessment_indicator.flag is '标记 | Why it is as it is';
comment on column serving.rel_assessment_indicator.marks is '说明（equal_assumed 等权假定，inferred 推断，proxy 替代，placeholder 暂定） | What the scheme assumes';
comment on column serving.rel_assessment_indicator.origin is '来源（reported 报送，synthetic 合成） | Reported or synthetic';

create table serving.rel_policy_check (
    rule_id       text not null,
    district_code text not null,
    group_code    text not null,
    school_code   text not null,
    school_year   integer not null,
    as_of         date not null,
    stage         text not null,
    result        text not null,
    hardness      text not null,
    metric_id     text not null,
    value         double precision,
    threshold     double precision,
    n             bigint,
    evidence      text not null,
    flag          text not null,
    origin        text not null
);
comment on table serving.rel_policy_check is '每行一条政策规则对一个对象的一年核查 | One row per rule, subject and school year';
comment on column serving.rel_policy_check.rule_id is '规则编号 | Rule';
comment on column serving.rel_policy_check.district_code is '区划代码 | District; for a group its authority';
comment on column serving.rel_policy_check.group_code is '集团代码 | Group';
comment on column serving.rel_policy_check.school_code is '学校代码 | Unit';
comment on column serving.rel_policy_check.school_year is '学年（秋季年份） | School year';
comment on column serving.rel_policy_check.as_of is '统计截止日 | The day the figures speak of';
comment on column serving.rel_policy_check.stage is '学段（空为全部） | Stage; empty: all';
comment on column serving.rel_policy_check.result is '结果（PASS 达到，FAIL 未达到，UNKNOWN 无法判断，NA 不适用） | PASS, FAIL, UNKNOWN or NA';
comment on column serving.rel_policy_check.hardness is '性质（hard 硬性，soft 倡导） | hard or soft';
comment on column serving.rel_policy_check.metric_id is '依据指标 | Metric it rests on';
comment on column serving.rel_policy_check.value is '指标值 | Value found';
comment on column serving.rel_policy_check.threshold is '要求 | Value asked for';
comment on column serving.rel_policy_check.n is '人数 | Students (or teachers)';
comment on column serving.rel_policy_check.evidence is '依据 | The rows that decided: keys and dates';
comment on column serving.rel_policy_check.flag is '标记 | Why it is as it is';
comment on column serving.rel_policy_check.origin is '来源（reported 报送，synthetic 合成） | Reported or synthetic';
