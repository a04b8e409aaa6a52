-- What bureaus have said in public, held against what their own files give.

create table serving.rel_published_check (
    figure_id        text not null,
    district_code    text not null,
    item             text,
    as_of            date,
    built_as_of      date not null,
    value            double precision,
    unit             text,
    bound            text not null,
    source           text,
    quote            text,
    computed         double precision,
    lowest           double precision,
    highest          double precision,
    result           text not null,
    contradiction_zh text not null,
    contradiction_en text not null,
    origin           text not null
);
comment on table serving.rel_published_check is '每行一个公开发布的数与按报送数据算得的数 | One row per figure that a bureau has published, beside what its files give';
comment on column serving.rel_published_check.figure_id is '公开数据编号 | The published figure';
comment on column serving.rel_published_check.district_code is '区划代码 | District';
comment on column serving.rel_published_check.item is '事项 | What it counts';
comment on column serving.rel_published_check.as_of is '公开数据所指之日 | The day it speaks of';
comment on column serving.rel_published_check.built_as_of is '统计截止日 | The day of the build';
comment on column serving.rel_published_check.value is '公布的数 | As published';
comment on column serving.rel_published_check.unit is '计量单位 | Unit';
comment on column serving.rel_published_check.bound is '数值性质（exact 确数，about 约数，at_least 不少于，below 不足） | How the number is meant: exact, about, at_least or below';
comment on column serving.rel_published_check.source is '出处 | Source';
comment on column serving.rel_published_check.quote is '原文 | The words of the source';
comment on column serving.rel_published_check.computed is '按报送数据算得的数 | Computed from what was handed in';
comment on column serving.rel_published_check.lowest is '相符的最小值 | The least computed value that agrees';
comment on column serving.rel_published_check.highest is '相符的最大值 | The greatest computed value that agrees';
comment on column serving.rel_published_check.result is '核对结果（AGREES 相符，DIFFERS 不符，INCONSISTENT_SOURCE 公布的数自相矛盾，RECORDED 仅记录，UNKNOWN 缺数据） | How the two stand to each other';
comment on column serving.rel_published_check.contradiction_zh is '矛盾之处 | What contradicts what, in Chinese';
comment on column serving.rel_published_check.contradiction_en is '矛盾之处（英文） | What contradicts what';
comment on column serving.rel_published_check.origin is '来源（reported 报送，synthetic 合成） | Reported or synthetic';

select serving.protect('serving.rel_published_check');
