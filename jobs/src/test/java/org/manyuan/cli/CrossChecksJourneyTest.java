package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A county whose files agree, then a call that breaks each check once: what is taken, what is not, and what the receipts say. */
class CrossChecksJourneyTest {
    private static final String FOLDER = SmallCounty.FOLDER;
    private static final String A = "3137000001";
    private static final String B = "3137000002";
    private static final String ODD = "G110105194912310021";

    private static Desk desk;
    private static Answer before;
    private static String said;
    private static JsonNode receipts;

    @BeforeAll
    static void handInWhatAgreesAndThenWhatDoesNot() {
        desk = Desk.empty("");
        before = desk.run(words(agreeing()));
        assertThat(before.exit()).as(before.said()).isZero();
        Path[] wrong = breaking();
        Answer told = desk.run(words(wrong));
        assertThat(told.exit()).as(told.said()).isEqualTo(ExitCode.DATA_REJECTED.number());
        receipts = told.json();
        said = desk.ingest("zh", wrong).out();
    }

    private static Path[] agreeing() {
        return new Path[] {
            desk.put(FOLDER + "district.csv", """
                    district_code | name | level  | parent_code
                    370300        | 淄博市 | city   |
                    370305        | 临淄区 | county | 370300
                    """),
            desk.put(FOLDER + "school.csv", """
                    学校代码     | 生效日期   | 学校名称 | 简称 | 办学类型
                    3137000001 | 2000-01-01 | 第一中学 | 一中 | 311
                    3137000002 | 2000-01-01 | 第二中学 | 二中 | 312
                    """),
            desk.put(FOLDER + "education_group.csv", """
                    group_code | name   | kind            | founded_on
                    G1         | 一中集团 | education_group | 2022-08-01
                    G2         | 二中集团 | education_group | 2022-08-01
                    A1         | 联盟    | alliance        | 2022-08-01
                    A2         | 南片联盟 | alliance        | 2022-08-01
                    """),
            desk.put(FOLDER + "group_membership.csv", """
                    group_code | school_code | joined_on  | role
                    G1         | 3137000001  | 2022-08-01 | lead
                    G1         | 3137000002  | 2022-08-01 | member
                    """),
            desk.put(FOLDER + "term_calendar.csv", """
                    school_year | term | from_on    | to_on
                    2024        | 1    | 2024-09-01 | 2025-01-15
                    2024        | 2    | 2025-02-20 | 2025-07-10
                    """),
            desk.put(FOLDER + "exam.csv", """
                    exam_code | series | school_year | stage | grade | held_on    | kind  | lawful_use_note
                    QM        | J7     | 2024        | J     | 7     | 2025-06-15 | final | 教学质量监测
                    """),
            desk.put(FOLDER + "exam_paper.csv", """
                    exam_code | subject | full_mark | score_step
                    QM        | chinese | 120       | 0.5
                    QM        | math    | 120       | 0.5
                    QM        | total   | 240       | 0.5
                    """),
            desk.put(FOLDER + "student_roll.csv", "学籍号 | 学年 | 学校 | 学段 | 年级 | 施教区学校代码\n" + roll()),
            desk.put(FOLDER + "class_roll.csv", """
                    school_code | school_year | stage | grade | class_no | students
                    3137000001  | 2024        | J     | 7     | 1        | 10
                    """),
            desk.put(FOLDER + "teacher_roll.csv", "teacher_id | school_year | school_code\n" + teachers()),
            desk.put(FOLDER + "enrollment.csv", """
                    school_code | school_year | stage | grade | students | classes | intake | intake_in_zone
                    3137000001  | 2024        | J     | 7     | 10       | 1       | 10     | 10
                    """),
            desk.put(FOLDER + "exam_score-QM.csv", """
                    考号 | 学校 | 语文 | 数学 | 总分
                    P1  | 一中 | 80  | 90  | 170
                    P11 | 二中 | 80  | 缺考 |
                    """),
            desk.put(FOLDER + "teacher_exchange.csv", """
                    exchange_id | teacher_id | from_school_code | to_school_code | started_on | ended_on   | kind
                    X0          | T1         | 3137000001       | 3137000002     | 2024-09-01 | 2025-07-10 | 轮岗
                    """),
            desk.put(FOLDER + "group_activity.csv", """
                    activity_id | group_code | organiser_school_code | held_on
                    H0          | G1         | 3137000001            | 2024-10-10
                    """)
        };
    }

    /** Ten pupils of each school, all of its zone. */
    private static String roll() {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(
                        i -> "P%d | 2024-2025学年 | %s | J | 7 | %s".formatted(i, i <= 10 ? "一中" : "二中", i <= 10 ? A : B))
                .collect(Collectors.joining("\n"));
    }

