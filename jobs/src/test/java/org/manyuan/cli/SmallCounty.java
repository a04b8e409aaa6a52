package org.manyuan.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Four schools, two groups and one exam, as the clerks of a county hand them in; everyone in it is made up. */
final class SmallCounty {
    static final String FOLDER = "370305/";
    static final String LEAD = "3137000001";
    static final String MEMBER = "3137000002";
    static final int PUPILS = 120;

    private SmallCounty() {}

    /** Puts the files of the county into the inbox; nothing is wrong in them. */
    static Path[] put(Desk desk) {
        return new Path[] {
            desk.put(FOLDER + "district.csv", """
                    district_code | name | level  | parent_code
                    370300        | 淄博市 | city   |
                    370305        | 临淄区 | county | 370300
                    """),
            desk.put(FOLDER + "school.csv", """
                    学校代码     | 生效日期   | 学校名称 | 简称
                    3137000001 | 2000-01-01 | 第一中学 | 一中
                    3137000002 | 2000-01-01 | 第二中学 | 二中
                    3137000003 | 2000-01-01 | 东风学校 | 实验
                    3137000004 | 2000-01-01 | 西关学校 | 实验
                    """),
            desk.put(FOLDER + "education_group.csv", """
                    group_code | name   | kind            | founded_on
                    G1         | 一中集团 | education_group | 2022-08-01
                    """),
            desk.put(FOLDER + "group_membership.csv", """
                    group_code | school_code | joined_on  | role   | left_on
                    G1         | 3137000001  | 2022-08-01 | lead   |
                    G1         | 3137000002  | 2022-08-01 | member |
                    """),
            desk.put(FOLDER + "exam.csv", """
                    exam_code | series | school_year | stage | grade | held_on    | kind       | lawful_use_note
                    J9-2022   | J9     | 2022        | J     | 9     | 2023-06-15 | graduation | 初中学业水平考试
                    J9-2023   | J9     | 2023        | J     | 9     | 2024-06-15 | graduation | 初中学业水平考试
                    """),
            desk.put(FOLDER + "exam_paper.csv", """
                    exam_code | subject | full_mark | score_step
                    J9-2022   | math    | 120       | 0.5
                    J9-2023   | math    | 120       | 0.5
                    """),
            scores(desk, "exam_score-J9-2022.csv", 0, "")
        };
    }

    /**
     * A sheet of scores: sixty pupils of each of the first two schools, on the lines 2 to 121.
     *
     * @param more points that the member's pupils have more
     * @param extra lines below, cells by bars
     */
    static Path scores(Desk desk, String name, int more, String extra) {
        String pupils = IntStream.range(0, PUPILS)
                .mapToObj(i -> "%s | 王小%c | %s | %s"
                        .formatted(
                                number(i),
                                '一' + i,
                                i % 2 == 0 ? "一中" : "二中",
                                (i % 2 == 0 ? 80 : 60 + more) + i % 17 + (i % 3 == 0 ? ".5" : "")))
                .collect(Collectors.joining("\n"));
        return desk.put(FOLDER + name, "考号 | 姓名 | 学校 | 数学\n" + pupils + "\n" + extra);
    }

    /** The number of a pupil, as it stands in the file. */
    static String number(int pupil) {
        return String.format(Locale.ROOT, "G37030520%07d", 4_711_000 + pupil);
    }
}
