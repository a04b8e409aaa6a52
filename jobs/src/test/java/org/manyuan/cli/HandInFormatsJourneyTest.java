package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files as bureaus pack and lay them out, through the command line. */
class HandInFormatsJourneyTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static Desk desk;

    @BeforeAll
    static void handInTheCounty() {
        desk = Desk.empty("");
        Answer answer = desk.ingest("zh", SmallCounty.put(desk));
        assertThat(answer.exit()).as(answer.said()).isZero();
    }

    @Test
    void anArchiveNamedByItsDistrictWithAnOldWorkbookIsTaken() throws IOException {
        Path archive = desk.bytes("370305.zip", zip("在校生/enrollment-初中.xls", enrollment()));

        Answer answer = desk.ingest("zh", archive);

        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(answer.said())
                .contains("enrollment-初中.xls", "370305")
                .contains("工作表 初中 有 1 行（第 5 行）被隐藏")
                .contains("合计、小计等汇总行");
        assertThat(desk.rows("select school_code, grade, students from stg_enrollment order by school_code"))
                .containsExactly(List.of("3137000001", "7", 400), List.of("3137000002", "7", 300));
    }

    @Test
    void anArchiveThatLeadsOutIsRefusedWholeAndLeavesNothing() throws IOException {
        Path archive = desk.bytes("x.zip", zip("../../enrollment.xls", enrollment()));
        Map<String, String> before = desk.standing();

        Answer answer = desk.ingest("en", archive);

        assertThat(answer.exit()).isEqualTo(ExitCode.DATA_REJECTED.number());
        assertThat(answer.said()).contains("ARCHIVE_NAME", "pack the files again");
        assertThat(desk.standing()).isEqualTo(before);
        assertThat(archive.getParent().getParent().resolve("enrollment.xls")).doesNotExist();
    }

    @Test
    void aMappingSpeaksOfTheFilesOfItsFolderOnly() throws IOException {
        String sheet = "school_code | school_year | stage | grade | students\n%s | 2021 | J | 7 | 90\n";
        Path mine = desk.put("370305/mine/enrollment-2021.csv", sheet.formatted("3137000001"));
        Path other = desk.put("370305/other/enrollment-2021.csv", sheet.formatted("3137000002"));
        Files.writeString(
                mine.resolveSibling("all.mapping.yaml"),
                "mapping: all\nfile: 'enrollment-2021*.csv'\nno_data: it is a plan 计划数\n");

        Answer answer = desk.ingest("en", mine.getParent().getParent());

        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(desk.rows("select school_code from stg_enrollment where school_year = 2021"))
                .containsExactly(List.of("3137000002"));
        assertThat(other).exists();
    }

    @Test
    void anUnfinishedDraftStopsOnlyTheFilesThatItSpeaksOf() throws IOException {
        String sheet = "school_code | school_year | stage | grade | students\n%s | 2019 | J | 7 | 90\n";
        Path other = desk.put("370305/drafts/enrollment-2019.csv", sheet.formatted("3137000001"));
        Path foreign = desk.put("370305/drafts/scores.csv", "考号 | 学校 | 语文 | 数学\n20240001 | 一中 | 90 | 80\n");
        Path draft = other.resolveSibling("scores.mapping.yaml");
        assertThat(desk.run("map", foreign.toString(), "--out", draft.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(draft)).contains("'?'");

        Answer free = desk.ingest("zh", other);
        Answer stopped = desk.ingest("zh", foreign);
        // other tests hand the whole district in
        Files.delete(draft);
        Files.delete(foreign);

        assertThat(free.exit()).as(free.said()).isZero();
        assertThat(stopped.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(stopped.said()).contains("scores.mapping.yaml 第 ", "此处仍是“?”");
    }

    @Test
    void theDraftOfAMappingLiesWhereItIsAskedFor() {
        Path foreign = desk.put("asked/marks.csv", "考号 | 学校 | 语文 | 数学\n20240001 | 一中 | 90 | 80\n");
        Path draft = foreign.resolveSibling("elsewhere.yaml");

        assertThat(desk.run("map", foreign.toString(), "--out", draft.toString())
                        .exit())
                .isZero();

        assertThat(draft).exists();
        assertThat(foreign.resolveSibling("marks.mapping.yaml")).doesNotExist();
    }

    @Test
    void aYearOfSnapshotsInOneFileKeepsEveryDay() {
        desk.ingest(
                "en",
                desk.put("370305/education_group.csv", "group_code | name | kind\nG1 | 一中集团 | education_group\n"));

        Answer answer = desk.ingest("en", desk.put("370305/group_membership-2023.csv", """
                        group_code | school_code | joined_on | as_of | role
                        G1 | 3137000001 | 2022-09-01 | 2023-09-01 | member
                        G1 | 3137000001 | 2022-09-01 | 2023-10-01 | member
                        G1 | 3137000001 | 2022-09-01 | 2023-10-01 | member
                        """));

        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(answer.said()).contains("3 rows = 2 accepted + 0 rejected + 1 duplicate");
        assertThat(desk.rows("select count(distinct as_of) from stg_group_membership"))
                .containsExactly(List.of(2L));
    }

    private static byte[] enrollment() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("初中");
            row(sheet, 0, "临淄区2023年秋季初中在校生统计表");
            row(sheet, 1, "学校代码", "学年", "学段", "年级", "在校生");
            row(sheet, 2, "", "", "", "", "计", "女");
            row(sheet, 3, "3137000001", "2023", "初中", "７", "400", "190");
            row(sheet, 4, "3137000002", "2023", "初中", "7", "300", "150").setZeroHeight(true);
            row(sheet, 5, "合计", "", "", "", "700", "340");
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

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, GBK)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