    private static String teachers() {
        return IntStream.rangeClosed(1, 24)
                .mapToObj(i -> "T%d | 2024 | %s".formatted(i, i <= 12 ? A : B))
                .collect(Collectors.joining("\n"));
    }

    private static Path[] breaking() {
        String spells = IntStream.rangeClosed(2, 11)
                .mapToObj(i -> "X%d | T%d | 3137000001 | 3137000002 | 2024-09-01 | 2025-07-10 | 轮岗".formatted(i, i))
                .collect(Collectors.joining("\n"));
        return new Path[] {
            desk.put(FOLDER + "school-改制.csv", """
                    学校代码     | 生效日期   | 学校名称 | 办学类型
                    3137000001 | 2024-09-01 | 第一中学 | 完全中学
                    """),
            desk.put(FOLDER + "group_membership-新.csv", """
                    group_code | school_code | joined_on  | role
                    G2         | 3137000002  | 2024-09-01 | member
                    A1         | 3137000001  | 2024-09-01 | peer
                    A2         | 3137000001  | 2024-09-01 | peer
                    A1         | 3137000002  | 2024-09-01 | peer
                    A2         | 3137000002  | 2024-09-01 | peer
                    """),
            desk.put(FOLDER + "exam-模拟.csv", """
                    考试代码 | 考试系列 | 学年 | 学段 | 年级 | 考试日期    | 用途说明
                    MN     | J9-MN  | 2024 | J  | 9  | 2025-05-15 |
                    """),
            desk.put(FOLDER + "enrollment-改.csv", """
                    学校代码     | 学年 | 学段 | 年级 | 在校生数 | 班级数 | 招生数 | 学区内招生数
                    3137000001 | 2024 | J  | 7  | 20    | 4    | 20   | 20
                    """),
            desk.put(FOLDER + "exam_score-QM.csv", """
                    考号 | 学校 | 语文 | 数学 | 总分
                    P2  | 一中 | 80  | 90  | 170
                    P3  | 二中 | 80  | 90  | 170
                    P4  | 一中 | 80  | 90  | 107
                    %s  | 一中 | 80  | 90  | 170
                    """.formatted(ODD)),
            desk.put(FOLDER + "exam_score-长表.csv", """
                    考试代码 | 科目 | 学籍号 | 学校 | 成绩
                    QM     | 语文 | P5   | 一中 | 80
                    QM     | 数学 | P5   | 一中 | 80
                    QM     | 总分 | P5   | 一中 | 180
                    """),
            desk.put(
                    FOLDER + "teacher_exchange-新.csv",
                    "exchange_id | teacher_id | from_school_code | to_school_code | started_on | ended_on | kind\n"
                            + spells
                            + """

                            Y1 | T99 | 3137000001 | 3137000002 | 2024-09-01 | 2025-07-10 | 轮岗
                            Y2 | T24 | 3137000001 | 3137000002 | 2024-09-01 | 2025-07-10 | 轮岗
                            Y3 | T1  | 3137000001 | 3137000002 | 2025-03-01 | 2025-07-10 | 支教
                            """),
            desk.put(FOLDER + "group_activity-暑假.csv", """
                    activity_id | group_code | organiser_school_code | held_on
                    H1          | G1         | 3137000001            | 2025-08-01
                    H2          | G1         | 3137000001            | 2025-03-01
                    """)
        };
    }

    @Test
    void nothingIsSaidOfFilesThatAgree() {
        assertThat(before.json()).hasSize(14).allSatisfy(receipt -> {
            assertThat(receipt.get("problems")).as(receipt.toString()).isEmpty();
            assertThat(receipt.get("outcome").asText()).isEqualTo("ACCEPTED");
        });
    }

