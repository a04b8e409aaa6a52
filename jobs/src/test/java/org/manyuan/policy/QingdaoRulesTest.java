package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of 青岛, each on rows that meet it and on one that is changed. */
class QingdaoRulesTest {
    /** A merged group led by a school of the city (G1), a gathered one that admits a school (G2), a joined one that a school leaves (G3). */
    private static final RuleWorld WORLD = RuleWorld.of("370200", "2021-08-31", """
            district: district_code parent_code level
            370200    370000      city
            370202    370200      county
            370203    370200      county
            school: school_code valid_from district_code authority_code school_type stages ownership legal_entity_code legal_representative_key setting_code tags
            L1 2018-01-01 370202 370200 311 J  public E1 P1 111 -
            M1 2018-01-01 370203 370203 311 J  public E2 P1 220 -
            L2 2018-01-01 370202 -      311 J  public E3 P3 111 -
            M2 2018-01-01 370202 -      211 P  public E4 P4 111 -
            N2 2018-01-01 370202 -      211 P  public E5 P5 210 boarding;small_rural
            L3 2018-01-01 370203 -      211 P  public E6 P6 111 -
            M3 2018-01-01 370203 -      211 P  public E7 P7 111 -
            X3 2018-01-01 370203 -      211 P  public E8 P8 111 -
            F1 2018-01-01 370203 370202 311 J  public E9 P9 111 boarding
            education_group: group_code authority_code kind form founded_on approval_no agreement_from
            G1 370200 education_group 融合型 2019-09-01 青教1 2019-08-01
            G2 370202 education_group 聚合型 2019-09-01 南教1 2019-08-01
            G3 370203 education_group 联合型 2019-03-01 北教1 2019-02-01
            S1 370200 alliance 实验集团 2019-09-01 - -
            group_membership: group_code school_code role joined_on left_on joined_approval_no left_reason left_approval_no
            G1 L1 lead   2019-09-01 - - - -
            G1 M1 member 2019-09-01 - - - -
            G2 L2 lead   2019-09-01 - - - -
            G2 M2 member 2019-09-01 - - - -
            G2 Q2 member 2019-09-01 - - - -
            G2 N2 member 2020-10-08 - 南教9 - -
            G3 L3 lead   2019-03-01 - - - -
            G3 M3 member 2019-03-01 - - - -
            G3 X3 member 2019-03-01 2021-03-01 - 严重不良影响 北教7
            S1 L1 peer   2019-09-01 - - - -
            group_post: group_code post person_key started_on body school_code
            G1 校长 P1 2019-09-01 - L1
            G1 校长 P1 2019-09-01 - M1
            G1 理事长 P1 2019-09-01 理事会 L1
            G1 理事 P2 2019-09-01 理事会 M1
            school_resource: school_code school_year stage students
            L1 2020 J 500
            M1 2020 J 500
            teacher_roll: teacher_key school_year school_code post
            P1 2020 L1 校长
            metric_value: metric_id measure variant group_code school_code school_year stage value
            TCH-10 posts_quota education_group G1 - 2020 - 1.2
            TCH-10 recruits education_group G1 - 2020 - 1.1
            TCH-10 senior_posts education_group G1 - 2020 - 1.3
            TCH-10 posts_quota education_group G2 - 2020 - 1.2
            TCH-10 recruits education_group G2 - 2020 - -
            TCH-10 senior_posts education_group G2 - 2020 - 1.2
            ledger: entry_id authority_code group_code school_code kind item held_on document_no status
            D1 370200 G1 - document 统一经费 2019-09-01 - -
            D2 370200 G1 - document 统一人员 2019-09-01 - -
            D3 370200 G1 - document 统一管理 2019-09-01 - -
            D4 370200 G1 - document 统一考核 2019-09-01 - -
            D5 370200 G1 - document 章程 2019-09-01 - -
            D6 370200 G1 - document 人事管理制度 2019-09-01 - -
            D7 370200 G1 - document 财务管理制度 2019-09-01 - -
            B1 370200 G1 - body 理事会 2019-09-01 - -
            B2 370200 G1 - body 监事会 2019-09-01 - -
            B3 370200 G1 - body 基金会 2019-09-01 - -
            J1 370203 G3 - project 课程开发 2019-09-01 - -
            A1 370200 G1 - approval 组建 2019-08-20 青教1 -
            A2 370202 G2 - approval 组建 2019-08-20 南教1 -
            A3 370203 G3 - approval 组建 2019-02-20 北教1 -
            C1 370202 G2 N2 evaluation 纳新评估 2020-09-03 - -
            C2 370202 G2 N2 proposal 纳新 2020-09-10 - -
            C3 370202 G2 N2 approval 纳新 2020-09-20 南教9 -
            R1 370202 G2 - document 纳新评估制度 2020-01-01 - -
            R2 370202 G2 - body 评估机构 2020-01-01 - -
            X1 370203 G3 X3 proposal 退出 2020-12-01 - -
            X2 370203 G3 X3 approval 退出 2021-01-05 北教7 -
            V1 370200 G1 - evaluation 办学质量 2021-06-01 - -
            V2 370200 G1 - evaluation 成员学校发展程度 2021-06-01 - -
            V3 370200 G1 - evaluation 集团社会声誉 2021-06-01 - -
            U1 370200 G1 L1 use_of_result 核心校绩效考核加分项 2021-07-01 - -
            T1 370202 - F1 project 教育飞地 2020-09-01 - trial
            """);

