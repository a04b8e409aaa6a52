package org.manyuan.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Groups through their lives, as the clerks of four counties hand them in; everyone in it is made up. 临淄: groups are founded, take in
 * and lose schools, change their lead, merge, and two schools become one. 青岛: schools are admitted with and without an evaluation.
 * 莱州: agreements for three years run out. 临县: a school is in a consortium and an alliance at once.
 */
final class GroupLifeCounties {
    static final String LINZI = "370305/";

    /** Schools of 临淄 by letter; K is what I and J become. */
    private static final String LETTERS = "ABCDEFGHIJKLMNOP";

    private static final List<Integer> YEARS = List.of(2021, 2022, 2024);

    private GroupLifeCounties() {}

    /** The code of a school of 临淄. */
    static String code(char letter) {
        return "31370305%02d".formatted(LETTERS.indexOf(letter) + 1);
    }

    /** How many pupils a school of 临淄 took in in the autumn of 2021; in 2024 it takes {@link #more} more. */
    static int intake(char letter) {
        return 100 + 10 * (LETTERS.indexOf(letter) + 1);
    }

    static int more(char letter) {
        return 2 * (LETTERS.indexOf(letter) + 1);
    }

    /** Puts the files of all four into the inbox; nothing is wrong in them. */
    static void put(Desk desk) {
        linzi(desk);
        qingdao(desk);
        laizhou(desk);
        linxian(desk);
    }

    private static void linzi(Desk desk) {
        put(desk, LINZI + "district.csv", districts("370300 淄博市", "370305 临淄区"));
        put(
                desk,
                LINZI + "school.csv",
                "学校代码 | 生效日期 | 学校名称 | 学段 | 学制 | 建校时间 | 撤并日期\n"
                        + each(LETTERS, letter -> "%s | %s | 临淄%c中学 | 初中 | 五四制 | %2$s | %s"
                                .formatted(
                                        code(letter),
                                        letter == 'K' ? "2025-02-01" : "2000-09-01",
                                        letter,
                                        letter == 'I' || letter == 'J' ? "2025-02-01" : "")));
        put(desk, LINZI + "education_group.csv", """
                集团代码 | 集团名称 | 类别     | 成立日期   | 解散日期
                G1       | A中集团  | 教育集团 | 2022-08-12 |
                G2       | F中集团  | 教育集团 | 2022-08-12 |
                G3       | L中集团  | 教育集团 | 2022-08-12 | 2024-12-31
                G4       | N中集团  | 教育集团 | 2025-02-10 |
                """);
        memberships(desk, "2025-03-01");
        put(desk, LINZI + "school_succession.csv", letters("""
                原学校代码 | 现学校代码 | 变更日期   | 变更类型
                {I}        | {K}        | 2025-02-01 | 合并
                {J}        | {K}        | 2025-02-01 | 合并
                """));
        put(desk, LINZI + "ledger.csv", letters("""
                台账编号 | 集团代码 | 学校代码 | 台账类别 | 事项 | 日期
                LZ-1     | G1       | {E}      | 评估     | 退出 | 2024-12-20
                LZ-2     | G3       |          | 评估     | 撤并 | 2024-11-20
                """));
        put(desk, LINZI + "term_calendar.csv", """
                学年 | 学期 | 开始日期   | 结束日期
                2024 | 1    | 2024-09-01 | 2025-01-17
                2024 | 2    | 2025-02-17 | 2025-07-04
                """);
        exams(desk, LINZI, YEARS);
        Map<Integer, Map<Character, Integer>> excellent =
                Map.of(2021, Map.of(), 2022, Map.of('A', 9, 'B', 9, 'C', 30), 2024, Map.of());
        put(
                desk,
                LINZI + "exam_summary.csv",
                "考试代码 | 科目 | 学校代码 | 应考人数 | 实考人数 | 平均分 | 标准差 | 优秀人数\n"
                        + YEARS.stream()
                                .map(year -> each(sat(year), letter -> "LZ-J9-%d | 总分 | %s | 30 | 30 | %d | 60 | %d"
                                        .formatted(
                                                year,
                                                code(letter),
                                                mean(letter, year),
                                                excellent.get(year).getOrDefault(letter, 6))))
                                .collect(Collectors.joining("\n")));
        put(
                desk,
                LINZI + "enrollment.csv",
                "学校代码 | 学年 | 学段 | 年级 | 统计时点 | 在校生数 | 招生数\n"
                        + YEARS.stream()
                                .map(year -> each(LETTERS.replace("K", ""), letter -> enrollment(letter, year)))
                                .collect(Collectors.joining("\n")));
        put(
                desk,
                LINZI + "teacher_roll.csv",
                "教师编号 | 学年 | 学校代码 | 任教学段 | 是否专任教师 | 是否符合交流条件\n"
                        + each(LETTERS.replace("K", ""), letter -> IntStream.range(0, 10)
                                .mapToObj(i -> "T%c%d | 2024 | %s | 初中 | 是 | 是".formatted(letter, i, code(letter)))
                                .collect(Collectors.joining("\n"))));
        put(
                desk,
                LINZI + "teacher_exchange.csv",
                "交流编号 | 教师编号 | 派出学校 | 接收学校 | 交流起始时间 | 交流结束时间 | 交流形式\n"
                        + Stream.of("A2B", "B1A", "D5A", "E5A", "F1G", "G2F", "I3H", "J4H", "N5O")
                                .map(GroupLifeCounties::spells)
                                .collect(Collectors.joining("\n")));
    }

