-- Theme Gap 校际差距. Made of released rows only, one .sql in the room mart beside each.

create table serving.mart_gap_change (
    school_year        integer not null,
    school_year_label  text not null,
    district_code      text not null,
    district_name      text,
    group_code         text not null,
    group_name         text,
    group_kind         text,
    group_kind_zh      text,
    exam_code          text not null,
    exam_series        text,
    exam_kind          text,
    exam_kind_zh       text,
    stage              text not null,
    stage_zh           text,
    grade              text not null,
    subject            text not null,
    subject_zh         text,
    gap                text not null,
    gap_zh             text not null,
    is_headline        boolean not null,
    base               text not null,
    base_zh            text not null,
    base_year          integer,
    base_year_label    text,
    gap_base           double precision,
    gap_now            double precision,
    change             double precision,
    change_se          double precision,
    change_lo          double precision,
    change_hi          double precision,
    crosses_zero       boolean,
    q                  double precision,
    rate               double precision,
    rate_flag          text not null,
    rate_flag_zh       text not null,
    verdict            text not null,
    verdict_zh         text not null,
    schools_lo         double precision,
    schools_hi         double precision,
    schools_verdict    text not null,
    schools_verdict_zh text not null,
    schools_flag       text not null,
    schools_flag_zh    text not null,
    lead_change        double precision,
    member_change      double precision,
    mover              text not null,
    mover_zh           text not null,
    n                  bigint,
    k                  bigint,
    left_out_units     bigint,
    left_out_students  bigint,
    flag               text not null,
    flag_zh            text not null,
    origin             text not null,
    origin_zh          text not null
);
comment on table serving.mart_gap_change is '每行一个集团在一张试卷、一种比较、一个基准下的差距变化 | One row per group, paper, gap and base: how the gap has moved since the base year, and who moved';
comment on column serving.mart_gap_change.school_year is '学年（秋季年份） | School year, the int of its autumn';
comment on column serving.mart_gap_change.school_year_label is '学年 | School year as written, e.g. 2024-2025';
comment on column serving.mart_gap_change.district_code is '区划代码 | District; for a group its authority';
comment on column serving.mart_gap_change.district_name is '区划 | District';
comment on column serving.mart_gap_change.group_code is '集团代码 | Group code';
comment on column serving.mart_gap_change.group_name is '集团 | Group';
comment on column serving.mart_gap_change.group_kind is '集团类型代码 | Kind of group, code';
comment on column serving.mart_gap_change.group_kind_zh is '集团类型 | Kind of group, in Chinese';
comment on column serving.mart_gap_change.exam_code is '考试代码 | Exam; empty where papers are pooled';
comment on column serving.mart_gap_change.exam_series is '考试系列 | What makes exams comparable over years';
comment on column serving.mart_gap_change.exam_kind is '考试类别代码 | Kind of exam, code';
comment on column serving.mart_gap_change.exam_kind_zh is '考试类别 | Kind of exam, in Chinese';
comment on column serving.mart_gap_change.stage is '学段代码 | Stage, code';
comment on column serving.mart_gap_change.stage_zh is '学段 | Stage, in Chinese';
comment on column serving.mart_gap_change.grade is '年级 | Grade';
comment on column serving.mart_gap_change.subject is '学科代码 | Subject, code';
comment on column serving.mart_gap_change.subject_zh is '学科 | Subject, in Chinese';
comment on column serving.mart_gap_change.gap is '差距指标 | GAP-08b (lead − members) or GAP-08c (members − other schools)';
comment on column serving.mart_gap_change.gap_zh is '比较 | What is compared, in Chinese';
comment on column serving.mart_gap_change.is_headline is '是否为集团的主要差距 | Whether it is of the group''s main comparison: one gap and one series of exams per group and subject';
comment on column serving.mart_gap_change.base is '基准代码 | founding or previous';
comment on column serving.mart_gap_change.base_zh is '基准 | Base, in Chinese';
comment on column serving.mart_gap_change.base_year is '基准学年 | School year compared with';
comment on column serving.mart_gap_change.base_year_label is '基准学年 | Base year as written';
comment on column serving.mart_gap_change.gap_base is '基准年差距 | Signed gap of the base year, in SDs of everyone who sat the paper';
comment on column serving.mart_gap_change.gap_now is '本年差距 | Signed gap of the year';
comment on column serving.mart_gap_change.change is '差距变化 | Change of the gap''s size; below 0 is narrower';
comment on column serving.mart_gap_change.change_se is '变化的标准误 | Standard error of the change';
comment on column serving.mart_gap_change.change_lo is '变化下限 | Lower end of its 95 % interval (pupils'' noise)';
comment on column serving.mart_gap_change.change_hi is '变化上限 | Upper end of its 95 % interval (pupils'' noise)';
comment on column serving.mart_gap_change.crosses_zero is '区间跨过 0 | Whether the interval of the change holds 0; empty without interval';
comment on column serving.mart_gap_change.q is '校正后的 p 值 | p adjusted over its family';
comment on column serving.mart_gap_change.rate is '缩小率 | 1 − now ÷ base; above 0 is narrower';
comment on column serving.mart_gap_change.rate_flag is '缩小率标记代码 | Why the rate is as it is';
comment on column serving.mart_gap_change.rate_flag_zh is '缩小率标记 | The same in Chinese';
comment on column serving.mart_gap_change.verdict is '结论代码 | NARROWED, WIDENED, NO_DETECTABLE_CHANGE, REVERSED or NOT_JUDGED';
comment on column serving.mart_gap_change.verdict_zh is '结论 | Verdict, in Chinese';
comment on column serving.mart_gap_change.schools_lo is '变化下限（学校间差异） | Lower end where units are a sample';
comment on column serving.mart_gap_change.schools_hi is '变化上限（学校间差异） | Upper end where units are a sample';
comment on column serving.mart_gap_change.schools_verdict is '结论代码（学校间差异） | Verdict where units are a sample';
comment on column serving.mart_gap_change.schools_verdict_zh is '结论（学校间差异） | The same in Chinese';
comment on column serving.mart_gap_change.schools_flag is '学校间差异标记代码 | Why the interval with units as a sample is as it is';
comment on column serving.mart_gap_change.schools_flag_zh is '学校间差异标记 | The same in Chinese';
comment on column serving.mart_gap_change.lead_change is '牵头校变化 | GAP-17: how the lead moved, in SDs';
comment on column serving.mart_gap_change.member_change is '成员校变化 | GAP-17: how the members moved, in SDs';
comment on column serving.mart_gap_change.mover is '谁在变代码 | Who moved: the side that moved the gap most and how, then the other side if it did so too; e.g. MEMBER_ROSE_LEAD_FELL';
comment on column serving.mart_gap_change.mover_zh is '谁在变 | Who moved, in Chinese words';
comment on column serving.mart_gap_change.n is '学生数 | Students';
comment on column serving.mart_gap_change.k is '学校数 | Units used';
comment on column serving.mart_gap_change.left_out_units is '未纳入学校 | Units left out';
comment on column serving.mart_gap_change.left_out_students is '未纳入学生 | Students left out';
comment on column serving.mart_gap_change.flag is '标记代码 | Why the figure is as it is';
comment on column serving.mart_gap_change.flag_zh is '标记 | The flag in Chinese';
comment on column serving.mart_gap_change.origin is '来源代码 | reported or synthetic';
comment on column serving.mart_gap_change.origin_zh is '来源 | Origin, in Chinese: 报送数据 or 合成数据';