    @Test
    void eachCheckIsToldOnceOnTheLineThatItFinds() {
        List<String> told = new ArrayList<>();
        receipts.forEach(receipt -> receipt.get("problems")
                .forEach(problem -> told.add(receipt.get("file_name").asText() + " "
                        + problem.get("code").asText() + " "
                        + problem.get("column").asText() + " "
                        + problem.get("occurrences").asLong() + " " + problem.get("first_lines"))));

        told.removeIf(one -> one.contains(" ROWS_NO_LONGER_COUNT "));
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "school-改制.csv SCHOOL_CODE_TYPE 办学类型 1 [2]",
                        "group_membership-新.csv OVERLAPPING_MEMBERSHIP school_code 1 [2]",
                        "exam-模拟.csv EXAM_USE_NOT_STATED 用途说明 1 [2]",
                        "enrollment-改.csv ENROLLMENT_AGAINST_ROLL 在校生数 1 [2]",
                        "enrollment-改.csv ENROLLMENT_AGAINST_CLASSES 在校生数 1 [2]",
                        "enrollment-改.csv ENROLLMENT_AGAINST_CLASSES 班级数 1 [2]",
                        "enrollment-改.csv INTAKE_AGAINST_ROLL 招生数 1 [2]",
                        "enrollment-改.csv INTAKE_AGAINST_ROLL 学区内招生数 1 [2]",
                        "exam_score-QM.csv EXAM_SCHOOL_NOT_ON_ROLL 学校 1 [3]",
                        "exam_score-QM.csv TOTAL_OF_SUBJECTS 总分 1 [4]",
                        "exam_score-QM.csv CHECK_DIGIT 考号 1 [5]",
                        "exam_score-长表.csv TOTAL_OF_SUBJECTS 成绩 1 [4]",
                        "teacher_exchange-新.csv EXCHANGE_TEACHER_UNKNOWN teacher_id 1 [12]",
                        "teacher_exchange-新.csv EXCHANGE_FROM_OTHER_SCHOOL from_school_code 1 [13]",
                        "teacher_exchange-新.csv OVERLAPPING_EXCHANGE started_on 1 [14]",
                        "group_activity-暑假.csv ACTIVITY_OUTSIDE_TERM held_on 1 [2]");
    }

    @Test
    void theCountsAddUpAndOnlyErrorsMakeAReject() {
        List<String> counts = new ArrayList<>();
        receipts.forEach(receipt -> receipt.get("counts")
                .forEach(count -> counts.add(receipt.get("file_name").asText() + " "
                        + receipt.get("outcome").asText() + " " + count.get("rows") + " " + count.get("accepted") + " "
                        + count.get("rejected") + " " + count.get("duplicate"))));

        assertThat(counts)
                .containsExactlyInAnyOrder(
                        "school-改制.csv ACCEPTED 1 1 0 0",
                        "group_membership-新.csv ACCEPTED_WITH_REJECTS 5 4 1 0",
                        "exam-模拟.csv ACCEPTED 1 1 0 0",
                        "enrollment-改.csv ACCEPTED 1 1 0 0",
                        "exam_score-QM.csv ACCEPTED 12 12 0 0",
                        "exam_score-长表.csv ACCEPTED 3 3 0 0",
                        "teacher_exchange-新.csv ACCEPTED_WITH_REJECTS 13 12 1 0",
                        "group_activity-暑假.csv ACCEPTED 2 2 0 0");
        assertThat(desk.rows("select code, source_column, source_line from rejected_row order by 1"))
                .hasToString("[[EXCHANGE_TEACHER_UNKNOWN, teacher_id, 12], [OVERLAPPING_MEMBERSHIP, school_code, 2]]");
        assertThat(desk.count("select count(*) from stg_group_membership where group_code = 'G2'"))
                .isZero();
        assertThat(desk.count("select count(*) from stg_teacher_exchange where exchange_id = 'Y1'"))
                .isZero();
        assertThat(desk.count("select count(*) from stg_teacher_exchange where exchange_id in ('Y2', 'Y3')"))
                .isEqualTo(2);
    }

    @Test
    void theReceiptSaysWhatHappenedAndWhatToDoWithoutANumberOfAPerson() {
        assertThat(said)
                .contains("该校同一时间属于两个同类集团，该行未接收；请先填写离开原集团的日期")
                .contains("考号：号码的校验位不符，可能抄错一位；请与学籍系统或人事档案核对")
                .contains("总分：总分不等于各科成绩之和")
                .doesNotContain(ODD)
                .doesNotContain("T99");
    }

    @Test
    void aFileWithTooManyErrorsIsRefusedWhole() {
        long spells = desk.count("select count(*) from stg_teacher_exchange");
        Path file = desk.put(FOLDER + "teacher_exchange-错.csv", """
                exchange_id | teacher_id | from_school_code | to_school_code | started_on | ended_on   | kind
                Z1          | T98        | 3137000001       | 3137000002     | 2024-09-01 | 2025-07-10 | 轮岗
                Z2          | T12        | 3137000001       | 3137000002     | 2024-09-01 | 2025-07-10 | 轮岗
                """);
        Path nothing = desk.put(FOLDER + "班车.csv", """
                线路 | 站点
                1    | 东门
                """);
        Answer answer = desk.ingest("zh", file, nothing);

        assertThat(answer.exit()).as(answer.said()).isEqualTo(ExitCode.DATA_REJECTED.number());
        assertThat(answer.said())
                .contains("EXCHANGE_TEACHER_UNKNOWN")
                .contains("TOO_MANY_REJECTS")
                .contains("50.0%")
                .contains("UNKNOWN_DATASET");
        assertThat(desk.count("select count(*) from stg_teacher_exchange")).isEqualTo(spells);
    }

    private static String[] words(Path... files) {
        List<String> words = new ArrayList<>(List.of("ingest", "--json"));
        for (Path file : files) {
            words.add(file.toString());
        }
        return words.toArray(String[]::new);
    }
}
