package org.manyuan.mart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which comparison is a group's main one: is_headline of mart_gap_band. */
class HeadlineTest {
    private static final String HEADER = """
            metric_id | measure     | variant                               | district_code | group_code | school_year | base_year | exam_code | stage | grade | subject | value | n
            """;

    @Test
    void theLeadsGapOfTheGraduationExamOnceAYear() {
        Released released = County.released().with("rel_metric_value", HEADER + """
                                GAP-08b | gap | education_group | D | G | 2022 | - | f22  | J | 9 | total | 0.6 | 300
                                GAP-08b | gap | education_group | D | G | 2022 | - | j22  | J | 9 | total | 0.5 | 300
                                GAP-08c | gap | education_group | D | G | 2022 | - | j22  | J | 9 | total | 0.1 | 900
                                GAP-08b | gap | education_group | D | G | 2023 | - | j23  | J | 9 | total | 0.4 | 200 | more pupils
                                GAP-08b | gap | education_group | D | G | 2023 | - | j23b | J | 9 | total | 0.3 | 100 | a later day
                                """);

        assertThat(released.lines("mart_gap_band", "is_headline and part = 'point'", "exam_code", "gap", "value"))
                .isEqualTo("""
                        j22 GAP-08b 0.5
                        j23 GAP-08b 0.4""");
    }

    @Test
    void againstOthersWhereTheLeadHasNoValueInAnyYear() {
        Released released = County.released().with("rel_metric_value", HEADER + """
                                GAP-08b | gap | education_group | D | G | 2022 | - | j22 | J | 9 | total | -    | -   | suppressed
                                GAP-08c | gap | education_group | D | G | 2022 | - | j22 | J | 9 | total | -    | -   | suppressed too
                                GAP-08c | gap | education_group | D | G | 2022 | - | f22 | J | 9 | total | -0.2 | 900 | a final, but it has a value
                                GAP-08c | gap | education_group | D | G | 2022 | - | j22 | J | 9 | math  | -    | -   | nothing has a value
                                GAP-08b | gap | education_group | D | G | 2022 | - | j22 | J | 9 | math  | -    | -
                                """);

        assertThat(released.lines("mart_gap_band", "is_headline and part = 'point'", "subject", "exam_code", "gap"))
                .isEqualTo("""
                        math j22 GAP-08c
                        total f22 GAP-08c""");
    }

    @Test
    void theBaseYearIsTheGroupsTooWithTheGapOfTheLatestPanel() {
        Released released = County.released().with("rel_metric_value", HEADER + """
                                GAP-08b | gap         | education_group                       | D | G | 2022 | -    | j22 | J | 9 | total | 0.5 | 300
                                GAP-08b | gap         | education_group                       | D | G | 2023 | -    | j23 | J | 9 | total | 0.4 | 300
                                GAP-16  | change      | education_group/GAP-08b/base_founding | D | G | 2022 | 2021 | j22 | J | 9 | total | 0.0 | 300
                                GAP-16  | change      | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | 0.1 | 300
                                GAP-16  | signed_base | education_group/GAP-08b/base_founding | D | G | 2022 | 2021 | j22 | J | 9 | total | 0.9 | 300
                                GAP-16  | signed_base | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | 0.8 | 300
                                """);

        assertThat(released.lines(
                        "mart_gap_band",
                        "part = 'line'",
                        "school_year",
                        "exam_code",
                        "is_headline",
                        "is_base",
                        "value",
                        "n"))
                .isEqualTo("""
                        2021 j21 true true 0.8 -
                        2022 j22 true false 0.5 300
                        2023 j23 true false 0.4 300""");
        assertThat(released.lines("mart_gap_change", "true", "exam_code", "is_headline"))
                .isEqualTo("""
                        j22 true
                        j23 true""");
    }
}
