package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A personnel office asks whom the figures of teachers mean, in a county of two schools. */
class PersonnelJourneyTest {
    private static final String A = SmallCounty.LEAD;
    private static final String B = SmallCounty.MEMBER;

    @TempDir
    private static Path folder;

    private static Desk desk;
    private static Answer tooEarly;

    @BeforeAll
    static void teachersAreHandedIn() {
        desk = Desk.empty("");
        List<Path> files = new ArrayList<>(List.of(SmallCounty.put(desk)));
        files.add(desk.put(SmallCounty.FOLDER + "teacher_roll-2024.csv", """
                teacher_id | school_year | school_code | stage | exchange_eligible | talent_level | talent_status | full_time_teacher | at_school_since | exempt_reason
                T1         | 2024        | %1$s        | J     | true              | county       | holder        | true              | 2015-09-01      |
                T2         | 2024        | %1$s        | J     | true              | none         |               | true              | 2018-09-01      |
                T3         | 2024        | %1$s        | J     | true              | none         |               | true              | 2010-09-01      | 患病
                T4         | 2024        | %2$s        | J     | true              | none         |               | true              | 2019-09-01      |
                T5         | 2024        | %2$s        | J     | true              | none         |               | true              |                 |
                T6         | 2024        | %2$s        | J     | true              | city         | holder        | true              | 2012-09-01      |
                """.formatted(A, B)));
        files.add(desk.put(SmallCounty.FOLDER + "teacher_roll-2025.csv", """
                teacher_id | school_year | school_code | stage | exchange_eligible | full_time_teacher
                T1         | 2025        | %1$s        | J     | true              | true
                T2         | 2025        | %1$s        | J     | true              | true
                T4         | 2025        | %2$s        | J     | true              | true
                T6         | 2025        | %1$s        | J     | true              | true
                """.formatted(A, B)));
        files.add(desk.put(SmallCounty.FOLDER + "teacher_exchange.csv", """
                exchange_id | teacher_id | group_code | from_school_code | to_school_code | started_on | ended_on   | kind | fte
                X1          | T1         | G1         | %1$s             | %2$s           | 2024-09-01 | 2025-08-31 | 轮岗 | 0.5
                X2          | T2         | G1         | %1$s             | %2$s           | 2024-09-01 | 2024-10-31 | 支教 | 1
                """.formatted(A, B)));
        Answer handedIn = desk.ingest("en", files.toArray(Path[]::new));
        assertThat(handedIn.exit()).as(handedIn.said()).isZero();
        tooEarly = desk.run(
                "personnel", "--lang", "en", folder.resolve("early.xlsx").toString());
        Answer built = desk.run("build", "--as-of", "2025-08-31");
        assertThat(built.exit()).as(built.said()).isZero();
    }

    @Test
    void beforeABuildThereIsNoList() {
        assertThat(tooEarly.exit()).isEqualTo(2);
        assertThat(tooEarly.err()).contains("Nothing was built yet; run manyuan build first.");
        assertThat(folder.resolve("early.xlsx")).doesNotExist();
    }

    @Test
    void everyTeacherStandsWhereTheOfficeLooks() throws IOException {
        Path list = folder.resolve("list.xlsx");
        Answer answer = desk.run("personnel", "--lang", "zh", "--year", "2024", "--roster", roster(), list.toString());

        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(answer.out())
                .contains(
                        "临淄区 2024—2025 学年人事工作名单：应轮岗 3 人（其中已轮岗 2 人），豁免 1 人，交流 2 项", "另有 1 名教师未报到校时间", "已按所给名单填写 3 人的编号");
        Map<String, List<List<String>>> sheets = sheets(list);
        assertThat(sheets.keySet()).containsExactly("说明", "汇总", "应轮岗名单", "豁免名单", "下学年到期", "待补到校时间", "交流明细", "骨干流动");
        assertThat(columns(sheets.get("应轮岗名单"), "学校代码", "教师编号", "姓名", "已满学年", "轮岗情况", "去向"))
                .containsExactly(A + " T2 赵二 6 未交流 ", A + " T1 钱一 9 本学年已交流 第二中学", B + "   12 下学年已在他校 第一中学");
        assertThat(columns(sheets.get("豁免名单"), "教师编号", "豁免理由")).containsExactly("T3 患病");
        assertThat(columns(sheets.get("下学年到期"), "学校代码", "已满学年")).containsExactly(B + " 5");
        assertThat(sheets.get("待补到校时间")).hasSize(3);
        assertThat(columns(sheets.get("交流明细"), "交流编号", "姓名", "骨干级别", "派出学校", "接收学校", "集团", "FTE", "是否计入交流率"))
                .containsExactly("X1 钱一 县级 第一中学 第二中学 一中集团 0.5 计入", "X2 赵二 无 第一中学 第二中学 一中集团 1 不足规定时长");
        assertThat(columns(sheets.get("骨干流动"), "层级", "名称", "骨干级别", "流入人数", "流出人数", "内部流动人数"))
                .contains("集团 一中集团 县级 0 0 1", "学校 第一中学 县级 0 1 0", "学校 第二中学 县级 1 0 0");
    }

