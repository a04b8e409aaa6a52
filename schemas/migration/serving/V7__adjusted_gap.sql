-- The composition check beside every change of a gap: the same change on intake-adjusted scores (METRICS B4). Texts are never empty; the
-- rows of the release that is still shown have the default until the next one replaces them.

alter table serving.mart_gap_change add column adjusted_change double precision;
alter table serving.mart_gap_change add column adjusted_lo double precision;
alter table serving.mart_gap_change add column adjusted_hi double precision;
alter table serving.mart_gap_change add column adjusted_verdict text not null default 'NOT_JUDGED';
alter table serving.mart_gap_change add column adjusted_verdict_zh text not null default '不作判断';
alter table serving.mart_gap_change add column adjusted_schools_lo double precision;
alter table serving.mart_gap_change add column adjusted_schools_hi double precision;
alter table serving.mart_gap_change add column adjusted_schools_verdict text not null default 'NOT_JUDGED';
alter table serving.mart_gap_change add column adjusted_schools_verdict_zh text not null default '不作判断';
alter table serving.mart_gap_change add column adjusted_n bigint;
alter table serving.mart_gap_change add column adjusted_k bigint;
alter table serving.mart_gap_change add column adjusted_left_out_units bigint;
alter table serving.mart_gap_change add column adjusted_left_out_students bigint;
alter table serving.mart_gap_change add column adjusted_flag text not null default 'MISSING_INPUT';
alter table serving.mart_gap_change add column adjusted_flag_zh text not null default '数据缺失';

comment on column serving.mart_gap_change.adjusted_change is '调整后的变化 | Change of the gap''s size on intake-adjusted scores; below 0 is narrower';
comment on column serving.mart_gap_change.adjusted_lo is '调整后变化下限 | Lower end of its 95 % interval (pupils'' noise)';
comment on column serving.mart_gap_change.adjusted_hi is '调整后变化上限 | Upper end of its 95 % interval (pupils'' noise)';
comment on column serving.mart_gap_change.adjusted_verdict is '调整后结论代码 | Verdict on intake-adjusted scores';
comment on column serving.mart_gap_change.adjusted_verdict_zh is '调整后结论 | The same in Chinese';
comment on column serving.mart_gap_change.adjusted_schools_lo is '调整后变化下限（学校间差异） | Lower end on intake-adjusted scores where units are a sample';
comment on column serving.mart_gap_change.adjusted_schools_hi is '调整后变化上限（学校间差异） | Upper end on intake-adjusted scores where units are a sample';
comment on column serving.mart_gap_change.adjusted_schools_verdict is '调整后结论代码（学校间差异） | Verdict on intake-adjusted scores where units are a sample';
comment on column serving.mart_gap_change.adjusted_schools_verdict_zh is '调整后结论（学校间差异） | The same in Chinese';
comment on column serving.mart_gap_change.adjusted_n is '调整后所用学生 | Students with an earlier score behind the change on intake-adjusted scores';
comment on column serving.mart_gap_change.adjusted_k is '调整后所用学校 | Units with enough such students';
comment on column serving.mart_gap_change.adjusted_left_out_units is '调整后未纳入学校 | Units left out of the change on intake-adjusted scores';
comment on column serving.mart_gap_change.adjusted_left_out_students is '调整后未纳入学生 | Students left out of the change on intake-adjusted scores';
comment on column serving.mart_gap_change.adjusted_flag is '调整后标记代码 | Why the change on intake-adjusted scores is as it is, or why there is none';
comment on column serving.mart_gap_change.adjusted_flag_zh is '调整后标记 | The same in Chinese';
