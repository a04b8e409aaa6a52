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

    private static final String SCORED = """
            scheme_id | district_code | group_code | school_year | score | marks                     | flag
            demo      | D             | G          | 2023        | 82.6  | planned,draft,placeholder | OK
            demo      | D             | H          | 2023        | 30.9  |                           | OK
            demo      | D             | I          | 2023        | 20.1  |                           | OK
            demo      | E             | J          | 2023        | 60.0  |                           | OK
            demo      | D             | S          | 2023        | -     |                           | SUPPRESSED
            other     | D             | G          | 2023        | 50.0  |                           | OK
            """;
    private static final String ENTRIES = """
            scheme_id | district_code | group_code | school_year | node_id | node_kind | position
            demo      | D             | G          | 2023        | N1      | leaf      | 1
            demo      | D             | H          | 2023        | N1      | leaf      | 1
            demo      | D             | I          | 2023        | N1      | leaf      | 1
            demo      | E             | J          | 2023        | N1      | leaf      | 1
            demo      | D             | S          | 2023        | N1      | leaf      | 1
            other     | D             | G          | 2023        | N1      | leaf      | 1
            """;
    private static final String PLACES = """
            scheme_id | district_code | group_code | school_year | rank | ranked_groups | rank_p05 | rank_p95 | top_places | p_top | indistinct_groups | flag
            demo      | D             | G          | 2023        | 1.5  | 5             | 1        | 4.5      | 3          | 0.9   | 3                 | OK | with H by an end, with J of another district, with one that is hidden
            demo      | D             | H          | 2023        | 4    | 5             | 4.5      | 5        | 3          | 0     | 2                 | OK | by the same end with G; with I
            demo      | D             | I          | 2023        | 5    | 5             | 4.95     | 5        | 3          | 0     | 1                 | OK | beyond G
            demo      | E             | J          | 2023        | 1.5  | 5             | 1        | 3        | 3          | 1     | 1                 | OK | another district's
            demo      | D             | S          | 2023        | -    | 5             | -        | -        | 3          | -     | -                 | SUPPRESSED | its score is hidden
            other     | D             | G          | 2023        | 1    | 1             | 1        | 1        | 3          | 1     | 0                 | K_TOO_SMALL | alone
            """;

    @Test
    void aPlaceStandsBesideItsScoreWithItsIntervalAndWhomItCannotBeToldFrom() {
        Released released = County.released()
                .with("rel_assessment_score", SCORED)
                .with("rel_assessment_indicator", ENTRIES)
                .with("rel_assessment_rank", PLACES);

        assertThat(released.lines(
                        "mart_assessment",
                        "true",
                        "scheme_id",
                        "group_code",
                        "score",
                        "score_marks_zh",
                        "rank",
                        "rank_zh",
                        "p_top",
                        "indistinct_groups",
                        "indistinct_names",
                        "rank_flag_zh"))
                .isEqualTo("""
                        demo G 82.6 预览（方案尚未施行）、方案未定稿、目标值暂定 1.5 1.5（90% 区间 1–4.5） 0.9 3 阳光集团 正常
                        demo H 30.9  4.0 4（90% 区间 4.5–5） 0.0 2 阳光集团、I 正常
                        demo I 20.1  5.0 5（90% 区间 5–5） 0.0 1 阳光集团 正常
                        demo J 60.0  1.5 1.5（90% 区间 1–3） 1.0 1  正常
                        demo S -  - - - - - 按公开规则隐去
                        other G 50.0  1.0 1（90% 区间 1–1） 1.0 0  学校数太少""");
    }

    @Test
    void aReleaseWithoutPlacesHasScoresAllTheSame() {
        Released released =
                County.released().with("rel_assessment_score", SCORED).with("rel_assessment_indicator", ENTRIES);

        assertThat(released.lines(
                        "mart_assessment",
                        "scheme_id = 'other'",
                        "score",
                        "rank",
                        "rank_zh",
                        "indistinct_names",
                        "rank_flag"))
                .isEqualTo("50.0 - - - MISSING_INPUT");
    }

    @Test
    void aPolicyCheckSaysItsRuleItsSubjectAndItsEvidenceInWords() {
        Released released = County.released().with("rel_policy_check", """
                        rule_id | district_code | group_code | school_code | school_year | stage | result  | hardness | metric_id | evidence
                        CN-R1   | D             |            |             | 2023        | J     | FAIL    | hard     | TCH-01    | [{"metric_id":"TCH-01","measure":"rate","district_code":"D","school_year":2023,"stage":"J"}]
                        XX-1    | D             | G          |             | 2023        |       | PASS    | soft     |           | [{"school_code":"b","started_on":"2022-09-01"},{"school_code":"c","ended_on":""}]
                        XX-2    | D             | H          |             | 2023        |       | UNKNOWN | planned  |           | []
                        A1-G4   | D             |            | a           | 2023        | P     | NA      | hard     |           | {}
                        """);

        assertThat(released.lines(
                        "mart_policy_check",
                        "true",
                        "subject_kind_zh",
                        "subject_name",
                        "rule_zh",
                        "stage_zh",
                        "result_zh",
                        "hardness_zh",
                        "evidence_zh"))
                .isEqualTo("""
                        区县 东区 符合交流条件的教师每学年交流不少于 10% 初中 不符合 硬性 指标 TCH-01，学段 初中
                        学校 甲校 县域义务教育优质均衡：A1-G4 小学 不适用 硬性\s
                        集团 阳光集团 XX-1 全部学段 符合 倡导 学校 b，起 2022-09-01；学校 c
                        集团 阳光集团 XX-2 全部学段 无法判定 预览\s""");
        assertThat(released.lines("mart_policy_check", "rule_id = 'CN-R1'", "rule_en"))
                .startsWith("At least 10 %");
    }
}
