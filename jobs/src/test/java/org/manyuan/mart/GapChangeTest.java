package org.manyuan.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** mart_gap_change. */
class GapChangeTest {
    private static final String HEADER = """
            metric_id | measure     | variant                               | district_code | group_code | school_year | base_year | exam_code | stage | grade | subject | value | ci_lo | ci_hi | n   | k | ci_frame | verdict | flag
            """;

    @Test
    void aGapThatTheMembersNarrowedWhileTheLeadFellToo() {
        Released released = County.released().with("rel_metric_value", HEADER + """
                                GAP-08b   | gap         | education_group                       | D | G | 2023 | -    | j23 | J | 9 | total | 0.5  | 0.3  | 0.7   | 300 | 3 | census  | -        | OK
                                GAP-16    | signed_base | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | 0.9  | 0.8  | 1.0   | 300 | 3 | census  | -        | OK
                                GAP-16    | signed_now  | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | 0.5  | 0.3  | 0.7   | 300 | 3 | census  | -        | OK
                                GAP-16    | change      | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | -0.4 | -0.6 | -0.2  | 300 | 3 | census  | NARROWED | OK
                                GAP-16    | change      | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | -0.4 | -    | -     | 300 | 3 | schools | NOT_JUDGED | K_TOO_SMALL
                                GAP-16    | rate        | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | 0.44 | 0.2  | 0.6   | 300 | 3 | census  | -        | OK
                                GAP-17    | lead        | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | -0.1 | -0.3 | 0.1   | 200 | 1 | census  | -        | OK
                                GAP-17    | member      | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | 0.3  | 0.1  | 0.5   | 100 | 2 | census  | -        | OK
                                GAP-16    | change      | education_group/GAP-08b/base_founding/as_of_base | D | G | 2023 | 2021 | j23 | J | 9 | total | -0.9 | -1.6 | -0.2 | 300 | 3 | census | NARROWED | OK
                                GAP-16    | change      | education_group/GAP-07/base_founding  | D | G | 2023 | 2021 | j23 | J | 9 | total | -40  | -60  | -20   | 300 | 3 | census  | NARROWED | OK
                                """);

        assertThat(released.lines(
                        "mart_gap_change",
                        "true",
                        "school_year_label",
                        "district_name",
                        "group_name",
                        "group_kind_zh",
                        "exam_kind_zh",
                        "stage_zh",
                        "subject_zh",
                        "gap_zh",
                        "is_headline",
                        "base_zh",
                        "base_year_label"))
                .isEqualTo("2023-2024 东区 阳光集团 教育集团 毕业考试 初中 总分 牵头校−成员校 true 与成立前比 2021-2022");
        assertThat(released.lines(
                        "mart_gap_change",
                        "true",
                        "gap_base",
                        "gap_now",
                        "change",
                        "change_lo",
                        "change_hi",
                        "crosses_zero",
                        "rate",
                        "verdict_zh",
                        "schools_lo",
                        "schools_verdict_zh",
                        "schools_flag_zh",
                        "lead_change",
                        "member_change",
                        "mover_zh",
                        "n",
                        "k",
                        "flag_zh",
                        "origin_zh"))
                .isEqualTo("0.9 0.5 -0.4 -0.6 -0.2 false 0.44 缩小 - 不作判断 学校数太少 -0.1 0.3 成员校上升为主，牵头校也下降 300 3 正常 报送数据");
    }

    @Test
    void aSuppressedChangeIsNotJudgedAndShowsNothing() {
        Released released = County.released().with("rel_metric_value", HEADER + """
                                GAP-16 | signed_base | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | - | - | - | - | 3 | census  | - | SUPPRESSED
                                GAP-16 | signed_now  | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | - | - | - | - | 3 | census  | - | SUPPRESSED
                                GAP-16 | change      | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | - | - | - | - | 3 | census  | - | SUPPRESSED
                                GAP-16 | change      | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | - | - | - | - | 3 | schools | - | SUPPRESSED
                                GAP-16 | rate        | education_group/GAP-08b/base_founding | D | G | 2023 | 2021 | j23 | J | 9 | total | - | - | - | - | 3 | census  | - | SUPPRESSED
                                """);

        assertThat(released.lines(
                        "mart_gap_change",
                        "true",
                        "gap_base",
                        "change",
                        "crosses_zero",
                        "rate",
                        "rate_flag",
                        "verdict",
                        "schools_verdict",
                        "mover",
                        "n",
                        "flag_zh"))
                .isEqualTo("- - - - SUPPRESSED NOT_JUDGED NOT_JUDGED NOT_JUDGED - 按公开规则隐去");
    }

