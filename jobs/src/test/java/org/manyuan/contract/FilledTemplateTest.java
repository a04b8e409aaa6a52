package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.manyuan.FilledTemplate;
import org.manyuan.store.SourceFile;
import org.manyuan.store.SourceText;
import org.manyuan.store.TemplateSheets;
import org.manyuan.store.TemplateWorkbook;

/** The template of every dataset, filled in with what passes its contract, is taken without a word; what it comes with is not read. */
class FilledTemplateTest {
    private static final SampleWarehouse WAREHOUSE = SampleWarehouse.ofPassingSamples();

    @TempDir
    Path folder;

    static Stream<Arguments> templates() {
        return Contracts.all().stream()
                .flatMap(contract ->
                        Stream.of(Arguments.of(contract.dataset(), true), Arguments.of(contract.dataset(), false)));
    }

    @ParameterizedTest(name = "{0}, in Chinese: {1}")
    @MethodSource("templates")
    void aFilledTemplateIsTakenWhole(String dataset, boolean chinese) throws IOException {
        Template template = Template.of(Contracts.of(dataset), chinese);
        Path empty = TemplateWorkbook.write(folder.resolve("空.xlsx"), template);
        Path file = FilledTemplate.of(empty, template.examples(), folder.resolve("表.xlsx"));

        List<SourceText> texts =
                SourceFile.recognise(file, Files.createDirectory(folder.resolve("tmp")), null, (char) 0).texts();
        List<SourceText> data =
                texts.stream().filter(text -> !TemplateSheets.isOne(text)).toList();

        assertThat(texts).hasSize(4);
        assertThat(data).hasSize(1);
        SampleSheet sheet = SampleSheet.read(Path.of(data.get(0).path()));
        Match match = WAREHOUSE.match(sheet, dataset + ".xlsx");
        assertThat(match.problems()).isEmpty();
        assertThat(match.ignored()).isEmpty();
        assertThat(match.binding().contract().dataset()).isEqualTo(dataset);
        assertThat(WAREHOUSE.match(sheet, "表.xlsx").binding()).as("by its header alone").isNotNull();
        SampleRows rows = sheet.through(match.binding(), WAREHOUSE.references());
        assertThat(rows.rejected).isEmpty();
        assertThat(rows.accepted).hasSizeGreaterThanOrEqualTo(template.examples().size());
    }

    @ParameterizedTest(name = "{0}, in Chinese: {1}")
    @MethodSource("templates")
    void anEmptyTemplateHoldsNoRow(String dataset, boolean chinese) throws IOException {
        Path file = folder.resolve("空.xlsx");
        TemplateWorkbook.write(file, Template.of(Contracts.of(dataset), chinese));
        List<SourceText> data = SourceFile.recognise(file, Files.createDirectory(folder.resolve("tmp")), null, (char) 0)
                .texts()
                .stream()
                .filter(text -> !TemplateSheets.isOne(text))
                .toList();
        assertThat(data).hasSize(1);
        assertThat(SampleSheet.read(Path.of(data.get(0).path())).lines()).hasSize(1);
    }

    @Test
    void scoresComeAsAWideSheetWithASubjectAColumn() {
        Template template = Template.of(Contracts.of("exam_score"), true);
        assertThat(template.fields())
                .extracting(Template.Field::header)
                .startsWith("考试代码", "考号", "学校代码", "班级")
                .contains("语文", "数学", "英语", "总分")
                .doesNotContain("科目", "成绩", "等级", "考试状态");
        assertThat(template.examples()).hasSizeBetween(2, 3);
    }

    @Test
    void aDescriptionIsToldInOneLanguage() {
        assertThat(Contracts.all())
                .allSatisfy(contract -> assertThat(contract.columns()).allSatisfy(column -> {
                    assertThat(Template.voice(column.description(), true))
                            .as(column.name())
                            .containsPattern("\\p{IsHan}")
                            .doesNotContainPattern("\\. ");
                    assertThat(Template.voice(column.description(), false))
                            .as(column.name())
                            .containsPattern("[a-z]")
                            .doesNotContain("。");
                }));
    }

    @Test
    void everyTemplateShowsTwoOrThreeExamples() {
        assertThat(Contracts.all()).allSatisfy(contract -> assertThat(
                        Template.of(contract, true).examples())
                .as(contract.dataset())
                .hasSizeBetween(1, 3));
    }

    @Test
    void theCodesOfAWideSheetAreListedAsHeaders() {
        assertThat(Template.of(Contracts.of("exam_score"), true).headers()).contains("总分", "物理", "体育");
        assertThat(Template.of(Contracts.of("enrollment"), true).headers()).isEmpty();
    }

    @Test
    void codesAreChosenFromAListOfChineseWordsAndNumbersOfPersonsAreText() throws IOException {
        Path file = TemplateWorkbook.write(
                folder.resolve("t.xlsx"), Template.of(Contracts.of("teacher_roll"), true));
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            Sheet form = book.getSheetAt(0);
            Map<String, Integer> column = new HashMap<>();
            form.getRow(0).forEach(cell -> column.put(cell.getStringCellValue(), cell.getColumnIndex()));
            assertThat(form.getColumnStyle(column.get("教师编号")).getDataFormatString()).isEqualTo("@");
            assertThat(form.getColumnStyle(column.get("来校时间")).getDataFormatString())
                    .isEqualTo("yyyy-mm-dd");
            List<? extends DataValidation> lists = form.getDataValidations();
            assertThat(lists).anySatisfy(list -> assertThat(
                            list.getRegions().getCellRangeAddress(0).getFirstColumn())
                    .isEqualTo(column.get("职称")));
            List<String> words = new ArrayList<>();
            book.getSheet("代码表").forEach(row -> row.forEach(cell -> words.add(cell.getStringCellValue())));
            assertThat(words).contains("正高级教师", "初中", "是", "否", "数学");
        }
    }
}
