package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of 临沂, each on rows that meet it and on one that is changed. */
class LinyiRulesTest {
    /** A group with new schools (N1), one with a weak school (W1), a pair (P1) and schools in poor villages. */
    private static final RuleWorld WORLD = RuleWorld.of("371300", "2021-08-31", """
            district: district_code parent_code level
            371300    370000      city
            371302    371300      county
            school: school_code valid_from district_code tags
            A1 2018-01-01 371302 -
            A2 2018-01-01 371302 -
            A3 2018-01-01 371302 -
            B1 2018-01-01 371302 -
            B2 2018-01-01 371302 -
            V1 2018-01-01 371302 boarding;poverty_village
            education_group: group_code authority_code kind form founded_on
            N1 371300 education_group 核心校+新校 2019-09-01
            W1 371302 education_group 核心校+弱校 2019-03-01
            P1 371302 pair 结对帮扶 2019-09-01
            group_membership: group_code school_code role member_kind joined_on
            N1 A1 lead   -    2019-09-01
            N1 A2 member new  2019-09-01
            N1 A3 member new  2019-09-01
            W1 B1 lead   -    2019-03-01
            W1 B2 member weak 2019-03-01
            P1 B1 lead   -    2019-09-01
            P1 V1 member rural 2019-09-01
            teacher_roll: teacher_key school_year school_code post
            T1 2020 A1 校长
            T2 2020 A1 副校长
            T3 2020 A2 校长
            T4 2020 A2 -
            school_resource: school_code school_year stage students
            A1 2020 P 500
            A2 2020 P 500
            teacher_exchange: exchange_id teacher_key group_code from_school_code to_school_code started_on kind post talent_level
            E1 T1 N1 A1 A2 2020-09-01 轮岗 - county
            E2 T3 N1 A2 A1 2020-09-01 轮岗 - school
            E3 T5 W1 B1 B2 2020-09-01 轮岗 副校长 none
            E4 T6 W1 B1 B2 2020-09-01 轮岗 - county
            group_activity: group_code organiser_school_code host_school_code held_on kind
            W1 B1 B2 2020-10-10 集中研讨
            metric_value: metric_id measure variant group_code school_code school_year stage value
            TCH-10 posts_quota education_group N1 - 2020 - 1.2
            ledger: entry_id group_code school_code kind item held_on school_year status
            D1 N1 -  document 教育理念 2019-09-01 - -
            D2 N1 -  document management 2019-09-01 - -
            D3 N1 -  document 教科研 2019-09-01 - -
            D4 N1 -  document 教师培训 2019-09-01 - -
            V1 N1 A1 evaluation evaluation - 2020 -
            V2 N1 A2 evaluation evaluation - 2020 -
            V3 N1 A3 evaluation evaluation - 2020 -
            S1 W1 -  shared_use 文化 2020-10-01 - -
            Q1 N1 -  survey satisfaction 2021-06-01 - -
            """);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            LY-R1 |                                                           | N1 2019 PASS, N1 2020 NA, W1 2018 NA, P1 2019 NA
            LY-R1 | set group_membership role = 'lead' where school_code = 'A2' | N1 2019 FAIL
            LY-R1 | without group_membership where school_code in ('A2', 'A3') | N1 2019 FAIL
            LY-R1 | also group_membership group_code=N1 school_code=B2 role=member member_kind=new joined_on=2019-09-01 | N1 2019 FAIL
            LY-R1 | also group_membership group_code=N1 school_code=B2 role=member member_kind=weak joined_on=2019-09-02 | N1 2019 PASS
            LY-R1 | set group_membership member_kind = 'weak' where school_code = 'A2' | N1 2019 FAIL
            LY-R1 | set group_membership member_kind = null where school_code = 'A2' | N1 2019 UNKNOWN
            LY-R1 | set education_group form = '核心校+新校' where group_code = 'W1' | W1 2018 FAIL
            LY-R1 | set education_group form = '核心校+新校', founded_on = '2018-12-01' where group_code = 'W1' | W1 2018 NA
            LY-R2 |                                                           | 371300 2020 PASS, 371300 2019 NA
            LY-R2 | set school tags = 'poverty_village' where school_code = 'A1' | 371300 2020 FAIL
            LY-R2 | set group_membership role = 'lead' where school_code = 'V1' | 371300 2020 FAIL
            LY-R2 | set group_membership left_on = '2021-08-31' where school_code = 'V1' | 371300 2020 FAIL
            LY-R2 | set school tags = null                                    | 371300 2020 UNKNOWN
            LY-R3 |                                                           | N1 2020 PASS, W1 2020 FAIL, P1 2020 NA, N1 2019 UNKNOWN
            LY-R3 | set teacher_exchange talent_level = 'none' where exchange_id = 'E2' | N1 2020 FAIL
            LY-R3 | set teacher_exchange from_school_code = 'A3' where exchange_id = 'E2' | N1 2020 FAIL
            LY-R3 | set teacher_exchange started_on = '2020-08-31' where exchange_id = 'E2' | N1 2020 FAIL
            LY-R3 | set group_membership joined_on = '2020-09-02' where school_code = 'A2' | N1 2020 FAIL
            LY-R3 | set teacher_exchange talent_level = null                  | N1 2020 UNKNOWN
            LY-R3 | on 2021-06-30                                             | N1 2020 PASS, W1 2020 UNKNOWN
            LY-R4 |                                                           | N1 2020 PASS, W1 2020 UNKNOWN, P1 2020 NA, N1 2019 UNKNOWN
            LY-R4 | set ledger school_year = 2019 where entry_id = 'V3'         | N1 2020 FAIL
            LY-R4 | set ledger group_code = null where entry_id in ('V1', 'V2', 'V3')  | N1 2020 PASS, W1 2020 UNKNOWN
            LY-R4 | set ledger group_code = null where entry_id = 'V1'; without ledger where entry_id in ('V2', 'V3') | N1 2020 FAIL
            LY-R4 | also group_membership group_code=N1 school_code=B2 role=member joined_on=2021-08-01 | N1 2020 PASS
            LY-R4 | set ledger status = 'planned' where kind = 'evaluation'     | N1 2020 UNKNOWN
            LY-R5 |                                                           | N1 2020 PASS, W1 2020 UNKNOWN, P1 2020 NA
            LY-R5 | set metric_value value = 1                                | N1 2020 FAIL
            LY-R5 | set metric_value value = null                             | N1 2020 UNKNOWN
            LY-R5 | set teacher_roll school_code = 'A2' where teacher_key = 'T2' | N1 2020 FAIL
            LY-R5 | without teacher_roll                                      | N1 2020 UNKNOWN
            LY-R6 |                                                           | N1 2020 PASS, N1 2019 PASS, W1 2020 NA
            LY-R6 | set ledger until = '2020-08-31' where entry_id = 'D2'      | N1 2020 FAIL, N1 2019 PASS
            LY-R6 | without ledger where kind = 'document'                    | N1 2020 UNKNOWN
            LY-R6 | set education_group form = '核心校+新校' where group_code = 'W1' | W1 2020 UNKNOWN
            LY-R7 |                                                           | W1 2020 PASS, W1 2019 UNKNOWN, N1 2020 NA
            LY-R7 | set teacher_exchange post = null where exchange_id = 'E3'; set teacher_exchange post = '主任' where exchange_id = 'E1' | W1 2020 FAIL
            LY-R7 | set teacher_exchange talent_level = 'none' where exchange_id = 'E4' | W1 2020 FAIL
            LY-R7 | set group_activity host_school_code = 'B1'                | W1 2020 FAIL
            LY-R7 | set group_activity kind = '论坛'                           | W1 2020 FAIL
            LY-R7 | set ledger group_code = 'N1' where entry_id = 'S1'         | W1 2020 UNKNOWN
            LY-R7 | without ledger where entry_id = 'S1'                      | W1 2020 UNKNOWN
            LY-R7 | set teacher_exchange group_code = 'N1' where group_code = 'W1'; set teacher_exchange from_school_code = 'A1', to_school_code = 'A2' | W1 2020 UNKNOWN
            LY-R8 |                                                           | N1 2020 PASS, W1 2020 FAIL, P1 2020 NA, N1 2019 UNKNOWN
            LY-R8 | set ledger held_on = '2020-06-01' where entry_id = 'Q1'    | N1 2020 UNKNOWN, N1 2019 PASS
            LY-R8 | without ledger where kind = 'survey'                      | N1 2020 UNKNOWN
            """)
    void ofRows(String rule, String changes, String expected) {
        assertThat(WORLD.says(rule, changes, expected)).isEqualTo(expected);
    }

    @Test
    void aRuleThatIsOnlyPlannedIsShownAsSuch() {
        assertThat(WORLD.checks("LY-R4", null))
                .allMatch(check -> check.hardness().equals("planned"));
        assertThat(WORLD.checks("LY-R6", null))
                .allMatch(check -> check.hardness().equals("soft"));
    }
}
