package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.ReadWorkbook;

/** What a clerk gets in hand: a check before, the marked workbook, and the receipt at any later time. */
class ReceiptJourneyTest {
    private static final String FLAWED = """
            学校代码     | 学年 | 学段 | 年级 | 学生数 | 班数
            3137000001 | 2021 | J   | 7   | 400   | 8
            3137000001 | 2021 | J   | 8   | 很多   | 八
            3137000002 | 2021 | J   | 7   | 210   | 5
            3137000002 | 2021 | J   | 7   | 211   | 5
            3137000002 | 2021 | J   | 8   | 205   | 5
            3137000002 | 2021 | J   | 8   | 205   | 5
            3137000099 | 2021 | J   | 9   | 1     | 1
            """;

    @TempDir
    static Path elsewhere;

    private static Desk desk;
    private static Path flawed;
    private static Answer checked;
    private static Answer handedIn;
    private static Map<String, String> before;
    private static Map<String, String> after;

    @BeforeAll
    static void checkThenHandIn() {
        desk = Desk.empty("keep_days: 30\n");
        Answer county = desk.ingest("zh", SmallCounty.put(desk));
        assertThat(county.exit()).as(county.said()).isZero();
        flawed = desk.put(SmallCounty.FOLDER + "enrollment-2021.csv", loose());
        Path scores = SmallCounty.scores(desk, "exam_score-J9-2023.csv", 3, """
                G370305299999901 | 王甲 | 一中 | 120.5
                G370305299999902 | 王乙 | 一中 | -1+2
                G370305299999902 | 王丙 | 二中 | 77
                G370305299999902 | 王丁 | 二中 | 78
                """);
        before = everything();
        checked = desk.run(
                "ingest", "--check", "--out", elsewhere.resolve("看").toString(), flawed.toString(), scores.toString());
        after = everything();
        handedIn = desk.run("ingest", "--json", flawed.toString(), scores.toString());
    }

    /** Fourteen schools' rows that are right, so that the wrong ones are few enough. */
    private static String loose() {
        StringBuilder rows = new StringBuilder(FLAWED);
        for (int year = 1991; year < 2021; year++) {
            for (int grade = 7; grade <= 9; grade++) {
                rows.append("3137000001 | %d | J | %d | 400 | 8\n".formatted(year, grade));
            }
        }
        return rows.toString();
    }

    @Test
    void aCheckAnswersAsAHandInWouldAndSaysThatItWasNone() {
        assertThat(checked.exit()).as(checked.said()).isEqualTo(3);
        assertThat(checked.out())
                .contains("部分接收", "在校生数 enrollment：共 97 行 = 接收 92 + 拒收 4 + 重复 1")
                .contains("考试成绩 exam_score：共 124 行 = 接收 120 + 拒收 4 + 重复 0")
                .contains("以上只是检查：没有写入任何数据，也没有留下回执。");
        assertThat(handedIn.json().findValues("rejected")).hasToString("[4, 4]");
    }

