package org.manyuan.store;

import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.manyuan.contract.Column;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Template;

/** How a template is filled: what the dataset is, a few rules for all columns, and for each column its two voices. */
final class TemplateNotes {
    private static final List<String> CHINESE_HEADS =
            List.of("列名", "是否必填", "如何填写", "系统如何理解", "格式", "可选的词", "示例", "英文列名");
    private static final List<String> ENGLISH_HEADS = List.of(
            "column",
            "required",
            "how to fill it",
            "how it is read",
            "format",
            "words to choose from",
            "example",
            "中文列名");
    private static final double[] WIDTHS = {18, 10, 56, 56, 16, 40, 22, 24};
    private static final int SHOWN_WORDS = 12;

    private final Worksheet sheet;
    private final Template template;
    private final Contract contract;
    private int row;

    TemplateNotes(Worksheet sheet, Template template) {
        this.sheet = sheet;
        this.template = template;
        this.contract = template.contract();
    }

    void write() {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.width(i, WIDTHS[i]);
        }
        PlainCell.put(
                sheet,
                row,
                0,
                TemplateSheets.MARK + (template.chinese() ? "：" : ": ") + contract.chineseName() + " "
                        + contract.dataset() + " " + contract.version());
        sheet.style(row++, 0).bold().fontSize(14).set();
        (template.chinese() ? chineseRules() : englishRules()).forEach(rule -> PlainCell.put(sheet, row++, 0, rule));
        row++;
        List<String> heads = template.chinese() ? CHINESE_HEADS : ENGLISH_HEADS;
        for (int i = 0; i < heads.size(); i++) {
            PlainCell.put(sheet, row, i, heads.get(i));
            sheet.style(row, i).bold().fillColor("DCE6F1").set();
        }
        row++;
        for (int i = 0; i < template.fields().size(); i++) {
            field(template.fields().get(i), example(i));
        }
    }

    private List<String> chineseRules() {
        return List.of(
                Template.voice(contract.description(), true),
                "只填写第一张工作表，从第 2 行填起，不要改动表头。黄色表头必填；蓝色表头知道的填，不知道的留空，0 只表示确实为零。",
                "代码、学籍号、身份证号所在的列已设为文本格式；粘贴时请选“粘贴为数值”，以免被改成科学计数。日期写作 2024-09-01。",
                "“填报说明”“示例”“代码表”三张工作表只供查阅，报送时不读取，可以保留。",
                "填好后另存为 .xlsx，放入 <区划代码> 目录后报送：manyuan ingest；想先检查：manyuan ingest --check。"
                        + wide("各科成绩一科一列，科目名称写在表头，可按需增删；没有该科成绩的单元格留空，缺考、免考直接填在成绩格中。"));
    }

    private List<String> englishRules() {
        return List.of(
                Template.voice(contract.description(), false),
                "Fill the first sheet only, from line 2 on, and leave the header as it is. Yellow headers must be filled,"
                        + " blue ones where you know; leave the rest empty, 0 means none.",
                "Columns of codes and numbers of persons are text, or a spreadsheet rounds them. Days are written 2024-09-01.",
                "The sheets Notes, Example and Codes are there to be looked at; they are not read and may stay.",
                "Save as .xlsx in a folder named by the district's code and hand it in: manyuan ingest; to check it first:"
                        + " manyuan ingest --check."
                        + wide(
                                " One column a subject, its name above it; add or remove columns as you need. An empty cell is no row."));
    }

    private String wide(String rule) {
        return template.headers().isEmpty() ? "" : rule;
    }

    private String example(int field) {
        return template.examples().stream()
                .map(cells -> cells.get(field))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void field(Template.Field field, String example) {
        Column column = field.column();
        List<String> cells = List.of(
                field.header(),
                required(field),
                template.chinese() ? column.fill().zh() : column.fill().en(),
                Template.voice(column.description(), template.chinese()),
                format(column),
                words(field),
                example,
                template.chinese() ? column.name() : column.chineseName());
        for (int i = 0; i < cells.size(); i++) {
            PlainCell.put(sheet, row, i, cells.get(i));
            sheet.style(row, i)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .format("@")
                    .set();
        }
        row++;
    }

    private String required(Template.Field field) {
        if (field.required()) {
            return template.chinese() ? "必填" : "yes";
        }
        if (field.column().fromFolder()) {
            return template.chinese() ? "可由目录名补全" : "the folder may say it";
        }
        return template.chinese() ? "有则填" : "where known";
    }

    private String format(Column column) {
        boolean chinese = template.chinese();
        return switch (column.type()) {
            case TEXT -> chinese ? "文本" : "text";
            case WHOLE ->
                column.schoolYear() ? chinese ? "学年，如 2024" : "school year, 2024" : chinese ? "整数" : "whole number";
            case DECIMAL, NUMBER -> chinese ? "数值" : "number";
            case DAY -> chinese ? "日期 2024-09-01" : "day, 2024-09-01";
            case FLAG -> chinese ? "是或否" : "yes or no";
        };
    }

    private String words(Template.Field field) {
        if (field.words().isEmpty()) {
            return "";
        }
        boolean chinese = template.chinese();
        String shown = field.words().stream().limit(SHOWN_WORDS).collect(Collectors.joining(chinese ? "、" : ", "));
        String more = field.words().size() > SHOWN_WORDS ? chinese ? " 等，见“代码表”" : " …, see Codes" : "";
        boolean isOpen =
                field.column().codes() != null && field.column().codes().open();
        return shown + more + (isOpen ? chinese ? "；也可填其他词" : "; others pass" : "");
    }
}
