package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.PublishedCheck;

/** Published figures computed from a few rows as a build computes them: each value and result on these rows and on changed ones. */
class FigureValuesTest {
    private static final RuleWorld SHIZHONG = RuleWorld.of("370103", "2020-12-31", """
            district: district_code level
            370103 county
            published_figure: figure_id district_code value unit bound as_of
            F-SZ2 370103 1500 万元 exact 2020-12-31
            ledger: entry_id authority_code kind item held_on value unit status
            Y19 370103 funding 集团化办学专项 2019-10-20 1500 万元 in_force
            Y20 370103 funding 集团化办学专项 2020-10-20 15000000 元 in_force
            """);

    private static final RuleWorld QINGDAO = RuleWorld.of("370200", "2021-12-31", """
            district: district_code level
            370200 city
            published_figure: figure_id district_code value unit bound as_of
            F-QD3a 370200 220 万元 exact 2021-12-31
            F-QD3b 370200 300 万元 exact 2021-12-31
            ledger: entry_id authority_code kind item held_on value unit status
            A 370200 funding 集团化办学专项 2021-03-01 1200000 元 planned
            B 370200 funding 集团化办学专项 2021-06-01 100 万元 planned
            C 370200 funding 实验集团建设 2021-06-01 300 万元 planned
            """);

    private static final RuleWorld HANTAI = RuleWorld.of("610702", "2023-12-31", """
            district: district_code level
            610702 county
            published_figure: figure_id district_code value unit bound as_of
            F-HT5a-1 610702 4984 万元 exact 2023-12-31
            F-HT6-1 610702 2 项 exact 2023-12-31
            F-HT6-6 610702 2 万元 exact 2023-12-31
            F-HT2-4 610702 0.78 占比 exact 2023-12-31
            F-HT3-1 610702 152 人 exact 2021-09-30
            F-HT4-6 610702 1 人 exact 2023-12-31
            F-HT6-5 610702 1 人 exact 2023-12-31
            school: school_code valid_from district_code name stages
            L1 2020-01-01 610702 一校 P
            L2 2020-01-01 610702 二校 P
            L3 2020-01-01 610702 南关校区 P
            X1 2020-01-01 999999 外区学校 P
            group_membership: group_code school_code role joined_on
            G1 L1 lead 2021-09-01
            enrollment: school_code school_year stage grade students
            L1 2021 P 1 500
            L3 2021 P 1 152
            L1 2023 P 1 780
            L2 2023 P 1 220
            X1 2023 P 1 9000
            teacher_roll: teacher_key school_year school_code post talent_title talent_level talent_status
            A 2022 L1 中层 - none -
            B 2022 L1 校长 - none -
            A 2023 L1 副校长 思政标兵 city holder
            B 2023 L1 校长 - none -
            D 2023 X1 校长 - none -
            D 2022 X1 中层 - none -
            education_group: group_code authority_code name kind founded_on
            G1 610702 实验小学教育集团 education_group 2021-09-01
            G2 610702 另一教育集团 education_group 2021-09-01
            ledger: entry_id authority_code group_code school_code kind item held_on value unit level
            A - - L1 funding 集团化办学投入 2022-03-01 49000000 元 -
            B - - L2 funding 集团化办学投入 2022-03-01 84 万元 -
            C - - L1 funding 学科基地 2022-03-01 1 万元 -
            D - - L1 funding 学科基地 2022-09-01 10000 元 -
            E - - L2 funding 学科基地 2022-09-01 2 万元 -
            F - G1 L1 award 荣誉 2022-09-01 - - national
            G - G1 L1 award 荣誉 2023-09-01 - - national
            H - G2 L2 award 荣誉 2023-09-01 - - national
            """);

