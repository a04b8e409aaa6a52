package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets of scores as bureaus write them: what stands in a cell instead of points, and where the exam's code comes from. */
class ExamSheetsTest {
    private static final References KNOWN = References.builder("cn")
            .district("370305", null)
            .school("3137000001", "370305", null, "第一中学", "一中")
            .exam("QM", "370305")
            .paper("QM", "chinese", new BigDecimal("120"), new BigDecimal("0.5"))
            .paper("QM", "math", new BigDecimal("120"), new BigDecimal("0.5"))
            .paper("QM", "total", new BigDecimal("240"), new BigDecimal("0.5"))
            .exam("QN", "370305")
            .paper("QN", "chinese", new BigDecimal("120"), new BigDecimal("0.5"))
            .paper("QN", "math", new BigDecimal("120"), new BigDecimal("0.5"))
            .exam("QO", "370305")
            .build();

    private static final String WIDE = """
            mapping: marks
            file: 成绩_*.csv
            datasets:
              - dataset: exam_score
                unpivot:
                  - [{subject: chinese, cell: 语文}, {subject: math, cell: 数学}]
                filter:
                  - {column: '{cell}', filled: true}
                columns:
                  student_id: 考号
                  school_code: 学校
                  score: {column: '{cell}', nulls: [/], values: {'-1': 缺考, '-2': 违纪, '-9': 免考, 0分: '0', '99': 100}}
                constants: {exam_code: QM, subject: '{subject}'}
            """;

