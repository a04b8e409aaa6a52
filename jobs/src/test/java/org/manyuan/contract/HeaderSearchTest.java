package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A header under titles, or over two lines. */
class HeaderSearchTest {
    /** Lines separated by slashes, cells by commas; an empty line is one without content and is not among the heads. */
    private static FoundHeader find(String file, String lines, MergedCells... merged) {
        List<Header> heads = new ArrayList<>();
        int number = 0;
        for (String line : lines.split("/", -1)) {
            number++;
            if (!line.isBlank()) {
                heads.add(new Header(TextLines.cells(line.strip(), ','), number));
            }
        }
        return HeaderMatch.find(Contracts.all(), heads, List.of(merged), new SourceName(file, null));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            x.csv            | 学校代码,学年,学段,年级,在校生数 / 3137000001,2023,J,7,400                 | enrollment 1 | 5 | the first line
            x.csv            | 示例县2024年统计表,,,, / 学校代码,学年,学段,年级,在校生数                    | enrollment 2 | 5 | a title above
            x.csv            | 示例县2024年统计表 / / 单位：人,,,, / 学校代码,学年,学段,年级,在校生数 / a,b,c,d,e | enrollment 4 | 5 | title, blank line and unit above
            enrollment.csv   | 统计表 / 学校代码,学年,学段,年级                                         | enrollment 2 | 4 | named, and a title above
            exam_score-Q.csv | 期末成绩 / 考号,姓名,学校,语文,数学 / 1,2,一中,90,80                         | exam_score 2 | 6 | a wide sheet with a title
            x.csv            | 学校代码,学年,学段,年级,在校生, / ,,,,计,女 / 3137000001,2023,J,7,400,190        | enrollment 2 | 5 | a group with its whole below
            exam_score-Q.csv | 考号,学校,语文,,数学, / ,,分数,名次,分数,名次 / 1,一中,90,1,80,2               | exam_score 2 | 6 | a subject over its score
            exam_score-Q.csv | 考生,,成绩, / 考号,学校,语文,数学                                         | exam_score 2 | 6 | names of groups say nothing
            x.csv            | 学校代码,名称,,备注 / 3137000001,一中,x,                                  | UNKNOWN_DATASET 1 | 0 | a line of data is no second header
            x.csv            | 序号,备注 / 1,2                                                       | UNKNOWN_DATASET 1 | 0 | nothing fits
            """)
    void findsTheHeader(String file, String lines, String expected, int columns, String reason) {
        FoundHeader found = find(file, lines);
        Binding binding = found.match().binding();
        String got = binding == null
                ? found.match().problems().get(0).code().name()
                : binding.contract().dataset();
        assertThat(got + " " + found.line()).as(reason).isEqualTo(expected);
        if (binding != null) {
            long filled = ((FileBinding) binding)
                    .variants().get(0).sources().stream()
                            .filter(each -> each != null)
                            .count();
            assertThat(filled).as(reason).isEqualTo(columns - extra(binding));
        }
    }

    /** A wide sheet says its exam by its name, its subject and its score by one header. */
    private static long extra(Binding binding) {
        return binding.contract().dataset().equals("exam_score") ? 1 : 0;
    }

    @Test
    void aMergedCellBelongsToAllUnderIt() {
        FoundHeader found = find(
                "exam_score-Q.csv",
                "考号,学校,成绩,,名次/,,语文,数学,/1,一中,90,80,3",
                new MergedCells(1, 2, 0, 0),
                new MergedCells(1, 2, 1, 1),
                new MergedCells(1, 1, 2, 3),
                new MergedCells(1, 2, 4, 4));

        assertThat(found.line()).isEqualTo(2);
        assertThat(((FileBinding) found.match().binding()).variants()).hasSize(2);
        assertThat(found.match().ignored()).containsExactly("名次");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            x.csv            | 集团编号,集团名称,,类型,备注 / 甲集团,城东集团,教育集团,, / 乙集团,城西集团,,教育集团,   | education_group 1 | a line of data without a digit, one column without a name
            x.csv            | 学校,,学年,学段,年级,在校生数 / 代码,名称,,,, / 3137000001,一中,2023,J,7,400     | enrollment 2      | a group that begins at the key
            exam_score-Q.csv | 考号,学校,语文,,数学 / 甲,一中,,病,缺考 / 乙,一中,缺考,,缺考                        | exam_score 1      | absent pupils without digits in their numbers
            """)
    void aLineThatFillsTheKeyIsNoSecondHeader(String file, String lines, String expected, String reason) {
        FoundHeader found = find(file, lines);
        assertThat(found.match().binding().contract().dataset() + " " + found.line())
                .as(reason)
                .isEqualTo(expected);
    }