    /** The lead and a member of G2 change their roles; a member of G3 is merged into another of it. */
    private static final String NOBODY_COMES_OR_GOES =
            "set group_membership left_on = '2020-12-01' where school_code in ('L2', 'M2');"
                    + " also group_membership group_code=G2 school_code=L2 role=member joined_on=2020-12-01;"
                    + " also group_membership group_code=G2 school_code=M2 role=lead joined_on=2020-12-01;"
                    + " also school_succession from_code=X3 to_code=M3 happened_on=2021-03-01 kind=merge";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            QD-R4b | G2 2020 PASS
            QD-R4c | G2 2020 PASS
            QD-R5a | G2 2020 NA, G3 2020 NA
            QD-R5b | G2 2020 NA, G3 2020 NA
            QD-R7a | G2 2020 PASS
            """)
    void anotherRoleOrCodeIsNoAdmissionAndNoExit(String rule, String expected) {
        assertThat(WORLD.says(rule, NOBODY_COMES_OR_GOES, expected)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            QD-R1a |                                                          | G1 2020 PASS, G2 2020 NA, G3 2020 NA, S1 2020 NA, G3 2018 NA
            QD-R1a | set school school_type = '312' where school_code = 'M1'  | G1 2020 FAIL
            QD-R1a | set school stages = 'PJ' where school_code = 'M1'        | G1 2020 FAIL
            QD-R1a | set school ownership = 'private' where school_code = 'M1' | G1 2020 FAIL
            QD-R1a | set school ownership = null where school_code = 'M1'     | G1 2020 UNKNOWN
            QD-R1a | set education_group dissolved_on = '2020-09-01' where group_code = 'G1' | G1 2020 PASS
            QD-R1a | set education_group dissolved_on = '2020-08-31' where group_code = 'G1' | G1 2020 absent
            QD-R1b |                                                          | G1 2020 PASS, G2 2020 NA
            QD-R1b | set school legal_representative_key = 'P2' where school_code = 'M1' | G1 2020 FAIL
            QD-R1b | set school legal_representative_key = null where school_code = 'M1' | G1 2020 UNKNOWN
            QD-R1b | set group_post person_key = 'P2' where post = '校长' and school_code = 'M1' | G1 2020 FAIL
            QD-R1b | without group_post                                       | G1 2020 PASS, G1 2019 UNKNOWN
            QD-R1b | without group_post; also teacher_roll teacher_key=P9 school_year=2020 school_code=M1 post=校长 | G1 2020 FAIL
            QD-R1b | without group_post; without teacher_roll                 | G1 2020 UNKNOWN
            QD-R1c |                                                          | G1 2020 PASS, G2 2020 NA, S1 2020 NA
            QD-R1c | without ledger where entry_id = 'D3'                     | G1 2020 FAIL
            QD-R1c | set ledger until = '2021-08-30' where entry_id = 'D3'    | G1 2020 FAIL, G1 2019 PASS
            QD-R1c | without ledger where kind = 'document'                   | G1 2020 UNKNOWN
            QD-R1c | set education_group form = '融合型' where group_code = 'G3' | G1 2020 PASS, G3 2020 UNKNOWN
            QD-R2a |                                                          | G2 2020 PASS, G1 2020 NA
            QD-R2a | set school school_type = '311' where school_code in ('M2', 'N2') | G2 2020 PASS
            QD-R2a | set school school_type = '311', stages = 'J' where school_code in ('M2', 'N2') | G2 2020 FAIL
            QD-R2a | set school school_type = '311', stages = null where school_code in ('M2', 'N2') | G2 2020 UNKNOWN
            QD-R2a | set school school_type = null, stages = null where school_code = 'N2' | G2 2020 PASS
            QD-R2b |                                                          | G2 2020 PASS, G1 2020 NA
            QD-R2b | set school legal_entity_code = 'E3' where school_code = 'M2' | G2 2020 FAIL
            QD-R2b | set school legal_entity_code = null where school_code = 'M2' | G2 2020 UNKNOWN
            QD-R3 |                                                           | G3 2020 PASS, G1 2020 NA
            QD-R3 | set ledger until = '2020-08-31' where entry_id = 'J1'     | G3 2020 FAIL, G3 2019 PASS
            QD-R3 | without ledger where kind = 'project'                     | G3 2020 UNKNOWN
            QD-R3 | set education_group form = '联合型' where group_code = 'G1' | G1 2020 UNKNOWN, G3 2020 PASS
            QD-R4a |                                                          | G1 2019 PASS, G1 2020 NA, G2 2019 PASS, G3 2018 PASS, G3 2019 NA, S1 2019 NA
            QD-R4a | set education_group approval_no = null where group_code = 'G1' | G1 2019 FAIL
            QD-R4a | set education_group agreement_from = null where group_code = 'G1' | G1 2019 FAIL
            QD-R4a | set ledger held_on = '2019-09-02' where entry_id = 'A1'  | G1 2019 FAIL
            QD-R4a | set ledger authority_code = '370202' where entry_id = 'A1' | G1 2019 FAIL
            QD-R4a | set ledger held_on = '2019-09-02' where entry_id = 'A2'; without ledger where entry_id = 'A1' | G1 2019 FAIL
            QD-R4a | without ledger where kind = 'approval'                   | G1 2019 UNKNOWN
            QD-R4a | set education_group founded_on = '2018-12-31' where group_code = 'G3' | G3 2018 NA
            QD-R4b |                                                          | G2 2020 PASS, G2 2019 NA, G1 2020 NA
            QD-R4b | set ledger held_on = '2020-09-11' where entry_id = 'C1'  | G2 2020 FAIL
            QD-R4b | set ledger held_on = '2020-09-21' where entry_id = 'C2'  | G2 2020 FAIL
            QD-R4b | set ledger held_on = '2020-10-09' where entry_id = 'C3'  | G2 2020 FAIL
            QD-R4b | set ledger authority_code = '370203' where entry_id = 'C3' | G2 2020 FAIL
            QD-R4b | set ledger document_no = '南教8' where entry_id = 'C3'     | G2 2020 FAIL
            QD-R4b | without ledger where entry_id = 'C2'                     | G2 2020 FAIL
            QD-R4b | without ledger where kind = 'proposal'                   | G2 2020 UNKNOWN
            QD-R4b | set group_membership left_on = '2020-11-01' where group_code = 'G3' and school_code in ('L3', 'M3'); also group_membership group_code=G3 school_code=L3 role=member joined_on=2020-11-01; also group_membership group_code=G3 school_code=M3 role=lead joined_on=2020-11-01 | G3 2020 NA, G2 2020 PASS
            QD-R4c |                                                          | G2 2020 PASS, G1 2020 NA, G2 2019 NA
            QD-R4c | set ledger held_on = '2020-10-09' where entry_id = 'R1'  | G2 2020 FAIL
            QD-R4c | without ledger where entry_id = 'R2'                     | G2 2020 FAIL
            QD-R4c | without ledger where kind = 'body'                       | G2 2020 UNKNOWN
            QD-R4c | set group_membership left_on = '2020-11-01' where group_code = 'G3' and school_code in ('L3', 'M3'); also group_membership group_code=G3 school_code=L3 role=member joined_on=2020-11-01; also group_membership group_code=G3 school_code=M3 role=lead joined_on=2020-11-01 | G3 2020 NA, G2 2020 PASS
            QD-R5a |                                                          | G3 2020 PASS, G3 2019 NA, G2 2020 NA
            QD-R5a | set group_membership left_approval_no = null where school_code = 'X3' | G3 2020 FAIL
            QD-R5a | set ledger held_on = '2021-01-06' where entry_id = 'X1'  | G3 2020 FAIL
            QD-R5a | set ledger held_on = '2021-03-02' where entry_id = 'X2'  | G3 2020 FAIL
            QD-R5a | without ledger where kind = 'proposal'                   | G3 2020 UNKNOWN
            QD-R5a | set school closed_on = '2021-03-01' where school_code = 'X3' | G3 2020 NA
            QD-R5a | also school_succession from_code=X3 to_code=M3 happened_on=2021-03-01 kind=merge | G3 2020 NA
            QD-R5a | also school_succession from_code=X3 to_code=M3 happened_on=2016-03-01 kind=split; set group_membership left_approval_no = null where school_code = 'X3' | G3 2020 FAIL
            QD-R5a | set education_group dissolved_on = '2021-03-01' where group_code = 'G3' | G3 2020 NA
            QD-R5a | set group_membership left_on = '2020-11-01' where group_code = 'G3' and school_code in ('L3', 'M3'); also group_membership group_code=G3 school_code=L3 role=member joined_on=2020-11-01; also group_membership group_code=G3 school_code=M3 role=lead joined_on=2020-11-01 | G3 2020 PASS
            QD-R5b |                                                          | G3 2020 PASS, G2 2020 NA
            QD-R5b | set group_membership left_on = '2020-11-01' where group_code = 'G3' and school_code in ('L3', 'M3'); also group_membership group_code=G3 school_code=L3 role=member joined_on=2020-11-01; also group_membership group_code=G3 school_code=M3 role=lead joined_on=2020-11-01 | G3 2020 PASS
            QD-R5b | set group_membership left_reason = '调整' where school_code = 'X3' | G3 2020 FAIL
            QD-R5b | set group_membership left_reason = null where school_code = 'X3' | G3 2020 UNKNOWN
            QD-R5b | set group_membership left_reason = '调整' where school_code = 'X3'; set school closed_on = '2021-03-01' where school_code = 'X3' | G3 2020 NA
            QD-R6 |                                                           | G1/L1 2020 PASS, G2/L2 2020 UNKNOWN, G1/L1 2019 UNKNOWN, S1/L1 2020 absent
            QD-R6 | set ledger item = '其他' where entry_id = 'U1'              | G1/L1 2020 FAIL, G2/L2 2020 UNKNOWN
            QD-R6 | without ledger where kind = 'use_of_result'               | G1/L1 2020 UNKNOWN
            QD-R7a |                                                          | G2 2020 PASS, G1 2020 PASS, G1 2019 NA
            QD-R7a | without group_membership where school_code = 'Q2'        | G2 2020 FAIL
            QD-R7a | on 2021-08-30                                            | G2 2020 UNKNOWN
            QD-R7a | set group_membership left_on = '2020-11-01' where group_code = 'G1' and school_code in ('L1', 'M1'); also group_membership group_code=G1 school_code=L1 role=member joined_on=2020-11-01; also group_membership group_code=G1 school_code=M1 role=lead joined_on=2020-11-01 | G1 2020 PASS
            QD-R7a | without group_membership where school_code = 'Q2'; on 2021-08-30 | G2 2020 FAIL
            QD-R7b |                                                          | 370200 2020 FAIL
            QD-R7b | set group_membership joined_on = '2020-09-01' where school_code = 'N2' | 370200 2020 PASS
            QD-R7b | set group_membership joined_on = '2020-09-01' where school_code = 'N2'; set school district_code = '370202' where school_code = 'M1' | 370200 2020 FAIL
            QD-R7b | set group_membership joined_on = '2020-09-01' where school_code = 'N2'; set school setting_code = '111' where school_code in ('M1', 'N2') | 370200 2020 PASS
            QD-R7b | set school setting_code = '111', tags = null where school_code in ('M1', 'N2') | 370200 2020 PASS
            QD-R7b | set school setting_code = '111', tags = null, authority_code = null | 370200 2020 NA
            QD-R8 |                                                           | G1 2020 PASS, G2 2020 UNKNOWN, G1 2019 UNKNOWN
            QD-R8 | without ledger where entry_id = 'V1'                      | G1 2020 FAIL
            QD-R8 | without ledger where entry_id = 'V3'                      | G1 2020 FAIL
            QD-R8 | set education_group founded_on = '2020-09-02' where group_code = 'G1' | G1 2020 NA
            QD-R8 | without ledger where entry_id in ('V1', 'V2', 'V3')       | G1 2020 UNKNOWN
            QD-R9 |                                                           | G1 2020 PASS, G2 2020 UNKNOWN, G1 2019 UNKNOWN, S1 2020 NA
            QD-R9 | set metric_value value = 1 where measure = 'recruits' and group_code = 'G1' | G1 2020 FAIL
            QD-R9 | without metric_value                                      | G1 2020 UNKNOWN
            QD-R10a |                                                         | G1 2020 PASS, G2 2020 FAIL, G3 2020 UNKNOWN
            QD-R10a | without ledger where entry_id = 'B2'                    | G1 2020 FAIL
            QD-R10a | set group_post school_code = 'L1' where post = '理事'     | G1 2020 FAIL
            QD-R10a | set group_post school_code = 'M1' where post = '理事长'   | G1 2020 FAIL
            QD-R10a | without group_post                                      | G1 2020 UNKNOWN
            QD-R10a | without ledger where kind = 'body'; without group_post  | G1 2020 UNKNOWN
            QD-R10b |                                                         | G1 2020 PASS, G2 2020 FAIL, G3 2020 UNKNOWN
            QD-R10b | set ledger item = '集团章程' where entry_id = 'D5'        | G1 2020 PASS
            QD-R10b | without ledger where entry_id = 'D5'                    | G1 2020 FAIL
            QD-R10b | without ledger where entry_id = 'D7'                    | G1 2020 FAIL
            QD-R10b | without ledger where kind = 'document'                  | G1 2020 UNKNOWN
            QD-R11 |                                                          | 370200 2020 PASS, 370200 2019 NA
            QD-R11 | set school tags = null where school_code = 'F1'          | 370200 2020 FAIL
            QD-R11 | set school stages = 'P' where school_code = 'F1'         | 370200 2020 FAIL
            QD-R11 | set school district_code = '370202' where school_code = 'F1' | 370200 2020 FAIL
            QD-R11 | set school stages = null where school_code = 'F1'        | 370200 2020 UNKNOWN
            QD-R11 | without ledger where entry_id = 'T1'                     | 370200 2020 NA
            """)
    void ofRows(String rule, String changes, String expected) {
        assertThat(WORLD.says(rule, changes, expected)).isEqualTo(expected);
    }
}