create table serving.mart_gap_band (
    school_year       integer not null,
    school_year_label text not null,
    district_code     text not null,
    district_name     text,
    group_code        text not null,
    group_name        text,
    group_kind        text,
    group_kind_zh     text,
    exam_code         text not null,
    exam_series       text,
    exam_kind         text,
    exam_kind_zh      text,
    stage             text not null,
    stage_zh          text,
    grade             text not null,
    subject           text not null,
    subject_zh        text,
    gap               text not null,
    gap_zh            text not null,
    is_headline       boolean not null,
    is_base           boolean not null,
    part              text not null,
    series            text not null,
    value             double precision,
    crosses_zero      boolean,
    n                 bigint,
    k                 bigint,
    flag              text not null,
    flag_zh           text not null,
    origin            text not null,
    origin_zh         text not null
);
comment on table serving.mart_gap_band is '每行一个集团、试卷、比较与图形部件：差距及其 95% 区间带（长表） | One row per group, paper, gap and part of the drawing: the gap with its band, in long form';
comment on column serving.mart_gap_band.school_year is '学年（秋季年份） | School year, the int of its autumn';
comment on column serving.mart_gap_band.school_year_label is '学年 | School year as written, e.g. 2024-2025';
comment on column serving.mart_gap_band.district_code is '区划代码 | District; for a group its authority';
comment on column serving.mart_gap_band.district_name is '区划 | District';
comment on column serving.mart_gap_band.group_code is '集团代码 | Group code';
comment on column serving.mart_gap_band.group_name is '集团 | Group';
comment on column serving.mart_gap_band.group_kind is '集团类型代码 | Kind of group, code';
comment on column serving.mart_gap_band.group_kind_zh is '集团类型 | Kind of group, in Chinese';
comment on column serving.mart_gap_band.exam_code is '考试代码 | Exam; empty where papers are pooled';
comment on column serving.mart_gap_band.exam_series is '考试系列 | What makes exams comparable over years';
comment on column serving.mart_gap_band.exam_kind is '考试类别代码 | Kind of exam, code';
comment on column serving.mart_gap_band.exam_kind_zh is '考试类别 | Kind of exam, in Chinese';
comment on column serving.mart_gap_band.stage is '学段代码 | Stage, code';
comment on column serving.mart_gap_band.stage_zh is '学段 | Stage, in Chinese';
comment on column serving.mart_gap_band.grade is '年级 | Grade';
comment on column serving.mart_gap_band.subject is '学科代码 | Subject, code';
comment on column serving.mart_gap_band.subject_zh is '学科 | Subject, in Chinese';
comment on column serving.mart_gap_band.gap is '差距指标 | GAP-08b (lead − members) or GAP-08c (members − other schools)';
comment on column serving.mart_gap_band.gap_zh is '比较 | What is compared, in Chinese';
comment on column serving.mart_gap_band.is_headline is '是否为集团的主要差距 | Whether it is of the group''s main comparison: one gap and one series of exams per group and subject';
comment on column serving.mart_gap_band.is_base is '是否基准年 | Whether it is the year before the founding: the gap between the same schools as in the latest year';
comment on column serving.mart_gap_band.part is '部件 | point, line, lower or upper';
comment on column serving.mart_gap_band.series is '序列 | Group and the ending that makes the chart draw a point, a line or the edge of a band';
comment on column serving.mart_gap_band.value is '差距（标准差） | Gap, or an end of its 95 % interval, in SDs of everyone who sat the paper';
comment on column serving.mart_gap_band.crosses_zero is '区间跨过 0 | Whether the interval holds 0';
comment on column serving.mart_gap_band.n is '学生数 | Students';
comment on column serving.mart_gap_band.k is '学校数 | Units used';
comment on column serving.mart_gap_band.flag is '标记代码 | Why the figure is as it is';
comment on column serving.mart_gap_band.flag_zh is '标记 | The flag in Chinese';
comment on column serving.mart_gap_band.origin is '来源代码 | reported or synthetic';
comment on column serving.mart_gap_band.origin_zh is '来源 | Origin, in Chinese: 报送数据 or 合成数据';

