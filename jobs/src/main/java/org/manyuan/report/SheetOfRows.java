package org.manyuan.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Sheets of released rows: a bold frozen head in the words of the serving schema, numbers as numbers, texts never as formulas. */
final class SheetOfRows {
    /** Numbers that stay whole, or are names. */
    private static final Set<String> YEARS = Set.of("school_year", "base_year", "scheme_version", "position");

    private static final Set<String> SHARES = Set.of(
            "growth",
            "growth_lo",
            "growth_hi",
            "share_shift",
            "rate_lo",
            "rate_hi",
            "backbone_share",
            "backbone_lo",
            "backbone_hi",
            "score_coverage",
            "weight",
            "p_top");
    /** What a published figure is found to be, beside what a policy rule finds. */
    private static final Set<String> PUBLISHED = Set.of("AGREES", "DIFFERS", "INCONSISTENT_SOURCE", "RECORDED");

    private static final Set<String> PLACES = Set.of("rank", "rank_median", "rank_p05", "rank_p95");

    private final Workbook book;
    private final Words words;
    private final ColumnWords columns;
    private final List<String> above;

    SheetOfRows(Workbook book, Words words, List<String> above) {
        this.book = book;
        this.words = words;
        this.columns = ColumnWords.in(words);
        this.above = above;
    }

    /** One sheet; with no rows it has its head only. */
    void write(String name, String table, List<Row> rows) {
        Worksheet sheet = book.newWorksheet(words.say("sheet." + name));
        List<String> shown = rows.isEmpty() ? List.of() : shown(rows.get(0));
        int line = heads(
                sheet,
                above,
                shown.isEmpty()
                        ? List.of(words.say("none"))
                        : shown.stream().map(column -> head(table, column)).toList());
        for (Row row : rows) {
            for (int i = 0; i < shown.size(); i++) {
                cell(sheet, line, i, shown.get(i), row);
            }
            line++;
        }
        for (int i = 0; i < shown.size(); i++) {
            sheet.width(i, width(shown.get(i)));
        }
    }

    private static int width(String column) {
        return switch (column) {
            case "place_words" -> 90;
            case "indistinct_names", "rule_words", "evidence_words", "waiting_words" -> 60;
            default -> column.endsWith("_name") || column.endsWith("evidence") ? 26 : 14;
        };
    }

    /** The head of a sheet, above it what release it is and 合成数据 where rows are made up; returns the line of the first row. */
    static int heads(Worksheet sheet, List<String> above, List<String> heads) {
        int line = 0;
        for (String said : above) {
            text(sheet, line, 0, said);
            sheet.style(line, 0).bold().fontColor("6B4408").set();
            line++;
        }
        for (int i = 0; i < heads.size(); i++) {
            text(sheet, line, i, heads.get(i));
            sheet.style(line, i)
                    .bold()
                    .wrapText(true)
                    .fillColor("E8EEF7")
                    .verticalAlignment("top")
                    .set();
        }
        sheet.freezePane(0, line + 1);
        return line + 1;
    }

    /** A text cell. It is written as a string, never as a formula; one that begins like a formula is quoted besides. */
    static void text(Worksheet sheet, int line, int column, String text) {
        String plain = text.codePoints()
                .filter(character -> character == '\n' || !Character.isISOControl(character))
                .filter(character -> character < 0xD800 || character > 0xDFFF)
                .filter(character -> character != 0xFFFE && character != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        sheet.value(line, column, plain.matches("(?s)[=+@＝＋＠－\\t-].*") ? "'" + plain : plain);
    }

    /** In Chinese the names made for it; in English the codes, which are English words. */
    private List<String> shown(Row row) {
        List<String> all = List.copyOf(row.cells().keySet());
        return all.stream()
                .filter(column -> words.chinese()
                        ? !all.contains(column + "_zh")
                                && !column.endsWith("_en")
                                && !column.equals("marks")
                                && !column.equals("score_marks")
                        : !column.endsWith("_zh"))
                .toList();
    }

    private String head(String table, String column) {
        if (words.has("column." + column) && !columns.knows(table, column)) {
            return words.say("column." + column);
        }
        String head = columns.of(table, column);
        return words.chinese() ? head.replaceAll("（[A-Za-z_]+ .*）", "") : head;
    }

    private void cell(Worksheet sheet, int line, int place, String column, Row row) {
        Object value = row.value(column);
        if (value == null) {
            if (hidden(column, row)) {
                text(sheet, line, place, words.say("hidden"));
            }
        } else if (value instanceof Boolean truth) {
            sheet.value(line, place, truth);
        } else if (value instanceof LocalDate || !(value instanceof Number number)) {
            text(sheet, line, place, words.chinese() ? said(column, value.toString()) : value.toString());
        } else {
            sheet.value(line, place, number);
            sheet.style(line, place).format(format(column, number)).set();
        }
    }

    /** A code in words. */
    private String said(String column, String code) {
        if (column.equals("flag") || column.endsWith("_flag")) {
            return words.code("flag", code);
        }
        return switch (column) {
            case "stage" -> code.isEmpty() ? words.say("policy.all_stages") : words.code("stage", code);
            case "origin" -> words.code("origin", code);
            case "result" -> words.code(PUBLISHED.contains(code) ? "published_result" : "result", code);
            case "bound" -> words.code("bound", code);
            case "hardness" -> words.code("hardness", code);
            case "node_kind" -> worded("node_kind.", code);
            case "variant" -> words.gapOf(code);
            default -> code;
        };
    }

    private String worded(String list, String code) {
        return words.has(list + code) ? words.say(list + code) : code;
    }

    /** A number that is empty in a row that was withheld. */
    private static boolean hidden(String column, Row row) {
        String flag =
                switch (column) {
                    case "intake" -> "intake_flag";
                    case "growth" -> "growth_flag";
                    case "share_shift" -> "share_shift_flag";
                    case "rate" -> row.cells().containsKey("rate_flag") ? "rate_flag" : "flag";
                    case "backbone_share" -> "backbone_flag";
                    case "score" -> "score_flag";
                    case "rank" -> "rank_flag";
                    case "adjusted_change" -> "adjusted_flag";
                    case "value", "change", "gap_now", "gap_base" -> "flag";
                    default -> "";
                };
        return !flag.isEmpty() && row.cells().containsKey(flag) && row.has(flag, "SUPPRESSED");
    }

    private static String format(String column, Number number) {
        if (YEARS.contains(column)) {
            return "0";
        }
        if (number instanceof Long || number instanceof Integer) {
            return "#,##0";
        }
        if (SHARES.contains(column) || column.equals("rate")) {
            return "0.0%";
        }
        if (PLACES.contains(column)) {
            return "0.0";
        }
        return column.equals("intake") ? "#,##0" : "0.000";
    }
}
