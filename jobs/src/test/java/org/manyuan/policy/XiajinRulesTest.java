package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of 夏津, each on rows that meet it and on one that is changed. */
class XiajinRulesTest {
    /** Three centres on two bases: one of junior schools, one of primary schools, one general; two schools in a town. */
    private static final RuleWorld WORLD = RuleWorld.of("371427", "2021-08-31", """
            district: district_code parent_code level
            371427    371400      county
            term_calendar: district_code school_year term from_on to_on
            371427    2020 1 2020-09-01 2020-10-13
            371427    2020 2 2021-03-01 2021-03-29
            school: school_code valid_from district_code stages township tags
            B1 2019-01-01 371427 J 银城街道 -
            B2 2019-01-01 371427 P 银城街道 -
            T1 2019-01-01 371427 J 南城镇 -
            T2 2019-01-01 371427 P 南城镇 boarding;township_centre
            T3 2019-01-01 371427 P 南城镇 -
            education_group: group_code authority_code kind form stages founded_on
            J1 371427 research_centre 学科 J 2019-07-15
            P1 371427 research_centre 学科 P 2019-07-15
            Z1 371427 research_centre 综合 PJ 2019-07-15
            E1 371427 education_group - PJ 2019-07-15
            group_membership: group_code school_code role joined_on
            J1 B1 base 2019-07-15
            P1 B2 base 2019-07-15
            Z1 B2 base 2019-07-15
            group_activity: group_code organiser_school_code host_school_code held_on kind
            J1 B1 B1 2020-09-15 集中研讨
            J1 B1 B1 2020-09-29 集中研讨
            J1 B1 B1 2021-03-15 集中研讨
            P1 B2 B2 2020-09-15 集中研讨
            P1 B2 B2 2020-09-30 集中研讨
            P1 B2 B2 2021-03-15 集中研讨
            J1 B1 B1 2021-04-20 命题研究
            J1 B1 B1 2020-10-20 同课异构
            J1 B1 B1 2020-11-10 培训
            J1 B1 T1 2020-11-11 送课
            P1 B2 B2 2020-10-20 同科同构
            P1 B2 B2 2020-11-10 论坛
            P1 B2 T2 2020-11-11 送课
            Z1 B2 B2 2020-11-10 讲座
            Z1 B2 T2 2020-11-12 订单式教研
            teacher_roll: teacher_key school_year school_code stage
            W1 2020 B1 J
            W2 2020 T1 J
            ledger: entry_id authority_code group_code person_key kind item held_on level
            L1 371427 J1 W1 project 课题 2020-09-15 -
            L2 371427 P1 W2 project 课题 2020-09-15 -
            L3 371427 Z1 W1 project 课题 2020-09-15 -
            L4 371427 - - body 教研共同体 2019-09-01 county
            L5 371427 - - body 教研共同体 2019-09-01 township
            L6 371427 - - body 教研共同体 2019-09-01 school
            L7 371427 - - body 教研共同体 2019-09-01 group
            """);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            XJ-R1 |                                                               | J1 2020 PASS, P1 2020 FAIL, Z1 2020 NA, E1 2020 NA
            XJ-R1 | set group_activity held_on = '2020-09-29' where held_on = '2020-09-30' | P1 2020 PASS
            XJ-R1 | set group_activity held_on = '2020-09-28' where held_on = '2020-09-29' | J1 2020 FAIL
            XJ-R1 | set group_activity held_on = '2020-09-16' where held_on = '2020-09-15' | J1 2020 FAIL
            XJ-R1 | set term_calendar to_on = '2020-10-14' where term = 1           | J1 2020 FAIL
            XJ-R1 | without term_calendar                                           | J1 2020 UNKNOWN
            XJ-R1 | without group_activity                                          | J1 2020 UNKNOWN
            XJ-R1 |                                                               | J1 2019 UNKNOWN, J1 2018 NA
            XJ-R2a |                                                              | 371427 2020 FAIL, 371427 2019 NA
            XJ-R2a | without education_group where kind = 'research_centre'        | 371427 2020 UNKNOWN
            XJ-R2b |                                                              | J1 2020 PASS, Z1 2020 NA, J1 2018 NA
            XJ-R2b | also group_membership group_code=J1 school_code=B2 role=base joined_on=2020-01-01 | J1 2020 FAIL, J1 2019 PASS
            XJ-R2b | set group_membership left_on = '2020-09-01' where group_code = 'J1' | J1 2020 FAIL
            XJ-R2b | set group_membership left_on = '2020-09-02' where group_code = 'J1' | J1 2020 PASS
            XJ-R3 |                                                               | 371427 2020 PASS, 371427 2019 UNKNOWN
            XJ-R3 | without group_activity where host_school_code = 'T1'          | 371427 2020 FAIL
            XJ-R3 | set school tags = 'township_centre' where school_code = 'T3'  | 371427 2020 FAIL
            XJ-R3 | set school tags = null                                        | 371427 2020 UNKNOWN
            XJ-R3 | set school township = null; without group_activity where kind = '送课' | 371427 2020 UNKNOWN
            XJ-R3 | set school township = '银城街道'; without group_activity where kind = '送课' | 371427 2020 NA
            XJ-R3 | set group_activity held_on = '2019-10-01' where kind = '送课'   | 371427 2020 PASS, 371427 2019 PASS
            XJ-R3 | without group_activity                                        | 371427 2020 UNKNOWN
            XJ-R4 |                                                               | J1 2020 PASS, P1 2020 PASS, Z1 2020 PASS, E1 2020 NA
            XJ-R4 | without group_activity where kind = '命题研究'                  | J1 2020 FAIL, P1 2020 PASS
            XJ-R4 | without group_activity where kind = '同科同构'                  | P1 2020 FAIL, Z1 2020 PASS
            XJ-R4 | without group_activity where kind in ('讲座', '论坛')           | P1 2020 FAIL, Z1 2020 FAIL, J1 2020 PASS
            XJ-R4 | without group_activity where kind = '订单式教研'                | Z1 2020 FAIL
            XJ-R4 | without group_activity where kind = '命题研究'; on 2021-06-30   | J1 2020 UNKNOWN, P1 2020 PASS
            XJ-R4 | without group_activity                                        | J1 2020 UNKNOWN
            XJ-R5 |  | J1 2020 PASS, P1 2020 PASS, Z1 2020 PASS, J1 2019 UNKNOWN
            XJ-R5 | without ledger where entry_id = 'L1'                          | J1 2020 FAIL, P1 2020 PASS
            XJ-R5 | set teacher_roll school_code = 'B1'                           | J1 2020 FAIL, P1 2020 FAIL
            XJ-R5 | set ledger person_key = null                                  | J1 2020 UNKNOWN
            XJ-R5 | without teacher_roll                                          | J1 2020 UNKNOWN
            XJ-R5 | without ledger                                                | J1 2020 UNKNOWN
            XJ-R6 |                                                               | 371427 2020 PASS
            XJ-R6 | set ledger until = '2020-08-31' where level = 'group'         | 371427 2020 FAIL, 371427 2019 PASS
            XJ-R6 | without ledger where kind = 'body'                            | 371427 2020 UNKNOWN
            """)
    void aRuleReadsTheRows(String rule, String changes, String expected) {
        assertThat(WORLD.says(rule, changes, expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"term_calendar", "teacher_roll", "group_activity", "ledger"})
    void whatWasNotHandedInFailsNobody(String dataset) {
        assertThat(WORLD.failsWithout(dataset)).isEmpty();
    }

    /** The county as its text has it: 24 subject centres and four general ones at fourteen bases. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                                 | 371427 2020 PASS
            set education_group form = '综合' where group_code = 'C1'              | 371427 2020 FAIL
            set education_group dissolved_on = '2021-08-01' where group_code = 'C1' | 371427 2020 FAIL
            set group_membership school_code = 'B2' where group_code = 'C1'       | 371427 2020 PASS
            set group_membership school_code = 'B14' where school_code = 'B1'     | 371427 2020 FAIL
            without group_membership                                              | 371427 2020 UNKNOWN
            """)
    void theCentresAreCounted(String changes, String expected) {
        RuleWorld county = RuleWorld.of("371427", "2021-08-31", """
                district: district_code parent_code level
                371427    371400      county
                """)
                .and("insert into current_education_group (group_code, authority_code, kind, form, founded_on)"
                        + " select 'C' || n, '371427', 'research_centre', case when n <= 24 then '学科' else '综合'"
                        + " end, date '2019-07-15' from range(1, 29) t(n)")
                .and("insert into current_group_membership (group_code, school_code, role, joined_on) select 'C' || n,"
                        + " 'B' || ((n - 1) % 14 + 1), 'base', date '2019-07-15' from range(1, 29) t(n)");
        assertThat(county.says("XJ-R2a", changes, expected)).isEqualTo(expected);
    }
}
