package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.manyuan.store.WriterLock;

/** Bad input through the command line: what it says, how it ends, and that it leaves the warehouse as it was. */
class HandInJourneyTest {
    private static Desk desk;

    @BeforeAll
    static void handInWhatIsRight() {
        desk = Desk.empty("");
        Answer answer = desk.ingest("zh", SmallCounty.put(desk));
        assertThat(answer.exit()).as(answer.said()).isZero();
    }

    @Test
    void aHeaderOfNoDatasetIsRefused() {
        Path file = desk.put(SmallCounty.FOLDER + "班车.csv", """
                线路 | 站点
                1    | 东门
                """);
        assertRefused(file, "UNKNOWN_DATASET", List.of("2 个不认识的表头", "请按“数据集名*.csv”命名文件"), List.of("name the file"));
    }

    @Test
    void aFileWithoutAHeaderIsRefusedWithoutTellingWhoIsInIt() {
        Path file = desk.put(SmallCounty.FOLDER + "成绩.csv", """
                G370305201300001 | 张三丰 | 1
                G370305201300002 | 李四   | 2
                """);
        Answer answer = desk.ingest("zh", file);
        assertThat(answer.exit()).as(answer.said()).isEqualTo(ExitCode.DATA_REJECTED.number());
        assertThat(answer.said())
                .contains("NO_HEADER", "3 格，其中数字或号码 2 格、文字 1 格", "./manyuan template")
                .doesNotContain("张三丰")
                .doesNotContain("G370305201300001");
    }

    @Test
    void aHeaderWithoutARequiredColumnIsRefused() {
        Path file = desk.put(SmallCounty.FOLDER + "enrollment.csv", """
                学校代码     | 学年 | 学段
                3137000001 | 2023 | J
                """);
        assertRefused(
                file,
                "MISSING_COLUMN",
                List.of("缺少列 grade 年级", "学校代码、学年、学段", "第 1 行"),
                List.of("column grade 年级 is missing", "line 1", "add the column"));
    }

