package org.manyuan.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a proposed mapping as YAML that a person reads: how sure each line is stands beside it, what is not known is {@code '?'}. */
final class MappingDraft {
    /** What a person has to fill in; the mapping loader refuses a mapping that still has it. */
    static final String UNKNOWN = "?";

    private static final Pattern DAY = Pattern.compile("((?:19|20)\\d{6})");
    private static final Pattern YEAR_OF_FILE = Pattern.compile("((?:19|20)\\d{2})");
    private static final String YEAR = "{year}";
    private static final String MEASURE = "measure";
    /** Years and days in a file's name change from file to file. */
    private static final String DATES = "\\d{4,}";

    private final String fileName;
    private final String encoding;
    private final String sheet;
    private final int headerRow;
    private final YearlyHeaders yearly;
    private boolean dayOfFile;
    private boolean yearOfFile;
    private final StringBuilder yaml = new StringBuilder();

    MappingDraft(String fileName, String encoding, String sheet, int headerRow, YearlyHeaders yearly) {
        this.fileName = fileName;
        this.encoding = encoding;
        this.sheet = sheet;
        this.headerRow = headerRow;
        this.yearly = yearly;
    }

    String of(List<DatasetGuess> guesses) {
        line("# 由 manyuan map 根据表头和前若干行建议，请逐行核对；百分数为把握程度，'?' 处必须填写。");
        line("# Proposed by manyuan map from the header and the first lines: check each line, fill in every '?'.");
        line("mapping: " + name());
        line("file: " + quoted(fileName.replaceAll(DATES, "*")));
        if (!encoding.isEmpty()) {
            line("encoding: " + encoding + "  # 猜测，请核对特殊字符 guessed: look at the accents");
        }
        if (!sheet.isEmpty()) {
            line("sheet: " + quoted(sheet));
        }
        if (headerRow > 1) {
            line("header_row: " + headerRow);
        }
        fromFileName(guesses);
        line("datasets:");
        List<DatasetGuess> ordered = new ArrayList<>(guesses);
        List<Contract> order = List.copyOf(Contracts.all());
        ordered.sort(Comparator.comparingInt(guess -> order.indexOf(guess.contract())));
        ordered.forEach(this::dataset);
        return yaml.toString();
    }

    /** A day in the name is that of a snapshot, a year in it that of the file, where the header says neither. */
    private void fromFileName(List<DatasetGuess> guesses) {
        boolean saysDay = DAY.matcher(fileName).find();
        boolean saysYear = !saysDay
                && YEAR_OF_FILE.matcher(fileName).find()
                && yearly.years().isEmpty();
        if (saysDay && guesses.stream().anyMatch(MappingDraft::isSnapshot)) {
            line("from_filename:");
            line("  day: {pattern: " + quoted(DAY.pattern()) + ", date_format: yyyyMMdd}");
        } else if (saysYear && guesses.stream().anyMatch(MappingDraft::needsYear)) {
            line("from_filename:");
            line("  file_year: {pattern: " + quoted(YEAR_OF_FILE.pattern()) + "}  # 学年以秋季年份计，请核对 check: the autumn");
        }
        this.dayOfFile = saysDay;
        this.yearOfFile = saysYear;
    }

    private static boolean isSnapshot(DatasetGuess guess) {
        return guess.contract().has("as_of")
                && guess.columns().stream().noneMatch(column -> column.column().equals("as_of"));
    }

    private static boolean needsYear(DatasetGuess guess) {
        return guess.missing().stream().anyMatch(Column::schoolYear);
    }

    private String name() {
        String word = fileName.replaceAll("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{N}]+", "_");
        return word.toLowerCase(Locale.ROOT);
    }

    private void dataset(DatasetGuess guess) {
        line("  # %s %.0f %%".formatted(guess.contract().chineseName(), 100 * guess.score()));
        line("  - dataset: " + guess.contract().dataset());
        if (guess.repeats()) {
            line("    distinct: true  # 多行重复，只取一次 equal rows count once");
        }
        unpivot(guess);
        line("    columns:");
        guess.columns().forEach(column -> column(column, guess.measures().keySet()));
        boolean isSnapshot = dayOfFile && isSnapshot(guess);
        if (isSnapshot || guess.isWide() || !guess.missing().isEmpty()) {
            line("    constants:");
        }
        if (isSnapshot) {
            line("      as_of: '{day}'  # 名单时点，取自文件名 from the file name");
        }
        if (guess.isWide()) {
            constant(guess.contract().column(guess.contract().wide().by()), guess);
        }
        guess.missing().forEach(column -> constant(column, guess));
    }

    private void unpivot(DatasetGuess guess) {
        if (guess.isYearly() || !guess.measures().isEmpty()) {
            line("    unpivot:");
        }
        if (guess.isYearly()) {
            List<String> steps = yearly.years().stream()
                    .map(year -> "{year: '" + year + "'}")
                    .toList();
            line("      - [" + String.join(", ", steps) + "]  # 每年一行 a row a year");
        }
        if (!guess.measures().isEmpty()) {
            line("      -  # 每科一行 a row a subject");
            guess.measures()
                    .forEach((header, subject) ->
                            line("        - {subject: " + subject + ", " + MEASURE + ": " + quoted(header) + "}"));
        }
        if (guess.isWide()) {
            line("    filter:");
            line("      - {column: '{" + MEASURE + "}', filled: true}  # 空单元格不成记录 an empty cell is no row");
        }
    }

    private void column(ColumnGuess guess, Set<String> measures) {
        String sure = "  # %s %.0f %%".formatted(guess.chineseName(), 100 * guess.confidence());
        if (!guess.dateFormat().isEmpty()) {
            line("      %s: {column: %s, date_format: %s}%s"
                    .formatted(guess.column(), quoted(guess.header()), guess.dateFormat(), sure));
            return;
        }
        if (guess.unknownCodes().isEmpty()) {
            String header = measures.contains(guess.header()) ? "{" + MEASURE + "}" : guess.header();
            line("      " + guess.column() + ": " + quoted(header) + sure);
            return;
        }
        line("      " + guess.column() + ":" + sure);
        line("        column: " + quoted(guess.header()));
        line("        values:  # 原值: 代码 their word: our code");
        guess.unknownCodes().forEach(code -> line("          " + quoted(code) + ": " + quoted(UNKNOWN)));
    }

    private void constant(Column column, DatasetGuess guess) {
        boolean isTheYear = guess.isYearly() && column.schoolYear();
        boolean isTheFilesYear = !isTheYear && yearOfFile && column.schoolYear();
        boolean isTheSubject = !guess.measures().isEmpty() && column.name().equals("subject");
        boolean isOfTheYear = guess.isYearly() && column.name().equals("exam_code");
        String value = isTheYear
                ? YEAR
                : isTheFilesYear
                        ? "{file_year}"
                        : isTheSubject ? "{subject}" : isOfTheYear ? UNKNOWN + "-" + YEAR : UNKNOWN;
        String note = isTheYear || isTheFilesYear
                ? "学年以秋季年份计，请核对 the autumn of the school year: check"
                : column.description();
        line("      %s: %s  # %s %s".formatted(column.name(), quoted(value), column.chineseName(), note));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private void line(String text) {
        yaml.append(text.replaceAll("[\\r\\n]+", " ")).append('\n');
    }
}
