package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a clerk learns from a receipt: which sheet, which lines, where a value came from, and what is in the way. */
class ClerkJourneyTest {
    private static Desk desk;

    @BeforeAll
    static void handInWhatIsRight() {
        desk = Desk.empty("");
        Answer answer = desk.ingest("zh", SmallCounty.put(desk));
        assertThat(answer.exit()).as(answer.said()).isZero();
    }

    @Test
    void aSheetOfNotesIsLeftOutAndToldAndHiddenRowsAreToldByLine() throws IOException {
        Path book = desk.bytes(SmallCounty.FOLDER + "在校生/一中.xlsx", book(false));

        Answer chinese = desk.ingest("zh", book);
        Answer english = desk.ingest("en", book);

        assertThat(chinese.exit()).as(chinese.said()).isZero();
        assertThat(chinese.out())
                .contains("共 3 行 = 接收 3 + 拒收 0 + 重复 0", "工作表 要求 是文字说明，没有任何数据集的表头，未读取")
                .contains("工作表 在校生 有 2 行（第 3–4 行）被隐藏或筛选掉，已一并读取");
        assertThat(english.out())
                .contains(
                        "sheet 要求 was not read", "sheet 在校生 hides 2 rows (lines 3–4); they were read like all others");
    }

    @Test
    void aSheetOfUnknownDataBesideItRefusesByName() throws IOException {
        Answer answer = desk.ingest("zh", desk.bytes(SmallCounty.FOLDER + "在校生/二中.xlsx", book(true)));

        assertThat(answer.exit()).isEqualTo(ExitCode.DATA_REJECTED.number());
        assertThat(answer.out()).contains("工作表“旧表”：没有找到表头", "3 格，其中数字或号码 2 格、文字 1 格");
    }

    @Test
    void cellsMergedOverSeveralLinesAreRefusedAndNotReadAsEmpty() throws IOException {
        Answer answer = desk.ingest("zh", desk.bytes(SmallCounty.FOLDER + "名册/student_roll-合并.xlsx", merged(2)));
        Answer ofNotes = desk.ingest("zh", desk.bytes(SmallCounty.FOLDER + "名册/student_roll-备注.xlsx", merged(5)));

        assertThat(answer.exit()).isEqualTo(ExitCode.DATA_REJECTED.number());
        assertThat(answer.out()).contains("学校代码 的单元格跨行合并（如第 2–4 行），只有第一行有值；请取消合并，逐行填写后重新报送（MERGED_ROWS");
        assertThat(ofNotes.exit()).as(ofNotes.said()).isZero();
    }

    private static byte[] merged(int column) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("名册");
            row(sheet, 0, "学籍号", "学年", "学校代码", "学段", "年级", "备注");
            for (int i = 1; i <= 3; i++) {
                row(sheet, i, SmallCounty.number(800 + i), "1999", "3137000001", "J", "9", "借读");
                if (i > 1) {
                    sheet.getRow(i).removeCell(sheet.getRow(i).getCell(column));
                }
            }
            sheet.addMergedRegion(new CellRangeAddress(1, 3, column, column));
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void anUnknownExamSaysWhereItsCodeWasReadAndWhichExamsThereAre() {
        Path copied = SmallCounty.scores(desk, "exam_score-J9-2023 - 副本.csv", 3, "");
        Path other = SmallCounty.scores(desk, "exam_score-J9-2023.b.csv", 4, "");

        assertThat(desk.ingest("zh", copied).exit()).isZero();
        Answer answer = desk.ingest("zh", other);

        assertThat(answer.out())
                .contains(
                        "考试代码 exam_code：没有这次考试；请更正考试代码，或先报送“考试”（exam）；该值取自文件名，读到“J9-2023.b”；已报送的考试：J9-2022、J9-2023（UNKNOWN_EXAM");
        assertThat(desk.ingest("en", other).out())
                .contains(
                        "the value is taken from the file name, which says J9-2023.b; exams handed in: J9-2022, J9-2023");
    }

    @Test
    void aBrokenMappingStopsTheFilesThatItCouldSpeakOfAndNoOther() {
        desk.bytes(
                "370305/broken/scores.mapping.yaml",
                "mapping: s\nfile: 'scores*.csv' # ours\ndatasets:\n  - dataset: [exam\n"
                        .getBytes(StandardCharsets.UTF_8));
        Path spoken = desk.put("370305/broken/scores-1.csv", "a | b\n1 | 2");
        Path free = desk.put("370305/broken/enrollment-2018.csv", """
                学校代码     | 学年 | 学段 | 年级 | 在校生数
                3137000001 | 2018 | J   | 7   | 90
                """);

        Answer answer = desk.run("ingest", "--check", "--lang", "zh", spoken.toString(), free.toString());

        assertThat(answer.exit()).as(answer.said()).isEqualTo(ExitCode.DATA_REJECTED.number());
        assertThat(answer.out())
                .contains("可能适用于本文件的映射无法读取：", "scores.mapping.yaml 第 5 行：不是正确的 YAML", "（BROKEN_MAPPING）")
                .contains("共 1 行 = 接收 1 + 拒收 0 + 重复 0");
    }

    private static byte[] book(boolean hasOldSheet) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet notes = workbook.createSheet("要求");
            row(notes, 0, "一、请于9月10日前报送。");
            row(notes, 1, "二、不得填写身份证号。");
            Sheet data = workbook.createSheet("在校生");
            row(data, 0, "学校代码", "学年", "学段", "年级", "在校生数");
            for (int grade = 7; grade < 10; grade++) {
                Row row = row(data, grade - 6, "3137000001", "2019", "J", "" + grade, "90");
                row.setZeroHeight(grade > 7);
            }
            if (hasOldSheet) {
                row(workbook.createSheet("旧表"), 0, "甲", "90", "80");
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static Row row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }
}