    @Test
    void bytesOfNoKnownEncodingAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("school_code,school_year,stage,grade,students\n".getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {'3', (byte) 0xFF, (byte) 0xFF, ',', '\n'});
        Path file = desk.bytes(SmallCounty.FOLDER + "enrollment-坏.csv", bytes.toByteArray());
        assertRefused(
                file,
                "UNDECODABLE",
                List.of("另存为“CSV UTF-8”", "第 2 行"),
                List.of("save it from its program as CSV UTF-8", "line 2"));
    }

    @Test
    void theLineOfABadByteIsThatOfTheEncodingWhichReadsFurthest() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("学校代码,学年,学段,年级,学生数\n".getBytes(Charset.forName("GBK")));
        bytes.write(new byte[] {'3', (byte) 0xFF, ',', '\n'});
        Path file = desk.bytes(SmallCounty.FOLDER + "enrollment-国标.csv", bytes.toByteArray());
        assertRefused(
                file,
                "UNDECODABLE",
                List.of("enrollment-国标.csv，第 2 行：", "（UNDECODABLE，1 处，第 2 行）"),
                List.of("enrollment-国标.csv, line 2: ", "(UNDECODABLE, 1 times, line 2)"));
    }

    @Test
    void aFileWithoutContentIsRefused() {
        Path file = desk.put(SmallCounty.FOLDER + "enrollment-空.csv", "");
        assertRefused(
                file, "EMPTY", List.of("文件没有内容；请确认报送的文件（EMPTY）"), List.of("hand in the file that you meant (EMPTY)"));
    }

    @Test
    void aFileOfAHeaderAloneIsTakenWithAWarning() {
        Path file = desk.put(SmallCounty.FOLDER + "enrollment-表头.csv", "学校代码 | 学年 | 学段 | 年级 | 学生数");
        Answer chinese = desk.run("ingest", "--check", "--lang", "zh", file.toString());
        Answer english = desk.run("ingest", "--check", "--lang", "en", file.toString());
        assertThat(chinese.exit()).as(chinese.said()).isZero();
        assertThat(chinese.out()).contains("全部接收", "共 0 行", "表头下没有数据行，未接收任何数据；如应有数据，请确认文件后重新报送（NO_ROWS）");
        assertThat(english.out()).contains("no row stands below the header", "(NO_ROWS)");
    }

    @Test
    void aFileThatIsNotWhatItsEndingSaysIsRefused() throws IOException {
        Path workbook = desk.bytes(SmallCounty.FOLDER + "enrollment-book.csv", workbook());
        assertRefused(
                workbook,
                "WRONG_ENDING",
                List.of("实际是 压缩包或 .xlsx 工作簿"),
                List.of("it is an archive or an .xlsx workbook"));
        Path text = desk.put(SmallCounty.FOLDER + "enrollment-text.xlsx", "school_code | school_year | stage | grade");
        assertRefused(text, "WRONG_ENDING", List.of("enrollment-text.xlsx"), List.of("enrollment-text.xlsx"));
    }

    @Test
    void aDamagedWorkbookIsRefused() throws IOException {
        byte[] whole = workbook();
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        Path file = desk.bytes(SmallCounty.FOLDER + "enrollment-half.xlsx", half);
        assertRefused(file, "DAMAGED_WORKBOOK", List.of("请"), List.of("save"));
    }

    @Test
    void aFileWithTooManyWrongRowsIsRefusedAndLeavesNoRowOfItsOwn() {
        Path file = desk.put(SmallCounty.FOLDER + "enrollment-many.csv", """
                学校代码     | 学年 | 学段 | 年级 | 学生数
                3137000001 | 2023 | J   | 7   | 400
                3137000009 | 2023 | J   | 7   | 400
                """);
        assertRefused(
                file,
                "TOO_MANY_REJECTS",
                List.of("错误行占 50.0%，超过允许的 5.0%", "没有这所学校", "第 3 行"),
                List.of("50.0 % of the rows are wrong", "names a school that nobody handed in", "line 3"));
    }

    @Test
    void aMappingWithAnUnknownKeyIsNamedByFileAndLineAndNothingIsHandedIn() {
        Path mapping = desk.bytes(
                "foreign/bus.mapping.yaml",
                "mapping: bus\nfile: bus*.csv\nheadr_row: 2\ndatasets: []\n".getBytes(StandardCharsets.UTF_8));
        Path file = desk.put("foreign/bus.csv", "a | b\n1 | 2");
        Map<String, String> before = desk.standing();
        long receipts = submissions();

        Answer chinese = desk.ingest("zh", file);
        Answer english = desk.ingest("en", file);

        assertThat(chinese.exit()).isEqualTo(2);
        assertThat(english.exit()).isEqualTo(2);
        assertThat(english.err()).contains(mapping.toString(), "line 3", "headr_row");
        assertThat(chinese.err()).contains(mapping.toString(), "第 3 行：不认识的键 headr_row", "请按所示文件与行号");
        assertNoTrace(english);
        assertThat(desk.standing()).isEqualTo(before);
        assertThat(submissions()).isEqualTo(receipts);
    }

    @Test
    void aSecondWriterIsToldWhoWritesAndEndsWithFive() {
        Path file = SmallCounty.scores(desk, "exam_score-J9-2023.csv", 3, "");
        Map<String, String> before = desk.standing();
        try (WriterLock first = desk.workspace().lockForWriting("build")) {
            for (String command : List.of("ingest", "build", "stop")) {
                Answer answer = command.equals("ingest") ? desk.ingest("zh", file) : desk.run(command);
                assertThat(answer.exit()).as(command).isEqualTo(5);
                assertThat(answer.err())
                        .contains(
                                "另一个命令正在写入工作区",
                                "process " + ProcessHandle.current().pid(),
                                "command build");
                assertNoTrace(answer);
            }
        }
        assertThat(desk.standing()).isEqualTo(before);
    }

    @Test
    void aPathThatIsNotThereIsAMatterOfUsage() {
        Path gone = desk.workspace().inbox().resolve("gone.csv");
        Answer chinese = desk.ingest("zh", gone);
        Answer english = desk.ingest("en", gone);
        assertThat(chinese.exit()).isEqualTo(2);
        assertThat(chinese.err()).contains("没有找到文件或目录：" + gone);
        assertThat(english.err()).contains("There is no file or folder " + gone);
    }

    @Test
    void badRowsAreListedWithLineColumnAndCureAndLeaveOnlyReceiptAndPlace() {
        Path file = SmallCounty.scores(desk, "exam_score-J9-2023.csv", 3, """
                G370305299999901 | 王甲 | 一中   | 120.5
                G370305299999902 | 王乙 | 一中   | 77.3
                G370305299999903 | 王丙 | 九十九中 | 77
                G370305299999904 | 王丁 | 实验   | 77
                """);
        Map<String, String> before = desk.standing();

        Answer chinese = desk.ingest("zh", file);
        Answer english = desk.ingest("en", file);

        assertThat(chinese.exit()).as(chinese.said()).isEqualTo(3);
        assertThat(english.exit()).isEqualTo(3);
        assertThat(chinese.out())
                .contains("exam_score-J9-2023.csv", "部分接收", "共 124 行 = 接收 120 + 拒收 4 + 重复 0")
                .containsPattern("数学 高于试卷满分；请更正（ABOVE_FULL_MARK，1 处，第 122 行）")
                .containsPattern("数学 不是最小计分单位的整数倍；请更正（OFF_STEP，1 处，第 123 行）")
                .containsPattern("学校：没有这所学校；请先报送“学校”（school）（UNKNOWN_SCHOOL，1 处，第 124 行）")
                .containsPattern("学校：本区有多所学校使用这个简称；请填写学校代码（AMBIGUOUS_SCHOOL，1 处，第 125 行）");
        assertThat(english.out())
                .contains("accepted in part", "the same file was handed in before; nothing was changed")
                .contains("124 rows = 120 accepted + 4 rejected + 0 duplicate")
                .contains(
                        "数学 is above the full mark of the paper; correct the score (ABOVE_FULL_MARK, 1 times, line 122)");
        assertSaysNoPerson(chinese);
        assertSaysNoPerson(english);
        assertThat(desk.rows("select file_name, sheet, source_line, source_column, code from rejected_row"
                        + " where file_name = 'exam_score-J9-2023.csv' order by source_line"))
                .containsExactly(
                        List.of("exam_score-J9-2023.csv", "", 122L, "数学", "ABOVE_FULL_MARK"),
                        List.of("exam_score-J9-2023.csv", "", 123L, "数学", "OFF_STEP"),
                        List.of("exam_score-J9-2023.csv", "", 124L, "学校", "UNKNOWN_SCHOOL"),
                        List.of("exam_score-J9-2023.csv", "", 125L, "学校", "AMBIGUOUS_SCHOOL"));
        assertThat(desk.count("select count(*) from stg_exam_score where exam_code = 'J9-2023'"))
                .isEqualTo(SmallCounty.PUPILS);
        Map<String, String> after = desk.standing();
        after.keySet().removeAll(List.of("stg_exam_score", "rejected_row"));
        before.keySet().removeAll(List.of("stg_exam_score", "rejected_row"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aMembershipThatEndsBeforeItBeginsIsRejectedAloneAmongItsRows() {
        Path file = desk.put(SmallCounty.FOLDER + "group_membership-2.csv", """
                group_code | school_code | joined_on  | role   | left_on
                G1         | 3137000003  | 2022-08-01 | member | 2022-07-31
                G1         | 3137000004  | 2022-08-01 | member | 2023-07-31
                G1         | 3137000002  | 2022-08-01 | member |
                G1         | 3137000001  | 2022-08-01 | lead   |
                G1         | 3137000004  | 2024-08-01 | member |
                """);
        Answer chinese = desk.ingest("zh", file);
        assertThat(chinese.exit()).as(chinese.said()).isEqualTo(3);
        assertThat(chinese.out())
                .contains("共 5 行 = 接收 4 + 拒收 1 + 重复 0", "left_on 早于开始日期；请更正其中一个日期（ENDS_BEFORE_BEGIN，1 处，第 2 行）");
        assertThat(desk.ingest("en", file).out())
                .contains(
                        "left_on does not lie after the day it begins; correct one of the two days (ENDS_BEFORE_BEGIN, 1 times, line 2)");
        assertThat(desk.count("select count(*) from stg_group_membership where school_code = '3137000003'"))
                .isZero();
    }

    private static void assertRefused(Path file, String code, List<String> chinese, List<String> english) {
        Map<String, String> before = desk.standing();
        long receipts = submissions();

        Answer zh = desk.ingest("zh", file);
        Answer en = desk.ingest("en", file);

        assertThat(zh.exit()).as(zh.said()).isEqualTo(3);
        assertThat(en.exit()).as(en.said()).isEqualTo(3);
        String name = file.getFileName().toString();
        assertThat(zh.out()).contains(name, "未接收").containsOnlyOnce(code).contains(chinese);
        assertThat(en.out()).contains(name, "refused").containsOnlyOnce(code).contains(english);
        assertNoTrace(zh);
        assertNoTrace(en);
        assertThat(desk.standing()).as("heads and rows").isEqualTo(before);
        assertThat(submissions()).as("two receipts").isEqualTo(receipts + 2);
        assertThat(desk.run("status", "--lang", "en").out()).doesNotContain("stg_enrollment");
    }

    private static long submissions() {
        return desk.store()
                .database()
                .inTransaction(org.manyuan.store.Receipts::all)
                .size();
    }

    private static void assertNoTrace(Answer answer) {
        assertThat(answer.said()).doesNotContain("Exception", "\tat ", "org.manyuan", "org.apache");
    }

    private static void assertSaysNoPerson(Answer answer) {
        assertThat(answer.said()).doesNotContain("G37030", "王", "120.5", "77.3", "九十九中", "实验");
        assertNoTrace(answer);
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("招生");
            List<String> header = List.of("school_code", "school_year", "stage", "grade");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, "3137000001");
        }
        return bytes.toByteArray();
    }
}