    private static final RuleWorld LINXIAN = RuleWorld.of("141124", "2023-12-31", """
            district: district_code level
            141124 county
            published_figure: figure_id district_code value unit bound as_of
            F-LX2a 141124 2 所 exact 2023-07-31
            F-LX4-1 141124 1 个 exact 2023-07-31
            school: school_code valid_from district_code name stages
            A 2000-01-01 141124 临县一中 S
            B 2000-01-01 141124 兔坂九年制学校 PJ
            education_group: group_code authority_code kind founded_on
            C1 141124 consortium 2023-07-31
            group_membership: group_code school_code role joined_on
            C1 A lead   2023-07-31
            C1 B member 2023-07-31
            """);

    private static final RuleWorld LAIZHOU = RuleWorld.of("370683", "2022-03-31", """
            district: district_code level
            370683 county
            published_figure: figure_id district_code value unit bound as_of
            F-LZ3a 370683 30 节 at_least 2022-03-31
            F-LZ3a-2 370683 30 节 at_least 2022-03-31
            F-LZ4a 370683 3000 万元 at_least 2022-03-31
            school: school_code valid_from district_code stages
            L1 2000-01-01 370683 J
            education_group: group_code authority_code kind founded_on
            P1 370683 pair 2018-11-15
            C1 370683 community 2020-09-01
            group_activity: group_code organiser_school_code held_on kind lessons
            P1 L1 2019-09-10 送课 20
            C1 L1 2021-09-10 公开课 10
            C1 L1 2022-09-10 公开课 99
            ledger: entry_id school_code kind item held_on value unit
            A L1 funding 一校一品 2021-10-15 1500 万元
            B L1 funding 一校一品 2021-10-15 15000000 元
            """);

    private static final RuleWorld XIAJIN = RuleWorld.of("371427", "2022-08-31", """
            district: district_code level
            371427 county
            published_figure: figure_id district_code value unit bound as_of
            F-XJ1c 371427 2 个 exact 2021-07-31
            F-XJ2a 371427 40 次 exact 2021-07-31
            F-XJ2d 371427 1 次 at_least 2021-07-31
            school: school_code valid_from district_code stages
            B1 2000-01-01 371427 J
            education_group: group_code authority_code kind form founded_on
            S1 371427 research_centre 学科 2019-07-15
            S2 371427 research_centre 学科 2019-07-15
            Z1 371427 research_centre 综合 2019-07-15
            """)
            .and("insert into current_group_activity (group_code, organiser_school_code, held_on, kind, origin)"
                    + " select 'S1', 'B1', date '2020-09-01' + i::integer, '集中研讨', 'reported' from range(40) as t(i)");

