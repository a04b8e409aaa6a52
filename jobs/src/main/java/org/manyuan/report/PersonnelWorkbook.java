package org.manyuan.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The list that a personnel office works from, as a workbook: what it is, the figures, then sheets of persons and of flows. It holds
 * keys, and where the office gave its list numbers and names of teachers; so only its owner can read the file. Computes nothing.
 */
public final class PersonnelWorkbook {
    /** What codes of a column are said with; others stand as they are. */
    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("place_kind", "policy_subject"),
            Map.entry("stage", "stage"),
            Map.entry("talent_level", "talent_level"),
            Map.entry("talent_status", "talent_status"),
            Map.entry("rotation", "rotation"),
            Map.entry("standing", "exchange_standing"),
            Map.entry("exchange_flag", "flag"),
            Map.entry("backbone_flag", "flag"),
            Map.entry("rotation_flag", "flag"),
            Map.entry("net_flag", "flag"));

    private static final String SHARE = "0.0%";

    /** How numbers of a column are written; others as whole numbers. */
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("exchange_rate", SHARE),
            Map.entry("backbone_share", SHARE),
            Map.entry("rotation_rate", SHARE),
            Map.entry("net_rate", SHARE),
            Map.entry("fte", "0.00"),
            Map.entry("months", "0.0"),
            Map.entry("months_in", "0.0"),
            Map.entry("months_out", "0.0"),
            Map.entry("months_inside", "0.0"),
            Map.entry("months_net", "0.0"));

    private final About about;
    private final Words words;

    private PersonnelWorkbook(About about, Words words) {
        this.about = about;
        this.words = words;
    }

    /**
     * What it is about.
     *
     * @param isSynthetic whether any row is made up
     * @param rotationYears years at a school after which a teacher is due
     * @param found how many of the persons in it the office's list names; empty where it gave none
     */
    public record About(
            DistrictYear what, LocalDate asOf, boolean isSynthetic, int rotationYears, Optional<Integer> found) {}

    /**
     * One sheet.
     *
     * @param name of its template, e.g. due
     * @param columns in order, each a column of every row
     */
    public record Sheet(String name, List<String> columns, List<Map<String, Object>> rows) {
        public Sheet {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @throws ReportException where it cannot be written
     */
    public static void write(Path file, About about, List<Sheet> sheets, Locale locale) {
        WholeFile.writeNew(file, new PersonnelWorkbook(about, Words.in(locale)).bytes(sheets));
    }

    private byte[] bytes(List<Sheet> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Manyuan", "1.0")) {
            about(book.newWorksheet(words.say("sheet.about")), sheets);
            sheets.forEach(sheet -> write(book.newWorksheet(words.say("personnel." + sheet.name())), sheet));
        } catch (IOException e) {
            throw new ReportException("the workbook cannot be made: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    /** What stands above every head. */
    private List<String> above() {
        String restricted = words.say("personnel.restricted");
        return about.isSynthetic() ? List.of(restricted, words.say("about.synthetic")) : List.of(restricted);
    }

    private void about(Worksheet page, List<Sheet> sheets) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                words.say("personnel.title"),
                words.say(
                        "personnel.of",
                        about.what().districtName(),
                        String.valueOf(about.what().schoolYear()),
                        String.valueOf(about.what().schoolYear() + 1))));
        lines.add(List.of(words.say("about.as_of"), about.asOf().toString()));
        lines.add(List.of(
                words.say("about.origin"), words.say(about.isSynthetic() ? "about.synthetic" : "about.reported")));
        lines.add(List.of(words.say("personnel.use"), words.say("personnel.restricted")));
        lines.add(List.of(
                words.say("personnel.persons"),
                about.found()
                        .map(found -> words.say("personnel.persons.found", found))
                        .orElse(words.say("personnel.persons.keys"))));
        lines.add(List.of("", ""));
        sheets.forEach(sheet -> lines.add(List.of(
                words.say("personnel." + sheet.name()),
                words.say("personnel." + sheet.name() + ".what", about.rotationYears()))));
        for (int line = 0; line < lines.size(); line++) {
            SheetOfRows.text(page, line, 0, lines.get(line).get(0));
            page.style(line, 0).bold().set();
            SheetOfRows.text(page, line, 1, lines.get(line).get(1));
            page.style(line, 1).wrapText(true).set();
        }
        page.width(0, 24);
        page.width(1, 100);
    }

    private void write(Worksheet page, Sheet sheet) {
        List<String> columns = sheet.columns();
        int first = SheetOfRows.heads(
                page,
                above(),
                columns.stream()
                        .map(column -> words.say("personnel.column." + column))
                        .toList());
        int line = first;
        for (Map<String, Object> row : sheet.rows()) {
            for (int i = 0; i < columns.size(); i++) {
                cell(page, line, i, columns.get(i), row.get(columns.get(i)));
            }
            line++;
        }
        if (sheet.rows().isEmpty()) {
            SheetOfRows.text(page, line, 0, words.say("none"));
        } else {
            page.setAutoFilter(first - 1, line - 1, 0, columns.size() - 1);
        }
        for (int i = 0; i < columns.size(); i++) {
            page.width(i, width(columns.get(i)));
        }
    }

    private void cell(Worksheet page, int line, int place, String column, Object value) {
        if (value instanceof Number number) {
            page.value(line, place, number);
            page.style(line, place)
                    .format(FORMATS.getOrDefault(column, "#,##0"))
                    .set();
        } else if (value instanceof LocalDate day) {
            page.value(line, place, day);
            page.style(line, place).format("yyyy-mm-dd").set();
        } else if (value != null) {
            String text = value.toString();
            String list = LISTS.get(column);
            SheetOfRows.text(page, line, place, list == null || text.isEmpty() ? text : words.code(list, text));
        }
    }

    private static double width(String column) {
        return switch (column) {
            case "teacher_key", "place_name", "school_name", "from_name", "to_name", "group_names", "where_to" -> 30;
            case "rotation", "standing", "exempt_reason" -> 24;
            default -> 14;
        };
    }
}
