package org.manyuan.synthesis;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.contract.Tree;

/** The school years of a region, their terms and the calendar months that hold at least ten days of a term. */
final class RegionCalendar {
    private static final int DAYS_OF_A_MONTH = 10;

    private record Term(int year, int number, LocalDate from, LocalDate to) {}

    private final List<Integer> years;
    private final List<Term> terms;

    private RegionCalendar(List<Integer> years, List<Term> terms) {
        this.years = years;
        this.terms = terms;
    }

    /** Read from years, a list, and terms: by school year the first and last day of term 1, then of term 2. */
    static RegionCalendar of(Tree years, Tree terms) {
        List<Term> read = new ArrayList<>();
        terms.map().forEach((year, days) -> {
            List<LocalDate> ends = days(days);
            if (!year.matches("\\d{4}")) {
                throw days.wrong("terms stand under their school year, not under " + year);
            }
            for (int i = 0; i < ends.size(); i += 2) {
                read.add(new Term(Integer.parseInt(year), i / 2 + 1, ends.get(i), ends.get(i + 1)));
            }
        });
        return new RegionCalendar(years.list().stream().map(Tree::whole).toList(), read);
    }

    private static List<LocalDate> days(Tree tree) {
        try {
            List<LocalDate> days = tree.texts().stream().map(LocalDate::parse).toList();
            if (days.size() % 2 == 0 && days.stream().sorted().toList().equals(days)) {
                return days;
            }
        } catch (DateTimeParseException e) {
            throw tree.wrong("days are written 2024-09-01");
        }
        throw tree.wrong("the first and the last day of each term, in order");
    }

    /** One a school year: the year of its autumn, and the next. */
    List<Map<String, String>> years() {
        return years.stream().map(RegionCalendar::year).toList();
    }

    private static Map<String, String> year(int year) {
        return Map.of("year", Integer.toString(year), "next", Integer.toString(year + 1));
    }

    /** One a term. */
    List<Map<String, String>> terms() {
        return terms.stream().map(RegionCalendar::term).toList();
    }

    private static Map<String, String> term(Term term) {
        Map<String, String> values = new LinkedHashMap<>(year(term.year()));
        values.put("term.no", Integer.toString(term.number()));
        values.put("term.from", term.from().toString());
        values.put("term.to", term.to().toString());
        return values;
    }

    /** One a calendar month with at least ten days of a term; {@code month.day} lies amid them. */
    List<Map<String, String>> months() {
        List<Map<String, String>> months = new ArrayList<>();
        for (int year : years) {
            Map<YearMonth, List<LocalDate>> days = new TreeMap<>();
            terms.stream()
                    .filter(term -> term.year() == year)
                    .flatMap(term -> term.from().datesUntil(term.to().plusDays(1)))
                    .forEach(day -> days.computeIfAbsent(YearMonth.from(day), month -> new ArrayList<>())
                            .add(day));
            days.forEach((month, inTerm) -> {
                if (inTerm.size() >= DAYS_OF_A_MONTH) {
                    Map<String, String> values = new LinkedHashMap<>(year(year));
                    values.put("month", month.toString());
                    values.put("month.no", Integer.toString(month.getMonthValue()));
                    values.put("month.day", inTerm.get(inTerm.size() / 2).toString());
                    months.add(values);
                }
            });
        }
        return months;
    }

    /** Every day of every term, in order. */
    List<LocalDate> termDays() {
        return terms.stream()
                .flatMap(term -> term.from().datesUntil(term.to().plusDays(1)))
                .toList();
    }
}
