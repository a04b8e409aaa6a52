package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that stand though something in them cannot quite be right; the numbers are those of the standard and of nobody. */
class RowDoubtsTest {
    private static final References KNOWN = known("cn");

    private static References known(String codeSystem) {
        return References.builder(codeSystem)
                .district("370305", null)
                .school("3137000001", "370305", null, "第一中学", "一中")
                .exam("E", "370305")
                .exam("F", "370305")
                .paper("E", "chinese", new BigDecimal("120"), new BigDecimal("0.5"))
                .paper("E", "math", new BigDecimal("120"), new BigDecimal("0.5"))
                .paper("E", "total", new BigDecimal("240"), new BigDecimal("0.5"))
                .paper("F", "chinese", new BigDecimal("120"), new BigDecimal("0.5"))
                .paper("F", "math", new BigDecimal("120"), new BigDecimal("0.5"))
                .paper("F", "english", new BigDecimal("120"), new BigDecimal("0.5"))
                .paper("F", "total", new BigDecimal("360"), new BigDecimal("0.5"))
                .build();
    }

    private static Rows read(
            List<Contract> contracts, References known, String fileName, String header, String... lines) {
        Match match = HeaderMatch.bind(
                contracts, new Header(TextLines.cells(header, ','), 1), new SourceName(fileName, "370305"));
        assertThat(match.problems()).isEmpty();
        return Rows.read(match.binding(), known, List.of(lines));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            G11010519491231002X | right | the vector of the standard
            g11010519491231002x | right | small letters are the same number
            Ｇ11010519491231002X | right | so are full-width ones
            G110105194912310021 | wrong | another last digit
            G11010519491231003X | wrong | another digit before it
            J440524188001010014 | right | the second vector, under J
            J440524188001010015 | wrong | one too many
            L110105194912310021 | right | temporary numbers have no check digit
            110105194912310021  | wrong | a citizen's number without a letter
            11010519491231002X  | right | a right one
            110105194913310021  | right | no such month: an exam number of eighteen digits
            110105184912310021  | right | nobody is that old
            G1101051949123100   | right | too short for a national number
            G1101051949A2310021 | right | a letter inside: a number of the school's own
            2024001             | right | an exam number
            """)
    void looksAtTheCheckDigitOfNationalNumbers(String number, String verdict, String reason) {
        Rows rows = read(Contracts.all(), KNOWN, "exam_score-E.csv", "考号,学校,语文", number + ",一中,80");

        assertThat(rows.accepted()).as("the row stands").hasSize(1);
        assertThat(rows.warnings)
                .as(reason)
                .isEqualTo(verdict.equals("wrong") ? List.of("2 CHECK_DIGIT:考号") : List.of());
    }

    @Test
    void tellsEachLineOfOneOddNumberThoughItsKeyIsRemembered() {
        Rows rows = read(
                Contracts.all(),
                KNOWN,
                "exam_score.csv",
                "exam_code,subject,student_id,school_code,score",
                "E,chinese,G110105194912310021,一中,80",
                "E,math,G110105194912310021,一中,80",
                "E,math,G11010519491231002X,一中,80");

        assertThat(rows.warnings).containsExactly("2 CHECK_DIGIT:student_id", "3 CHECK_DIGIT:student_id");
    }

    @Test
    void doesNotKnowTheNumbersOfOtherCountries() {
        assertThat(read(Contracts.all(), known("none"), "exam_score-E.csv", "考号,学校,语文", "G110105194912310021,一中,80")
                        .warnings)
                .isEmpty();
    }

    @Test
    void aContractMayTurnTheRowBack() {
        Rows rows = read(
                List.of(with("exam_score", new CheckTerms(RowDoubts.DIGIT, Severity.ERROR, Map.of()))),
                KNOWN,
                "exam_score-E.csv",
                "考号,学校,语文",
                "G110105194912310021,一中,80",
                "G11010519491231002X,一中,80");

        assertThat(rows.rejects()).containsExactly("2 CHECK_DIGIT:考号");
        assertThat(rows.accepted()).extracting(Rows.Row::line).containsExactly(3L);
        assertThat(rows.warnings).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2137000001 | 小学           | right | 211
            2137000001 | 小学教学点      | right | 218
            3137000001 | 九年一贯制学校   | right | 312
            3437000001 | 十二年一贯制学校 | right | 345
            1137000001 | 111           | right | kindergarten
            2137000001 | 九年一贯制学校   | wrong | became a nine-year school and kept its code
            3137000001 | 高级中学        | wrong | 342 under 31
            3137000001 | ''            | right | no type said
            """)
    void holdsTheTypeOfASchoolAgainstItsCode(String code, String type, String verdict, String reason) {
        Rows rows = read(Contracts.all(), KNOWN, "school.csv", "学校代码,生效日期,办学类型", code + ",2020-01-01," + type);

        assertThat(rows.accepted()).hasSize(1);
        assertThat(rows.warnings)
                .as(reason)
                .isEqualTo(verdict.equals("wrong") ? List.of("2 SCHOOL_CODE_TYPE:办学类型") : List.of());
    }