    /**
     * Who is in the groups of 临淄, and since when.
     *
     * @param exit the day on which E leaves G1
     */
    static Path memberships(Desk desk, String exit) {
        return put(desk, LINZI + "group_membership.csv", letters("""
                集团代码 | 学校代码 | 加入日期   | 角色   | 退出日期   | 退出原因
                G1       | {A}      | 2022-08-12 | 牵头校 |            |
                G1       | {B}      | 2022-08-12 | 成员校 |            |
                G1       | {C}      | 2022-11-01 | 成员校 |            |
                G1       | {D}      | 2024-11-01 | 成员校 |            |
                G1       | {E}      | 2022-08-12 | 成员校 | EXIT       | 办学质量优
                G1       | {L}      | 2025-01-01 | 成员校 |            |
                G1       | {M}      | 2025-01-01 | 成员校 |            |
                G2       | {F}      | 2022-08-12 | 牵头校 | 2025-01-01 | 轮值
                G2       | {F}      | 2025-01-01 | 成员校 |            |
                G2       | {G}      | 2022-08-12 | 成员校 | 2025-01-01 | 轮值
                G2       | {G}      | 2025-01-01 | 牵头校 |            |
                G2       | {H}      | 2022-08-12 | 成员校 |            |
                G2       | {I}      | 2022-08-12 | 成员校 |            |
                G2       | {J}      | 2022-08-12 | 成员校 |            |
                G3       | {L}      | 2022-08-12 | 牵头校 | 2025-01-01 | 集团撤并
                G3       | {M}      | 2022-08-12 | 成员校 | 2025-01-01 | 集团撤并
                G4       | {N}      | 2025-02-10 | 牵头校 |            |
                G4       | {O}      | 2025-02-10 | 成员校 |            |
                """).replace("EXIT", exit));
    }