    @ParameterizedTest(name = "«{0}» is {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            88.5   | 88.5 null present | points
            0      | 0 null present    | nothing right, but sat
            缺考    | null null absent  | absent
            缺      | null null absent  | short
            Q      | null null absent  | as marking programs write it
            q      | null null absent  | small
            Ｑ      | null null absent  | full-width
            免考    | null null exempt  | exempt
            缓考    | null null absent  | sits it later: that file replaces the row
            违纪    | null null invalid | broke the rules
            作弊    | null null invalid | cheated
            零分作废 | null null invalid | annulled
            A      | null A present    | a level
            优秀    | null A present    | a level in words
            -1     | NEGATIVE_MARK:语文 | what it means, only a mapping can say
            -      | TYPE:语文          | nobody knows
            交白卷  | TYPE:语文          | no code
            121    | ABOVE_FULL_MARK:语文 | more than the paper has
            """)
    void readsACellOfAWideSheet(String cell, String meaning, String reason) {
        assertThat(told(wide("exam_score-QM.csv", "考号,学校,语文", "1,一中," + cell)))
                .as(reason)
                .isEqualTo(meaning);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            缺考 | ''   | null null absent  | the mark says it
            缺考 | 缺考  | null null absent  | both say it
            ''  | 缺考  | null null absent  | the status says it
            ''  | Q    | null null absent  | in short
            80  | 违纪  | 80 null invalid   | the points of who broke the rules are kept and not counted
            ''  | ''   | REQUIRED:score    | present without points
            80  | 缺考  | NOT_EMPTY:score   | points of who was absent
            缺考 | 违纪  | TYPE:score        | they contradict each other
            """)
    void readsAMarkOfALongSheetBesideItsStatus(String score, String status, String meaning, String reason) {
        Rows rows = wide(
                "x.csv", "exam_code,subject,student_id,school_code,score,status", "QM,语文,1,一中," + score + "," + status);
        assertThat(told(rows)).as(reason).isEqualTo(meaning);
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            -1   | null null absent  | by the mapping's value map
            -2   | null null invalid | so too
            -9   | null null exempt  | so too
            0分   | 0 null present    | a word for points
            99   | 100 null present  | points for points
            缺考  | null null absent  | the contract's own words hold beside it
            -3   | NEGATIVE_MARK:语文 | not in the map
            88.5 | 88.5 null present | points
            """)
    void aMappingSaysWhatItsMarksMean(String cell, String meaning, String reason) {
        assertThat(told(mapped("1,一中," + cell + ","))).as(reason).isEqualTo(meaning);
    }

    @Test
    void aMappedWideSheetGivesNoRowForAnEmptyCellAndAddsNothingUpWithoutATotal() {
        Rows rows = mapped("1,一中,80,", "2,一中,,-1", "3,一中,/,90", ",,,");

        assertThat(rows.accepted())
                .extracting(
                        row -> row.line() + " " + row.of("subject") + " " + row.of("score") + " " + row.of("status"))
                .containsExactly("2 chinese 80 present", "3 math null absent", "4 math 90 present");
        assertThat(rows.rejects())
                .as("a null marker is no points: present and nothing said")
                .containsExactly("4 REQUIRED:语文");
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            exam_score-QM.csv    | 考号,学校,语文       | QM                      | the file's name says it
            EXAM_SCORE-QM.xlsx   | 考号,学校,语文       | QM                      | in capitals
            exam_score-OLD.csv   | 考试代码,考号,学校,语文 | QM                      | the column goes before the name
            期末成绩.csv           | 考试代码,考号,学校,语文 | QM                      | a column alone
            期末成绩.csv           | 考号,学校,语文       | UNKNOWN_DATASET         | nobody says it, nor what this is: refused
            exam_score.csv       | 考号,学校,语文       | NO_EXAM_CODE            | nor does this name
            """)
    void theExamsCodeComesFromAColumnOrTheFilesNameOrTheFileIsRefused(
            String fileName, String header, String expected, String reason) {
        Match match = HeaderMatch.bind(
                List.of(Contracts.of("exam_score")),
                new Header(TextLines.cells(header, ','), 1),
                new SourceName(fileName, "370305"));
        String told = match.binding() == null
                ? match.problems().get(0).code().name()
                : Rows.read(match.binding(), KNOWN, List.of((header.startsWith("考试") ? "QM," : "") + "1,一中,80"))
                        .accepted()
                        .get(0)
                        .of("exam_code");
        assertThat(told).as(reason).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, total {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            exam_score-QM.csv | 170 | 3 | ''                                                        | '' | a paper of totals: a row
            exam_score-QN.csv | 170 | 2 | 2 TOTAL_WITHOUT_PAPER:总分                                  | '' | none: told, left out
            exam_score-QN.csv | 17  | 2 | 2 TOTAL_WITHOUT_PAPER:总分, 2 TOTAL_OF_SUBJECTS:总分           | '' | and still added up
            exam_score-QN.csv | x   | 2 | ''                                                        | 2 TYPE:总分 | no number stays a fault
            exam_score-QO.csv | 170 | 0 | ''                                                        | 2 UNKNOWN_PAPER:语文, 2 UNKNOWN_PAPER:数学, 2 UNKNOWN_PAPER:总分 | an exam without any paper
            """)
    void aTotalWithoutAPaperIsNoFaultOfTheSheet(
            String fileName, String total, int accepted, String warnings, String rejects, String reason) {
        Rows rows = wide(fileName, "考号,学校,语文,数学,总分", "1,一中,80,90," + total);

        assertThat(rows.accepted()).as(reason).hasSize(accepted);
        assertThat(String.join(", ", rows.warnings)).as(reason).isEqualTo(warnings);
        assertThat(String.join(", ", rows.rejects())).as(reason).isEqualTo(rejects);
    }

    private static Rows wide(String fileName, String header, String... lines) {
        Match match = HeaderMatch.bind(
                Contracts.all(), new Header(TextLines.cells(header, ','), 1), new SourceName(fileName, "370305"));
        assertThat(match.problems()).isEmpty();
        return Rows.read(match.binding(), KNOWN, List.of(lines));
    }

    private static Rows mapped(String... lines) {
        Mapping mapping = Mapping.read("marks.yaml", new ByteArrayInputStream(WIDE.getBytes(StandardCharsets.UTF_8)));
        Binding binding = mapping.bind(
                        new Header(List.of("考号", "学校", "语文", "数学"), 1), new SourceName("成绩_1.csv", "370305"))
                .get(0);
        return Rows.read(binding, KNOWN, Arrays.asList(lines));
    }

    /** Points, level and status of the one row; or why it was turned back. */
    private static String told(Rows rows) {
        assertThat(rows.all).hasSize(1);
        Rows.Row row = rows.all.get(0);
        return row.rejects() != null ? row.rejects() : row.of("score") + " " + row.of("level") + " " + row.of("status");
    }
}
