package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.ReadWorkbook;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Header;
import org.manyuan.contract.HeaderMatch;
import org.manyuan.contract.Mapping;
import org.manyuan.contract.SourceName;
import org.manyuan.domain.Receipt;

class MarkedWorkbookTest {
    private static final String TEXT = "拒收行 Rejected";

    @TempDir
    Path folder;

    @Test
    void aWideLineStandsOnceWithEveryBadCellMarked() throws IOException {
        List<SourcePart> parts = parts("exam_score-E1.csv", """
                考号,姓名,学校,语文,数学
                S1,甲,一中,90,80
                S2,乙,九中,911,八十
                """);
        ReadWorkbook book = write(parts, line("", 3, "exam_score", "UNKNOWN_SCHOOL 学校", "RANGE 语文", "TYPE 数学"));
        assertThat(book.sheets()).containsExactly("回执 Receipt", TEXT);
        assertThat(book.marked(TEXT)).isEqualTo("3 | S2 | 乙 | [九中] | [911] | [八十]\n");
        assertThat(book.rows(TEXT).get(1).get(6)).contains("学校：没有这所学校", "语文 超出允许范围", "（RANGE）", "数学 的格式不对");
        assertThat(book.rows(TEXT).get(1).get(7).lines()).hasSize(3);
    }

