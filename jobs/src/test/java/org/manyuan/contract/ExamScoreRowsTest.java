package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamScoreRowsTest {
    private static final References KNOWN = References.builder("cn")
            .district("370300", null)
            .district("370305", "370300")
            .district("370306", "370300")
            .school("3137000001", "370305", null, "临淄区第一中学", "一中;临淄一中")
            .school("3137000002", "370305", null, "临淄区实验中学", "实验")
            .school("3137000003", "370305", null, "临淄区实验二中", "实验")
            .school("3137000004", "370306", null, "周村区第一中学", "一中")
            .exam("QM-2024", "370305")
            .exam("QM-CITY", "370300")
            .paper("QM-2024", "chinese", new BigDecimal("120"), new BigDecimal("0.5"))
            .paper("QM-2024", "math", new BigDecimal("120"), BigDecimal.ONE)
            .paper("QM-CITY", "chinese", new BigDecimal("120"), new BigDecimal("0.5"))
            .build();

    private static Rows read(String fileName, String district, String header, String... lines) {
        Header cells = new Header(TextLines.cells(header, ','), 1);
        Match match = HeaderMatch.bind(Contracts.all(), cells, new SourceName(fileName, district));
        assertThat(match.problems()).isEmpty();
        return Rows.read(match.binding(), KNOWN, List.of(lines));
    }

    @Test
    void readsALongSheetWithEnglishHeaders() {
        Rows rows = read(
                "exam_score.csv",
                null,
                "exam_code,subject,student_id,school_code,class_no,score,status",
                "QM-2024,chinese,g37030520110101001x,3137000001,1,87.5,present",
                "QM-2024,math,G37030520110101001X,3137000001,1,,absent");

        assertThat(rows.rejects()).isEmpty();
        assertThat(rows.accepted().get(0).cells())
                .containsEntry("student_key", "student G37030520110101001".substring(0, 26))
                .containsEntry("score", "87.5")
                .containsEntry("origin", "reported")
                .doesNotContainKey("student_id");
        assertThat(rows.accepted().get(1).cells())
                .containsEntry("status", "absent")
                .doesNotContainKey("score");
    }

    @Test
    void readsANumberAsAMarkOfAbsenceOnlyWhereAMappingSaysSo() {
        Mapping mapping = Mapping.read("marks.yaml", new ByteArrayInputStream("""
                mapping: marks
                file: marks.csv
                datasets:
                  - dataset: exam_score
                    unpivot:
                      - [{subject: chinese, header: 语文}, {subject: math, header: 数学}]
                    columns:
                      student_id: 考号
                      school_code: 学校
                      score: {column: '{header}', values: {'-1': 缺考, '-2': 免考}}
                    constants: {exam_code: QM-2024, subject: '{subject}'}
                """.getBytes(StandardCharsets.UTF_8)));
        Binding binding = mapping.bind(
                        new Header(List.of("考号", "学校", "语文", "数学"), 1), new SourceName("marks.csv", "370305"))
                .get(0);

        Rows rows = Rows.read(binding, KNOWN, List.of("2024001,一中,-1,88", "2024002,一中,-2,-3"));

        assertThat(rows.accepted())
                .extracting(row -> row.of("subject") + " " + row.of("status") + " " + row.of("score"))
                .containsExactlyInAnyOrder("chinese absent null", "math present 88", "chinese exempt null");
        assertThat(rows.rejects()).containsExactly("3 NEGATIVE_MARK:数学");
    }

    @Test
    void readsAWideSheetAsABureauWritesIt() {
        Rows rows = read(
                "exam_score-QM-2024.xlsx",
                "370305",
                "考号,姓名,学校,班级,语文,数学,总分班名次",
                "２０２４００１,某某,一中,１,８７．５,100,3",
                "2024002,某某,临淄区第一中学,2,缺考,,",
                "2024003,某某,3137000001,2,121,99.5,",
                "2024004,某某,实验,2,100,88,",
                ",,,,,,");

        assertThat(rows.accepted())
                .extracting(row -> row.line() + " " + row.of("subject") + " " + row.of("student_key") + " "
                        + row.of("school_code") + " " + row.of("score") + " " + row.of("status"))
                .containsExactly(
                        "2 chinese student 2024001 3137000001 87.5 present",
                        "2 math student 2024001 3137000001 100 present",
                        "3 chinese student 2024002 3137000001 null absent");
        assertThat(rows.rejects())
                .containsExactly(
                        "4 ABOVE_FULL_MARK:语文", "4 OFF_STEP:数学", "5 AMBIGUOUS_SCHOOL:学校", "5 AMBIGUOUS_SCHOOL:学校");
    }

    @Test
    void looksAShortNameUpInTheFoldersDistrictElseInTheExams() {
        String header = "考试代码,考号,学校,语文";
        assertThat(read("x.csv", "370306", header, "QM-CITY,1,一中,80")
                        .accepted()
                        .get(0)
                        .of("school_code"))
                .isEqualTo("3137000004");
        assertThat(read("x.csv", null, header, "QM-2024,1,一中,80")
                        .accepted()
                        .get(0)
                        .of("school_code"))
                .isEqualTo("3137000001");
        assertThat(read("x.csv", null, header, "QM-CITY,1,一中,80").rejects()).containsExactly("2 AMBIGUOUS_SCHOOL:学校");
    }

    @Test
    void listsEveryBadCellOfARow() {
        Rows rows = read(
                "exam_score.csv",
                null,
                "exam_code,subject,student_id,school_code,score,status",
                "QM-1999,语文!,3.20110519491231E+17,3199999999,abc,here",
                "QM-2024,physics,1,3137000001,80,present",
                "QM-2024,chinese,,3137000001,80.1234,",
                "QM-2024,chinese,2,3137000001,,present",
                "QM-2024,chinese,2,3137000001,50,absent",
                "QM-2024,chinese,2,3137000001,-1,present",
                "QM-2024,chinese,2,3137000001,70,present,stray");

        assertThat(rows.rejects())
                .containsExactly(
                        "2 UNKNOWN_EXAM:exam_code;PATTERN:subject;ROUNDED_NUMBER:student_id;UNKNOWN_SCHOOL:school_code;"
                                + "TYPE:score;CODE:status",
                        "3 UNKNOWN_PAPER:subject",
                        "4 REQUIRED:student_id;PRECISION:score",
                        "5 REQUIRED:score",
                        "6 NOT_EMPTY:score",
                        "7 NEGATIVE_MARK:score",
                        "8 CELLS:");
    }

    @Test
    void takesLevelsInAWideSheet() {
        Rows rows = read("exam_score-QM-2024.csv", null, "考号,学校代码,学校名称,语文", "1,3137000001,随便,A", "2,3137000001,随便,Ｂ");
        assertThat(rows.accepted())
                .extracting(row -> row.of("level") + row.of("score"))
                .containsExactly("Anull", "Bnull");
    }

    @Test
    void looksEachRowUpInTheDistrictOfItsOwnExam() {
        Rows rows = read("x.csv", null, "考试代码,考号,学校,语文", "QM-2024,1,一中,80", "QM-CITY,2,一中,80", "QM-2024,3,一中,80");

        assertThat(rows.accepted()).extracting(row -> row.line()).containsExactly(2L, 4L);
        assertThat(rows.rejects()).containsExactly("3 AMBIGUOUS_SCHOOL:学校");
    }
}