    /** A reason ends each row of the table and is not read. */
    @Test
    void theCompositionCheckStandsBesideEveryChangeOrSaysWhyThereIsNone() {
        Released released = County.released().with("rel_metric_value", """
                                metric_id | measure | variant                                        | district_code | group_code | school_year | base_year | exam_code | stage | grade | subject | value | ci_lo | ci_hi | n   | k | left_out_units | left_out_students | ci_frame | verdict              | flag | origin
                                GAP-16    | change  | education_group/GAP-08b/base_founding          | D | 1same  | 2023 | 2021 | j23 | J | 9 | total | -0.4 | -0.6 | -0.2 | 300 | 3 | 0 | 0  | census  | NARROWED             | OK            | reported  | the change
                                GAP-16    | change  | education_group/GAP-08b/base_founding/adjusted | D | 1same  | 2023 | 2021 | j23 | J | 9 | total | -0.3 | -0.5 | -0.1 | 260 | 2 | 1 | 40 | census  | NARROWED             | OK            | synthetic | agrees
                                GAP-16    | change  | education_group/GAP-08b/base_founding/adjusted | D | 1same  | 2023 | 2021 | j23 | J | 9 | total | -0.3 | -0.7 | 0.1  | 260 | 2 | 1 | 40 | schools | NO_DETECTABLE_CHANGE | OK            | reported  | between schools
                                GAP-16    | signed_now | education_group/GAP-08b/base_founding/adjusted | D | 1same | 2023 | 2021 | j23 | J | 9 | total | 0.7 | 0.6 | 0.8   | 260 | 2 | 1 | 40 | census | - | OK | reported  | no change
                                GAP-16    | change  | education_group/GAP-08b/base_founding          | D | 2other | 2023 | 2021 | j23 | J | 9 | total | -0.4 | -0.6 | -0.2 | 300 | 3 | 0 | 0  | census  | NARROWED             | OK            | reported  | the change
                                GAP-16    | change  | education_group/GAP-08b/base_founding/adjusted | D | 2other | 2023 | 2021 | j23 | J | 9 | total | -0.1 | -0.3 | 0.1  | 280 | 3 | 0 | 20 | census  | NO_DETECTABLE_CHANGE | OK            | reported  | differs
                                GAP-16    | change  | education_group/GAP-08b/base_founding/adjusted | D | 2other | 2023 | 2021 | j23 | J | 9 | total | -0.1 | -    | -    | 280 | 3 | 0 | 20 | schools | NOT_JUDGED           | K_TOO_SMALL   | reported  | its flag is not the change's
                                GAP-16    | change  | education_group/GAP-08b/base_founding/as_of_base | D | 2other | 2023 | 2021 | j23 | J | 9 | total | -0.9 | -1 | -0.8 | 300 | 3 | 0 | 0  | census  | NARROWED             | OK            | reported  | another panel
                                GAP-16    | change  | education_group/GAP-08b/base_founding          | D | 3scale | 2023 | 2021 | j23 | J | 9 | total | -0.4 | -0.6 | -0.2 | 300 | 3 | 0 | 0  | census  | NARROWED             | OK            | reported  | the change
                                GAP-16    | change  | education_group/GAP-08b/base_founding/adjusted | D | 3scale | 2023 | 2021 | j23 | J | 9 | total | -    | -    | -    | -   | - | 0 | 0  | census  | NOT_JUDGED           | SCALE_CHANGED | reported  | none, and why
                                GAP-16    | change  | education_group/GAP-08b/base_founding          | D | 4none  | 2023 | 2021 | j23 | J | 9 | total | -0.4 | -0.6 | -0.2 | 300 | 3 | 0 | 0  | census  | NARROWED             | OK            | reported  | no row beside it
                                GAP-16    | change  | education_group/GAP-08b/base_previous/adjusted | D | 4none  | 2023 | 2022 | j23 | J | 9 | total | -0.3 | -0.5 | -0.1 | 260 | 2 | 1 | 40 | census  | NARROWED             | OK            | reported  | of another base
                                GAP-16    | change  | education_group/GAP-08b/base_founding          | D | 5base  | 2023 | 2021 | j23 | J | 9 | total | -    | -    | -    | -   | - | 0 | 0  | census  | NOT_JUDGED           | BASE_MISSING  | reported  | no change to begin with
                                GAP-16    | change  | education_group/GAP-08b/base_founding          | D | 6few   | 2023 | 2021 | j23 | J | 9 | total | -0.4 | -0.6 | -0.2 | 300 | 3 | 0 | 0  | census  | NARROWED             | OK            | reported  | the change
                                GAP-16    | change  | education_group/GAP-08b/base_founding/adjusted | D | 6few   | 2023 | 2021 | j23 | J | 9 | total | -    | -    | -    | -   | 3 | - | -  | census  | -                    | SUPPRESSED    | reported  | withheld
                                """);

        assertThat(released.lines(
                        "mart_gap_change",
                        "base = 'founding'",
                        "group_code",
                        "change",
                        "verdict_zh",
                        "adjusted_change",
                        "adjusted_lo",
                        "adjusted_hi",
                        "adjusted_verdict_zh",
                        "adjusted_schools_lo",
                        "adjusted_schools_hi",
                        "adjusted_schools_verdict_zh",
                        "adjusted_n",
                        "adjusted_k",
                        "adjusted_left_out_units",
                        "adjusted_left_out_students",
                        "adjusted_flag",
                        "adjusted_flag_zh",
                        "origin_zh"))
                .isEqualTo("""
                        1same -0.4 缩小 -0.3 -0.5 -0.1 缩小 -0.7 0.1 未见可辨变化 260 2 1 40 OK 正常 合成数据
                        2other -0.4 缩小 -0.1 -0.3 0.1 未见可辨变化 - - 不作判断 280 3 0 20 OK 正常 报送数据
                        3scale -0.4 缩小 - - - 不作判断 - - 不作判断 - - 0 0 SCALE_CHANGED 满分或标准改变 报送数据
                        4none -0.4 缩小 - - - 不作判断 - - 不作判断 - - - - MISSING_INPUT 数据缺失 报送数据
                        5base - 不作判断 - - - 不作判断 - - 不作判断 - - - - BASE_MISSING 无可比对象 报送数据
                        6few -0.4 缩小 - - - 不作判断 - - 不作判断 - 3 - - SUPPRESSED 按公开规则隐去 报送数据""");
    }

