package org.manyuan.mart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** mart_enrollment, mart_exchange and mart_assessment. */
class ThemesTest {
    private static final String HEADER = """
            metric_id | measure | variant | district_code | group_code | school_code | school_year | base_year | stage | value | ci_lo | ci_hi | n | flag
            """;

    @Test
    void entrantsOfEveryGrainWithTheirGrowthSinceBeforeTheFounding() {
        Released released = County.released().with("rel_metric_value", HEADER + """
                                ENR-01 | intake      |                                       | D |   |   | 2023 | -    | J | 900  | - | - | 900 | OK
                                ENR-02 | growth      | education_group/base_founding         | D |   |   | 2023 | 2021 | J | 0.1  | - | - | 800 | OK
                                ENR-02 | growth      | alliance/base_founding                | D |   |   | 2023 | 2022 | J | 0.7  | - | - | 800 | OK | a later base year
                                ENR-02 | growth      | education_group/base_founding/lead    | D |   |   | 2023 | 2021 | J | 0.9  | - | - | 80  | OK | all leads of the district
                                ENR-01 | intake      | education_group                       | D | G |   | 2023 | -    | J | 300  | - | - | 300 | OK
                                ENR-01 | intake      | education_group/first_grade           | D | G |   | 2023 | -    | J | 310  | - | - | 310 | OK
                                ENR-02 | growth      | education_group/base_founding         | D | G |   | 2023 | 2021 | J | 0.5  | - | - | 200 | OK
                                ENR-02 | ln_ratio    | education_group/base_founding         | D | G |   | 2023 | 2021 | J | 0.4  | 0 | 0.6931471805599453 | 200 | OK
                                ENR-02 | growth      | education_group                       | D | G |   | 2023 | 2022 | J | 0.2  | - | - | 250 | OK | against the year before
                                ENR-03 | in_district | education_group/base_founding         | D | G |   | 2023 | 2021 | J | 0.04 | - | - | 200 | OK
                                ENR-01 | intake      | education_group/member                | D | G |   | 2023 | -    | J | -    | - | - | -   | SUPPRESSED
                                ENR-02 | growth      | education_group/base_founding/member  | D | G |   | 2023 | 2021 | J | -    | - | - | -   | SUPPRESSED
                                ENR-01 | intake      |                                       | D |   | x | 2023 | -    | J | 90   | - | - | 90  | OK | in no group
                                """);

        assertThat(released.lines(
                        "mart_enrollment",
                        "true",
                        "grain",
                        "intake",
                        "base_year",
                        "growth",
                        "growth_lo",
                        "growth_hi",
                        "growth_flag",
                        "share_shift",
                        "share_shift_flag"))
                .isEqualTo("""
                        district 900.0 2021 0.1 - - OK -\s
                        group 300.0 2021 0.5 0.0 1.0 OK 0.04 OK
                        member - 2021 - - - SUPPRESSED -\s
                        unit 90.0 - - - - BASE_MISSING - BASE_MISSING""");
        assertThat(released.lines(
                        "mart_enrollment", "grain = 'member'", "grain_zh", "group_name", "stage_zh", "intake_flag"))
                .isEqualTo("成员校 阳光集团 初中 SUPPRESSED");
    }

    @Test
    void teachersExchangedAndTheBackboneAmongThem() {
        Released released = County.released().with("rel_metric_value", HEADER + """
                                TCH-01 | rate  |                 | D |   |   | 2023 | - |   | 0.12 | 0.1  | 0.15 | 500 | OK
                                TCH-02 | share |                 | D |   |   | 2023 | - |   | 0.25 | 0.2  | 0.4  | 60  | OK
                                TCH-01 | rate  | education_group | D | G |   | 2023 | - | J | 0.2  | 0.1  | 0.3  | 50  | OK
                                TCH-02 | share | education_group | D | G |   | 2023 | - | J | -    | -    | -    | 0   | BASE_MISSING
                                TCH-01 | rate  |                 | D |   | a | 2023 | - | J | -    | -    | -    | -   | MISSING_INPUT
                                TCH-02 | share |                 | D |   | a | 2023 | - | J | -    | -    | -    | -   | MISSING_INPUT
                                """);

        assertThat(released.lines(
                        "mart_exchange",
                        "true",
                        "grain_zh",
                        "stage_zh",
                        "rate",
                        "rate_lo",
                        "eligible",
                        "rate_flag",
                        "backbone_share",
                        "exchanged",
                        "backbone_flag"))
                .isEqualTo("""
                        区域 全部学段 0.12 0.1 500 OK 0.25 60 OK
                        学校 初中 - - - MISSING_INPUT - - MISSING_INPUT
                        集团 初中 0.2 0.1 50 OK - 0 BASE_MISSING""");
    }

    @Test
    void everyEntryOfASchemeWithTheSubjectsScore() {
        Released released = County.released().with("rel_assessment_score", """
                        scheme_id | district_code | group_code | school_code | school_year | score | coverage | grade | flag | marks | origin
                        demo      | D             | G          |             | 2023        | 71.5  | 0.8      | 良好  | OK   |       | synthetic
                        """).with("rel_assessment_indicator", """
                        scheme_id | district_code | group_code | school_code | school_year | node_id | parent_id | node_kind | position | name     | weight | value | contribution | flag       | marks               | origin
                        demo      | D             | G          |             | 2023        | N1      |           | leaf      | 1        | 差距缩小 | 0.4    | 0.2   | 31.5         | OK         | equal_assumed,proxy | reported
                        demo      | D             | G          |             | 2023        | N2      |           | leaf      | 2        | 招生增长 | 0.6    | -     | -            | SUPPRESSED |                     | reported
                        """);

        assertThat(released.lines(
                        "mart_assessment",
                        "true",
                        "position",
                        "group_name",
                        "score",
                        "score_coverage",
                        "grade",
                        "node_name",
                        "contribution",
                        "marks_zh",
                        "flag_zh",
                        "origin_zh"))
                .isEqualTo("""
                        1 阳光集团 71.5 0.8 良好 差距缩小 31.5 等权假定、替代指标 正常 合成数据
                        2 阳光集团 71.5 0.8 良好 招生增长 -  按公开规则隐去 合成数据""");
    }
}
