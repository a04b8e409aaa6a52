package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of 莱州, each on rows that meet it and on one that is changed. */
class LaizhouRulesTest {
    /** A community of a lead and a member, and a pair, on the last day of its first whole school year. */
    private static final RuleWorld WORLD = RuleWorld.of("370683", "2022-08-31", """
            district: district_code parent_code level
            370683 370600 county
            term_calendar: district_code school_year term from_on to_on
            370683 2021 1 2021-09-01 2022-01-14
            370683 2021 2 2022-02-21 2022-07-08
            school: school_code valid_from district_code stages school_type ownership legal_entity_code legal_representative_key
            S1 2000-09-01 370683 J 311 public U1 H1
            S1 2021-03-15 370683 J 311 public U1 H1
            S2 2000-09-01 370683 P 211 public U2 H2
            S2 2021-03-16 370683 P 211 public U2 H2
            S9 2000-09-01 370683 S 342 public U9 H9
            education_group: group_code authority_code kind founded_on agreement_from agreement_to
            C1 370683 community 2021-03-15 2021-03-15 2024-03-14
            P1 370683 pair      2018-11-15 -          -
            group_membership: group_code school_code role joined_on
            C1 S1 lead   2021-03-15
            C1 S2 member 2021-03-15
            P1 S1 lead   2018-11-15
            P1 S2 member 2018-11-15
            teacher_roll: teacher_key school_year school_code stage
            H1 2020 S1 J
            H1 2021 S1 J
            T1 2020 S1 J
            T1 2021 S2 P
            H2 2020 S2 P
            H2 2021 S2 P
            teacher_exchange: exchange_id teacher_key group_code from_school_code to_school_code started_on ended_on kind
            X1 T1 C1 S1 S2 2021-09-01 2022-07-08 支教
            X2 H2 C1 S2 S1 2021-09-01 2022-07-08 支教
            group_activity: group_code organiser_school_code held_on kind
            C1 S1 2021-12-10 监测
            C1 S1 2022-06-10 监测
            C1 S1 2021-09-10 联席会议
            C1 S1 2021-10-10 研讨例会
            C1 S1 2021-11-10 送课
            C1 S1 2021-12-11 送课
            C1 S1 2022-03-10 送课
            C1 S1 2022-04-10 送课
            C1 S1 2022-05-10 送课
            C1 S1 2022-06-11 送课
            group_post: group_code post person_key started_on body school_code
            C1 组长 H1 2021-03-15 常务工作小组 S1
            C1 成员 H2 2021-03-15 常务工作小组 S2
            ledger: entry_id authority_code group_code school_code kind item held_on document_no
            L1 370683 C1 -  plan          年度计划     2021-09-01 -
            L2 370683 C1 -  document      办学章程     2021-03-15 -
            L3 370683 C1 -  document      发展规划     2021-03-15 -
            L4 370683 C1 -  document      拨款机制     2020-01-01 1号
            L5 370683 C1 -  document      拨款机制     2021-04-20 1号
            L6 370683 C1 S1 use_of_result 学校综合督导 2022-07-01 -
            L7 370683 C1 S2 use_of_result 学校综合督导 2022-07-01 -
            L8 370683 C1 -  inspection    自查自评     2022-06-10 -
            L9 370683 C1 -  inspection    实地考核     2022-06-20 -
            LA 370683 -  -  body          领导小组     2021-03-01 -
            LB 370683 C1 S2 award         优质项目奖   2021-12-28 -
            LC 370683 C1 -  funding       优质项目经费 2022-03-10 -
            """)
            .and("insert into current_ledger (entry_id, authority_code, group_code, kind, item, held_on) select 'M'"
                    + " || n, '370683', 'C1', 'plan', '月份计划', (date '2021-09-01' + to_months(n::integer))::date"
                    + " from range(12) t(n)");

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            LZ-R1a |                                                              | C1 2021 PASS, C1 2020 NA, P1 2021 NA
            LZ-R1a | set education_group agreement_to = null                       | C1 2021 UNKNOWN
            LZ-R1a | set education_group agreement_to = '2024-03-15'               | C1 2021 PASS
            LZ-R1a | set education_group agreement_to = '2024-03-12'               | C1 2021 FAIL
            LZ-R1a | on 2024-09-30                                                | C1 2023 PASS, C1 2024 FAIL
            LZ-R1a | on 2024-09-30; also ledger entry_id=R group_code=C1 kind=agreement item=发展协议书 held_on=2024-03-15 until=2027-03-14 | C1 2024 PASS
            LZ-R1a | set education_group agreement_from = '2021-10-01', agreement_to = '2024-09-30' | C1 2021 UNKNOWN
            LZ-R1b |                                                              | C1 2021 PASS, C1 2020 NA, P1 2021 NA
            LZ-R1b | without ledger where item = '年度计划'                         | C1 2021 FAIL
            LZ-R1b | without ledger where entry_id = 'M5'                         | C1 2021 FAIL
            LZ-R1b | without ledger where entry_id = 'M11'; on 2022-08-15         | C1 2021 UNKNOWN
            LZ-R1b | without ledger where kind = 'plan'                           | C1 2021 UNKNOWN
            LZ-R1c |                                                              | C1 2021 PASS
            LZ-R1c | without ledger where item = '发展规划'                         | C1 2021 FAIL
            LZ-R1c | set ledger held_on = '2021-09-02' where item = '办学章程'      | C1 2021 FAIL
            LZ-R1c | without ledger                                               | C1 2021 UNKNOWN
            LZ-R2  |                                                              | C1 2021 PASS, C1 2020 UNKNOWN, P1 2021 NA
            LZ-R2  | without group_activity where kind = '监测' and held_on < '2022-01-01' | C1 2021 FAIL
            LZ-R2  | without group_activity where kind = '监测' and held_on > '2022-01-01' | C1 2021 FAIL
            LZ-R2  | without group_activity where kind = '监测' and held_on > '2022-01-01'; on 2022-06-29 | C1 2021 PASS
            LZ-R2  | on 2021-11-30                                                | C1 2021 NA
            LZ-R2  | without group_activity                                       | C1 2021 UNKNOWN
            LZ-R2  | also group_activity group_code=C1 organiser_school_code=S1 held_on=2021-06-10 kind=监测 | C1 2020 PASS
            LZ-R2  | also group_activity group_code=C1 organiser_school_code=S1 held_on=2021-05-10 kind=送课 | C1 2020 FAIL
            LZ-R2  | set education_group founded_on = '2019-09-01' where group_code = 'C1' | C1 2020 NA, C1 2021 PASS
            LZ-R3  |                                                              | C1 2021 PASS
            LZ-R3  | without group_activity where held_on = '2022-06-11'          | C1 2021 FAIL
            LZ-R3  | set group_activity held_on = '2022-07-05' where held_on = '2022-06-11' | C1 2021 FAIL
            LZ-R3  | without term_calendar                                        | C1 2021 UNKNOWN
            LZ-R10 | also school school_code=S3 valid_from=2000-09-01 district_code=370683 stages=J; also school school_code=S3 valid_from=2021-05-01 district_code=371427 stages=J | 370683 2021 PASS
            LZ-R4a |                                                              | C1/S1 2021 PASS, C1/S2 2021 PASS, P1/S1 2021 NA
            LZ-R4a | set school ownership = 'private' where valid_from = '2021-03-16' | C1/S1 2021 PASS, C1/S2 2021 FAIL
            LZ-R4a | set school authority_code = '370600' where valid_from = '2021-03-16' | C1/S2 2021 FAIL
            LZ-R4a | set school legal_entity_code = 'U1' where valid_from = '2021-03-16' | C1/S2 2021 FAIL
            LZ-R4a | set school school_type = '312' where valid_from = '2021-03-16' | C1/S2 2021 FAIL
            LZ-R4a | set school valid_from = '2021-04-15', ownership = 'private' where valid_from = '2021-03-16' | C1/S2 2021 PASS
            LZ-R4a | without school where school_code = 'S2' and valid_from < '2001-01-01' | C1/S2 2021 UNKNOWN
            LZ-R4a | set school ownership = null where school_code = 'S2'         | C1/S2 2021 UNKNOWN
            LZ-R4a | set group_membership left_on = '2022-02-01' where group_code = 'C1' and school_code in ('S1', 'S2'); also group_membership group_code=C1 school_code=S1 role=member joined_on=2022-02-01; also group_membership group_code=C1 school_code=S2 role=lead joined_on=2022-02-01; also school school_code=S2 valid_from=2022-02-02 district_code=370683 stages=P school_type=211 ownership=private legal_entity_code=U2 legal_representative_key=H2 | C1/S2 2021 PASS
            LZ-R4b |                                                              | C1/S1 2021 PASS, C1/S2 2021 PASS
            LZ-R4b | set school legal_representative_key = 'H1' where valid_from = '2021-03-16' | C1/S2 2021 FAIL
            LZ-R4b | without school where school_code = 'S2' and valid_from < '2001-01-01' | C1/S2 2021 UNKNOWN
            LZ-R4b | set group_membership left_on = '2022-02-01' where group_code = 'C1' and school_code in ('S1', 'S2'); also group_membership group_code=C1 school_code=S1 role=member joined_on=2022-02-01; also group_membership group_code=C1 school_code=S2 role=lead joined_on=2022-02-01; also school school_code=S2 valid_from=2022-02-02 district_code=370683 stages=P school_type=211 ownership=public legal_entity_code=U2 legal_representative_key=H8 | C1/S2 2021 PASS
            LZ-R4c |                                                              | C1 2021 PASS, P1 2021 NA
            LZ-R4c | without teacher_exchange where exchange_id = 'X1'            | C1 2021 FAIL
            LZ-R4c | without teacher_roll where school_year = 2020                | C1 2021 UNKNOWN
            LZ-R4c | without teacher_roll where school_year = 2021                | C1 2021 UNKNOWN
            LZ-R4d |                                                              | C1 2021 PASS
            LZ-R4d | set ledger document_no = '2号' where entry_id = 'L5'          | C1 2021 FAIL
            LZ-R4d | without ledger where entry_id = 'L4'                         | C1 2021 UNKNOWN
            LZ-R4d | without ledger where entry_id = 'L5'                         | C1 2021 PASS
            LZ-R4d | without ledger where item = '拨款机制'                         | C1 2021 UNKNOWN
            LZ-R5  |                                                              | C1/S1 2021 PASS, C1/S2 2021 PASS, P1/S1 2021 NA
            LZ-R5  | without ledger where entry_id = 'L7'                         | C1/S1 2021 PASS, C1/S2 2021 FAIL
            LZ-R5  | without ledger where entry_id = 'L7'; on 2022-07-31          | C1/S2 2021 UNKNOWN
            LZ-R5  | without ledger where kind = 'use_of_result'                  | C1/S1 2021 UNKNOWN
            LZ-R5  | set education_group kind = 'community' where group_code = 'P1' | C1/S1 2021 PASS, P1/S1 2021 UNKNOWN
            LZ-R6  |                                                              | C1 2021 PASS
            LZ-R6  | without ledger where item = '实地考核'                         | C1 2021 FAIL
            LZ-R6  | without ledger where kind = 'inspection'                     | C1 2021 UNKNOWN
            LZ-R7  |                                                              | C1 2021 PASS
            LZ-R7  | without group_activity where kind = '研讨例会'                 | C1 2021 FAIL
            LZ-R7  | without group_activity                                       | C1 2021 UNKNOWN
            LZ-R8  |                                                              | C1 2021 PASS
            LZ-R8  | set ledger until = '2021-08-31' where item = '领导小组'        | C1 2021 FAIL
            LZ-R8  | without group_post where school_code = 'S1'                  | C1 2021 FAIL
            LZ-R8  | set ledger school_code = 'S9' where item = '领导小组'          | C1 2021 FAIL
            LZ-R8  | without group_post                                           | C1 2021 UNKNOWN
            LZ-R9  |                                                              | C1 2021 PASS
            LZ-R9  | set ledger held_on = '2021-12-01' where kind = 'funding'; on 2023-01-31 | C1 2021 FAIL
            LZ-R9  | set ledger held_on = '2021-12-01' where kind = 'funding'     | C1 2021 UNKNOWN
            LZ-R9  | without ledger where kind = 'award'                          | C1 2021 NA
            LZ-R9  | without ledger where kind = 'funding'; on 2023-01-31         | C1 2021 UNKNOWN
            LZ-R10 |                                                              | 370683 2021 PASS, 370683 2020 NA
            LZ-R10 | set school stages = 'JS' where school_code = 'S9'            | 370683 2021 FAIL
            LZ-R10 | also school school_code=S3 valid_from=2021-01-01 district_code=370683 stages=P part_of=S1 | 370683 2021 PASS
            LZ-R10 | set group_membership left_on = '2021-09-01' where group_code = 'C1' and school_code = 'S2' | 370683 2021 FAIL
            LZ-R10 | set school stages = null                                     | 370683 2021 UNKNOWN
            LZ-R11 |                                                              | 370683 2021 PASS
            LZ-R11 | without teacher_exchange where exchange_id = 'X1'            | 370683 2021 FAIL
            LZ-R11 | set teacher_exchange kind = '轮岗' where exchange_id = 'X2'    | 370683 2021 FAIL
            LZ-R11 | set teacher_exchange group_code = 'P1'                       | 370683 2021 FAIL
            LZ-R11 | without teacher_exchange                                     | 370683 2021 UNKNOWN
            """)
    void aRuleReadsTheRows(String rule, String changes, String expected) {
        assertThat(WORLD.says(rule, changes, expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"term_calendar", "teacher_roll", "teacher_exchange", "group_activity", "group_post", "ledger"})
    void whatWasNotHandedInFailsNobody(String dataset) {
        assertThat(WORLD.failsWithout(dataset)).isEmpty();
    }
}