create table serving.mart_gap_score (
    school_year       integer not null,
    school_year_label text not null,
    district_code     text not null,
    district_name     text,
    group_code        text not null,
    group_name        text,
    group_kind        text,
    group_kind_zh     text,
    school_code       text not null,
    school_name       text not null,
    side              text not null,
    side_zh           text not null,
    exam_code         text not null,
    exam_series       text,
    exam_kind         text,
    exam_kind_zh      text,
    stage             text not null,
    stage_zh          text,
    grade             text not null,
    subject           text not null,
    subject_zh        text,
    is_headline       boolean not null,
    period            text not null,
    period_zh         text not null,
    value             double precision,
    ci_lo             double precision,
    ci_hi             double precision,
    n                 bigint,
    k                 bigint,
    flag              text not null,
    flag_zh           text not null,
    origin            text not null,
    origin_zh         text not null
);
comment on table serving.mart_gap_score is '每行一个集团、学校、试卷：成员校与牵头校各年平均分，另有全区一行作参照 | One row per group, unit and paper: mean score; and one row per group and paper for everyone in the district, to compare with';
comment on column serving.mart_gap_score.school_year is '学年（秋季年份） | School year, the int of its autumn';
comment on column serving.mart_gap_score.school_year_label is '学年 | School year as written, e.g. 2024-2025';
comment on column serving.mart_gap_score.district_code is '区划代码 | District; for a group its authority';
comment on column serving.mart_gap_score.district_name is '区划 | District';
comment on column serving.mart_gap_score.group_code is '集团代码 | Group code';
comment on column serving.mart_gap_score.group_name is '集团 | Group';
comment on column serving.mart_gap_score.group_kind is '集团类型代码 | Kind of group, code';
comment on column serving.mart_gap_score.group_kind_zh is '集团类型 | Kind of group, in Chinese';
comment on column serving.mart_gap_score.school_code is '学校代码 | Unit; empty: everyone in the district';
comment on column serving.mart_gap_score.school_name is '学校 | Unit';
comment on column serving.mart_gap_score.side is '身份代码 | lead, member or district';
comment on column serving.mart_gap_score.side_zh is '身份 | 牵头校, 成员校 or 全区';
comment on column serving.mart_gap_score.exam_code is '考试代码 | Exam; empty where papers are pooled';
comment on column serving.mart_gap_score.exam_series is '考试系列 | What makes exams comparable over years';
comment on column serving.mart_gap_score.exam_kind is '考试类别代码 | Kind of exam, code';
comment on column serving.mart_gap_score.exam_kind_zh is '考试类别 | Kind of exam, in Chinese';
comment on column serving.mart_gap_score.stage is '学段代码 | Stage, code';
comment on column serving.mart_gap_score.stage_zh is '学段 | Stage, in Chinese';
comment on column serving.mart_gap_score.grade is '年级 | Grade';
comment on column serving.mart_gap_score.subject is '学科代码 | Subject, code';
comment on column serving.mart_gap_score.subject_zh is '学科 | Subject, in Chinese';
comment on column serving.mart_gap_score.is_headline is '是否为集团的主要差距 | Whether it is of the group''s main comparison: one gap and one series of exams per group and subject';
comment on column serving.mart_gap_score.period is '时期代码 | BASE, LATEST or OTHER';
comment on column serving.mart_gap_score.period_zh is '时期 | 基准年 (the group''s base year), 最近学年 (its latest) or 其他学年';
comment on column serving.mart_gap_score.value is '平均分 | Mean score, in points';
comment on column serving.mart_gap_score.ci_lo is '平均分下限 | Lower end of its 95 % interval';
comment on column serving.mart_gap_score.ci_hi is '平均分上限 | Upper end of its 95 % interval';
comment on column serving.mart_gap_score.n is '学生数 | Students';
comment on column serving.mart_gap_score.k is '学校数 | Units used';
comment on column serving.mart_gap_score.flag is '标记代码 | Why the figure is as it is';
comment on column serving.mart_gap_score.flag_zh is '标记 | The flag in Chinese';
comment on column serving.mart_gap_score.origin is '来源代码 | reported or synthetic';
comment on column serving.mart_gap_score.origin_zh is '来源 | Origin, in Chinese: 报送数据 or 合成数据';

