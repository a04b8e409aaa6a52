package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of 临县, each on rows that meet it and on one that is changed. */
class LinxianRulesTest {
    /** A consortium, an alliance and a group, in the first school year; the consortium has named its second term already. */
    private static final RuleWorld WORLD = RuleWorld.of("141124", "2024-08-31", """
            district: district_code parent_code level
            141124 141100 county
            school: school_code valid_from district_code name aliases stages township
            H1 2000-09-01 141124 临县高中 -        S 临泉镇
            M1 2000-09-01 141124 城区初中 -        J 临泉镇
            M2 2000-09-01 141124 兔坂初中 -        J 兔坂镇
            M3 2000-09-01 141124 克虎初中 -        J 克虎镇
            P1 2000-09-01 141124 临县实验小学 实验小学;实小 P 临泉镇
            P2 2000-09-01 141124 村小      -        P 临泉镇
            P2 2023-07-31 141124 村小      实小二分校 P 临泉镇
            A1 2000-09-01 141124 兔坂一小  -        P 兔坂镇
            A2 2000-09-01 141124 兔坂二小  -        P 兔坂镇
            education_group: group_code authority_code kind founded_on
            C 141124 consortium      2023-07-31
            A 141124 alliance        2023-07-31
            G 141124 education_group 2023-07-31
            group_membership: group_code school_code role joined_on
            C H1 lead   2023-07-31
            C M1 member 2023-07-31
            C M2 member 2023-07-31
            C M3 member 2023-07-31
            A P1 lead   2023-07-31
            A A1 member 2023-07-31
            A A2 member 2023-07-31
            G P1 lead   2023-07-31
            G P2 member 2023-07-31
            teacher_roll: teacher_key school_year school_code post
            h1 2023 H1 校长
            m1 2023 M1 校长
            m2 2023 M2 校长
            m3 2023 M3 校长
            n1 2023 M1 副校长
            n2 2023 M2 中层
            n3 2023 M3 -
            p1 2023 P1 校长
            p2 2023 P2 校长
            group_post: group_code body post person_key started_on ended_on school_code nominated_by filed_on
            C -            总校长 h1 2023-07-31 -          H1 -      -
            C -            副校长 m1 2023-07-31 2024-07-30 M1 总校长 2023-08-10
            C -            副校长 m2 2023-07-31 2024-07-30 M2 总校长 2023-08-10
            C -            副校长 m3 2023-07-31 2024-07-30 M3 总校长 2023-08-10
            C 教研中心     主任   m1 2023-07-31 2024-07-30 M1 总校长 2023-08-10
            C 教研中心     副主任 n1 2023-07-31 2024-07-30 M1 总校长 2023-08-10
            C 教研中心     副主任 n2 2023-07-31 2024-07-30 M2 总校长 2023-08-10
            C 教师发展中心 主任   m2 2023-07-31 2024-07-30 M2 总校长 2023-08-10
            C 教师发展中心 副主任 n1 2023-07-31 2024-07-30 M1 总校长 2023-08-10
            C 教师发展中心 副主任 n2 2023-07-31 2024-07-30 M2 总校长 2023-08-10
            C 学生发展中心 主任   m3 2023-07-31 2024-07-30 M3 总校长 2023-08-10
            C 学生发展中心 副主任 n1 2023-07-31 2024-07-30 M1 总校长 2023-08-10
            C 学生发展中心 副主任 n2 2023-07-31 2024-07-30 M2 总校长 2023-08-10
            C 教研中心     主任   m2 2024-07-31 2025-07-30 M2 总校长 2024-08-10
            G -            总校长 p1 2023-07-31 -          P1 -      -
            G -            副校长 p2 2023-07-31 -          P2 -      -
            teacher_exchange: exchange_id teacher_key group_code from_school_code to_school_code started_on ended_on kind subject
            X1 t1 A P1 A1 2023-09-01 2024-07-05 支教 -
            X2 t2 A A1 P1 2023-09-01 2024-07-05 任教 -
            X3 t3 C H1 M1 2023-09-01 2024-07-05 兼课 math
            X4 t4 C H1 M2 2023-09-01 2024-07-05 兼课 art
            X5 t5 C H1 M2 2023-09-01 2024-07-05 兼课 physical_education
            X6 t6 C H1 M2 2023-09-01 2024-07-05 兼课 information_technology
            X7 t7 C H1 M2 2023-09-01 2024-07-05 兼课 psychology
            X8 t8 G P2 P1 2023-10-16 2023-10-27 跟岗 -
            group_activity: group_code organiser_school_code host_school_code held_on kind
            A P1 A1 2023-11-08 示范课
            ledger: entry_id authority_code group_code school_code other_school_code kind item held_on
            E1 141124 C -  -  evaluation 督导评估 2024-06-25
            E2 141124 A -  -  evaluation 督导评估 2024-06-25
            E3 141124 G -  -  evaluation 督导评估 2024-06-25
            M1 141124 A P1 A1 mentoring  师徒结对 2023-09-10
            C1 141124 C -  -  plan 衔接课程改革方案 2023-08-20
            C2 141124 C -  -  plan 拔尖人才培养计划 2023-08-20
            C3 141124 C -  -  plan 营活动计划 2023-08-20
            C4 141124 C -  -  plan 交流研讨计划 2023-08-20
            C5 141124 C -  -  plan 六年一贯课程规划与培优计划 2023-08-20
            G1 141124 G P2 -  document 学校章程 2023-08-20
            G2 141124 G P2 -  plan 三年发展规划 2023-08-20
            G3 141124 G P2 -  plan 年度工作计划 2023-08-20
            G4 141124 G P2 -  plan 教学计划 2023-08-20
            G5 141124 G P2 -  document 规章制度 2023-08-20
            G6 141124 G P2 -  document 考核制度 2023-08-20
            metric_value: metric_id measure group_code school_code school_year value
            GOV-05 ratio G P1 2023 0.5
            GOV-05 ratio G P2 2023 -
            """);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            LX-R1  |                                                             | C 2023 PASS, A 2023 NA, C 2022 NA, G 2023 FAIL
            LX-R1  | without group_post where person_key = 'm3' and post = '副校长' | C 2023 FAIL
            LX-R1  | without group_post where post = '总校长'                      | C 2023 FAIL
            LX-R1  | without group_post where group_code = 'C'                    | C 2023 UNKNOWN
            LX-R2  |                                                             | C 2023 PASS, A 2023 NA, G 2023 FAIL
            LX-R2  | without group_post where body = '教研中心' and person_key = 'n2' | C 2023 FAIL
            LX-R2  | set group_post started_on = '2023-09-02' where post = '主任' and person_key = 'm3' | C 2023 FAIL
            LX-R2  | without group_post                                          | C 2023 UNKNOWN
            LX-R3a |                                                             | C 2023 PASS, G 2023 NA, A 2023 NA
            LX-R3a | set group_post ended_on = '2024-07-31' where post = '副校长' and person_key = 'm1' | C 2023 PASS
            LX-R3a | set group_post ended_on = '2024-08-01' where post = '副校长' and person_key = 'm1' | C 2023 FAIL
            LX-R3a | set group_post ended_on = null where post = '副校长' and person_key = 'm1' | C 2023 FAIL
            LX-R3a | set group_post ended_on = null where post = '副校长' and person_key = 'm1'; on 2024-06-30 | C 2023 UNKNOWN
            LX-R3a | without group_post where group_code = 'C'                    | C 2023 UNKNOWN
            LX-R3a | set group_post started_on = null where post = '副校长' and person_key = 'm1' | C 2023 UNKNOWN
            LX-R3b |                                                             | C 2023 PASS, G 2023 NA
            LX-R3b | set group_post person_key = 'm1' where started_on = '2024-07-31' | C 2023 FAIL
            LX-R3b | without group_post where started_on = '2024-07-31'           | C 2023 NA
            LX-R4  |                                                             | C 2023 PASS, G 2023 NA, A 2023 NA
            LX-R4  | set school stages = 'J' where school_code = 'H1'             | C 2023 FAIL
            LX-R4  | set school stages = 'P' where stages = 'J'                   | C 2023 FAIL
            LX-R4  | set teacher_roll post = '副校长' where teacher_key = 'h1'      | C 2023 FAIL
            LX-R4  | set group_post school_code = 'M1' where post = '总校长' and group_code = 'C' | C 2023 FAIL
            LX-R4  | without teacher_roll                                        | C 2023 UNKNOWN
            LX-R4  | set education_group kind = 'consortium' where group_code = 'A'; set school stages = 'S' where school_code = 'P1'; set school stages = 'J' where school_code = 'A1'; also group_post group_code=A post=总校长 person_key=q1 started_on=2023-07-31 school_code=P1 | C 2023 PASS, A 2023 UNKNOWN
            LX-R5  |                                                             | A 2023 PASS, C 2023 NA, G 2023 NA
            LX-R5  | set school township = '兔坂镇' where school_code = 'P1'        | A 2023 FAIL
            LX-R5  | set school township = '克虎镇' where school_code = 'A2'        | A 2023 FAIL
            LX-R5  | set school township = '东镇' where school_code in ('A1', 'A2') | A 2023 FAIL
            LX-R5  | set school township = null where school_code = 'A1'          | A 2023 UNKNOWN
            LX-R5  | set school township = null where school_code = 'P1'          | A 2023 UNKNOWN
            LX-R5  | set group_membership role = 'lead' where school_code = 'A1'  | A 2023 FAIL
            LX-R6  |                                                             | C 2023 PASS, A 2023 PASS, G 2023 PASS, C 2022 NA
            LX-R6  | without ledger where entry_id = 'E1'                         | C 2023 FAIL, A 2023 PASS
            LX-R6  | set ledger group_code = 'A' where entry_id = 'E1'            | A 2023 FAIL
            LX-R6  | on 2024-07-31                                               | C 2023 UNKNOWN
            LX-R6  | without ledger where kind = 'evaluation'                     | C 2023 UNKNOWN
            LX-R7  |                                                             | A 2023 PASS, C 2023 NA, G 2023 NA
            LX-R7  | set teacher_exchange kind = '轮岗' where exchange_id = 'X1'   | A 2023 FAIL
            LX-R7  | set group_activity host_school_code = 'P1'                   | A 2023 FAIL
            LX-R7  | set ledger other_school_code = 'P2' where kind = 'mentoring' | A 2023 FAIL
            LX-R7  | set ledger school_code = 'A1', other_school_code = 'P1' where kind = 'mentoring' | A 2023 PASS
            LX-R7  | without teacher_exchange where exchange_id = 'X2'            | A 2023 FAIL
            LX-R7  | without teacher_exchange                                    | A 2023 UNKNOWN
            LX-R7  | without group_activity                                      | A 2023 UNKNOWN
            LX-R7  | without ledger                                              | A 2023 UNKNOWN
            LX-R7  | set teacher_exchange group_code = null                       | A 2023 PASS
            LX-R7  | set teacher_exchange group_code = null; also education_group group_code=0 authority_code=141124 kind=education_group founded_on=2023-07-31; also group_membership group_code=0 school_code=P1 role=lead joined_on=2023-07-31; also group_membership group_code=0 school_code=A1 role=member joined_on=2023-07-31 | A 2023 PASS
            LX-R8  |                                                             | C 2023 PASS, A 2023 NA
            LX-R8  | set teacher_exchange to_school_code = 'M2' where exchange_id = 'X3' | C 2023 FAIL
            LX-R8  | set school township = '东镇' where school_code = 'M1'; without teacher_exchange where exchange_id = 'X3' | C 2023 PASS
            LX-R8  | without teacher_exchange where exchange_id = 'X4'            | C 2023 FAIL
            LX-R8  | without teacher_exchange where exchange_id = 'X5'            | C 2023 FAIL
            LX-R8  | without teacher_exchange where exchange_id = 'X6'            | C 2023 FAIL
            LX-R8  | without teacher_exchange where exchange_id = 'X7'            | C 2023 FAIL
            LX-R8  | without teacher_exchange                                    | C 2023 UNKNOWN
            LX-R9  |                                                             | C 2023 PASS, G 2023 PASS, A 2023 NA
            LX-R9  | set group_post filed_on = null where person_key = 'n1'       | C 2023 FAIL
            LX-R9  | set group_post nominated_by = '教科局' where person_key = 'n1' | C 2023 FAIL
            LX-R9  | set group_post nominated_by = null where person_key = 'n1'   | C 2023 UNKNOWN
            LX-R9  | set teacher_roll post = '副校长' where teacher_key = 'm1'      | C 2023 FAIL
            LX-R9  | set teacher_roll post = null where teacher_key = 'n2'        | C 2023 FAIL
            LX-R9  | set group_post school_code = 'H1' where post = '主任' and person_key = 'm3' | C 2023 FAIL
            LX-R9  | without teacher_roll where school_code = 'M2'                | C 2023 UNKNOWN
            LX-R9  | set teacher_roll post = '中层' where teacher_key = 'p1'        | G 2023 FAIL, C 2023 PASS
            LX-R9  | set group_post school_code = null where person_key = 'p1'    | G 2023 PASS
            LX-R9  | set group_post school_code = null where person_key = 'p2'    | G 2023 UNKNOWN
            LX-R9  | without group_post                                          | C 2023 UNKNOWN, G 2023 UNKNOWN
            LX-R10 |                                                             | G/P2 2023 PASS, C/M1 2023 NA, A/A1 2023 NA
            LX-R10 | set teacher_exchange kind = '轮岗' where exchange_id = 'X8'   | G/P2 2023 FAIL
            LX-R10 | without teacher_exchange; set group_activity group_code = 'G', host_school_code = 'P2', kind = '跟班听课' | G/P2 2023 PASS
            LX-R10 | without teacher_exchange; without group_activity            | G/P2 2023 UNKNOWN
            LX-R11 |                                                             | G/P2 2023 PASS, C/M1 2023 NA
            LX-R11 | set school aliases = '二分校' where valid_from = '2023-07-31' | G/P2 2023 FAIL
            LX-R11 | set school name = '实验小学分校', aliases = null where valid_from = '2023-07-31' | G/P2 2023 PASS
            LX-R11 | set school aliases = null where school_code = 'P1'           | G/P2 2023 UNKNOWN
            LX-R12 |                                                             | C 2023 PASS, G 2023 NA, A 2023 NA
            LX-R12 | without ledger where entry_id = 'C4'                         | C 2023 FAIL
            LX-R12 | without ledger                                              | C 2023 UNKNOWN
            LX-R12g |                                                            | G/P2 2023 PASS, C/M1 2023 NA
            LX-R12g | set ledger until = '2023-08-31' where entry_id = 'G3'       | G/P2 2023 FAIL
            LX-R12g | without ledger                                             | G/P2 2023 UNKNOWN
            LX-R13 |                                                             | G/P1 2023 PASS, G/P2 2023 UNKNOWN, C/M1 2023 UNKNOWN
            LX-R13 | set metric_value value = 0 where school_code = 'P2'          | G/P2 2023 PASS
            LX-R13 | without metric_value                                        | G/P1 2023 UNKNOWN
            """)
    void aRuleReadsTheRows(String rule, String changes, String expected) {
        assertThat(WORLD.says(rule, changes, expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"teacher_roll", "teacher_exchange", "group_activity", "group_post", "ledger", "metric_value"})
    void whatWasNotHandedInFailsNobody(String dataset) {
        assertThat(WORLD.failsWithout(dataset)).isEmpty();
    }
}
