package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of 临淄, each on rows that meet it and on one that is changed. */
class LinziRulesTest {
    /**
     * A group of town and country that a unit leaves (G1), one that leads from primary to junior school (G2), one of seven members (G3), a
     * closely merged one (G4) and a pair (P1), at the end of their second school year.
     */
    private static final RuleWorld WORLD = RuleWorld.of("370305", "2024-08-31", """
            district: district_code parent_code level
            370300 370000 city
            370305 370300 county
            term_calendar: district_code school_year term from_on to_on
            370305 2022 1 2022-09-01 2023-01-13
            370305 2022 2 2023-02-13 2023-07-05
            370305 2023 1 2023-09-01 2024-01-19
            370305 2023 2 2024-02-26 2024-07-05
            school: school_code valid_from district_code stages setting_code township legal_representative_key
            L1 2000-09-01 370305 J 111 -        H1
            M1 2000-09-01 370305 J 122 -        H2
            L2 2000-09-01 370305 J 111 -        H3
            M2 2000-09-01 370305 P 111 -        H4
            L4 2000-09-01 370305 J 111 -        H5
            M4 2000-09-01 370305 J 111 -        H5
            education_group: group_code authority_code kind form founded_on agreement_from
            G1 370305 education_group 城乡共建型 2022-08-12 -
            G2 370305 education_group 贯通培养型 2022-08-12 -
            G3 370305 education_group 城乡共建型 2022-08-12 -
            G4 370305 education_group 紧密融合型 2022-08-12 -
            P1 370305 pair            城乡共建型 2022-08-12 -
            group_membership: group_code school_code role joined_on left_on
            G1 L1 lead   2022-08-12 -
            G1 M1 member 2022-08-12 -
            G1 X1 member 2022-08-12 2024-03-01
            G2 L2 lead   2022-08-12 -
            G2 M2 member 2022-08-12 -
            G3 B1 member 2022-08-12 -
            G3 B2 member 2022-08-12 -
            G3 B3 member 2022-08-12 -
            G3 B4 member 2022-08-12 -
            G3 B5 member 2022-08-12 -
            G3 B6 member 2022-08-12 -
            G3 B7 member 2022-08-12 -
            G4 L4 lead   2022-08-12 -
            G4 M4 member 2022-08-12 -
            P1 L1 lead   2022-08-12 -
            P1 M1 member 2022-08-12 -
            teacher_roll: teacher_key school_year school_code post title_level talent_level talent_status
            T1 2023 L1 副校长 T3 none   -
            T2 2023 L1 -      T3 county holder
            T3 2023 M1 -      T3 none   -
            teacher_exchange: exchange_id teacher_key group_code from_school_code to_school_code started_on ended_on kind post talent_level
            E1 T1 G1 L1 M1 2023-09-01 2024-07-05 挂职 - -
            E2 T2 G1 L1 M1 2023-09-01 2024-07-05 轮岗 - -
            E3 T3 G1 M1 L1 2023-09-01 2024-07-05 挂职 - -
            group_post: group_code post person_key started_on school_code
            G4 总校校长 H5 2022-08-12 L4
            group_activity: group_code organiser_school_code held_on kind
            G1 L1 2023-10-10 交流互动
            G1 L1 2024-03-10 交流互动
            G1 L1 2023-10-11 工作经验交流会
            G1 L1 2024-03-11 工作经验交流会
            G1 L1 2023-10-12 主题班会课
            G1 M1 2024-03-12 心理活动课
            G1 L1 2023-10-13 班主任论坛
            G1 L1 2024-03-13 班主任论坛
            G1 L1 2023-10-14 联席会议
            G1 L1 2024-03-14 联席会议
            ledger: entry_id authority_code group_code school_code other_school_code kind item held_on
            A1 370305 G1 -  -  agreement     办学协议         2022-08-12
            V1 370305 G1 L1 -  evaluation    发展评价         2024-06-20
            V2 370305 G1 M1 -  evaluation    发展评价         2024-06-20
            V3 370305 G1 M1 -  evaluation    集团内部考核     2024-06-21
            V4 370305 G1 X1 -  evaluation    发展评价         2023-06-20
            U1 370305 G1 -  -  use_of_result 教育工作目标考核 2024-07-01
            D1 370305 G1 -  -  document      内部考核评价制度 2022-08-20
            D2 370305 G1 -  -  document      办学章程         2022-08-20
            D3 370305 G1 -  -  document      集团管理制度     2022-08-20
            D4 370305 G1 -  -  plan          发展规划         2022-08-20
            D5 370305 G1 -  -  plan          年度计划         2023-09-10
            D6 370305 -  -  -  document      补助政策         2022-08-20
            B1 370305 G1 -  -  body          理事会           2022-08-20
            F1 370305 -  -  -  funding       专项资金         2023-03-01
            F2 370305 G1 -  -  funding       办学经费         2024-07-10
            M1 370305 G1 L1 M1 mentoring     青蓝工程         2023-09-10
            """);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            LZI-R1  |                                                             | G1 2023 PASS, G3 2023 FAIL, G1 2021 NA, P1 2023 NA
            LZI-R1  | set group_membership left_on = '2023-09-01' where school_code = 'B7' | G3 2023 PASS, G3 2022 FAIL
            LZI-R2  |                                                             | G1 2023 PASS, G2 2023 NA, G1 2022 UNKNOWN
            LZI-R2  | set teacher_exchange ended_on = '2024-01-19' where exchange_id = 'E3' | G1 2023 FAIL
            LZI-R2  | set teacher_exchange ended_on = '2024-02-27' where exchange_id = 'E3' | G1 2023 FAIL
            LZI-R2  | set teacher_exchange started_on = '2022-09-01', ended_on = '2024-07-05' where exchange_id = 'E3' | G1 2022 PASS, G1 2023 NA
            LZI-R2  | set teacher_exchange started_on = '2022-09-01', ended_on = '2024-09-02' where exchange_id = 'E3'; also term_calendar district_code=370305 school_year=2024 term=1 from_on=2024-09-01 to_on=2025-01-17; on 2024-09-30 | G1 2022 PASS
            LZI-R2  | set teacher_exchange started_on = '2022-09-01', ended_on = '2025-01-17' where exchange_id = 'E3'; also term_calendar district_code=370305 school_year=2024 term=1 from_on=2024-09-01 to_on=2025-01-17; on 2025-01-31 | G1 2022 FAIL
            LZI-R2  | set teacher_exchange started_on = '2024-05-06', ended_on = null where exchange_id = 'E3' | G1 2023 UNKNOWN
            LZI-R2  | set teacher_exchange kind = '轮岗' where exchange_id = 'E3'   | G1 2023 NA
            LZI-R2  | without teacher_exchange                                    | G1 2023 UNKNOWN
            LZI-R3  |                                                             | G1 2023 PASS, G2 2023 FAIL, G1 2022 UNKNOWN
            LZI-R3  | set group_activity organiser_school_code = 'M1' where kind = '交流互动' and held_on > '2024-01-01' | G1 2023 FAIL
            LZI-R3  | set group_activity held_on = '2024-01-20' where kind = '交流互动' and held_on > '2024-01-01' | G1 2023 FAIL
            LZI-R4  |                                                             | G1 2023 PASS, G2 2023 FAIL
            LZI-R4  | without group_activity where kind = '工作经验交流会' and held_on > '2024-01-01' | G1 2023 FAIL
            LZI-R4  | without group_activity where kind = '心理活动课'               | G1 2023 FAIL
            LZI-R4  | without group_activity where kind = '班主任论坛' and held_on > '2024-01-01' | G1 2023 FAIL
            LZI-R5  |                                                             | G1 2023 PASS, G2 2023 FAIL
            LZI-R5  | set teacher_exchange kind = '轮岗' where exchange_id = 'E1'   | G1 2023 FAIL
            LZI-R5  | set teacher_roll post = null                                | G1 2023 UNKNOWN
            LZI-R5  | set teacher_roll post = null; set teacher_exchange post = '主任' where exchange_id = 'E1' | G1 2023 PASS
            LZI-R6a |                                                             | G2 2023 PASS, G1 2023 NA
            LZI-R6a | set school stages = 'J' where school_code = 'M2'            | G2 2023 FAIL
            LZI-R6a | set school stages = null                                    | G2 2023 UNKNOWN
            LZI-R6b |                                                             | G1 2023 PASS, G2 2023 NA, G3 2023 UNKNOWN, P1 2023 NA
            LZI-R6b | set school setting_code = '121' where school_code = 'L1'    | G1 2023 FAIL
            LZI-R6b | set school setting_code = '121', township = '闻韶街道' where school_code = 'L1' | G1 2023 PASS
            LZI-R6b | set school setting_code = '112' where school_code = 'M1'    | G1 2023 FAIL
            LZI-R6b | set school setting_code = null where school_code = 'L1'     | G1 2023 UNKNOWN
            LZI-R6b | set school setting_code = null where school_code = 'M1'     | G1 2023 UNKNOWN
            LZI-R7  |                                                             | G1 2023 PASS, G2 2023 FAIL, G1 2022 FAIL
            LZI-R7  | without ledger where entry_id = 'V1'                        | G1 2023 FAIL
            LZI-R7  | also group_membership group_code=G1 school_code=N1 role=member joined_on=2024-06-30 | G1 2023 PASS
            LZI-R7  | also group_membership group_code=G1 school_code=N1 role=member joined_on=2023-09-01 | G1 2023 FAIL
            LZI-R7  | without ledger where kind = 'evaluation'                    | G1 2023 UNKNOWN
            LZI-R8  |                                                             | G1 2023 PASS, G2 2023 FAIL, G1 2022 UNKNOWN
            LZI-R8  | set ledger item = '其他' where entry_id = 'U1'               | G1 2023 FAIL
            LZI-R9  |                                                             | G1 2023 PASS, G1 2022 PASS, G2 2022 FAIL
            LZI-R9  | set ledger item = '发展评价' where entry_id = 'V3'           | G1 2023 FAIL, G1 2022 PASS
            LZI-R9  | without ledger where entry_id = 'D1'                        | G1 2023 FAIL, G1 2022 FAIL
            LZI-R9  | also group_membership group_code=G1 school_code=N1 role=member joined_on=2024-06-30 | G1 2023 PASS
            LZI-R10 |                                                             | G1 2023 PASS, G1 2022 NA, G2 2023 NA
            LZI-R10 | set ledger held_on = '2023-02-28' where entry_id = 'V4'     | G1 2023 FAIL
            LZI-R10 | set ledger held_on = '2024-03-02' where entry_id = 'V4'     | G1 2023 FAIL
            LZI-R10 | set ledger school_code = null where entry_id = 'V4'         | G1 2023 PASS
            LZI-R10 | set ledger school_code = 'M1' where entry_id = 'V4'         | G1 2023 FAIL
            LZI-R10 | without ledger where kind = 'evaluation'                    | G1 2023 UNKNOWN
            LZI-R10 | without group_membership where school_code = 'X1'           | G1 2023 NA
            LZI-R10 | without group_membership where school_code = 'X1'; without ledger where entry_id = 'V4'; set group_membership left_on = '2024-01-10' where group_code = 'G1'; also group_membership group_code=G1 school_code=M1 role=lead joined_on=2024-01-10; also group_membership group_code=G1 school_code=L1 role=member joined_on=2024-01-10 | G1 2023 NA
            LZI-R11 |                                                             | G1 2023 PASS, G2 2023 NA
            LZI-R11 | set teacher_roll post = null                                | G1 2023 FAIL
            LZI-R11 | set teacher_roll post = null, title_level = 'T4'            | G1 2023 PASS
            LZI-R11 | set teacher_roll post = null, talent_level = 'county', talent_status = 'holder' | G1 2023 PASS
            LZI-R11 | without teacher_roll                                        | G1 2023 UNKNOWN
            LZI-R11 | without teacher_roll where teacher_key = 'T1'               | G1 2023 UNKNOWN
            LZI-R11 | also teacher_exchange exchange_id=E9 teacher_key=T9 group_code=G1 from_school_code=L1 to_school_code=M1 started_on=2023-09-01 kind=挂职 | G1 2023 UNKNOWN
            LZI-R11 | set teacher_roll post = null; also teacher_exchange exchange_id=E9 teacher_key=T9 group_code=G1 from_school_code=L1 to_school_code=M1 started_on=2023-09-01 kind=挂职 | G1 2023 FAIL
            LZI-R12 |                                                             | G1 2023 PASS, G2 2023 FAIL
            LZI-R12 | set group_activity organiser_school_code = 'M1' where kind = '联席会议' and held_on > '2024-01-01' | G1 2023 FAIL
            LZI-R13 |                                                             | G1 2023 PASS, G2 2023 FAIL
            LZI-R13 | set teacher_roll talent_level = 'school'                    | G1 2023 FAIL
            LZI-R13 | set teacher_roll talent_status = 'candidate'                | G1 2023 FAIL
            LZI-R13 | without teacher_exchange where exchange_id = 'E3'           | G1 2023 FAIL
            LZI-R13 | without teacher_roll                                        | G1 2023 UNKNOWN
            LZI-R14 |                                                             | G1 2023 PASS, G2 2023 PASS, G1 2022 PASS
            LZI-R14 | set ledger school_code = 'L9' where entry_id = 'D6'         | G1 2023 FAIL
            LZI-R14 | set ledger until = '2023-08-31' where entry_id = 'D6'       | G1 2023 FAIL, G1 2022 PASS
            LZI-R14 | without ledger where kind = 'document'                      | G1 2023 UNKNOWN
            LZI-R15 |                                                             | G1 2023 PASS, G1 2022 NA, G2 2023 FAIL
            LZI-R15 | without ledger where entry_id = 'B1'                        | G1 2023 UNKNOWN
            LZI-R15 | without ledger where entry_id = 'D2'                        | G1 2023 FAIL
            LZI-R15 | set ledger held_on = '2023-08-10' where entry_id = 'D5'     | G1 2023 UNKNOWN
            LZI-R16 |                                                             | G1 2023 PASS, G2 2023 PASS
            LZI-R16 | set ledger school_code = 'L9' where entry_id = 'F1'         | G1 2023 FAIL
            LZI-R16 | set ledger held_on = '2024-07-11' where entry_id = 'A1'     | G1 2023 FAIL
            LZI-R16 | set ledger held_on = '2024-07-11' where kind = 'evaluation' | G1 2023 FAIL
            LZI-R16 | without ledger where entry_id = 'A1'                        | G1 2023 UNKNOWN
            LZI-R16 | without ledger where entry_id = 'A1'; set education_group agreement_from = '2022-08-12' where group_code = 'G1' | G1 2023 PASS
            LZI-R16 | without ledger where entry_id = 'A1'; set education_group agreement_from = '2024-07-11' where group_code = 'G1' | G1 2023 FAIL
            LZI-R16 | without ledger where kind = 'evaluation'                    | G1 2023 UNKNOWN
            LZI-R17 |                                                             | G1 2023 PASS, G2 2023 FAIL
            LZI-R17 | set ledger other_school_code = 'L1' where entry_id = 'M1'   | G1 2023 FAIL
            LZI-R17 | without ledger where kind = 'mentoring'                     | G1 2023 UNKNOWN
            LZI-R18 |                                                             | G4 2023 PASS, G1 2023 NA
            LZI-R18 | set school legal_representative_key = 'H9' where school_code = 'M4' | G4 2023 PASS
            LZI-R18 | without group_post                                          | G4 2023 PASS
            LZI-R18 | set school legal_representative_key = 'H9' where school_code = 'M4'; also group_post group_code=G4 post=总校校长 person_key=H9 started_on=2022-08-12 school_code=M4 | G4 2023 FAIL
            LZI-R18 | set school legal_representative_key = 'H9' where school_code = 'M4'; set group_post post = '执行校长' | G4 2023 FAIL
            LZI-R18 | set school legal_representative_key = null where school_code = 'M4'; without group_post | G4 2023 UNKNOWN
            """)
    void ofRows(String rule, String changes, String expected) {
        assertThat(WORLD.says(rule, changes, expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "teacher_roll",
                "teacher_exchange",
                "group_post",
                "group_activity",
                "ledger",
                "school",
                "term_calendar"
            })
    void whatWasNotHandedInFailsNobody(String dataset) {
        assertThat(WORLD.failsWithout(dataset)).isEmpty();
    }
}