    private static void qingdao(Desk desk) {
        put(desk, "370202/district.csv", districts("370200 青岛市", "370202 市南区"));
        put(desk, "370202/school.csv", schools("31370202", "市南", 6, ""));
        put(desk, "370202/education_group.csv", """
                集团代码 | 集团名称 | 类别     | 成立日期
                Q1       | 市南一校集团 | 教育集团 | 2019-09-01
                Q2       | 市南四校集团 | 教育集团 | 2019-09-01
                """);
        put(desk, "370202/group_membership.csv", """
                集团代码 | 学校代码   | 加入日期   | 角色   | 加入批准文号
                Q1       | 3137020201 | 2019-09-01 | 牵头校 |
                Q1       | 3137020202 | 2019-09-01 | 成员校 |
                Q1       | 3137020203 | 2021-11-08 | 成员校 | 南教〔2021〕9号
                Q2       | 3137020204 | 2019-09-01 | 牵头校 |
                Q2       | 3137020205 | 2019-09-01 | 成员校 |
                Q2       | 3137020206 | 2021-12-01 | 成员校 | 南教〔2021〕10号
                """);
        put(desk, "370202/ledger.csv", """
                台账编号 | 主管部门代码 | 集团代码 | 学校代码   | 台账类别 | 事项     | 日期       | 文号
                QD-1     | 370202       | Q1       | 3137020203 | 评估     | 纳新评估 | 2021-10-08 |
                QD-2     | 370202       | Q1       | 3137020203 | 申请     | 纳新     | 2021-10-18 |
                QD-3     | 370202       | Q1       | 3137020203 | 批准     | 纳新     | 2021-10-28 | 南教〔2021〕9号
                QD-4     | 370202       | Q2       | 3137020206 | 申请     | 纳新     | 2021-11-10 |
                QD-5     | 370202       | Q2       | 3137020206 | 批准     | 纳新     | 2021-11-20 | 南教〔2021〕10号
                """);
    }

    private static void laizhou(Desk desk) {
        put(desk, "370683/district.csv", districts("370600 烟台市", "370683 莱州市"));
        put(desk, "370683/school.csv", schools("31370683", "莱州", 8, ""));
        put(desk, "370683/education_group.csv", """
                集团代码 | 集团名称   | 类别   | 成立日期   | 协议起始日期 | 协议终止日期 | 解散日期
                C1       | 莱州共同体甲 | 共同体 | 2019-03-01 | 2019-03-01   | 2022-02-28   | 2022-02-28
                C2       | 莱州共同体乙 | 共同体 | 2018-03-01 | 2018-03-01   | 2021-02-28   |
                C3       | 莱州共同体丙 | 共同体 | 2018-09-01 | 2021-09-01   | 2024-08-31   |
                C4       | 莱州共同体丁 | 共同体 | 2019-09-01 | 2019-09-01   | 2022-08-31   | 2022-08-31
                """);
        put(desk, "370683/group_membership.csv", """
                集团代码 | 学校代码   | 加入日期   | 角色
                C1       | 3137068301 | 2019-03-01 | 牵头校
                C1       | 3137068302 | 2019-03-01 | 成员校
                C2       | 3137068303 | 2018-03-01 | 牵头校
                C2       | 3137068304 | 2018-03-01 | 成员校
                C3       | 3137068305 | 2018-09-01 | 牵头校
                C3       | 3137068306 | 2018-09-01 | 成员校
                C4       | 3137068307 | 2019-09-01 | 牵头校
                C4       | 3137068308 | 2019-09-01 | 成员校
                """);
        put(desk, "370683/ledger.csv", """
                台账编号 | 集团代码 | 台账类别 | 事项       | 日期       | 截止日期   | 等次
                LA-1     | C3       | 协议     | 发展协议书 | 2018-09-01 | 2021-08-31 |
                LA-2     | C1       | 评估     | 特色文化   | 2022-01-10 |            | B
                LA-3     | C2       | 评估     | 特色文化   | 2022-06-10 |            | B
                LA-4     | C3       | 评估     | 特色文化   | 2022-06-10 |            | A
                LA-5     | C4       | 评估     | 特色文化   | 2022-06-10 |            | C
                """);
        put(
                desk,
                "370683/group_activity.csv",
                "活动编号 | 集团代码 | 组织学校 | 活动日期 | 活动类型 | 课时数\n"
                        + IntStream.rangeClosed(1, 4)
                                .mapToObj(i -> """
                                        LH-%1$d1 | C%1$d | 31370683%2$02d | 2021-10-12 | 送课     | 2
                                        LH-%1$d2 | C%1$d | 31370683%2$02d | 2021-11-12 | 名师课堂 | %1$d\
                                        """.formatted(i, 2 * i - 1))
                                .collect(Collectors.joining("\n")));
    }