    @Test
    void groupsThatSayTheSameTwiceAreRefused() {
        FoundHeader found = find("enrollment.csv", "学校代码,学年,学段,小学,,初中,/,,,年级,在校生数,年级,在校生数");

        assertThat(found.match().problems()).extracting(Problem::code).containsOnly(ProblemCode.DOUBLED_COLUMN);
    }

    @Test
    void whatIsNearestIsTold() {
        FoundHeader found = find("x.csv", "统计表/学校代码,学年,年级,在校生数,班数");

        assertThat(found.match().problems().get(0).code()).isEqualTo(ProblemCode.UNKNOWN_DATASET);
        assertThat(found.match().problems().get(0).line()).isEqualTo(2);
        assertThat(found.match().problems().get(1).chinese())
                .startsWith("最接近的数据集是 enrollment")
                .contains("stage 学段");
    }

    @Test
    void linesOfTotalsAreNoRows() {
        Match match = find("enrollment.csv", "学校代码,学年,学段,年级,在校生数").match();
        References known = References.builder("cn")
                .school("3137000001", null, null, "一中", null)
                .build();
        Rows rows = Rows.read(
                match.binding(),
                known,
                List.of(
                        "3137000001,2023,J,7,400",
                        "合  计,,,,400",
                        ",小计,,,400",
                        "全县合计：,,,,400",
                        "填表人：某某,,,,审核人：某某",
                        "合计中学,2023,J,7,400"));

        assertThat(rows.accepted()).hasSize(1);
        assertThat(rows.rejects())
                .as("a school that is called so is a school")
                .containsExactly("7 UNKNOWN_SCHOOL:学校代码");
    }

    @Test
    void aWrongRowThatMerelySpeaksOfATotalIsRejected() {
        Match match = find("enrollment.csv", "学校代码,学年,学段,年级,在校生数").match();
        References known = References.builder("cn")
                .school("3137000001", null, null, "一中", null)
                .build();
        Rows rows = Rows.read(
                match.binding(),
                known,
                List.of(
                        "二中合计,2023,J,7,400",
                        "二中合计,,,,400",
                        "二中合计,,J,,400",
                        "合计,2023,J,7,400",
                        "一中,2023,J,小计,1200",
                        "一中,合计,,,1200",
                        "一中,2023,J,年级合计,1200"));

        assertThat(rows.rejects().stream().map(reject -> reject.split(":")[0]))
                .as("a totals line says so in a column of the key, or names what it totals and nothing else of the key")
                .containsExactly("2 UNKNOWN_SCHOOL", "4 UNKNOWN_SCHOOL", "8 CODE");
    }

    @Test
    void aCodeOfAGroupThatEndsLikeATotalIsACode() {
        Match match = find("education_group.csv", "集团编号,集团名称,成立日期").match();
        Rows rows = Rows.read(
                match.binding(), References.builder("cn").build(), List.of("城东合计,城东集团,某年", "合计,,某年", ",城东合计,"));

        assertThat(rows.rejects().stream().map(reject -> reject.split(" ")[0])).containsExactly("2");
    }

