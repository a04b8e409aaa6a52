package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of 汉台, each on rows that meet it and on one that is changed. */
class HantaiRulesTest {
    /** A group of schools with all that is asked, one that two schools form, and two of kindergartens; the year 2023 is over. */
    private static final RuleWorld WORLD = RuleWorld.of("610702", "2024-08-31", """
            district: district_code parent_code level
            610702 610700 county
            610700 -      city
            school: school_code valid_from district_code authority_code name aliases stages township tags
            L1 2020-01-01 610702 610702 汉中市实验小学 实验小学 PJ - -
            M1 2020-01-01 610702 610702 鑫源九年制学校 鑫源 PJ - -
            M2 2020-01-01 610702 610702 汉台村小       -    P  - -
            L2 2020-01-01 610702 610700 市直小学       -    P  - -
            M3 2020-01-01 610702 610702 区直小学       -    P  - -
            S4 2020-01-01 610702 610702 汉中市第四中学 汉四中;四中 J - -
            K1 2020-01-01 610702 610702 一园 - K 汉中路 -
            K2 2020-01-01 610702 610702 铺镇园 - K 铺镇 township_centre
            K3 2020-01-01 610702 610702 二园 - K 汉中路 -
            K4 2020-01-01 610702 610702 武乡园 - K 武乡镇 township_centre
            education_group: group_code authority_code name kind form founded_on
            G1 610702 实验小学教育集团 education_group 托管型 2021-09-01
            G2 610702 市直教育集团     education_group 联盟型 2021-09-01
            Y1 610702 第一幼教集团     kindergarten_group 名园+（1+N） 2021-09-01
            Y2 610702 第二幼教集团     kindergarten_group 名园+ 2021-09-01
            group_membership: group_code school_code role member_kind joined_on
            G1 L1 lead   -    2021-09-01
            G1 M1 member weak 2021-09-01
            G1 M2 member -    2021-09-01
            G2 L2 lead   -    2021-09-01
            G2 M3 member -    2021-09-01
            Y1 K1 lead   -    2021-09-01
            Y1 K2 member new  2021-09-01
            Y2 K3 lead   -    2021-09-01
            Y2 K4 member new  2021-09-01
            enrollment: school_code school_year stage grade students boarders
            L1 2023 P 6 90 -
            L1 2023 J 9 90 -
            M1 2023 P 6 40 -
            M1 2023 J 9 60 30
            M2 2023 P 6 20 -
            L2 2023 P 6 80 -
            M3 2023 P 5 30 -
            student_roll: student_key school_year school_code grade
            P1 2022 S4 8
            P1 2023 M1 9
            P2 2022 M1 8
            P2 2023 M1 9
            teacher_exchange: exchange_id teacher_key group_code from_school_code to_school_code started_on ended_on kind
            X1 t1 G1 L1 M1 2023-09-01 2024-07-05 轮岗
            X2 t2 G1 M1 L1 2023-09-01 2024-07-05 轮岗
            X3 t3 G2 L2 M3 2023-09-01 2024-07-05 轮岗
            dim_exam: exam_code school_year kind stage grade
            P6 2023 graduation P 6
            J9 2023 graduation J 9
            fct_school_exam: exam_code subject school_code n
            P6 total L1 90
            P6 total M1 40
            P6 total M2 20
            J9 total L1 90
            J9 total M1 60
            ledger: entry_id authority_code group_code school_code kind item held_on value unit
            U1 610702 G1 - use_of_result 毕业班质量检测考核 2024-07-20 - -
            U2 610702 G1 - use_of_result 年终目标责任制考核 2024-07-30 - -
            U3 610702 G2 - use_of_result 年终目标责任制考核 2024-07-30 - -
            B0 610702 G1 - body 党总支       2021-09-01 - -
            B1 610702 G1 - body 党支部       2021-09-01 - -
            B2 610702 G1 - body 党支部       2021-09-01 - -
            B3 610702 G1 - body 党支部       2021-09-01 - -
            B4 610702 G1 - body 职能部门     2021-09-01 - -
            B5 610702 G1 - body 职能部门     2021-09-01 - -
            B6 610702 G1 - body 职能部门     2021-09-01 - -
            B7 610702 G1 - body 学生发展中心 2021-09-01 - -
            B8 610702 G1 - body 教师成长中心 2021-09-01 - -
            B9 610702 G1 - body 信息资源中心 2021-09-01 - -
            BA 610702 G1 - body 服务保障中心 2021-09-01 - -
            BB 610702 G1 - body 质量评价中心 2021-09-01 - -
            J1 610702 - L1 body 学科基地     2022-09-01 - -
            F1 610702 - L1 funding 学科基地  2023-10-20 1.5 万元
            F2 610702 - L1 funding 学科基地  2023-11-20 5000 元
            D1 610702 - -  document 实施方案 2022-05-01 - -
            D2 610702 - -  document 推进工作的通知 2022-06-01 - -
            D3 610702 - -  document 专项考核指标体系 2022-07-01 - -
            """);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            HT-R1a |  | G1 2023 PASS, G2 2023 PASS, Y1 2023 PASS, Y2 2023 PASS, G1 2021 NA
            HT-R1a | set education_group form = '混合型' where group_code = 'G1' | G1 2023 FAIL, G2 2023 PASS
            HT-R1a | set education_group form = '托管型' where group_code = 'Y1' | Y1 2023 FAIL
            HT-R1a | set education_group kind = 'alliance' where group_code = 'G1' | G1 2023 NA
            HT-R1b |                                                        | Y1 2023 PASS, Y2 2023 PASS, G1 2023 NA
            HT-R1b | set school township = '铺镇' where school_code = 'K4'    | Y1 2023 FAIL, Y2 2023 FAIL
            HT-R1b | set school township = null where school_code = 'K4'    | Y1 2023 UNKNOWN, Y2 2023 UNKNOWN
            HT-R2  |                                                        | 610702 2023 FAIL, 610702 2022 NA
            HT-R2  | set school tags = null                                 | 610702 2023 UNKNOWN
            HT-R3  |                                                        | G1 2023 PASS, G2 2023 FAIL, Y1 2023 NA, G1 2022 UNKNOWN
            HT-R3  | set enrollment grade = '5' where school_code = 'L2'    | G2 2023 PASS
            HT-R3  | without enrollment                                     | G1 2023 PASS, G2 2023 FAIL
            HT-R3  | without ledger where entry_id = 'U1'                   | G1 2023 FAIL
            HT-R3  | without ledger where entry_id = 'U2'                   | G1 2023 FAIL
            HT-R3  | without ledger where entry_id = 'U1'; on 2024-07-25    | G1 2023 UNKNOWN
            HT-R3  | without ledger where kind = 'use_of_result'            | G1 2023 UNKNOWN
            HT-R4  |                                                        | G1/M1 2023 PASS, G1/M2 2023 NA, G1/M1 2022 NA
            HT-R4  | set student_roll school_code = 'M2' where school_code = 'S4' | G1/M1 2023 UNKNOWN
            HT-R4  | set student_roll student_key = 'P9' where school_code = 'S4' | G1/M1 2023 FAIL
            HT-R4  | set enrollment boarders = 0 where school_code = 'M1'   | G1/M1 2023 FAIL
            HT-R4  | set enrollment boarders = null where school_code = 'M1' | G1/M1 2023 UNKNOWN
            HT-R4  | without student_roll                                   | G1/M1 2023 UNKNOWN
            HT-R4  | without student_roll; set enrollment transfers_in = 12 where school_code = 'M1' and grade = '9' | G1/M1 2023 PASS
            HT-R4  | without student_roll; set enrollment transfers_in = 0 where school_code = 'M1' and grade = '9'  | G1/M1 2023 FAIL
            HT-R5  |                                                        | G1 2023 PASS, G2 2023 NA, Y1 2023 NA
            HT-R5  | without ledger where entry_id = 'B0'                   | G1 2023 FAIL
            HT-R5  | set ledger until = '2023-08-31' where entry_id = 'B3'  | G1 2023 FAIL, G1 2022 PASS
            HT-R5  | set ledger item = '学生发展中心' where entry_id = 'BB'  | G1 2023 FAIL
            HT-R5  | without ledger where kind = 'body'                     | G1 2023 UNKNOWN
            HT-R6  |                                                        | G1 2023 PASS, G2 2023 NA, Y1 2023 NA
            HT-R6  | without fct_school_exam where exam_code = 'J9' and school_code = 'M1' | G1 2023 FAIL
            HT-R6  | without fct_school_exam where school_code = 'L1'       | G1 2023 FAIL
            HT-R6  | set enrollment grade = '6' where school_code = 'M3'    | G2 2023 FAIL
            HT-R6  | without fct_school_exam                                | G1 2023 UNKNOWN
            HT-R6  | without enrollment                                     | G1 2023 UNKNOWN
            HT-R7  |                                                        | 610702 2023 PASS, 610702 2022 NA
            HT-R7  | set ledger value = 4000 where entry_id = 'F2'          | 610702 2023 FAIL
            HT-R7  | set ledger value = 3 where entry_id = 'F1'             | 610702 2023 FAIL
            HT-R7  | set ledger unit = null where entry_id = 'F1'           | 610702 2023 UNKNOWN
            HT-R7  | set ledger item = '其他' where entry_id = 'F2'          | 610702 2023 FAIL
            HT-R7  | set school stages = 'K' where school_code = 'L1'       | 610702 2023 NA
            HT-R7  | without ledger where kind = 'funding'                  | 610702 2023 UNKNOWN
            HT-R7  | without ledger where entry_id = 'J1'                   | 610702 2023 UNKNOWN
            HT-R7  | set ledger value = 1 where entry_id = 'F1'; on 2023-12-30 | 610702 2023 UNKNOWN
            HT-R8  |                                                        | G1 2023 PASS, G2 2023 FAIL, Y1 2023 FAIL
            HT-R8  | without teacher_exchange where exchange_id = 'X1'      | G1 2023 FAIL
            HT-R8  | without teacher_exchange                               | G1 2023 UNKNOWN
            HT-R9  |                                                        | G1 2023 PASS, G2 2023 PASS, Y1 2023 PASS
            HT-R9  | set school authority_code = '610702' where school_code = 'L2' | G2 2023 UNKNOWN
            HT-R9  | set group_membership member_kind = 'suburban' where member_kind = 'weak' | G1 2023 FAIL
            HT-R9  | set group_membership member_kind = null                | G1 2023 UNKNOWN
            HT-R10 |                                                        | 610702 2023 PASS, 610702 2021 NA
            HT-R10 | without ledger where entry_id = 'D3'                   | 610702 2023 FAIL
            HT-R10 | set ledger group_code = 'G1' where entry_id = 'D1'     | 610702 2023 FAIL
            HT-R10 | set ledger status = 'ended' where entry_id = 'D2'      | 610702 2023 FAIL
            HT-R10 | without ledger where kind = 'document'                 | 610702 2023 UNKNOWN
            """)
    void aRuleReadsTheRows(String rule, String changes, String expected) {
        assertThat(WORLD.says(rule, changes, expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrollment", "student_roll", "teacher_exchange", "dim_exam", "fct_school_exam", "ledger"})
    void whatWasNotHandedInFailsNobody(String dataset) {
        assertThat(WORLD.failsWithout(dataset)).isEmpty();
    }

    /** Fifteen townships, each with a central kindergarten that is in a group. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                    | 610702 2023 PASS
            without group_membership where school_code = 'K9'       | 610702 2023 FAIL
            set school township = '镇8' where school_code = 'K9'     | 610702 2023 FAIL
            set school township = null where school_code = 'K9'     | 610702 2023 UNKNOWN
            set group_membership joined_on = '2023-09-02' where school_code = 'K9' | 610702 2023 FAIL
            """)
    void everyTownshipIsReached(String changes, String expected) {
        RuleWorld county = RuleWorld.of("610702", "2024-08-31", """
                district: district_code parent_code level
                610702 610700 county
                education_group: group_code authority_code kind form founded_on
                Y1 610702 kindergarten_group 名园+ 2021-09-01
                """)
                .and("insert into current_school (school_code, valid_from, district_code, stages, township, tags)"
                        + " select 'K' || n, date '2020-01-01', '610702', 'K', '镇' || n, 'township_centre' from"
                        + " range(15) t(n)")
                .and("insert into current_group_membership (group_code, school_code, role, joined_on) select 'Y1',"
                        + " 'K' || n, 'member', date '2021-09-01' from range(15) t(n)");
        assertThat(county.says("HT-R2", changes, expected)).isEqualTo(expected);
    }
}