    /** Signed gap base → now, what the sides did, and how that is said; the last column is for the reader. */
    @Test
    void whoMovedIsTheSideWithTheGreaterPartInTheDirectionOfTheChange() {
        String[][] cases = {
            {"GAP-08b", "0.9", "0.5", "-0.1", "0.3", "NARROWED", "MEMBER_ROSE_LEAD_FELL", "the members' part is greater"
            },
            {"GAP-08b", "0.9", "0.5", "-0.3", "0.1", "NARROWED", "LEAD_FELL_MEMBER_ROSE", "levelling down"},
            {"GAP-08b", "0.9", "0.5", "-0.2", "0.2", "NARROWED", "MEMBER_ROSE_LEAD_FELL", "a tie is no levelling down"},
            {"GAP-08b", "0.9", "0.5", "0.1", "0.5", "NARROWED", "MEMBER_ROSE", "the lead rose too, but less"},
            {"GAP-08b", "0.9", "0.5", "-0.5", "-0.1", "NARROWED", "LEAD_FELL", "the members fell less"},
            {"GAP-08b", "0.5", "0.9", "0.3", "-0.1", "WIDENED", "LEAD_ROSE_MEMBER_FELL", "the other way"},
            {"GAP-08b", "-0.5", "-0.2", "0.1", "-0.2", "NARROWED", "MEMBER_FELL_LEAD_ROSE", "members were ahead"},
            {"GAP-08b", "0.9", "0.8", "-0.1", "0.0", "NO_DETECTABLE_CHANGE", "NO_DETECTABLE_CHANGE", "nothing to tell"},
            {"GAP-08b", "0.9", "0.5", "-", "0.3", "NARROWED", "NOT_SPLIT", "a side is not known"},
            {
                "GAP-08c",
                "-0.9",
                "-0.5",
                "-",
                "0.3",
                "NARROWED",
                "MEMBER_ROSE_OTHERS_FELL",
                "the others did the rest, -0.1"
            },
            {"GAP-08c", "-0.9", "-0.5", "-", "-0.1", "NARROWED", "OTHERS_FELL", "the others fell by 0.5"},
        };
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < cases.length; i++) {
            String[] given = cases[i];
            String key = " | education_group/" + given[0] + "/base_founding | D | case" + i + " | 2023 | 2021";
            String row = " | j23 | J | 9 | total | %s | - | - | 300 | 3 | census | %s | OK\n";
            rows.append(("GAP-16 | signed_base" + key + row).formatted(given[1], "-"))
                    .append(("GAP-16 | signed_now" + key + row).formatted(given[2], "-"))
                    .append(("GAP-16 | change" + key + row).formatted("0.1", given[5]))
                    .append(("GAP-17 | lead" + key + row).formatted(given[3], "-"))
                    .append(("GAP-17 | member" + key + row).formatted(given[4], "-"));
        }

        Map<String, String> movers = County.released()
                .with("rel_metric_value", rows.toString())
                .mart("mart_gap_change")
                .where("mover_zh is not null")
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(row -> row.getAs("group_code"), row -> row.getAs("mover")));

        for (int i = 0; i < cases.length; i++) {
            assertThat(movers).as(cases[i][7]).containsEntry("case" + i, cases[i][6]);
        }
    }
}