    @Test
    void theFiguresAreThoseOfTheBuild() throws IOException {
        Path list = folder.resolve("figures.xlsx");
        assertThat(desk.run("personnel", "--lang", "en", "--year", "2024", list.toString())
                        .exit())
                .isZero();
        List<String> rows = columns(sheets(list).get("Figures"), "Code", "Eligible", "Exchange rate", "Due to rotate");
        JsonNode stored = desk.run(
                        "query",
                        "--format",
                        "json",
                        "select metric_id, value, n from metric_value where school_year = 2024 and group_code = 'G1' and stage = ''"
                                + " and metric_id in ('TCH-01', 'TCH-03') and measure in ('rate', 'due') and school_code = ''"
                                + " order by metric_id")
                .json();
        assertThat(rows)
                .contains("G1 " + stored.at("/0/n").asText() + " "
                        + stored.at("/0/value").asText() + " "
                        + stored.at("/1/value").asInt());
    }

    @Test
    void onlyItsOwnerReadsItAndWhatIsThereStays() throws IOException {
        Path list = folder.resolve("own.xlsx");
        assertThat(desk.run("personnel", list.toString()).exit()).isZero();
        byte[] before = Files.readAllBytes(list);

        Answer again = desk.run("personnel", "--lang", "en", list.toString());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
                .isEqualTo("rw-------");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("is there already and was left as it is");
        assertThat(Files.readAllBytes(list)).isEqualTo(before);
    }

    @Test
    void whatCannotBeListedSaysWhy() throws IOException {
        String out = folder.resolve("none.xlsx").toString();
        Path names = Files.writeString(folder.resolve("names.csv"), "姓名,学校\n钱一,一中\n", StandardCharsets.UTF_8);

        assertThat(desk.run("personnel", "--lang", "en", "--district", "370399", out)
                        .err())
                .contains("There is no district 370399. There are: 370305 临淄区.");
        assertThat(desk.run("personnel", "--lang", "en", "--year", "2030", out).err())
                .contains("There is nothing of teachers in 2030. There is: 2024.");
        assertThat(desk.run("personnel", "--lang", "zh", "--roster", names.toString(), out)
                        .err())
                .contains("没有“教师编号”一列");
        assertThat(desk.run("personnel", "--lang", "en", "--roster", "nowhere.csv", out)
                        .err())
                .contains("There is no file nowhere.csv.");
        assertThat(Path.of(out)).doesNotExist();
    }

    /** The office's list as its program saves it: GBK, a title above, spaces in a number. */
    private static String roster() throws IOException {
        return Files.write(
                        folder.resolve("roster.csv"),
                        "临淄区教师名单,,\n序号,工号,姓名\n1,T1 ,钱一\n2,ｔ2,赵二\n3,T3,孙三\n4,T99,李九\n"
                                .getBytes(Charset.forName("GB18030")))
                .toString();
    }

    private static Map<String, List<List<String>>> sheets(Path workbook) throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        try (Workbook book = WorkbookFactory.create(workbook.toFile(), null, true)) {
            for (Sheet sheet : book) {
                List<List<String>> lines = new ArrayList<>();
                for (Row row : sheet) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < row.getLastCellNum(); i++) {
                        cells.add(text(row.getCell(i)));
                    }
                    lines.add(cells);
                }
                sheets.put(sheet.getSheetName(), lines);
            }
        }
        return sheets;
    }

    private static String text(Cell cell) {
        if (cell == null) {
            return "";
        }
        return cell.getCellType() == CellType.NUMERIC
                ? Double.toString(cell.getNumericCellValue()).replaceAll("\\.0$", "")
                : cell.toString();
    }

    /** Some columns of a sheet's rows, under the line of heads. */
    private static List<String> columns(List<List<String>> sheet, String... heads) {
        int head = 0;
        while (!sheet.get(head).containsAll(List.of(heads))) {
            head++;
        }
        Map<String, Integer> places = new TreeMap<>();
        for (String name : heads) {
            places.put(name, sheet.get(head).indexOf(name));
        }
        return sheet.subList(head + 1, sheet.size()).stream()
                .map(row -> String.join(
                        " ",
                        List.of(heads).stream()
                                .map(name -> places.get(name) < row.size() ? row.get(places.get(name)) : "")
                                .toList()))
                .toList();
    }
}
