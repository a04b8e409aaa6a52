package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of 平顶山, each on rows that meet it and on one that is changed. */
class PingdingshanRulesTest {
    /** A junior group of the city (G1) and a primary one of a county (G2); two terms with three months of ten days. */
    private static final RuleWorld WORLD = RuleWorld.of("410400", "2025-12-31", """
            district: district_code parent_code level
            410400    410000      city
            410402    410400      county
            410425    410400      county
            term_calendar: district_code school_year term from_on to_on
            410400    2024 1 2024-09-01 2024-10-12
            410400    2024 2 2025-03-03 2025-04-09
            school: school_code valid_from district_code authority_code stages
            L1 2020-01-01 410402 410400 J
            M1 2020-01-01 410402 410400 J
            L2 2020-01-01 410425 -      P
            M2 2020-01-01 410425 -      P
            X1 2020-01-01 410402 -      J
            X2 2020-01-01 410402 -      J
            education_group: group_code authority_code kind founded_on
            G1 410400 education_group 2024-09-01
            G2 410425 community 2024-09-01
            group_membership: group_code school_code role joined_on
            G1 L1 lead   2024-09-01
            G1 M1 member 2024-09-01
            G2 L2 lead   2024-09-01
            G2 M2 member 2024-09-01
            enrollment: school_code school_year stage grade intake students
            L1 2023 J 7 1000 1000
            L1 2024 J 7 800 800
            L1 2024 J 8 - 900
            L2 2023 P 1 300 300
            L2 2024 P 1 240 240
            M1 2023 J 7 200 200
            M1 2024 J 7 300 300
            M2 2023 P 1 100 100
            M2 2024 P 1 151 151
            teacher_roll: teacher_key school_year school_code at_school_since exchange_eligible exempt_reason talent_level talent_status rural_since
            A1 2024 L1 2018-09-01 true - city holder -
            A2 2024 L1 2018-09-02 true - none - -
            A3 2024 L1 2010-09-01 true 孕期 none - -
            A4 2024 L1 2010-09-01 false - none - -
            B1 2024 M1 2015-09-01 true - none - 2021-09-01
            B2 2024 M1 2023-09-01 true - none - 2022-09-01
            C1 2024 L2 2020-09-01 true - none - -
            teacher_exchange: exchange_id teacher_key group_code from_school_code to_school_code started_on ended_on kind appraisal allowance
            E1 A1 G1 L1 M1 2024-09-01 2025-08-31 轮岗 优秀 1000
            E2 B1 G1 M1 L1 2024-09-01 2025-01-31 轮岗 优秀 0
            E3 N1 - X1 X2 2024-09-01 2025-06-30 派驻 - -
            E4 N2 - X1 X2 2024-09-01 2025-06-30 挂职 - -
            E5 N3 - X1 X2 2024-09-01 2025-06-30 跟岗 - -
            F1 P1 G1 L1 M1 2025-08-01 2026-07-10 轮岗 - -
            F2 P2 G1 L1 M1 2025-09-01 2026-07-10 轮岗 - -
            F3 P3 G1 L1 M1 2025-09-01 2026-07-10 轮岗 - -
            F4 P4 G1 L1 M1 2025-09-01 2026-07-10 轮岗 - -
            F5 P5 G1 M1 L1 2025-09-01 2026-07-10 轮岗 - -
            F6 P6 G1 M1 L1 2025-09-01 2026-07-10 轮岗 - -
            F7 P7 G1 M1 L1 2025-12-31 2026-07-10 轮岗 - -
            group_activity: group_code organiser_school_code host_school_code held_on kind subject
            G1 L1 L1 2024-09-10 联席会议 -
            G1 L1 L1 2024-10-10 联席会议 -
            G1 L1 L1 2025-03-10 联席会议 -
            G1 L1 L1 2024-09-11 学科教研组月培训 math
            G1 L1 L1 2024-10-11 学科教研组月培训 math
            G1 L1 L1 2025-03-11 学科教研组月培训 math
            G1 L1 L1 2024-09-12 集团学期整体培训 -
            G1 L1 L1 2025-03-12 集团学期整体培训 -
            G1 L1 L1 2024-09-13 视导 -
            G1 L1 L1 2025-03-13 视导 -
            G1 L1 L1 2024-09-14 监测 -
            G1 L1 L1 2025-03-14 监测 -
            G1 L1 M1 2024-09-15 专题教研 -
            ledger: entry_id authority_code group_code school_code person_key kind item held_on value
            K1 410400 G1 L1 - use_of_result 校长及领导班子年度考核 2025-07-01 -
            K2 410400 G1 L1 - document 集团校管理运行方案 2024-10-01 -
            K3 410400 G1 M1 - document 集团校管理运行方案 2025-08-31 -
            K4 410400 G1 -  - document 预约共用制度 2024-10-01 -
            K5 410400 G1 L1 - shared_use 体育馆 2024-10-01 -
            K6 410400 - -   - funding 专项资金 2024-03-01 50
            K7 410400 - -   - funding 专项资金 2025-03-01 50
            K8 410400 G1 -  - document 教学质量标准 2024-10-01 -
            K9 410400 G1 M1 B1 award 高聘一级 2025-03-01 -
            W1 410400 G1 M1 B1 award 视同支教经历 2025-03-01 -
            W2 410400 G1 M1 B1 award 评优评先(倾斜) 2025-03-01 -
            W3 410400 - -   - award 交流教师专用岗位 2024-10-01 3
            """);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PDS-R1 |                                                          | G1/L1 2024 PASS, G1/M1 2024 PASS, G2/L2 2024 NA, G1/L1 2025 UNKNOWN
            PDS-R1 | set teacher_roll at_school_since = '2018-09-01' where teacher_key = 'A2' | G1/L1 2024 FAIL
            PDS-R1 | set teacher_roll exempt_reason = null where teacher_key = 'A3' | G1/L1 2024 FAIL
            PDS-R1 | set teacher_roll exchange_eligible = true where teacher_key = 'A4' | G1/L1 2024 FAIL
            PDS-R1 | set teacher_roll at_school_since = null where teacher_key = 'A2' | G1/L1 2024 UNKNOWN
            PDS-R1 | set teacher_exchange kind = '跟岗' where exchange_id = 'E1' | G1/L1 2024 FAIL, G1/M1 2024 PASS
            PDS-R1 | set teacher_exchange started_on = '2024-08-31' where exchange_id = 'E1' | G1/L1 2024 FAIL
            PDS-R1 | without teacher_exchange where exchange_id = 'E1'; on 2025-06-30 | G1/L1 2024 UNKNOWN, G1/M1 2024 PASS
            PDS-R1 | without teacher_exchange                                 | G1/L1 2024 UNKNOWN
            PDS-R1 | without teacher_roll                                     | G1/L1 2024 UNKNOWN
            PDS-R2 |                                                          | G1 2024 PASS, G2 2024 NA, G1 2025 UNKNOWN
            PDS-R2 | set teacher_exchange kind = '跟岗' where exchange_id = 'E1' | G1 2024 FAIL
            PDS-R2 | set teacher_roll talent_status = 'candidate' where teacher_key = 'A1' | G1 2024 PASS
            PDS-R2 | set teacher_roll talent_status = null where teacher_key = 'A1' | G1 2024 UNKNOWN
            PDS-R2 | set teacher_roll talent_level = null where teacher_key = 'B1' | G1 2024 UNKNOWN
            PDS-R2 | set teacher_roll talent_level = 'county' where teacher_key = 'A1'; set teacher_roll talent_level = 'city', talent_status = 'holder', exempt_reason = null where teacher_key = 'A3' | G1 2024 FAIL
            PDS-R2 | without teacher_exchange                                 | G1 2024 UNKNOWN
            PDS-R2 | on 2025-08-30                                            | G1 2024 UNKNOWN
            PDS-R3 |                                                          | 410400 2024 PASS, 410400 2025 NA
            PDS-R3 | set enrollment intake = 735 where school_code = 'L1' and intake = 800 | 410400 2024 PASS
            PDS-R3 | set enrollment intake = 734 where school_code = 'L1' and intake = 800 | 410400 2024 FAIL
            PDS-R3 | set enrollment intake = 866 where school_code = 'L1' and intake = 800 | 410400 2024 FAIL
            PDS-R3 | set enrollment intake = null where school_code = 'L2' and school_year = 2023 | 410400 2024 UNKNOWN
            PDS-R3 | without enrollment where school_code = 'L2'              | 410400 2024 UNKNOWN
            PDS-R4 |                                                          | 410400 2024 PASS, 410400 2025 NA
            PDS-R4 | set enrollment intake = 149 where intake = 151           | 410400 2024 FAIL
            PDS-R4 | without enrollment where school_year = 2023              | 410400 2024 UNKNOWN
            PDS-R5 |                                                          | G1 2024 PASS, G2 2024 FAIL, G1 2025 UNKNOWN
            PDS-R5 | set group_activity held_on = '2024-09-30' where held_on = '2024-10-10' | G1 2024 FAIL
            PDS-R5 | set group_activity organiser_school_code = 'M1' where held_on = '2024-10-10' | G1 2024 FAIL
            PDS-R5 | set term_calendar to_on = '2025-04-10' where term = 2    | G1 2024 FAIL
            PDS-R5 | without group_activity                                   | G1 2024 UNKNOWN
            PDS-R5 | without term_calendar                                    | G1 2024 UNKNOWN
            PDS-R6 |                                                          | G1 2024 PASS, G2 2024 FAIL, G1 2025 UNKNOWN
            PDS-R6 | also ledger entry_id=Z1 group_code=G1 kind=body item=数学教研组 held_on=2024-09-01 | G1 2024 PASS
            PDS-R6 | also ledger entry_id=Z1 group_code=G1 kind=body item=语文教研组 held_on=2024-09-01 | G1 2024 FAIL
            PDS-R6 | also ledger entry_id=Z1 group_code=G1 kind=body item=语文教研组 held_on=2025-04-01 | G1 2024 PASS
            PDS-R6 | without group_activity where held_on = '2024-10-11'       | G1 2024 FAIL
            PDS-R6 | without group_activity where held_on = '2025-03-12'       | G1 2024 FAIL
            PDS-R6 | without group_activity where held_on >= '2025-01-01'; on 2025-03-30 | G1 2024 UNKNOWN
            PDS-R6 | without group_activity                                   | G1 2024 UNKNOWN
            PDS-R6 | without term_calendar                                    | G1 2024 UNKNOWN
            PDS-R7 |                                                          | G1 2025 PASS, G1 2024 NA, G2 2025 NA
            PDS-R7 | without teacher_exchange where exchange_id = 'F7'         | G1 2025 FAIL
            PDS-R7 | set teacher_exchange teacher_key = 'A1' where exchange_id = 'F7' | G1 2025 FAIL
            PDS-R7 | set teacher_exchange started_on = '2025-07-31' where exchange_id = 'F1' | G1 2025 FAIL
            PDS-R7 | set teacher_exchange kind = '跟岗' where exchange_id = 'F1' | G1 2025 FAIL
            PDS-R7 | set school stages = 'P' where school_code in ('L1', 'M1')  | G1 2025 NA
            PDS-R7 | set school stages = 'PJ' where school_code in ('L1', 'M1') | G1 2025 PASS
            PDS-R7 | without teacher_exchange where started_on > '2025-07-31' | G1 2025 UNKNOWN
            PDS-R7 | on 2025-12-30                                            | G1 2025 UNKNOWN
            PDS-R8 |                                                          | G1/L1 2024 PASS, G2/L2 2024 FAIL, G1/L1 2025 UNKNOWN, G1/M1 2024 absent
            PDS-R8 | set ledger item = '其他' where entry_id = 'K1'             | G1/L1 2024 FAIL
            PDS-R8 | without ledger where kind = 'use_of_result'              | G1/L1 2024 UNKNOWN
            PDS-R8 | on 2025-06-30                                            | G2/L2 2024 UNKNOWN
            PDS-R9 |                                                          | G1 2024 PASS, G2 2024 FAIL, G1 2025 UNKNOWN
            PDS-R9 | set group_activity host_school_code = 'L1' where kind = '专题教研' | G1 2024 FAIL
            PDS-R9 | without group_activity                                   | G1 2024 UNKNOWN
            PDS-R9 | also group_membership group_code=G1 school_code=X1 role=member joined_on=2025-08-20 | G1 2024 PASS
            PDS-R9 | also group_membership group_code=G1 school_code=X1 role=member joined_on=2024-09-01 left_on=2024-10-01 | G1 2024 PASS
            PDS-R9 | also group_membership group_code=G1 school_code=X1 role=member joined_on=2024-09-01 | G1 2024 FAIL
            PDS-R10 |                                                         | G1 2024 PASS, G2 2024 FAIL, G1 2025 PASS
            PDS-R10 | set ledger held_on = '2025-09-01' where entry_id = 'K3'  | G1 2024 FAIL, G1 2025 PASS
            PDS-R10 | set ledger until = '2025-08-31' where entry_id = 'K3'    | G1 2024 PASS, G1 2025 FAIL
            PDS-R10 | without ledger where entry_id = 'K2'                    | G1 2024 FAIL
            PDS-R10 | without ledger where kind = 'document'                  | G1 2024 UNKNOWN
            PDS-R10 | on 2025-06-30                                           | G2 2024 UNKNOWN
            PDS-R11 |                                                         | G1 2024 PASS, G2 2024 NA, G1 2025 NA
            PDS-R11 | set teacher_roll rural_since = '2022-03-01' where teacher_key = 'B1' | G1 2024 PASS
            PDS-R11 | set teacher_roll rural_since = '2022-03-02' where teacher_key = 'B1' | G1 2024 FAIL
            PDS-R11 | set teacher_exchange appraisal = '合格' where exchange_id = 'E2' | G1 2024 FAIL
            PDS-R11 | set teacher_exchange ended_on = '2025-03-02' where exchange_id = 'E2' | G1 2024 UNKNOWN
            PDS-R11 | set teacher_roll rural_since = null where teacher_key = 'B1' | G1 2024 UNKNOWN
            PDS-R11 | set ledger group_code = null where entry_id = 'K9'       | G1 2024 PASS, G2 2024 NA
            PDS-R11 | without ledger where entry_id = 'K9'                    | G1 2024 NA
            PDS-R12 |                                                         | G1 2024 PASS, G2 2024 PASS, G1 2025 NA
            PDS-R12 | set teacher_exchange appraisal = '良好' where exchange_id = 'E2' | G1 2024 PASS
            PDS-R12 | set teacher_exchange appraisal = '合格' where exchange_id = 'E2' | G1 2024 FAIL
            PDS-R12 | set teacher_exchange appraisal = '合格' where exchange_id = 'E2'; without ledger where entry_id = 'W2' | G1 2024 PASS
            PDS-R12 | set teacher_exchange appraisal = '不合格' where exchange_id = 'E2'; without ledger where entry_id = 'W2' | G1 2024 FAIL
            PDS-R12 | set teacher_exchange appraisal = null                   | G1 2024 UNKNOWN
            PDS-R12 | without ledger where entry_id = 'W3'                    | G1 2024 FAIL, G2 2024 FAIL
            PDS-R12 | set ledger group_code = 'G1' where entry_id = 'W3'       | G1 2024 PASS, G2 2024 FAIL
            PDS-R12 | without ledger where entry_id in ('W1', 'W2', 'W3')     | G1 2024 NA, G2 2024 NA
            PDS-R13 |                                                         | G1 2024 PASS, G2 2024 FAIL
            PDS-R13 | without ledger where entry_id = 'K4'                    | G1 2024 FAIL
            PDS-R13 | set ledger until = '2025-08-30' where entry_id = 'K4'    | G1 2024 FAIL
            PDS-R13 | set ledger item = '资源库' where entry_id = 'K5'          | G1 2024 FAIL
            PDS-R13 | set ledger value = 0 where entry_id = 'K5'              | G1 2024 FAIL
            PDS-R13 | without ledger where kind = 'shared_use'                | G1 2024 UNKNOWN
            PDS-R13b |                                                        | G1 2024 PASS, G2 2024 PASS, G1 2025 PASS
            PDS-R13b | set ledger value = 0 where entry_id = 'K6'             | G1 2024 FAIL, G1 2025 PASS
            PDS-R13b | set ledger value = null where entry_id = 'K6'          | G1 2024 UNKNOWN
            PDS-R13b | set ledger group_code = 'G1' where entry_id = 'K7'      | G1 2025 PASS, G2 2025 FAIL
            PDS-R13b | set ledger item = '其他' where entry_id = 'K7'           | G1 2025 FAIL
            PDS-R13b | without ledger where kind = 'funding'                  | G1 2024 UNKNOWN
            PDS-R14 |                                                         | G1 2024 PASS, G2 2024 FAIL, G1 2025 UNKNOWN
            PDS-R14 | without ledger where entry_id = 'K8'                    | G1 2024 FAIL
            PDS-R14 | without group_activity where held_on = '2025-03-13'      | G1 2024 FAIL
            PDS-R14 | without group_activity where held_on = '2024-09-14'      | G1 2024 FAIL
            PDS-R14 | without group_activity                                  | G1 2024 UNKNOWN
            PDS-R15 |                                                         | 410400 2024 PASS, 410400 2025 UNKNOWN
            PDS-R15 | without teacher_exchange where exchange_id = 'E4'       | 410400 2024 FAIL
            PDS-R15 | set school district_code = '410425' where school_code = 'X1' | 410400 2024 UNKNOWN
            PDS-R15 | without teacher_exchange                                | 410400 2024 UNKNOWN
            """)
    void ofRows(String rule, String changes, String expected) {
        assertThat(WORLD.says(rule, changes, expected)).isEqualTo(expected);
    }
}
