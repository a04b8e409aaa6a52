-- How sure the places of an assessment are: every place with its interval, and whom a group cannot be told apart from.

create table serving.rel_assessment_rank (
    scheme_id           text not null,
    scheme_version      integer not null,
    district_code       text not null,
    group_code          text not null,
    school_code         text not null,
    school_year         integer not null,
    as_of               date not null,
    rank                double precision,
    ranked_groups       bigint,
    rank_median         double precision,
    rank_p05            double precision,
    rank_p95            double precision,
    top_places          bigint,
    p_top               double precision,
    p_grade             double precision,
    indistinct_groups   bigint,
    first_weights       double precision,
    total_weights       double precision,
    first_normalisation double precision,
    total_normalisation double precision,
    first_aggregation   double precision,
    total_aggregation   double precision,
    first_left_out      double precision,
    total_left_out      double precision,
    first_error         double precision,
    total_error         double precision,
    draws               bigint,
    flag                text not null,
    marks               text not null,
    origin              text not null
);
comment on table serving.rel_assessment_rank is '每行一个方案对一个考核对象的一年名次及其区间 | One row per scheme, subject and assessed year: its place and how sure it is';
comment on column serving.rel_assessment_rank.scheme_id is '方案编号 | Scheme';
comment on column serving.rel_assessment_rank.scheme_version is '方案版本 | Version of the scheme';
comment on column serving.rel_assessment_rank.district_code is '区划代码 | District; for a group its authority';
comment on column serving.rel_assessment_rank.group_code is '集团代码 | Group';
comment on column serving.rel_assessment_rank.school_code is '学校代码（考核对象为学校时） | Unit, where the scheme scores units';
comment on column serving.rel_assessment_rank.school_year is '考核学年 | Assessed school year';
comment on column serving.rel_assessment_rank.as_of is '统计截止日 | The day the figures speak of';
comment on column serving.rel_assessment_rank.rank is '名次（按得分，1 为最好；同分取中间名次） | Place by score, 1 is the best; the same score shares the middle of the places';
comment on column serving.rel_assessment_rank.ranked_groups is '有名次的集团数 | Groups that have a place';
comment on column serving.rel_assessment_rank.rank_median is '名次中位数（各次模拟） | Median of the place over the draws';
comment on column serving.rel_assessment_rank.rank_p05 is '名次 90% 区间的好端 | Place at the better end of its 90 % interval';
comment on column serving.rel_assessment_rank.rank_p95 is '名次 90% 区间的差端 | Place at the worse end of its 90 % interval';
comment on column serving.rel_assessment_rank.top_places is '前几名（p_top 所指） | How many places p_top speaks of';
comment on column serving.rel_assessment_rank.p_top is '进入前几名的概率 | Probability of being among the first of them';
comment on column serving.rel_assessment_rank.p_grade is '得到现有等级的概率 | Probability of the grade that it has';
comment on column serving.rel_assessment_rank.indistinct_groups is '与之不可区分的集团数（90% 区间重叠） | Groups it cannot be told apart from: their 90 % intervals overlap';
comment on column serving.rel_assessment_rank.first_weights is '名次方差中单由权重引起的比例（一阶 Sobol 指数） | Share of the variance of the place from the weights alone (first-order Sobol index)';
comment on column serving.rel_assessment_rank.total_weights is '名次方差中与权重有关的比例（总 Sobol 指数） | Share of it from the weights, alone and with other sources (total index)';
comment on column serving.rel_assessment_rank.first_normalisation is '单由无量纲化方法引起的比例 | From the way of normalising alone';
comment on column serving.rel_assessment_rank.total_normalisation is '与无量纲化方法有关的比例 | From the way of normalising, alone and with others';
comment on column serving.rel_assessment_rank.first_aggregation is '单由汇总方法引起的比例 | From the way of aggregating alone';
comment on column serving.rel_assessment_rank.total_aggregation is '与汇总方法有关的比例 | From the way of aggregating, alone and with others';
comment on column serving.rel_assessment_rank.first_left_out is '单由去掉一项指标引起的比例 | From leaving one indicator out alone';
comment on column serving.rel_assessment_rank.total_left_out is '与去掉一项指标有关的比例 | From leaving one indicator out, alone and with others';
comment on column serving.rel_assessment_rank.first_error is '单由指标误差引起的比例 | From the errors of the indicators alone';
comment on column serving.rel_assessment_rank.total_error is '与指标误差有关的比例 | From the errors of the indicators, alone and with others';
comment on column serving.rel_assessment_rank.draws is '模拟次数 | Draws';
comment on column serving.rel_assessment_rank.flag is '标记 | Why it is as it is';
comment on column serving.rel_assessment_rank.marks is '说明（equal_assumed 等权假定，inferred 推断，proxy 替代，placeholder 暂定） | What the scheme assumes';
comment on column serving.rel_assessment_rank.origin is '来源（reported 报送，synthetic 合成） | Reported or synthetic';

select serving.protect('serving.rel_assessment_rank');
