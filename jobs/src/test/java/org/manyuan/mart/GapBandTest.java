package org.manyuan.mart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** mart_gap_band: what a chart draws. */
class GapBandTest {
    private static final String HEADER = """
            metric_id | measure | variant         | district_code | group_code | school_year | exam_code | stage | grade | subject | value | ci_lo | ci_hi | n   | k  | ci_frame | flag | origin
            """;

    @Test
    void everyGapHasItsFourPartsAndGroupsOfOneNameStayApart() {
        Released released = County.released().with("rel_metric_value", HEADER + """
                                GAP-08b   | gap | education_group | D | G | 2022 | j22 | J | 9 | total | 0.5  | 0.3  | 0.7 | 300 | 3 | census  | OK | synthetic
                                GAP-08b   | gap | education_group | D | G | 2022 | j22 | J | 9 | total | 0.5  | 0.1  | 0.9 | 300 | 3 | schools | OK | synthetic
                                GAP-08c   | gap | alliance        | D | H | 2022 | j22 | J | 9 | total | -0.1 | -0.3 | 0.1 | 900 | 9 | census  | OK | reported
                                """);

        assertThat(released.lines(
                        "mart_gap_band", "true", "series", "part", "value", "crosses_zero", "n", "gap_zh", "origin_zh"))
                .isEqualTo("""
                        阳光集团（G） point 0.5 false 300 牵头校−成员校 合成数据
                        阳光集团（G）__yhat line 0.5 false 300 牵头校−成员校 合成数据
                        阳光集团（G）__yhat_lower lower 0.3 false 300 牵头校−成员校 合成数据
                        阳光集团（G）__yhat_upper upper 0.7 false 300 牵头校−成员校 合成数据
                        阳光集团（H） point -0.1 true 900 成员校−其他学校 报送数据
                        阳光集团（H）__yhat line -0.1 true 900 成员校−其他学校 报送数据
                        阳光集团（H）__yhat_lower lower -0.3 true 900 成员校−其他学校 报送数据
                        阳光集团（H）__yhat_upper upper 0.1 true 900 成员校−其他学校 报送数据""");
    }

    @Test
    void whatIsNotKnownIsNullInEveryPartAndSaysWhy() {
        Released released = County.released().with("rel_metric_value", HEADER + """
                                GAP-08b   | gap | education_group | D | G | 2022 | j22 | J | 9 | total | -   | - | - | -   | 3 | census | SUPPRESSED    | reported
                                GAP-08b   | gap | education_group | D | G | 2023 | j23 | J | 9 | total | 0.4 | - | - | 300 | 3 | census | MISSING_INPUT | reported
                                """);

        assertThat(released.lines(
                        "mart_gap_band", "true", "school_year", "part", "value", "crosses_zero", "n", "flag_zh"))
                .isEqualTo("""
                        2022 line - - - 按公开规则隐去
                        2022 lower - - - 按公开规则隐去
                        2022 point - - - 按公开规则隐去
                        2022 upper - - - 按公开规则隐去
                        2023 line 0.4 - 300 数据缺失
                        2023 lower - - 300 数据缺失
                        2023 point 0.4 - 300 数据缺失
                        2023 upper - - 300 数据缺失""");
    }
}