    private static void linxian(Desk desk) {
        put(desk, "141124/district.csv", districts("141100 吕梁市", "141124 临县"));
        put(desk, "141124/school.csv", schools("31141124", "临县", 6, "300"));
        put(desk, "141124/education_group.csv", """
                集团代码 | 集团名称   | 类别   | 成立日期
                U1       | 临县联合体 | 联合体 | 2023-07-31
                A1       | 临县联盟   | 联盟   | 2023-07-31
                """);
        put(desk, "141124/group_membership.csv", """
                集团代码 | 学校代码   | 加入日期   | 角色
                U1       | 3114112401 | 2023-07-31 | 牵头校
                U1       | 3114112402 | 2023-07-31 | 成员校
                U1       | 3114112403 | 2023-07-31 | 成员校
                A1       | 3114112402 | 2023-07-31 | 牵头校
                A1       | 3114112404 | 2023-07-31 | 成员校
                A1       | 3114112405 | 2023-07-31 | 成员校
                """);
        exams(desk, "141124/", List.of(2022, 2023));
        int[][] excellent = {{20, 20}, {8, 12}, {8, 10}, {8, 9}, {8, 8}, {8, 8}};
        int[][] backbone = {{6, 6}, {4, 6}, {4, 5}, {4, 4}, {4, 5}, {4, 4}};
        put(
                desk,
                "141124/exam_summary.csv",
                "考试代码 | 科目 | 学校代码 | 应考人数 | 实考人数 | 平均分 | 标准差 | 优秀人数\n"
                        + ofLinxian((i, t) -> "LX-J9-%d | 总分 | 31141124%02d | 40 | 40 | %d | 60 | %d"
                                .formatted(2022 + t, i, 480 - 10 * i + t * i, excellent[i - 1][t])));
        put(
                desk,
                "141124/enrollment.csv",
                "学校代码 | 学年 | 学段 | 年级 | 统计时点 | 在校生数 | 招生数\n"
                        + ofLinxian((i, t) ->
                                "31141124%02d | %d | 初中 | 七年级 | %2$d-10-01 | 100 | 100".formatted(i, 2022 + t)));
        put(
                desk,
                "141124/teacher_roll.csv",
                "教师编号 | 学年 | 学校代码 | 任教学段 | 是否专任教师 | 骨干级别 | 称号状态\n"
                        + ofLinxian((i, t) -> IntStream.range(0, 10)
                                .mapToObj(one -> "X%d-%d | %d | 31141124%02d | 初中 | 是 | %s"
                                        .formatted(i, one, 2022 + t, i, one < backbone[i - 1][t] ? "县级 | 已获得" : "无 |"))
                                .collect(Collectors.joining("\n"))));
        put(
                desk,
                "141124/school_resource.csv",
                "学校代码 | 学年 | 学段 | 学生数 | 专任教师数 | 高于规定学历教师数 | 县级以上骨干教师数 | 体育、艺术专任教师数"
                        + " | 教学及辅助用房面积 | 体育运动场馆面积 | 教学仪器设备值 | 网络多媒体教室数\n"
                        + ofLinxian((i, t) -> "31141124%02d | %d | 初中 | 300 | 10 | 1 | %d | 0 | 300 | 300 | 3000 | 1"
                                .formatted(i, 2022 + t, backbone[i - 1][t])));
    }

    /** Every row says that it is made up. */
    private static Path put(Desk desk, String name, String rows) {
        String[] lines = rows.strip().split("\n");
        boolean isChinese = lines[0].codePoints().anyMatch(Character::isIdeographic);
        String head = lines[0] + (isChinese ? " | 数据来源" : " | origin");
        String origin = isChinese ? " | 合成" : " | synthetic";
        return desk.put(
                name,
                Arrays.stream(lines)
                        .skip(1)
                        .map(line -> line + origin)
                        .collect(Collectors.joining("\n", head + "\n", "")));
    }