    private static final RuleWorld PINGDINGSHAN = RuleWorld.of("410400", "2025-12-31", """
            district: district_code parent_code level
            410400 - city
            published_figure: figure_id district_code value unit bound as_of
            F-PDS1-1 410400 -0.2 增幅 about 2024-09-30
            F-PDS2-5 410400 0.7 增幅 exact 2024-09-30
            F-PDS3a 410400 3 增幅 exact 2025-07-31
            F-PDS3b 410400 2 倍 exact 2025-07-31
            F-PDS4-3 410400 7 人 at_least 2025-12-31
            F-PDS7 410400 1800 人 exact 2025-12-31
            school: school_code valid_from name district_code stages
            L1 2020-01-01 市四十一中 410400 J
            M1 2020-01-01 市四十二中 410400 J
            L2 2020-01-01 市九中 410400 J
            M2 2020-01-01 市八中初中部 410400 J
            education_group: group_code authority_code kind founded_on
            G1 410400 education_group 2024-09-01
            G2 410400 education_group 2024-09-01
            group_membership: group_code school_code role joined_on
            G1 L1 lead   2024-09-01
            G1 M1 member 2024-09-01
            G2 L2 lead   2024-09-01
            G2 M2 member 2024-09-01
            enrollment: school_code school_year stage grade intake students
            L1 2023 J 7 1000 1000
            L1 2024 J 7 800 800
            M2 2023 J 7 200 200
            M2 2024 J 7 340 340
            metric_value: metric_id measure school_code school_year stage grade subject value n
            EXM-02 excellent M1 2023 J 7 total 0.05 300
            EXM-02 excellent M1 2024 J 7 total 0.2 510
            EXM-02 excellent M2 2023 J 7 total 0.1 200
            EXM-02 excellent M2 2024 J 7 total 0.11764705882352941 340
            teacher_exchange: exchange_id teacher_key group_code from_school_code to_school_code started_on kind
            A01 T01 G1 L1 M1 2025-09-01 轮岗
            A02 T02 G1 L1 M1 2025-09-01 轮岗
            A03 T03 G1 L1 M1 2025-09-01 轮岗
            A04 T04 G1 L1 M1 2025-09-01 轮岗
            A05 T05 G1 L1 M1 2025-09-01 轮岗
            A06 T06 G1 L1 M1 2025-09-01 轮岗
            A07 T07 G1 L1 M1 2025-09-01 轮岗
            ledger: entry_id school_code kind item held_on value unit
            S L1 shared_use 生活服务中心 2025-09-01 1800 人
            """)
            .and(
                    "insert into current_teacher_exchange (exchange_id, teacher_key, group_code, from_school_code, to_school_code,"
                            + " started_on, kind) select 'B' || i, 'U' || i, 'G2', 'L2', 'M2', date '2025-09-01', '轮岗' from range(10) as t(i)");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            F-SZ2  | -                                                         | 1500.0  | AGREES
            F-SZ2  | set ledger value = 900 where entry_id = 'Y19'             | 900.0   | DIFFERS
            F-SZ2  | set ledger unit = '元' where entry_id = 'Y19'              | 0.15    | DIFFERS
            F-SZ2  | set ledger unit = '台' where entry_id = 'Y19'              | -       | UNKNOWN
            F-SZ2  | set ledger unit = null where entry_id = 'Y19'             | -       | UNKNOWN
            F-SZ2  | set published_figure value = 15000000, unit = '元'         | 1.5E7   | AGREES
            F-SZ2  | without ledger                                            | -       | UNKNOWN
            F-QD3a | -                                                         | 220.0   | AGREES
            F-QD3a | set ledger unit = '元'                                     | 120.01  | DIFFERS
            F-QD3a | set ledger value = null where entry_id = 'A'              | -       | UNKNOWN
            F-QD3b | set ledger unit = '美元' where entry_id = 'A'               | 300.0   | AGREES
            F-HT5a-1 | -                                                       | 4984.0  | AGREES
            F-HT5a-1 | set published_figure unit = '亿元'                         | 0.4984  | DIFFERS
            F-HT5a-1 | set published_figure unit = '人'                          | -       | UNKNOWN
            F-HT6-1 | -                                                        | 2.0     | AGREES
            F-HT6-6 | -                                                        | 2.0     | AGREES
            F-HT6-6 | set ledger value = 3 where entry_id = 'E'                | 3.0     | DIFFERS
            F-HT6-6 | set ledger unit = '册' where entry_id = 'E'               | -       | UNKNOWN
            F-HT3-1 | -                                                        | 152.0   | AGREES
            F-HT3-1 | without enrollment where school_code = 'L3'              | -       | UNKNOWN
            F-HT4-6 | -                                                        | 1.0     | AGREES
            F-HT4-6 | without teacher_roll where school_year = 2022            | -       | UNKNOWN
            F-HT4-6 | set teacher_roll post = '教师' where school_year = 2023    | 0.0     | DIFFERS
            F-HT6-5 | -                                                        | 1.0     | AGREES
            F-HT6-5 | set teacher_roll talent_level = 'county'                 | 0.0     | DIFFERS
            F-HT6-5 | without teacher_roll where school_year = 2023            | -       | UNKNOWN
            F-HT2-4 | -                                                        | 0.78    | AGREES
            F-LX2a | -                                                         | 2.0     | AGREES
            F-LX2a | set school closed_on = '2023-07-31' where school_code = 'A'   | 1.0 | DIFFERS
            F-LX2a | set school opened_on = '2023-08-01' where school_code = 'A'   | 1.0 | DIFFERS
            F-LX4-1 | -                                                        | 1.0     | AGREES
            F-LX4-1 | set group_membership role = 'member' where school_code = 'A' | 0.0 | DIFFERS
            F-LZ4a | -                                                         | 3000.0  | AGREES
            F-LZ4a | set ledger value = 14999999 where entry_id = 'B'          | 2999.9999 | DIFFERS
            F-LZ3a | -                                                         | 30.0    | AGREES
            F-LZ3a-2 | -                                                       | 10.0    | INCONSISTENT_SOURCE
            F-LZ3a-2 | set education_group founded_on = '2019-03-01'           | 10.0    | DIFFERS
            F-XJ2a | -                                                         | 40.0    | AGREES
            F-XJ2a | also group_activity group_code=S1 organiser_school_code=B1 held_on=2021-09-10 kind=集中研讨 | 40.0 | AGREES
            F-XJ2d | -                                                         | 0.5555555555555556 | INCONSISTENT_SOURCE
            F-XJ2d | set published_figure as_of = '2020-07-31'                 | 1.1111111111111112 | AGREES
            F-XJ2d | without group_activity                                    | -       | INCONSISTENT_SOURCE
            F-PDS4-3 | -                                                       | 7.0     | AGREES
            F-PDS4-3 | without teacher_exchange where exchange_id = 'A07'      | 6.0     | DIFFERS
            F-PDS4-3 | also teacher_exchange exchange_id=C teacher_key=C group_code=G2 started_on=2025-09-02 kind=轮岗 | 11.0 | DIFFERS
            F-PDS4-3 | also teacher_exchange exchange_id=C teacher_key=U1 group_code=G2 started_on=2024-09-02 kind=轮岗 | 7.0 | AGREES
            F-PDS4-3 | without teacher_exchange                                | -       | UNKNOWN
            F-PDS7 | -                                                         | 1800.0  | AGREES
            F-PDS7 | set ledger unit = '平方米'                                  | -       | UNKNOWN
            F-PDS1-1 | -                                                       | -0.19999999999999996 | AGREES
            F-PDS3a | -                                                        | 3.0     | AGREES
            """)
    void comesToThisValue(String id, String changes, Double value, PublishedCheck.Result result) {
        PublishedCheck check = world(id).figure(id, changes);

        assertThat(check.computed()).isEqualTo(value);
        assertThat(check.result()).isEqualTo(result);
    }

    /** What the disclosure rules must know of a rate or a growth. */
    @Test
    void aRateOfPupilsSaysOfHowMany() {
        assertThat(PINGDINGSHAN.figure("F-PDS1-1", null).evidence())
                .isEqualTo("[{\"school_year\":2023,\"n\":1000},{\"school_year\":2024,\"n\":800}]");
        assertThat(PINGDINGSHAN.figure("F-PDS2-5", null).evidence())
                .isEqualTo("[{\"school_year\":2023,\"n\":200},{\"school_year\":2024,\"n\":340}]");
        assertThat(PINGDINGSHAN.figure("F-PDS3a", null).evidence())
                .isEqualTo("[{\"school_year\":2023,\"n\":300,\"k\":15},{\"school_year\":2024,\"n\":510,\"k\":102}]");
        assertThat(PINGDINGSHAN.figure("F-PDS3b", null).evidence())
                .isEqualTo("[{\"school_year\":2023,\"n\":200,\"k\":20},{\"school_year\":2023,\"n\":20},"
                        + "{\"school_year\":2024,\"n\":340,\"k\":40},{\"school_year\":2024,\"n\":40}]");
    }

    private static RuleWorld world(String id) {
        return switch (id.substring(2, 4)) {
            case "SZ" -> SHIZHONG;
            case "QD" -> QINGDAO;
            case "HT" -> HANTAI;
            case "LX" -> LINXIAN;
            case "LZ" -> LAIZHOU;
            case "XJ" -> XIAJIN;
            default -> PINGDINGSHAN;
        };
    }
}