    @Test
    void aCheckLeavesTheWorkspaceAsItWas() {
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aCheckPutsTheMarkedWorkbookWhereTheClerkWantsIt() throws IOException {
        try (Stream<Path> files = Files.list(elsewhere.resolve("看"))) {
            List<Path> books = files.sorted().toList();
            assertThat(books).hasSize(2);
            ReadWorkbook book = ReadWorkbook.of(books.get(0));
            assertThat(book.sheets()).containsExactly("回执 Receipt", "拒收行 Rejected");
        }
    }

    @Test
    void outWithoutCheckIsAMatterOfUsage() {
        Answer answer = desk.run("ingest", "--out", elsewhere.toString(), flawed.toString());
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("--out 只能与 --check 同用");
    }

    @Test
    void everyBadCellIsRedAndItsReasonStandsBesideIt() {
        ReadWorkbook book = workbook(0);
        assertThat(book.rows("拒收行 Rejected").get(0)).startsWith("行号 Line", "学校代码", "学年", "学段", "年级", "学生数", "班数");
        assertThat(book.marked("拒收行 Rejected")).isEqualToIgnoringNewLines("""
                3 | 3137000001 | 2021 | J | 8 | [很多] | [八]
                4 | [3137000002] | [2021] | [J] | [7] | 210 | 5
                5 | [3137000002] | [2021] | [J] | [7] | 211 | 5
                8 | [3137000099] | 2021 | J | 9 | 1 | 1
                """);
        assertThat(book.rows("拒收行 Rejected").get(1).get(7))
                .contains(
                        "学生数 的格式不对；数字只写数字和小数点（如 1045、88.5），日期写成 2024-09-01，是否类填“是”或“否”（TYPE）",
                        "班数 的格式不对；数字只写数字和小数点（如 1045、88.5），日期写成 2024-09-01，是否类填“是”或“否”（TYPE）");
        assertThat(book.rows("拒收行 Rejected").get(1).get(8))
                .contains("学生数 does not have the form of its column; write numbers with digits and a point alone");
        assertThat(book.rows("拒收行 Rejected").get(2).get(7)).contains("同一主键出现多行且内容不同", "CONFLICTING_ROWS");
        assertThat(book.rows("拒收行 Rejected").get(4).get(7)).contains("没有这所学校");
    }

    @Test
    void aTextThatBeginsLikeAFormulaIsQuotedAndNoCellIsAFormula() {
        ReadWorkbook book = workbook(1);
        assertThat(book.marked("拒收行 Rejected")).contains("['-1+2]");
        assertThat(book.formulas()).isZero();
    }

    @Test
    void theFirstSheetIsTheReceiptAndItsCountsAddUp() {
        List<List<String>> rows = workbook(0).rows("回执 Receipt");
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("文件 File", "enrollment-2021.csv"));
        assertThat(rows).anySatisfy(row -> assertThat(row)
                .containsExactly("在校生数 enrollment", "", "97", "0", "97", "92", "4", "1"));
        assertThat(rows.toString())
                .contains(
                        "部分接收 accepted in part",
                        "请在原文件中更正",
                        "30 天后清理",
                        receipt(0).get("digest").asText());
    }

