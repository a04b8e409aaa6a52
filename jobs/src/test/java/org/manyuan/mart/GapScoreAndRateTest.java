package org.manyuan.mart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** mart_gap_score and mart_gap_rate: the two sides of a group beside its district. */
class GapScoreAndRateTest {
    private static final String HEADER = """
            metric_id | measure | variant | district_code | group_code | school_code | school_year | base_year | exam_code | stage | grade | subject | value | n   | flag
            """;

    @Test
    void unitsStandWithTheGroupWhileTheyAreInItAndInTheBaseYearAsInTheLatest() {
        Released released = County.released().with("rel_metric_value", HEADER + """
                                EXM-01 | mean   | | D | | a | 2021 | - | j21 | J | 9 | total | 500 | 100 | OK | before the founding: the base year
                                EXM-01 | mean   | | D | | b | 2021 | - | j21 | J | 9 | total | 400 | 100 | OK
                                EXM-01 | mean   | | D | | c | 2021 | - | j21 | J | 9 | total | 390 | 100 | OK | has left by the latest exam
                                EXM-01 | mean   | | D | |   | 2021 | - | j21 | J | 9 | total | 450 | 500 | OK
                                EXM-01 | mean   | | D | | a | 2022 | - | j22 | J | 9 | total | 501 | 100 | OK
                                EXM-01 | mean   | | D | | b | 2022 | - | j22 | J | 9 | total | 410 | 100 | OK
                                EXM-01 | mean   | | D | | c | 2022 | - | j22 | J | 9 | total | 400 | 100 | OK | still in the group
                                EXM-01 | mean   | | D | |   | 2022 | - | j22 | J | 9 | total | 451 | 500 | OK
                                EXM-01 | mean   | | D | | a | 2023 | - | j23 | J | 9 | total | 502 | 100 | OK
                                EXM-01 | mean   | | D | | b | 2023 | - | j23 | J | 9 | total | -   | -   | SUPPRESSED
                                EXM-01 | mean   | | D | | c | 2023 | - | j23 | J | 9 | total | 420 | 100 | OK | left in March
                                EXM-01 | mean   | | D | |   | 2023 | - | j23 | J | 9 | total | 452 | 500 | OK
                                GAP-16 | change | education_group/GAP-08b/base_founding | D | G | | 2023 | 2021 | j23 | J | 9 | total | -0.1 | 300 | OK
                                EXM-01 | mean   | education_group/lead | D | G | | 2023 | - | j23 | J | 9 | total | 502 | 100 | OK | a side, no unit
                                """);

        assertThat(released.lines(
                        "mart_gap_score",
                        "true",
                        "group_code",
                        "school_year",
                        "school_name",
                        "side_zh",
                        "period_zh",
                        "value",
                        "n",
                        "flag"))
                .isEqualTo("""
                        G 2021 乙校 成员校 基准年 400.0 100 OK
                        G 2021 全区 全区 基准年 450.0 500 OK
                        G 2021 甲校 牵头校 基准年 500.0 100 OK
                        G 2022 丙校 成员校 其他学年 400.0 100 OK
                        G 2022 乙校 成员校 其他学年 410.0 100 OK
                        G 2022 全区 全区 其他学年 451.0 500 OK
                        G 2022 甲校 牵头校 其他学年 501.0 100 OK
                        G 2023 乙校 成员校 最近学年 - - SUPPRESSED
                        G 2023 全区 全区 最近学年 452.0 500 OK
                        G 2023 甲校 牵头校 最近学年 502.0 100 OK""");
    }

    @Test
    void peersOfAGroupWithoutLeadAreItsMembers() {
        Released released = County.released().with("rel_metric_value", HEADER + """
                                EXM-01 | mean | | D | | p | 2022 | - | j22 | J | 9 | total | 430 | 100 | OK
                                EXM-01 | mean | | D | | q | 2022 | - | j22 | J | 9 | total | 440 | 100 | OK
                                """);

        assertThat(released.lines(
                        "mart_gap_score", "true", "group_code", "school_code", "side", "period", "is_headline"))
                .isEqualTo("""
                        H p member LATEST false
                        H q member LATEST false""");
    }

    @Test
    void ratesOfTheSidesAndOfTheDistrictThatSatTheSamePaper() {
        Released released = County.released().with("rel_metric_value", HEADER + """
                                EXM-02 | excellent | education_group/lead            | D | G | | 2022 | - | j22 | J | 9 | total | 0.3 | 100 | OK
                                EXM-02 | excellent | education_group/member          | D | G | | 2022 | - | j22 | J | 9 | total | -   | -   | SUPPRESSED
                                EXM-02 | excellent | education_group                 | D | G | | 2022 | - | j22 | J | 9 | total | 0.2 | 300 | OK | the whole group
                                EXM-02 | excellent | education_group/lead/candidates | D | G | | 2022 | - | j22 | J | 9 | total | 0.2 | 110 | OK | another denominator
                                EXM-02 | excellent |                                 | D |   | | 2022 | - | j22 | J | 9 | total | 0.1 | 500 | OK
                                EXM-02 | excellent | candidates                      | D |   | | 2022 | - | j22 | J | 9 | total | 0.1 | 510 | OK
                                EXM-02 | excellent | education_group/lead            | D |   | | 2022 | - | j22 | J | 9 | total | 0.3 | 100 | OK | all leads of the district
                                EXM-02 | excellent |                                 | D |   | | 2021 | - | j21 | J | 9 | total | 0.1 | 500 | OK | the group has no row
                                GAP-08b | gap      | education_group                 | D | G | | 2022 | - | j22 | J | 9 | total | 0.5 | 300 | OK
                                """);

        assertThat(released.lines(
                        "mart_gap_rate",
                        "true",
                        "group_name",
                        "side_zh",
                        "rate_zh",
                        "value",
                        "n",
                        "is_headline",
                        "flag_zh"))
                .isEqualTo("""
                        阳光集团 全区 优秀率 0.1 500 true 正常
                        阳光集团 成员校 优秀率 - - true 按公开规则隐去
                        阳光集团 牵头校 优秀率 0.3 100 true 正常""");
    }
}
