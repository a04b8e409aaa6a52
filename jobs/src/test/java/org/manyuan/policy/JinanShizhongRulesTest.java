package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of 济南市市中区, each on rows that meet it and on one that is changed. */
class JinanShizhongRulesTest {
    /** A group of each of the three forms, and a pair of the years before; the last member joins in 2019. */
    private static final RuleWorld WORLD = RuleWorld.of("370103", "2020-08-31", """
            district: district_code parent_code level
            370103    370100      county
            school: school_code valid_from district_code stages part_of legal_entity_code
            A1 2000-01-01 370103 P  -  E1
            A2 2000-01-01 370103 P  -  E1
            A3 2000-01-01 370103 P  -  E3
            B1 2000-01-01 370103 J  -  E4
            B2 2000-01-01 370103 PJ -  E5
            C1 2000-01-01 370103 P  -  E6
            C2 2000-01-01 370103 P  -  E7
            C3 2000-01-01 370103 P  C2 E7
            K1 2000-01-01 370103 K  -  E8
            education_group: group_code authority_code kind form founded_on dissolved_on
            G0 370103 education_group - 2013-04-01 -
            MZ 370103 education_group 母子式集团 2018-09-01 -
            ST 370103 education_group 师徒式集团 2018-09-01 -
            HB 370103 education_group 伙伴式集团 2018-09-01 -
            TG 370103 pair 全托管 2009-09-01 2013-03-31
            group_membership: group_code school_code role member_kind joined_on left_on
            MZ A1 lead   -        2018-09-01 -
            MZ A2 member new      2018-09-01 -
            MZ A3 member weak     2018-09-01 -
            ST B1 lead   -        2018-09-01 -
            ST B2 member weak     2018-09-01 -
            HB C1 lead   -        2018-09-01 -
            HB C3 member suburban 2019-12-31 -
            TG A1 lead   -        2009-09-01 2013-03-31
            TG K1 member new      2009-09-01 2013-03-31
            teacher_exchange: exchange_id teacher_key group_code from_school_code to_school_code started_on kind post talent_level
            P1 T1 MZ A1 A2 2018-09-10 派驻 副校长 -
            P2 T2 MZ A1 A2 2018-09-10 派驻 - -
            P3 T3 ST B1 B2 2018-09-10 支教 主任 none
            P4 T4 ST B1 B2 2018-09-10 支教 - county
            P5 T5 HB C1 C3 2020-01-10 轮岗 - -
            P6 T6 HB C3 C1 2020-01-10 轮岗 - -
            ledger: entry_id authority_code group_code person_key kind item held_on value unit
            L1 370103 - Q1 body 领导小组 2013-04-10 - -
            L2 370103 - - party 编制 2013-04-10 - -
            L3 370103 - - party 教育 2013-04-10 - -
            L4 370103 - - party 人社 2013-04-10 - -
            L5 370103 - - party 财政 2013-04-10 - -
            L6 370103 - - party 师训基地 2018-10-10 - -
            L7 370103 - Q2 body 校长导师团 2018-10-10 - -
            L8 370103 - Q3 body 后备干部培养库 2018-10-10 - -
            F1 370103 - - funding 集团化办学专项 2016-03-01 1500 万元
            F2 370103 - - funding 集团化办学专项 2017-03-01 1000 万元
            F3 370103 - - funding 集团化办学专项 2017-09-01 5000000 元
            F4 370103 - - funding 集团化办学专项 2018-03-01 1500 万元
            F5 370103 - - funding 集团化办学专项 2019-03-01 1500 万元
            """);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SZ-R1a |                                                          | MZ 2018 PASS, MZ 2019 PASS, ST 2019 NA, TG 2012 NA
            SZ-R1a | set school legal_entity_code = 'E9' where school_code = 'A2' | MZ 2019 FAIL
            SZ-R1a | set school legal_entity_code = null where school_code = 'A2' | MZ 2019 UNKNOWN
            SZ-R1a | set group_membership member_kind = 'new' where school_code = 'A3' | MZ 2019 FAIL
            SZ-R1b |                                                          | ST 2019 PASS, MZ 2019 NA, HB 2018 FAIL
            SZ-R1b | set school legal_entity_code = 'E4' where school_code = 'B2' | ST 2019 FAIL
            SZ-R1b | set school legal_entity_code = null where school_code = 'B2' | ST 2019 UNKNOWN
            SZ-R2 |                                                           | HB 2019 PASS, HB 2018 FAIL, ST 2019 NA
            SZ-R2 | without teacher_exchange where exchange_id = 'P6'         | HB 2019 FAIL
            SZ-R2 | set teacher_exchange started_on = '2019-12-30' where exchange_id = 'P5' | HB 2019 FAIL
            SZ-R2 | without teacher_exchange where exchange_id in ('P5', 'P6') | HB 2019 UNKNOWN
            SZ-R2 | without teacher_exchange where exchange_id = 'P6'; on 2020-07-01 | HB 2019 UNKNOWN
            SZ-R3 |                                                           | 370103 2019 PASS, 370103 2018 NA
            SZ-R3 | set group_membership joined_on = '2020-01-01' where school_code = 'C3' | 370103 2019 FAIL
            SZ-R3 | also school school_code=D1 valid_from=2000-01-01 district_code=370103 stages=J | 370103 2019 FAIL
            SZ-R3 | also school school_code=D1 valid_from=2000-01-01 district_code=370103 stages=J opened_on=2020-01-01 | 370103 2019 PASS
            SZ-R3 | also school school_code=D1 valid_from=2000-01-01 district_code=370103 stages=J closed_on=2019-12-31 | 370103 2019 PASS
            SZ-R3 | set school stages = 'P' where school_code = 'K1'          | 370103 2019 FAIL
            SZ-R3 | without school                                            | 370103 2019 UNKNOWN
            SZ-R3 | on 2019-12-30                                             | 370103 2019 UNKNOWN
            SZ-R4a |                                                          | MZ 2018 PASS, MZ 2019 NA, ST 2018 NA
            SZ-R4a | set teacher_exchange post = null where exchange_id = 'P1'  | MZ 2018 FAIL
            SZ-R4a | set teacher_exchange post = '主任' where exchange_id = 'P2' | MZ 2018 FAIL
            SZ-R4a | set teacher_exchange kind = '轮岗' where exchange_id = 'P1' | MZ 2018 FAIL
            SZ-R4a | set teacher_exchange started_on = '2019-09-10' where exchange_id = 'P1' | MZ 2018 FAIL
            SZ-R4a | set teacher_exchange to_school_code = 'A3' where exchange_id = 'P1' | MZ 2018 FAIL
            SZ-R4a | without teacher_exchange                                 | MZ 2018 UNKNOWN
            SZ-R4b |                                                          | ST 2018 PASS, ST 2019 UNKNOWN, MZ 2018 NA
            SZ-R4b | set teacher_exchange post = null where exchange_id = 'P3' | ST 2018 FAIL
            SZ-R4b | set teacher_exchange talent_level = 'none' where exchange_id = 'P4' | ST 2018 FAIL
            SZ-R4b | set teacher_exchange talent_level = null                 | ST 2018 UNKNOWN
            SZ-R4b | set teacher_exchange post = null                         | ST 2018 UNKNOWN
            SZ-R4b | set teacher_exchange from_school_code = 'B2', to_school_code = 'B1' where exchange_id = 'P4' | ST 2018 FAIL
            SZ-R5 |                                                           | 370103 2019 PASS, 370103 2013 PASS, 370103 2012 NA
            SZ-R5 | without ledger where entry_id = 'L5'                      | 370103 2019 FAIL
            SZ-R5 | set ledger person_key = null where entry_id = 'L1'         | 370103 2019 FAIL
            SZ-R5 | set ledger until = '2019-08-31' where entry_id = 'L1'      | 370103 2019 FAIL, 370103 2018 PASS
            SZ-R5 | without ledger where kind = 'body'                        | 370103 2019 UNKNOWN
            SZ-R6 |                                                           | 370103 2019 PASS, 370103 2018 PASS, 370103 2017 UNKNOWN
            SZ-R6 | without ledger where entry_id = 'L6'                      | 370103 2019 FAIL
            SZ-R6 | set ledger person_key = null where entry_id = 'L8'         | 370103 2019 FAIL
            SZ-R6 | without ledger where entry_id in ('L6', 'L7', 'L8')        | 370103 2019 UNKNOWN
            SZ-R7 |                                                           | 370103 2016 PASS, 370103 2017 PASS, 370103 2019 PASS, 370103 2015 UNKNOWN
            SZ-R7 | set ledger value = 4990000 where entry_id = 'F3'           | 370103 2017 FAIL
            SZ-R7 | without ledger where entry_id = 'F4'                      | 370103 2018 FAIL, 370103 2019 PASS
            SZ-R7 | without ledger where entry_id = 'F5'                      | 370103 2018 PASS, 370103 2019 UNKNOWN
            SZ-R7 | set ledger unit = null where entry_id = 'F4'               | 370103 2018 UNKNOWN
            SZ-R7 | without ledger where kind = 'funding'                     | 370103 2018 UNKNOWN
            SZ-R8 |                                                           | TG 2012 PASS, TG 2011 NA, MZ 2018 NA
            SZ-R8 | set education_group founded_on = '2008-12-31' where group_code = 'TG' | TG 2012 FAIL
            SZ-R8 | set education_group dissolved_on = '2014-03-31' where group_code = 'TG' | TG 2012 FAIL
            SZ-R8 | set education_group dissolved_on = null where group_code = 'TG'; set group_membership left_on = null | TG 2012 FAIL, TG 2013 NA
            SZ-R8 | set education_group dissolved_on = null where group_code = 'TG'; set group_membership left_on = null; set group_membership school_code = 'A2' where school_code = 'K1' | TG 2012 PASS
            SZ-R8 | set education_group dissolved_on = null where group_code = 'TG'; set group_membership left_on = '2012-03-31' where group_code = 'TG' | TG 2011 PASS
            """)
    void ofRows(String rule, String changes, String expected) {
        assertThat(WORLD.says(rule, changes, expected)).isEqualTo(expected);
    }
}