    @Test
    void theMarkedWorkbookIsTheOwnersOnly() throws IOException {
        Path book = path(0);
        assertThat(book.getParent()).isEqualTo(desk.workspace().receipts());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(book)))
                .isEqualTo("rw-------");
    }

    @Test
    void aReceiptIsToldAgainByItsIdOrTheShortFormOfIt() {
        String id = receipt(0).get("submission_id").asText();
        Answer whole = desk.run("receipt", id);
        Answer brief = desk.run("receipt", "--lang", "en", id.substring(0, 7));
        assertThat(whole.exit()).as(whole.said()).isZero();
        assertThat(whole.out())
                .contains(id, "部分接收", "接收 92 + 拒收 4 + 重复 1", path(0).toString(), "请在原文件中更正")
                .doesNotContain("很多", "此前已报送");
        assertThat(brief.out()).contains("accepted in part", "92 accepted + 4 rejected + 1 duplicate");
        ObjectNode json = (ObjectNode) desk.run("receipt", "--json", id).json();
        assertThat(json.remove("standing").at("/0/counting").asLong()).isEqualTo(92);
        assertThat(json).isEqualTo(receipt(0));
        assertThat(json.get("received_by").asText()).isNotEmpty();
    }

    @Test
    void receiptsAreListedFromTheNewestWithTheirOutcome() {
        List<String> lines = desk.run("receipt").out().lines().toList();
        assertThat(lines.get(0)).startsWith("回执编号").contains("收到时间", "结果", "拒收", "文件");
        assertThat(desk.run("receipt", "--json", "--last", "2").json()).hasSize(2);
        assertThat(desk.run("receipt", "--last", "1").out()).contains("另有更早的");
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("部分接收", "370305/enrollment-2021.csv"));
    }

    @Test
    void anUnknownReceiptIsAMatterOfUsage() {
        Answer answer = desk.run("receipt", "R999999");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("没有编号为 R999999 的回执", "最近的回执：R");
        assertThat(desk.run("receipt", "--lang", "en", "R999999").err()).contains("There is no receipt R999999");
    }

    @Test
    void aWorkbookThatWasSweptIsWrittenAnewWhenTheSameFileIsHandedInAgain() throws IOException {
        Path book = path(0);
        String wrong = ReadWorkbook.of(book).marked("拒收行 Rejected");
        Path stale = Files.writeString(desk.workspace().receipts().resolve("R000000-00000000.xlsx"), "old");
        Files.setLastModifiedTime(stale, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        Files.delete(book);
        assertThat(desk.run("receipt", receipt(0).get("submission_id").asText()).out())
                .contains("标记工作簿不在", "再次报送同一文件即可重新生成");

        Map<String, String> standing = desk.standing();
        Answer again = desk.ingest("zh", flawed);

        assertThat(again.exit()).isEqualTo(3);
        assertThat(again.out()).contains("此前已报送", book.toString(), "manyuan withdraw");
        assertThat(ReadWorkbook.of(book).marked("拒收行 Rejected")).isEqualTo(wrong);
        assertThat(desk.standing()).isEqualTo(standing);
        assertThat(stale).as("older than keep_days").doesNotExist();
    }

    @Test
    void aFileRefusedForItsRowsHasAWorkbookToo() {
        Path file = desk.put(SmallCounty.FOLDER + "enrollment-坏.csv", FLAWED);
        Answer answer = desk.ingest("zh", file);
        assertThat(answer.out()).contains("未接收", "TOO_MANY_REJECTS", "没有一行入库", "标记工作簿（");
        JsonNode last = desk.run("receipt", "--json", "--last", "1").json().get(0);
        JsonNode receipt = desk.run(
                        "receipt", "--json", last.get("submission_id").asText())
                .json();
        assertThat(ReadWorkbook.of(Path.of(receipt.get("workbook").asText())).marked("拒收行 Rejected"))
                .contains("[很多] | [八]");
    }

    @Test
    void aReceiptThatWasTakenBackSaysSo() {
        Path file = desk.put(SmallCounty.FOLDER + "enrollment-1990.csv", """
                学校代码     | 学年 | 学段 | 年级 | 学生数 | 班数
                3137000001 | 1990 | J   | 7   | 400   | 8
                """);
        String id = desk.run("ingest", "--json", file.toString())
                .json()
                .get(0)
                .get("submission_id")
                .asText();
        Answer withdrawn = desk.run("withdraw", id, "--yes");
        assertThat(withdrawn.exit()).as(withdrawn.said()).isZero();
        assertThat(desk.run("receipt", id).out()).contains("撤回，不再计入任何数据");
        assertThat(desk.run("receipt", "--json", id)
                        .json()
                        .at("/withdrawals/0/withdrawn_at")
                        .asText())
                .isNotEmpty();
    }

    private static JsonNode receipt(int file) {
        return handedIn.json().get(file);
    }

    private static Path path(int file) {
        return Path.of(receipt(file).get("workbook").asText());
    }

    private static ReadWorkbook workbook(int file) {
        return ReadWorkbook.of(path(file));
    }

    /** Heads, every file of the workspace but the database's own, and every row that a command keeps. */
    private static Map<String, String> everything() {
        Map<String, String> all = new TreeMap<>(desk.standing());
        Path root = desk.workspace().root();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(desk.workspace().postgres()))
                    .toList()) {
                all.put(root.relativize(file).toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        desk.store().database().inTransaction(connection -> {
            List<String> tables = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select table_schema || '.' || table_name"
                            + " from information_schema.tables where table_schema in ('control', 'iceberg')")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(
                                "select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from " + table
                                        + " t")) {
                    row.next();
                    all.put(table, row.getString(1));
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select last_value from control.received_no")) {
                row.next();
                all.put("received_no", row.getString(1));
            }
            return null;
        });
        assertThat(all).containsKeys("control.submission", "control.run");
        return all;
    }
}
