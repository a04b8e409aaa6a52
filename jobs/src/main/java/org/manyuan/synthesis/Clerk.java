package org.manyuan.synthesis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.manyuan.synthesis.CountyPlan.FilePlan;
import org.manyuan.synthesis.CountyPlan.School;

/** Writes a sheet the way its clerk does: Chinese headers and words, short names of schools, days with slashes. */
final class Clerk {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Set<String> COUNTS = Set.of(
            "students",
            "classes",
            "intake",
            "intake_in_zone",
            "students_in_zone",
            "boarders",
            "migrant_students",
            "transfers_in",
            "transfers_out",
            "graduates",
            "deaths",
            "class_no",
            "score",
            "fte",
            "allowance");
    private final CountyPlan plan;

    Clerk(CountyPlan plan) {
        this.plan = plan;
    }

    CountyFile write(Sheet sheet) {
        FilePlan file = plan.file(sheet.name());
        List<String> header = sheet.columns().stream()
                .map(column -> header(sheet.dataset(), column, file))
                .toList();
        return new CountyFile(
                plan.district(),
                sheet.name() + "." + file.format().ending(),
                file.format(),
                header,
                numbers(sheet),
                () -> rows(sheet, file));
    }

    private String header(String dataset, String column, FilePlan file) {
        if (!file.chinese()) {
            return column;
        }
        Map<String, String> words = plan.headers().getOrDefault(dataset, Map.of());
        String word = words.get(file.shortNames() && column.equals("school_code") ? "short_name" : column);
        if (word == null) {
            throw new IllegalArgumentException("the plan has no Chinese header for the column " + column + " of "
                    + dataset + ": add it under headers");
        }
        return word;
    }

    private Set<Integer> numbers(Sheet sheet) {
        Set<String> papers = new LinkedHashSet<>();
        plan.series().forEach(series -> papers.addAll(series.allPapers().keySet()));
        Set<Integer> numbers = new LinkedHashSet<>();
        for (int i = 0; i < sheet.columns().size(); i++) {
            String column = sheet.columns().get(i);
            if (COUNTS.contains(column) || papers.contains(column)) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private List<List<String>> rows(Sheet sheet, FilePlan file) {
        if (!file.chinese()) {
            return sheet.rows().get();
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : sheet.rows().get()) {
            List<String> written = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                written.add(cell(sheet.columns().get(i), row.get(i), file));
            }
            rows.add(written);
        }
        return rows;
    }

    private String cell(String column, String text, FilePlan file) {
        if (file.shortNames() && column.endsWith("school_code")) {
            return shortName(text);
        }
        if (column.equals("school_year") && !text.isEmpty()) {
            return text + "-" + (Integer.parseInt(text) + 1) + "学年";
        }
        if (DAY.matcher(text).matches()) {
            return day(LocalDate.parse(text), file.days());
        }
        return plan.words().getOrDefault(column, Map.of()).getOrDefault(text, text);
    }

    /** The name that sheets use; what is no code of a school stays as it is. */
    private String shortName(String text) {
        return plan.schools().stream()
                .filter(school -> school.code().equals(text))
                .map(School::shortNames)
                .map(names -> names.get(0))
                .findFirst()
                .orElse(text);
    }

    private static String day(LocalDate day, String style) {
        return switch (style) {
            case "slash" -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
            case "chinese" -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            default -> day.toString();
        };
    }
}