    private static String districts(String city, String county) {
        return "district_code | name | level | parent_code\n%s | city |\n%s | county | %s"
                .formatted(city.replace(" ", " | "), county.replace(" ", " | "), city.substring(0, 6));
    }

    private static String schools(String prefix, String name, int many, String seats) {
        return "学校代码 | 生效日期 | 学校名称 | 学段 | 建校时间 | 学位数\n"
                + IntStream.rangeClosed(1, many)
                        .mapToObj(i -> "%s%02d | 2000-09-01 | %s%d中学 | 初中 | 2000-09-01 | %s"
                                .formatted(prefix, i, name, i, seats))
                        .collect(Collectors.joining("\n"));
    }

    private static void exams(Desk desk, String folder, List<Integer> years) {
        String prefix = folder.equals(LINZI) ? "LZ" : "LX";
        put(
                desk,
                folder + "exam.csv",
                "考试代码 | 考试系列 | 学年 | 考试类别 | 学段 | 年级 | 考试日期 | 用途说明\n"
                        + years.stream()
                                .map(year -> "%1$s-J9-%2$d | %1$s-J9 | %2$d | 学业水平考试 | 初中 | 九年级 | %3$d-06-15 | 初中学业水平考试"
                                        .formatted(prefix, year, year + 1))
                                .collect(Collectors.joining("\n")));
        put(
                desk,
                folder + "exam_paper.csv",
                "考试代码 | 科目 | 满分 | 最小计分单位 | 优秀线 | 及格线 | 低分线\n"
                        + years.stream()
                                .map(year -> "%s-J9-%d | 总分 | 600 | 0.5 | 510 | 360 | 240".formatted(prefix, year))
                                .collect(Collectors.joining("\n")));
    }

    /** Who sat the exam of a year: from 2025 on K in the place of I and J. */
    private static String sat(int year) {
        return LETTERS.replaceAll(year < 2024 ? "K" : "[IJ]", "");
    }

    /** Leads are ahead of the members, most of all G, which leads later; by 2025 the others have come nearer. */
    static int mean(char letter, int year) {
        if (letter == 'G') {
            return 520;
        }
        boolean isLead = "AFLN".indexOf(letter) >= 0;
        return isLead ? 460 : 400 + LETTERS.indexOf(letter) + (year == 2024 ? 20 : 0);
    }

    private static String enrollment(char letter, int year) {
        int intake = intake(letter) + (year == 2024 ? more(letter) : 0);
        return "%s | %d | 初中 | 六年级 | %2$d-10-01 | %d | %3$d".formatted(code(letter), year, intake);
    }

    /** {@code A2B}: two teachers go from A to B for a year. */
    private static String spells(String said) {
        return IntStream.range(0, said.charAt(1) - '0')
                .mapToObj(i -> "%1$s-%2$d | T%3$c%2$d | %4$s | %5$s | 2024-09-01 | 2025-07-04 | 轮岗"
                        .formatted(said, i, said.charAt(0), code(said.charAt(0)), code(said.charAt(2))))
                .collect(Collectors.joining("\n"));
    }

    private static String letters(String text) {
        String codes = text;
        for (char letter : LETTERS.toCharArray()) {
            codes = codes.replace("{" + letter + "}", code(letter));
        }
        return codes;
    }

    private static String each(String letters, Function<Character, String> row) {
        return letters.chars().mapToObj(letter -> row.apply((char) letter)).collect(Collectors.joining("\n"));
    }

    private static String ofLinxian(BiFunction<Integer, Integer, String> row) {
        return IntStream.rangeClosed(1, 6)
                .boxed()
                .flatMap(school -> Stream.of(0, 1).map(year -> row.apply(school, year)))
                .collect(Collectors.joining("\n"));
    }
}