    @Test
    void tellsAnExamOfWhichNobodySaysWhatItMayBeUsedFor() {
        Rows rows = read(
                Contracts.all(),
                KNOWN,
                "exam.csv",
                "考试代码,学年,学段,年级,考试日期,用途说明",
                "A,2024,J,9,2025-06-14,初中学业水平考试",
                "B,2024,J,8,2025-06-28,",
                "C,2024,J,8,2025-06-28,　",
                "D,2024,J,2,2025-06-28,");
        assertThat(rows.accepted()).extracting(Rows.Row::line).containsExactly(2L, 3L, 4L);
        assertThat(rows.warnings)
                .as("a blank says nothing, and a rejected row has its own reason")
                .containsExactly("3 EXAM_USE_NOT_STATED:用途说明", "4 EXAM_USE_NOT_STATED:用途说明");
        assertThat(read(Contracts.all(), KNOWN, "exam.csv", "考试代码,学年,学段,年级,考试日期", "A,2024,J,9,2025-06-14").warnings)
                .as("a sheet without the column")
                .containsExactly("2 EXAM_USE_NOT_STATED:lawful_use_note");
        assertThat(read(Contracts.all(), known("none"), "exam.csv", "考试代码,学年,学段,年级,考试日期", "A,2024,J,9,2025-06-14")
                        .warnings)
                .as("the rule is a national one")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            E,1,一中,80,90.5,170.5 | right | the sum
            E,1,一中,80,90,170.5   | right | half a point is rounding
            E,1,一中,80,90,171     | wrong | one point is not
            E,1,一中,80,90,17      | wrong | a digit is missing
            E,1,一中,80,,171       | right | one subject is not there
            E,1,一中,80,缺考,171    | right | one was not sat
            E,1,一中,缺考,缺考,0    | wrong | who sat none has no total
            E,1,一中,缺考,免考,缺考 | right | and says so
            E,1,一中,,,80          | right | a sheet of totals alone
            E,1,一中,80,90,        | right | no total
            E,1,一中,80,90,缺考     | right | none either
            E,1,一中,80,130,171    | right | one is rejected: it is told, and nothing else
            F,1,一中,80,90,171     | right | the exam has a paper that the sheet has not
            """)
    void addsUpTheSubjectsOfAWideLine(String line, String verdict, String reason) {
        Rows rows = read(Contracts.all(), KNOWN, "x.csv", "考试代码,考号,学校,语文,数学,总分", line);

        assertThat(rows.warnings)
                .as(reason)
                .isEqualTo(verdict.equals("wrong") ? List.of("2 TOTAL_OF_SUBJECTS:总分") : List.of());
    }

    @Test
    void addsUpEachLineByItself() {
        Rows rows = read(
                Contracts.all(),
                KNOWN,
                "exam_score-E.csv",
                "考号,学校,总分,语文,数学",
                "1,一中,171,80,90",
                "2,一中,170,80,90",
                "3,一中,100,80,90");

        assertThat(rows.accepted()).hasSize(9);
        assertThat(rows.warnings).containsExactly("2 TOTAL_OF_SUBJECTS:总分", "4 TOTAL_OF_SUBJECTS:总分");
    }

    @Test
    void whereTheContractBearsMoreItBearsMore() {
        Contract patient = with(
                "exam_score", new CheckTerms(RowDoubts.TOTAL, Severity.WARNING, Map.of("points", new BigDecimal("5"))));
        Rows rows = read(
                List.of(patient), KNOWN, "exam_score-E.csv", "考号,学校,总分,语文,数学", "1,一中,175,80,90", "2,一中,175.5,80,90");

        assertThat(rows.warnings).containsExactly("3 TOTAL_OF_SUBJECTS:总分");
    }

    private static Contract with(String dataset, CheckTerms terms) {
        Contract given = Contracts.of(dataset);
        return new Contract(
                given.dataset(),
                given.version(),
                given.chineseName(),
                given.description(),
                given.columns(),
                given.key(),
                given.replacesBy(),
                given.patch(),
                given.maxRejectShare(),
                given.wide(),
                given.rules(),
                List.of(terms));
    }
}
