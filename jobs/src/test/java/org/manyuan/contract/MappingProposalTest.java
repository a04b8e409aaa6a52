package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a foreign file could be, guessed from its header and first lines. Tables by bars, one line a row. */
class MappingProposalTest {
    private static final String SCHOOLS = """
            URN    | School name  | LA code | Total pupils | Year
            100049 | Haverstock   | 202     | 950          | 2018
            100050 | Hill School  | 202     | 1170         | 2018
            """;

    @ParameterizedTest(name = "{0}: {1} of {2}, since {3}")
    @CsvSource({
        "URN, school_code, school, the vocabulary thinks it probable",
        "School name, name, school, it is an alias of the contract",
        "LA code, district_code, school, the vocabulary thinks it probable",
        "Total pupils, students, school_resource, the vocabulary thinks it probable"
    })
    void findsColumnsByTheirWords(String header, String column, String dataset, String why) {
        assertThat(guesses(proposed(SCHOOLS), dataset)).as(why).contains(column + " = " + header);
    }

    @Test
    void saysWhatNoHeaderMeans() {
        MappingProposal proposal = proposed(SCHOOLS);
        assertThat(dataset(proposal, "school").missing()).containsExactly("valid_from");
        assertThat(dataset(proposal, "school_resource").missing()).containsExactly("stage");
        assertThat(proposal.draft()).contains("      valid_from: '?'").contains("      stage: '?'");
    }

    @Test
    void trustsAHeaderLessWhoseCellsDoNotFit() {
        MappingProposal proposal = proposed(SCHOOLS.replace("950 ", "many").replace("1170", "few "));
        assertThat(proposal.draft()).doesNotContain("Total pupils");
    }

    @Test
    void asksForTheMeaningOfUnknownCodes() {
        MappingProposal proposal = proposed("""
                URN    | Phase       | Year | Total pupils
                100049 | Sixth form  | 2018 | 950
                100050 | Primary     | 2018 | 1170
                """);
        assertThat(proposal.draft()).contains("column: 'Phase'").contains("'Sixth form': '?'");
    }

    @Test
    void seesYearsAndMeasuresInHeaders() {
        MappingProposal proposal = proposed("""
                URN    | KS4 pupils, 2018 | KS4 pupils, 2019 | Attainment 8, 2018 | Attainment 8, 2019 | Progress 8, 2018 | Progress 8, 2019
                100049 | 197              | 199              | 44.9               | 42.4               | -0.1             | -0.11
                100050 | 168              | 175              | 57.1               | 58.7               | 0.65             | 0.77
                """);
        assertThat(guesses(proposal, "exam_summary")).contains("examinees = KS4 pupils, {year}");
        assertThat(proposal.draft())
                .contains("- [{year: '2018'}, {year: '2019'}]")
                .contains("- {subject: attainment_8, measure: 'Attainment 8, {year}'}")
                .contains("- {subject: progress_8, measure: 'Progress 8, {year}'}")
                .contains("mean_score: '{measure}'")
                .contains("subject: '{subject}'");
        assertThat(proposal.ignored()).isEmpty();
    }

    @Test
    void readsAWideExamSheetAsScoresAndNothingElse() {
        MappingProposal proposal = proposed("""
                考号     | 姓名 | 学校 | 班级 | 语文 | 数学成绩 | 英语 | 总分
                20240001 | 甲   | 一中 | 1    | 90   | 80       | 缺考 | 170
                20240002 | 乙   | 一中 | 2    | 70   |          | 60   | 130
                """);
        assertThat(proposal.datasets().stream().filter(MappingProposal.Dataset::isInDraft))
                .extracting(MappingProposal.Dataset::dataset)
                .containsExactly("exam_score");
        assertThat(dataset(proposal, "exam_score").missing()).containsExactly("exam_code");
        assertThat(proposal.ignored()).containsExactly("姓名");

        Mapping mapping = read(proposal.draft().replace("exam_code: '?'", "exam_code: QM"));
        References.Builder known = References.builder("none")
                .district("370305", null)
                .school("3137000001", "370305", null, "第一中学", "一中")
                .exam("QM", "370305");
        List.of("chinese", "math", "english", "total")
                .forEach(subject -> known.paper("QM", subject, BigDecimal.valueOf(300), BigDecimal.ONE));
        Binding binding = mapping.bind(
                        new Header(List.of("考号", "姓名", "学校", "班级", "语文", "数学成绩", "英语", "总分"), 1),
                        new SourceName("schools.csv", null))
                .get(0);
        Rows rows = Rows.read(
                binding, known.build(), List.of("20240001,甲,一中,1,90,80,缺考,170", "20240002,乙,一中,2,70,,60,130"));

        assertThat(rows.rejects()).isEmpty();
        assertThat(rows.accepted())
                .extracting(row -> row.of("subject") + " " + row.of("score") + " " + row.of("status"))
                .containsExactly(
                        "chinese 90 present",
                        "math 80 present",
                        "english null absent",
                        "total 170 present",
                        "chinese 70 present",
                        "english 60 present",
                        "total 130 present");
    }