    @Test
    void aHeaderOverTwoLinesIsShownWholeAlsoWhatIsNotRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("exam_score-E1.csv"), "学生信息,,,成绩,,\n考号,姓名,学校,语文,数学,\nS1,甲,九中,90,80,3\n");
        SourceText text =
                SourceFile.recognise(file, folder, null, (char) 0).texts().get(0);
        List<Header> heads = List.of(
                new Header(List.of("学生信息", "", "学校", "成绩", "", "排名"), 1),
                new Header(List.of("考号", "姓名", "", "语文", "数学"), 2));
        SourcePart part = new SourcePart(
                text,
                2,
                HeaderMatch.find(Contracts.all(), heads, List.of(), new SourceName("exam_score-E1.csv", null))
                        .match()
                        .binding(),
                "R1",
                1,
                "");

        ReadWorkbook book = write(List.of(part), line("", 3, "exam_score", "UNKNOWN_SCHOOL 学校"));

        assertThat(book.rows(TEXT).get(0)).startsWith("行号 Line", "考号", "姓名", "学校", "语文", "数学", "排名");
        assertThat(book.marked(TEXT)).isEqualTo("3 | S1 | 甲 | [九中] | 90 | 80 | 3\n");
    }

    @Test
    void aConflictMarksTheCellsOfItsKeyThatStandOnTheLine() throws IOException {
        List<SourcePart> wide = parts("exam_score-E1.csv", "考号,学校,语文,数学\nS1,一中,90,80\n");
        assertThat(write(wide, line("", 2, "exam_score", "CONFLICTING_ROWS exam_code, subject, student_key"))
                        .marked(TEXT))
                .as("the subject is in no cell, and which score it was nobody knows")
                .isEqualTo("2 | [S1] | 一中 | 90 | 80\n");
    }

    @Test
    void cellsBeyondTheHeaderAreShownAndMarked() throws IOException {
        List<SourcePart> parts = parts("enrollment.csv", "学校代码,学年,学段,年级\n1,2,3,4,,7\n");
        assertThat(write(parts, line("", 2, "enrollment", "CELLS ")).marked(TEXT))
                .isEqualTo("2 | 1 | 2 | 3 | 4 | [] | [7]\n");
    }

    @Test
    void everySheetOfAWorkbookHasItsOwn() throws IOException {
        Path file = folder.resolve("enrollment.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(file), "test", "1.0")) {
            for (String name : List.of("东片", "西片", "回执 Receipt")) {
                Worksheet sheet = workbook.newWorksheet(name);
                sheet.value(0, 0, "学校代码");
                sheet.value(0, 1, "学年");
                sheet.value(0, 2, "学段");
                sheet.value(0, 3, "年级");
                sheet.value(1, 0, name);
            }
        }
        List<SourcePart> parts = parts(file);
        ReadWorkbook book = write(
                parts,
                line("东片", 2, "enrollment", "REQUIRED 学年"),
                line("回执 Receipt", 2, "enrollment", "UNKNOWN_SCHOOL 学校代码"));
        assertThat(book.sheets()).hasSize(3).startsWith("回执 Receipt", "东片");
        assertThat(book.marked("东片")).isEqualTo("2 | 东片 | [] |  | \n");
        assertThat(book.marked(book.sheets().get(2))).isEqualTo("2 | [回执 Receipt] |  |  | \n");
    }

    @Test
    void aLineThatBecomesTwoDatasetsSaysOfWhichAReasonSpeaks() throws IOException {
        Path file = Files.writeString(folder.resolve("bus.csv"), "code;n;pupils\n1;Name;many\n");
        Mapping mapping = Mapping.read(
                "bus", new java.io.ByteArrayInputStream("""
                mapping: bus
                file: bus*.csv
                delimiter: ';'
                datasets:
                  - dataset: district
                    columns: {district_code: code, name: n}
                  - dataset: enrollment
                    columns: {school_code: code, students: pupils}
                    constants: {school_year: '2020', stage: P, grade: '1'}
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        SourceText text = SourceFile.recognise(file, folder, null, ';').texts().get(0);
        List<SourcePart> parts = mapping.bind(text.header(1), new SourceName("bus.csv", null)).stream()
                .map(binding -> new SourcePart(text, 1, binding, "R1", 1, ""))
                .toList();
        RejectedLine both = new RejectedLine(
                "",
                2,
                List.of(
                        new RejectedLine.BadCell("district", "code", "PATTERN"),
                        new RejectedLine.BadCell("enrollment", "pupils", "TYPE")));
        ReadWorkbook book = write(parts, both);
        assertThat(book.marked(TEXT)).isEqualTo("2 | [1] | Name | [many]\n");
        assertThat(book.rows(TEXT).get(1).get(4)).contains("行政区：", "在校生数：");
        assertThat(book.rows(TEXT).get(1).get(5)).contains("district: ", "enrollment: ");
    }

    @Test
    void aFileWithVeryManyRejectedLinesShowsTheFirstAndSaysSo() throws IOException {
        int lines = MarkedWorkbook.MOST_LINES + 5;
        List<SourcePart> parts = parts(
                "enrollment.csv",
                IntStream.range(0, lines)
                        .mapToObj(i -> "1,x,P,1\n")
                        .collect(Collectors.joining("", "学校代码,学年,学段,年级\n", "")));
        RejectedLine[] all = IntStream.range(0, MarkedWorkbook.MOST_LINES + 1)
                .mapToObj(i -> line("", i + 2, "enrollment", "TYPE 学年"))
                .toArray(RejectedLine[]::new);
        ReadWorkbook book = write(parts, all);
        assertThat(book.rows(TEXT)).hasSize(MarkedWorkbook.MOST_LINES + 1);
        assertThat(book.rows("回执 Receipt").toString()).contains("只列出前 10000 行", "lists the first 10000");
    }

    @Test
    void whatBeginsLikeAFormulaIsTextAndWhatTurnsAroundIsLeftOut() {
        assertThat(Stream.of(
                        "=1+1", "+cmd", "-2+3", "@x", "\tx", "\r=x", "＝1", "-1", "+2.5", "a=b", "a\u202Eb", "1\u0000"))
                .extracting(PlainCell::safe)
                .containsExactly("'=1+1", "'+cmd", "'-2+3", "'@x", "'x", "'=x", "'＝1", "-1", "+2.5", "a=b", "ab", "1");
        assertThat(PlainCell.safe("长".repeat(40_000))).hasSize(32_001).endsWith("…");
    }

    private ReadWorkbook write(List<SourcePart> parts, RejectedLine... lines) throws IOException {
        Path file = folder.resolve("marked-" + System.nanoTime() + ".xlsx");
        MarkedWorkbook.write(file, receipt(lines), parts, List.of(lines), 90);
        return ReadWorkbook.of(file);
    }

    private List<SourcePart> parts(String name, String text) throws IOException {
        return parts(Files.writeString(folder.resolve(name), text));
    }

    private List<SourcePart> parts(Path file) {
        return SourceFile.recognise(file, folder, null, (char) 0).texts().stream()
                .map(text -> {
                    Header header = text.header();
                    return new SourcePart(
                            text,
                            header.line(),
                            HeaderMatch.bind(
                                            Contracts.all(),
                                            header,
                                            new SourceName(file.getFileName().toString(), null))
                                    .binding(),
                            "R1",
                            1,
                            "");
                })
                .toList();
    }

    /** A line with what is wrong on it, each {@code CODE column}. */
    private static RejectedLine line(String sheet, long line, String dataset, String... reasons) {
        return new RejectedLine(
                sheet,
                line,
                Stream.of(reasons)
                        .map(reason -> new RejectedLine.BadCell(
                                dataset,
                                reason.substring(reason.indexOf(' ') + 1),
                                reason.substring(0, reason.indexOf(' '))))
                        .toList());
    }

    private static Receipt receipt(RejectedLine... lines) {
        List<Receipt.Problem> problems = Stream.of(lines)
                .flatMap(line -> line.cells().stream().map(cell -> problem(line.sheet(), cell)))
                .distinct()
                .toList();
        return new Receipt(
                "R1",
                1,
                "ab".repeat(32),
                "file",
                "",
                Receipt.Outcome.ACCEPTED_WITH_REJECTS,
                Instant.parse("2025-06-01T12:00:00Z"),
                "clerk",
                1,
                List.of(new Receipt.Count("enrollment", "", 2, 0, 2, 1, 1, 0)),
                problems,
                List.of(new Receipt.Replaced("enrollment", "R0", "before.csv", 3, 1, 2)),
                false);
    }

    private static Receipt.Problem problem(String sheet, RejectedLine.BadCell cell) {
        boolean isKnown = Stream.of(org.manyuan.contract.ProblemCode.values())
                .anyMatch(code -> code.name().equals(cell.code()));
        org.manyuan.contract.Problem told = new org.manyuan.contract.Problem(
                isKnown ? org.manyuan.contract.ProblemCode.valueOf(cell.code()) : org.manyuan.contract.ProblemCode.TYPE,
                cell.column(),
                0,
                "");
        return new Receipt.Problem(
                cell.dataset(), sheet, cell.code(), cell.column(), 1, List.of(2L), told.chinese(), told.english());
    }
}