create table serving.mart_gap_rate (
    school_year       integer not null,
    school_year_label text not null,
    district_code     text not null,
    district_name     text,
    group_code        text not null,
    group_name        text,
    group_kind        text,
    group_kind_zh     text,
    side              text not null,
    side_zh           text not null,
    exam_code         text not null,
    exam_series       text,
    exam_kind         text,
    exam_kind_zh      text,
    stage             text not null,
    stage_zh          text,
    grade             text not null,
    subject           text not null,
    subject_zh        text,
    is_headline       boolean not null,
    rate              text not null,
    rate_zh           text not null,
    value             double precision,
    ci_lo             double precision,
    ci_hi             double precision,
    n                 bigint,
    k                 bigint,
    flag              text not null,
    flag_zh           text not null,
    origin            text not null,
    origin_zh         text not null
);
comment on table serving.mart_gap_rate is '每行一个集团、试卷、身份与比率：优秀率、及格率、低分率 | One row per group, paper, side and rate: excellent, passed, low';
comment on column serving.mart_gap_rate.school_year is '学年（秋季年份） | School year, the int of its autumn';
comment on column serving.mart_gap_rate.school_year_label is '学年 | School year as written, e.g. 2024-2025';
comment on column serving.mart_gap_rate.district_code is '区划代码 | District; for a group its authority';
comment on column serving.mart_gap_rate.district_name is '区划 | District';
comment on column serving.mart_gap_rate.group_code is '集团代码 | Group code';
comment on column serving.mart_gap_rate.group_name is '集团 | Group';
comment on column serving.mart_gap_rate.group_kind is '集团类型代码 | Kind of group, code';
comment on column serving.mart_gap_rate.group_kind_zh is '集团类型 | Kind of group, in Chinese';
comment on column serving.mart_gap_rate.side is '身份代码 | lead, member or district';
comment on column serving.mart_gap_rate.side_zh is '身份 | 牵头校, 成员校 or 全区';
comment on column serving.mart_gap_rate.exam_code is '考试代码 | Exam; empty where papers are pooled';
comment on column serving.mart_gap_rate.exam_series is '考试系列 | What makes exams comparable over years';
comment on column serving.mart_gap_rate.exam_kind is '考试类别代码 | Kind of exam, code';
comment on column serving.mart_gap_rate.exam_kind_zh is '考试类别 | Kind of exam, in Chinese';
comment on column serving.mart_gap_rate.stage is '学段代码 | Stage, code';
comment on column serving.mart_gap_rate.stage_zh is '学段 | Stage, in Chinese';
comment on column serving.mart_gap_rate.grade is '年级 | Grade';
comment on column serving.mart_gap_rate.subject is '学科代码 | Subject, code';
comment on column serving.mart_gap_rate.subject_zh is '学科 | Subject, in Chinese';
comment on column serving.mart_gap_rate.is_headline is '是否为集团的主要差距 | Whether it is of the group''s main comparison: one gap and one series of exams per group and subject';
comment on column serving.mart_gap_rate.rate is '比率代码 | excellent, passed or low';
comment on column serving.mart_gap_rate.rate_zh is '比率 | 优秀率, 及格率 or 低分率';
comment on column serving.mart_gap_rate.value is '比率值 | Share of those who sat, 0 to 1';
comment on column serving.mart_gap_rate.ci_lo is '比率下限 | Lower end of its 95 % interval';
comment on column serving.mart_gap_rate.ci_hi is '比率上限 | Upper end of its 95 % interval';
comment on column serving.mart_gap_rate.n is '学生数 | Students';
comment on column serving.mart_gap_rate.k is '学校数 | Units used';
comment on column serving.mart_gap_rate.flag is '标记代码 | Why the figure is as it is';
comment on column serving.mart_gap_rate.flag_zh is '标记 | The flag in Chinese';
comment on column serving.mart_gap_rate.origin is '来源代码 | reported or synthetic';
comment on column serving.mart_gap_rate.origin_zh is '来源 | Origin, in Chinese: 报送数据 or 合成数据';
