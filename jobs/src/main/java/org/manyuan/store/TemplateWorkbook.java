package org.manyuan.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ListDataValidation;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.manyuan.contract.Template;

/**
 * The workbook that a clerk fills for one dataset: the sheet to fill with its header, formats and drop-down lists, then notes, examples
 * and code lists, which are not read when it is handed in.
 */
public final class TemplateWorkbook {
    private static final int FILLED_ROWS = 5_000;
    private static final String REQUIRED_FILL = "FFE699";
    private static final String OPTIONAL_FILL = "DCE6F1";
    private static final double NARROWEST = 11;
    private static final double WIDEST = 36;

    private final Template template;
    private final List<String> names;
    private final Map<Integer, Range> lists = new HashMap<>();

    private TemplateWorkbook(Template template) {
        this.template = template;
        this.names = TemplateSheets.names(template.chinese());
    }

    /** Writes it; a file that is there stays as it is, and that is an error. */
    public static Path write(Path file, Template template) {
        try (OutputStream out = Files.newOutputStream(file, java.nio.file.StandardOpenOption.CREATE_NEW);
                Workbook workbook = new Workbook(out, "Manyuan", "1.0")) {
            new TemplateWorkbook(template).write(workbook);
            return file;
        } catch (IOException cause) {
            throw new UncheckedIOException("The template " + file + " cannot be written: " + cause.getMessage(), cause);
        }
    }

    private void write(Workbook workbook) {
        Worksheet form = workbook.newWorksheet(
                template.chinese()
                        ? template.contract().chineseName()
                        : template.contract().dataset());
        Worksheet notes = workbook.newWorksheet(names.get(0));
        Worksheet example = workbook.newWorksheet(names.get(1));
        Worksheet codes = workbook.newWorksheet(names.get(2));
        codes(codes);
        form(form);
        new TemplateNotes(notes, template).write();
        example(example);
    }

    private void form(Worksheet sheet) {
        head(sheet, 0);
        sheet.freezePane(0, 1);
        for (int i = 0; i < template.fields().size(); i++) {
            Template.Field field = template.fields().get(i);
            sheet.style(i).format(format(field)).set();
            Range list = lists.get(i);
            if (list != null) {
                ListDataValidation choice =
                        sheet.range(1, i, FILLED_ROWS, i).validateWithList(list).allowBlank(true);
                choice.showErrorMessage(true)
                        .errorStyle(isOpen(field) ? DataValidationErrorStyle.WARNING : DataValidationErrorStyle.STOP)
                        .errorTitle(field.header())
                        .error(said(field));
            }
        }
    }

    private String said(Template.Field field) {
        if (isOpen(field)) {
            return template.chinese()
                    ? "代码表中没有这个词。确实需要时可以保留。"
                    : "The code list has no such word. Keep it where it is meant.";
        }
        return template.chinese() ? "请从下拉列表中选择，或查看“代码表”。" : "Choose from the list; see the sheet Codes.";
    }

    private static boolean isOpen(Template.Field field) {
        return field.column().codes() != null && field.column().codes().open();
    }

    private void head(Worksheet sheet, int row) {
        for (int i = 0; i < template.fields().size(); i++) {
            Template.Field field = template.fields().get(i);
            PlainCell.put(sheet, row, i, field.header());
            sheet.style(row, i)
                    .bold()
                    .format("@")
                    .fillColor(field.required() ? REQUIRED_FILL : OPTIONAL_FILL)
                    .set();
            int place = i;
            double needed = template.examples().stream()
                    .mapToDouble(cells -> PlainCell.width(cells.get(place)))
                    .max()
                    .orElse(0);
            sheet.width(i, Math.min(WIDEST, Math.max(NARROWEST, Math.max(needed, PlainCell.width(field.header())))));
        }
    }

    /** Text for codes and numbers of persons, or a spreadsheet rounds them; days as days; a year is no day. */
    private static String format(Template.Field field) {
        return switch (field.column().type()) {
            case DAY -> "yyyy-mm-dd";
            case WHOLE -> "0";
            case DECIMAL, NUMBER -> "General";
            case TEXT, FLAG -> "@";
        };
    }

    private void example(Worksheet sheet) {
        PlainCell.put(
                sheet,
                0,
                0,
                TemplateSheets.MARK
                        + (template.chinese()
                                ? "：示例，只供参考，报送时不读取；请填写第一张工作表"
                                : ": examples; this sheet is not read, fill the first one"));
        sheet.style(0, 0).bold().fontColor("9C5700").set();
        head(sheet, 1);
        int row = 2;
        for (List<String> cells : template.examples()) {
            for (int i = 0; i < cells.size(); i++) {
                PlainCell.put(sheet, row, i, cells.get(i));
                sheet.style(row, i).format("@").set();
            }
            row++;
        }
    }

    /** One column a code list: the words to choose from. */
    private void codes(Worksheet sheet) {
        PlainCell.put(
                sheet,
                0,
                0,
                TemplateSheets.MARK
                        + (template.chinese()
                                ? "：代码表，下拉列表取自这里，请勿修改"
                                : ": the lists to choose from; do not change them"));
        sheet.style(0, 0).bold().fontColor("9C5700").set();
        int place = 0;
        for (int i = 0; i < template.fields().size(); i++) {
            Template.Field field = template.fields().get(i);
            if (!field.words().isEmpty()) {
                lists.put(i, list(sheet, place++, field.header(), field.words()));
            }
        }
        if (!template.headers().isEmpty()) {
            list(sheet, place, template.chinese() ? "可作表头的科目" : "subjects as headers", template.headers());
        }
    }

    private static Range list(Worksheet sheet, int place, String head, List<String> words) {
        PlainCell.put(sheet, 1, place, head);
        sheet.style(1, place).bold().fillColor(OPTIONAL_FILL).set();
        sheet.width(place, 20);
        int row = 2;
        for (String word : words) {
            PlainCell.put(sheet, row, place, word);
            sheet.style(row++, place).format("@").set();
        }
        return sheet.range(2, place, row - 1, place);
    }
}
