package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderMatchTest {
    private static Match match(String file, String district, String header) {
        return HeaderMatch.bind(
                Contracts.all(), new Header(TextLines.cells(header, ','), 1), new SourceName(file, district));
    }

    @ParameterizedTest(name = "{0} with {1} is {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            exam.csv               | 考试代码,学年,学段,年级,考试日期,区划代码 | exam       | by name
            exam_score-Q1.csv      | 考号,学校,语文              | exam_score        | the longest name that fits
            EXAM_SCORE 初二.XLSX    | 考试代码,考号,学校,语文      | exam_score        | case and what follows do not matter
            enrollment_2024.csv    | 学校代码,学年,学段,年级      | enrollment        | a year behind
            school_bus.csv         | 学校代码,学年,学段,年级      | enrollment        | another word: so by header
            招生.csv               | 学校代码,学年,学段,年级,在校生数 | enrollment    | by header
            x.csv                  | group_code,school_code,joined_on,role | group_membership | by header
            x.csv                  | 序号,备注                   | UNKNOWN_DATASET   | nothing fits
            x.csv                  | ''                          | UNKNOWN_DATASET   | an empty header
            school.csv             | 学校名称                    | MISSING_COLUMN    | named, but without its key
            """)
    void recognisesTheDataset(String file, String header, String expected, String reason) {
        Match match = match(file, null, header);
        String got = match.binding() == null
                ? match.problems().get(0).code().name()
                : match.binding().contract().dataset();
        assertThat(got).as(reason).isEqualTo(expected);
    }

    @Test
    void saysWhatIsMissingWhatWasFoundAndWhatToDo() {
        Match match = match("school.csv", null, "学校名称,学段");

        assertThat(match.binding()).isNull();
        assertThat(match.problems())
                .extracting(problem -> problem.code() + " " + problem.column())
                .containsExactly(
                        "MISSING_COLUMN school_code 学校代码",
                        "MISSING_COLUMN valid_from 生效日期",
                        "MISSING_COLUMN district_code 所在区划代码");
        assertThat(match.problems().get(0).english())
                .isEqualTo("column school_code 学校代码 is missing; found: 学校名称, 学段; add the column or rename the header");
        assertThat(match.problems().get(0).chinese())
                .contains("缺少列 school_code 学校代码")
                .contains("学校名称、学段");
    }

    @ParameterizedTest(name = "{0} with {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            花名册.csv         | G370305201300001,示例甲,1,8 | ./manyuan template              | nobody says what it is
            student_roll.csv  | G370305201300001,示例甲,1,8 | ./manyuan template student_roll | its name does
            """)
    void saysThatThereIsNoHeaderAndNotWhoIsInTheFirstLine(String file, String line, String template, String reason) {
        Match match = match(file, null, line);

        assertThat(match.problems()).as(reason).hasSize(1);
        Problem problem = match.problems().get(0);
        assertThat(problem.code()).isEqualTo(ProblemCode.NO_HEADER);
        assertThat(problem.chinese())
                .isEqualTo("没有找到表头：首行就是数据（4 格，其中数字或号码 3 格、文字 1 格）；请在数据上方加一行表头，表头写法见模板（" + template + "）");
        assertThat(problem.english())
                .contains("4 cells, 3 of them numbers or codes and 1 texts", "(" + template + ")")
                .doesNotContain("G370305201300001", "示例甲");
    }

    @Test
    void oneHeaderThatADatasetKnowsIsNoDataset() {
        Match match = match("x.csv", "370305", "编号,数量,金额,备注栏");

        assertThat(match.binding()).isNull();
        assertThat(match.problems().get(0).chinese()).contains("表头与任何数据集都不符：编号、数量、金额，另有 1 个不认识的表头");
        assertThat(match.problems().get(0).english()).contains("编号, 数量, 金额, and 1 header that no dataset knows");
    }

    @Test
    void aNameInACellOfFreeTextIsTurnedBack() {
        Match match = match("exam_score-Q1.csv", null, "考号,姓名,学校,班级,数学");
        References known = References.builder("cn")
                .school("3137000001", null, null, "第一中学", "一中")
                .exam("Q1", null)
                .paper("Q1", "math", BigDecimal.valueOf(100), BigDecimal.ONE)
                .build();

        Rows rows = Rows.read(
                match.binding(),
                known,
                List.of("1001,示例甲,一中,示例甲,60", "1002,示例乙,一中,3班,60", "1003,7,一中,7,60", "1004,,一中,,60"));

        assertThat(rows.rejects()).containsExactly("2 PERSON_NAME:班级");
        assertThat(rows.accepted()).hasSize(3);
    }

    @Test
    void aNameForASchoolOutsideIsTurnedBack() {
        Match match = match("student_roll.csv", null, "学籍号,姓名,学年,毕业学校");

        Rows rows = Rows.read(
                match.binding(),
                References.builder("cn").build(),
                List.of("G1001,示例甲,2024,示例甲", "G1002,示例乙,2024,外省某小学"));

        assertThat(rows.rejects()).containsExactly("2 PERSON_NAME:毕业学校");
        assertThat(rows.accepted()).hasSize(1);
    }

    @Test
    void whatNamesNobodyIsNoNameInACellOfFreeText() {
        Match match = match("exam_score-Q1.csv", null, "考号,姓名,家庭住址,联系电话,学校,班级,数学");
        References known = References.builder("cn")
                .school("3137000001", null, null, "第一中学", "一中")
                .exam("Q1", null)
                .paper("Q1", "math", BigDecimal.valueOf(100), BigDecimal.ONE)
                .build();

        Rows rows = Rows.read(
                match.binding(),
                known,
                List.of(
                        "1001,无,,,一中,无,60",
                        "1002,暂无,,,一中,暂无,60",
                        "1003,示例甲,东镇,,一中,东镇,60",
                        "1004,示例甲,,无,一中,无,60",
                        "1005,示例,,,一中,示例,60",
                        "1006,Li,,,一中,Li,60"));

        assertThat(rows.rejects()).containsExactly("6 PERSON_NAME:班级", "7 PERSON_NAME:班级");
        assertThat(rows.accepted()).hasSize(4);
    }

    @Test
    void aMarkThatAHeaderMustBeFilledIsNoPartOfIt() {
        Match match = match("x.csv", null, "*学籍号,姓名（必填）,学年*,学校名称（必填）,年级【必填】,＊班级,性别（选填）");

        assertThat(match.binding().contract().dataset()).isEqualTo("student_roll");
        assertThat(match.ignored()).isEmpty();
        assertThat(match.persons()).containsExactly("姓名（必填）");
    }

    @Test
    void saysWhereAValueComesFromThatStandsInNoLine() {
        Binding byName = match("exam_score-Q1(1).csv", "370305", "考号,学校,数学").binding();
        Binding byColumn = match("exam_score-Q1.csv", "370305", "考试代码,考号,学校,数学").binding();

        assertThat(byName.origin("exam_code"))
                .contains(new Wording("取自文件名，读到“Q1”", "taken from the file name, which says Q1"));
        assertThat(byName.origin("考号")).isEmpty();
        assertThat(byColumn.origin("考试代码")).isEmpty();
        assertThat(match("school.csv", "370305", "学校代码,生效日期,学校名称").binding().origin("district_code"))
                .contains(new Wording("取自文件夹名“370305”", "taken from the folder's name 370305"));
    }

    @Test
    void letsTheFolderSayTheDistrict() {
        String header = "学校代码,生效日期,学校名称,所在区划代码";
        Match match = match("school.csv", "370305", "学校代码,生效日期,学校名称");
        References known = References.builder("cn")
                .district("370305", null)
                .district("370306", null)
                .build();

        assertThat(match.problems()).isEmpty();
        assertThat(Rows.read(match.binding(), known, List.of("3137000001,2024-09-01,一中"))
                        .accepted()
                        .get(0)
                        .cells())
                .containsEntry("district_code", "370305")
                .containsEntry("authority_code", "370305");
        Rows both = Rows.read(
                match("school.csv", "370305", header).binding(),
                known,
                List.of("3137000001,2024-09-01,一中,370306", "3137000002,2024-09-01,二中,"));
        assertThat(both.accepted())
                .extracting(row -> row.of("district_code"))
                .as("the file's own, else the folder's")
                .containsExactly("370306", "370305");
    }

    @Test
    void reportsWhatItDoesNotReadAndDropsNames() {
        Match match = match("exam_score-Q1.csv", null, "考号,姓名,学校,语文,班级排名,身份证号");

        assertThat(match.ignored()).containsExactly("班级排名");
        assertThat(match.persons()).containsExactly("姓名", "身份证号");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            语文成绩           | chinese
            数学分数           | math
            英语(满分120)      | english
            英语（满分：120分） | english
            物理得分           | physics
            化学卷面分（分值100） | chemistry
            道法【满分60】分    | ethics_law
            总分分            | total
            数学名次           | ''
            数学排名           | ''
            数学等级           | ''
            数学教师           | ''
            数学(班级)         | ''
            平均分            | ''
            """)
    void readsASubjectThatSaysMoreThanItsName(String header, String subject) {
        Match match = match("exam_score-Q1.csv", null, "考号,学校,生物," + header);
        References.Builder known = References.builder("cn")
                .district("370305", null)
                .school("3137000001", "370305", null, "第一中学", "一中")
                .exam("Q1", "370305")
                .paper("Q1", "biology", BigDecimal.valueOf(100), BigDecimal.ONE);
        if (!subject.isEmpty()) {
            known.paper("Q1", subject, BigDecimal.valueOf(100), BigDecimal.ONE);
        }

        assertThat(Rows.read(match.binding(), known.build(), List.of("1001,一中,50,60"))
                        .accepted())
                .extracting(row -> row.of("subject") + " " + row.of("score"))
                .containsExactlyElementsOf(
                        subject.isEmpty() ? List.of("biology 50") : List.of("biology 50", subject + " 60"));
        assertThat(match.ignored()).hasSize(subject.isEmpty() ? 1 : 0);
    }

    @Test
    void normalisesHeaders() {
        Match match = match("exam_score-Q1.csv", null, " 考 号 ,学　校,语\u200b文,Ｓｔａｔｕｓ");
        assertThat(match.problems()).isEmpty();
        assertThat(match.ignored()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            考号,学校,语文,语文           | DOUBLED_COLUMN | a subject twice
            考号,学校,数学,math           | DOUBLED_COLUMN | a subject in two languages
            考号,学校,语文,语文成绩        | DOUBLED_COLUMN | a subject with and without a word besides
            考号,学籍号,学校,语文          | DOUBLED_COLUMN | two numbers of a pupil: which one?
            考号,学校代码,学校代码,语文     | DOUBLED_COLUMN | the same header twice
            考号,学校代码,学校名称,语文     | ''             | a school with code and name: the code counts
            """)
    void refusesTwoHeadersOfOneColumn(String header, String expected, String reason) {
        assertThat(match("exam_score-Q1.csv", null, header).problems())
                .as(reason)
                .extracting(problem -> problem.code().name())
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void asksForTheExamWhereNeitherColumnNorFileNameSaysIt() {
        assertThat(match("exam_score.csv", null, "考号,学校,语文").problems())
                .extracting(problem -> problem.code())
                .containsExactly(ProblemCode.NO_EXAM_CODE);
    }

    @Test
    void readsALongSheetAsLongEvenIfAHeaderIsASubject() {
        Match match = match("exam_score-Q1.csv", null, "科目,考号,学校,成绩,总分");
        assertThat(match.problems()).isEmpty();
        assertThat(match.ignored()).containsExactly("总分");
    }
}