    @Test
    void aSubjectCalledTotalIsARow() {
        Match match = find("exam_score.csv", "考试代码,科目,考号,学校,成绩").match();
        References known = References.builder("cn")
                .school("3137000001", null, null, "一中", null)
                .exam("Q", null)
                .paper("Q", "total", null, new java.math.BigDecimal("0.5"))
                .build();

        Rows rows = Rows.read(
                match.binding(),
                known,
                List.of("Q,合计,G1,一中,300", "Q,合计,G2,一中,很多", "Q,合计,,一中,300", "Q,总分,合计,,3000", ",,一班合计,,3000"));
        assertThat(rows.accepted()).hasSize(1);
        assertThat(rows.rejects().stream().map(reject -> reject.split(" ")[0]))
                .as("a wrong score of the subject is a row; a line that has 合计 for a pupil is none")
                .containsExactly("3", "4");
    }

    @Test
    void linesBelowASheetOfScoresAreNoPupils() {
        Match match = find("exam_score-Q.csv", "序号,考号,姓名,学校,语文,数学").match();
        References known = References.builder("cn")
                .school("3137000001", null, null, "一中", null)
                .exam("Q", null)
                .paper("Q", "chinese", null, new java.math.BigDecimal("0.5"))
                .paper("Q", "math", null, new java.math.BigDecimal("0.5"))
                .build();
        Rows rows = Rows.read(
                match.binding(),
                known,
                List.of(
                        "1,G1,某,一中,80,90",
                        ",平均分,,,81.27,77.31",
                        "最高分,,,,98,100",
                        ",,全班及格率：,,85.5,90.1",
                        ",,优秀人数,,20,10",
                        ",,不及格人数,,3,4",
                        ",,最高,,98,100",
                        "校长签字：,,审核人：李老师",
                        "班主任（签字）：",
                        ",,平均分同学,一中,70,60"));

        assertThat(rows.accepted()).hasSize(2);
        assertThat(rows.rejects().stream().map(reject -> reject.split(":")[0]).distinct())
                .as("a pupil without a number is a wrong row, whatever the name")
                .containsExactly("11 REQUIRED");
    }

    @Test
    void aTotalBesideASchoolIsNoPupil() {
        Match match = find("exam_score-Q.csv", "考号,姓名,学校,班级,语文").match();
        References known = References.builder("cn")
                .school("3137000001", null, null, "一中", null)
                .exam("Q", null)
                .paper("Q", "chinese", null, new java.math.BigDecimal("0.5"))
                .build();
        Rows rows = Rows.read(
                match.binding(),
                known,
                List.of(
                        "G1,某,一中,1,80",
                        "合计,,一中,,90",
                        ",平均分,一中,1,90",
                        "1班平均分,,一中,1,90",
                        "全校最高分,,一中,,98",
                        "G2,合计,一中,1,70",
                        "某同学,,一中,1,70",
                        ",某,一中,1,70"));

        assertThat(rows.accepted())
                .as("a pupil with a number is one, whatever the name")
                .hasSize(2);
        assertThat(rows.rejects())
                .as("a name where the number belongs, and no number, are wrong rows")
                .containsExactly("8 NO_NUMBER:考号", "9 REQUIRED:考号");
    }

    @Test
    void aClassCalledTotalIsNone() {
        Match match = find("class_roll.csv", "学校代码,学年,学段,年级,班级,班额").match();
        References known = References.builder("cn")
                .school("3137000001", null, null, "一中", null)
                .build();
        Rows rows = Rows.read(
                match.binding(),
                known,
                List.of(
                        "3137000001,2023,J,7,1班,50",
                        "3137000001,2023,J,7,合计,600",
                        "3137000001,2023,J,7,小计：,600",
                        "3137000001,2023,J,7,年级合计,600",
                        "3137000001,2023,J,7,七年级小计,600",
                        "3137000001,2023,J,7,全校总计,1800"));

        assertThat(rows.accepted()).hasSize(1);
        assertThat(rows.rejects()).isEmpty();
    }
}
