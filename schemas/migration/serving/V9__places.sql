-- The place beside every score of an assessment, never without its interval and whom it cannot be told from (METRICS C1, step 8). Texts
-- that are never empty have a default for the rows of the release that is still shown, until the next one replaces them.

alter table serving.mart_assessment add column score_marks_zh text not null default '';
alter table serving.mart_assessment add column rank double precision;
alter table serving.mart_assessment add column ranked_groups bigint;
alter table serving.mart_assessment add column rank_median double precision;
alter table serving.mart_assessment add column rank_p05 double precision;
alter table serving.mart_assessment add column rank_p95 double precision;
alter table serving.mart_assessment add column rank_zh text;
alter table serving.mart_assessment add column top_places bigint;
alter table serving.mart_assessment add column p_top double precision;
alter table serving.mart_assessment add column indistinct_groups bigint;
alter table serving.mart_assessment add column indistinct_names text;
alter table serving.mart_assessment add column rank_flag text not null default 'MISSING_INPUT';
alter table serving.mart_assessment add column rank_flag_zh text not null default '数据缺失';

comment on column serving.mart_assessment.score_marks_zh is '得分所含假定 | What the scheme assumes in the score, in Chinese';
comment on column serving.mart_assessment.rank is '位次（1 为最高分；同分取中间位次；须与区间同读） | Place by score, 1 is the highest; equal scores share the middle place; never without its interval';
comment on column serving.mart_assessment.ranked_groups is '有位次的集团数 | Groups that have a place';
comment on column serving.mart_assessment.rank_median is '位次中位数（各次模拟） | Median of the place over the draws';
comment on column serving.mart_assessment.rank_p05 is '位次 90% 区间（靠前一端） | Better end of the 90 % interval of the place';
comment on column serving.mart_assessment.rank_p95 is '位次 90% 区间（靠后一端） | Worse end of the 90 % interval of the place';
comment on column serving.mart_assessment.rank_zh is '位次与 90% 区间 | The place with its interval, in Chinese words';
comment on column serving.mart_assessment.top_places is '前几名（概率所指） | How many places the probability speaks of';
comment on column serving.mart_assessment.p_top is '进入前几名的概率 | Probability of being among the first of them';
comment on column serving.mart_assessment.indistinct_groups is '位次不可区分的集团数（90% 区间有重叠） | Groups whose places cannot be told from this one: their 90 % intervals overlap';
comment on column serving.mart_assessment.indistinct_names is '位次不可区分的集团（本区划内） | Which they are, of the same district';
comment on column serving.mart_assessment.rank_flag is '位次标记代码 | Why the place is as it is, or why there is none';
comment on column serving.mart_assessment.rank_flag_zh is '位次标记 | The same in Chinese';