    @Test
    void knowsAColumnByItsNameEvenIfItsValuesAreOdd() {
        MappingProposal proposal = proposed("""
                考号 | 姓名 | 学校 | 班级 | 语文 | 数学
                1    | 甲   | 一中 | 1    | 90   | 80
                2    | 乙   | 一中 | 2    | 70   | 60
                """);
        assertThat(guesses(proposal, "exam_score")).contains("student_id = 考号");
        assertThat(proposal.datasets().get(0).isInDraft()).isTrue();
        assertThat(proposal.ignored()).containsExactly("姓名");
    }

    @Test
    void seesHowDaysAreWrittenAndTheDayInTheFileName() {
        MappingProposal proposal =
                MappingProposal.of("trust_members_20180501.csv", "windows-1252", "", lines("""
                        Linked UID | URN    | Joined date
                        3211       | 129342 | 31-08-2006
                        3211       | 129343 | 01-09-2006
                        """), "none");
        assertThat(proposal.draft())
                .contains("file: 'trust_members_*.csv'")
                .contains("encoding: windows-1252")
                .contains("day: {pattern: '((?:19|20)\\d{6})', date_format: yyyyMMdd}")
                .contains("joined_on: {column: 'Joined date', date_format: dd-MM-yyyy}")
                .contains("as_of: '{day}'");
    }

    @Test
    void findsTheHeaderBelowTitles() {
        MappingProposal proposal = proposed("2024年秋季学生数统计表 |\n填报单位 | 某区\n\n" + """
                学校名称 | 学年 | 学段 | 年级   | 在校生人数
                实验小学 | 2024 | 小学 | 一年级 | 45
                中心小学 | 2024 | 小学 | 一年级 | 51
                """);
        assertThat(proposal.headerRow()).isEqualTo(4);
        assertThat(proposal.draft()).contains("header_row: 4");
        assertThat(proposal.datasets().get(0).dataset()).isEqualTo("enrollment");
    }

    @Test
    void aDraftIsReadStrictlyOnceEveryQuestionIsAnswered() {
        String draft = proposed(SCHOOLS).draft();
        assertThatThrownBy(() -> read(draft))
                .isInstanceOf(MalformedYaml.class)
                .hasMessageContaining("'?' still stands here");

        Mapping mapping =
                read(draft.replace("valid_from: '?'", "valid_from: 1900-01-01").replace("'?'", "'P'"));

        assertThat(mapping.matches("schools.csv")).isTrue();
        assertThat(mapping.contracts()).extracting(Contract::dataset).contains("school", "school_resource");
    }

    @Test
    void takesACountOfTeachersForNoTeachersNumber() {
        MappingProposal proposal = proposed("URN | Teachers\n100049 | 71\n100050 | 82\n");
        assertThat(proposal.datasets()).noneMatch(each -> each.dataset().equals("teacher_roll") && each.isInDraft());
    }

    @Test
    void proposesNothingForAFileThatIsAboutSomethingElse() {
        MappingProposal proposal = proposed("Colour | Weight\nred | 3\nblue | 4\n");
        assertThat(proposal.datasets()).noneMatch(MappingProposal.Dataset::isInDraft);
        assertThat(proposal.ignored()).containsExactly("Colour", "Weight");
    }

    @Test
    void refusesAFileWithoutAHeader() {
        assertThatThrownBy(() -> proposed("1 | 2\n3 | 4\n")).hasMessageContaining("could be a header");
    }

    private static MappingProposal proposed(String table) {
        return MappingProposal.of("schools.csv", "", "", lines(table), "none");
    }

    private static List<List<String>> lines(String table) {
        return table.lines()
                .map(line -> line.isBlank()
                        ? List.<String>of()
                        : Arrays.stream(line.split("\\|", -1))
                                .map(String::strip)
                                .toList())
                .toList();
    }

    private static MappingProposal.Dataset dataset(MappingProposal proposal, String dataset) {
        return proposal.datasets().stream()
                .filter(each -> each.dataset().equals(dataset))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> guesses(MappingProposal proposal, String dataset) {
        return dataset(proposal, dataset).columns().stream()
                .map(guess -> guess.column() + " = " + guess.header())
                .toList();
    }

    private static Mapping read(String yaml) {
        return Mapping.read("draft", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
