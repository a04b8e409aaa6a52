package org.manyuan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The drawings of the gap family: the change of each group as a dot on its interval, all on one scale, and the course of each gap over the
 * years in its band. Each tells itself in words to one who cannot see it.
 */
final class GapFigures {
    private static final double WIDTH = 130;
    private static final double HEIGHT = 18;

    /** Free at both ends of the common scale; the label of an end is centred over its tick in twice that width. */
    private static final double MARGIN = 14;

    private final Words words;
    private final Digits digits;
    private final GapWords gaps;

    GapFigures(Words words) {
        this.words = words;
        this.digits = new Digits(words);
        this.gaps = new GapWords(words);
    }

    /** One line per change, the zero line common to all. */
    void changes(Markup page, Element body, List<Row> rows) {
        double reach = reach(rows.stream()
                .flatMap(row -> Stream.of(row.number("change_lo"), row.number("change_hi"), row.number("change"))));
        Tables tables = new Tables(page, words);
        Element table = tables.table(
                body, "chart", "column.group", "column.comparison", "figure.change", "column.change", "column.verdict");
        Element axis = page.child(table, "tr", "axis");
        page.child(axis, "td", "t", "");
        page.child(axis, "td", "t", "");
        Element scale = page.child(page.child(axis, "td", "t"), "table", "scale");
        Element ticks = page.child(scale, "tr");
        scale.setAttribute("style", "width:" + WIDTH + "pt");
        label(page, ticks, 2 * MARGIN, Digits.plain(-reach, 1));
        label(page, ticks, WIDTH - 4 * MARGIN, "0");
        label(page, ticks, 2 * MARGIN, Digits.plain(reach, 1));
        page.child(axis, "td", "t", "");
        page.child(axis, "td", "t", "");
        for (Row row : rows) {
            Element line = page.child(table, "tr");
            page.child(line, "td", "t", row.text("group_name"));
            page.child(line, "td", "t", words.code("gap", row.text("gap")));
            page.figure(page.child(line, "td", "t"), change(row, reach), gaps.sentence(row));
            page.child(
                    line,
                    "td",
                    "n",
                    digits.deviations(row.number("change"), row.text("flag"))
                            + (row.number("change_lo") == null
                                    ? ""
                                    : " " + digits.interval(row.number("change_lo"), row.number("change_hi"), 2)));
            tables.verdict(page.child(line, "td", "v"), row.text("verdict"));
        }
    }

    private static void label(Markup page, Element ticks, double width, String text) {
        page.child(ticks, "td", "middle", text).setAttribute("style", "width:" + width + "pt");
    }

    private static Svg change(Row row, double reach) {
        Svg drawing = new Svg(WIDTH, HEIGHT);
        double middle = HEIGHT / 2;
        drawing.line(0, middle, WIDTH, middle, "#E6E8EC", 0.5);
        for (double end : new double[] {-reach, reach}) {
            drawing.line(across(end, reach), middle - 3, across(end, reach), middle + 3, "#E6E8EC", 0.5);
        }
        drawing.dashed(WIDTH / 2, 0, WIDTH / 2, HEIGHT, Palette.AXIS);
        Double change = row.number("change");
        if (change == null) {
            return drawing;
        }
        String colour = Palette.verdict(row.text("verdict"));
        Double lo = row.number("change_lo");
        Double hi = row.number("change_hi");
        if (lo != null && hi != null) {
            drawing.line(across(lo, reach), middle, across(hi, reach), middle, colour, 2);
            drawing.line(across(lo, reach), middle - 3, across(lo, reach), middle + 3, colour, 1.2);
            drawing.line(across(hi, reach), middle - 3, across(hi, reach), middle + 3, colour, 1.2);
        }
        boolean judged =
                row.has("verdict", "NARROWED") || row.has("verdict", "WIDENED") || row.has("verdict", "REVERSED");
        return drawing.dot(across(change, reach), middle, 4, judged ? colour : Palette.PAPER, colour);
    }

    private static double across(double value, double reach) {
        return WIDTH / 2 + value / reach * (WIDTH / 2 - MARGIN);
    }

    /** One small drawing per group: the gap of each year with its band, four to a line. */
    void courses(Markup page, Element body, List<Row> rows) {
        double reach = reach(
                rows.stream().flatMap(row -> Stream.of(row.number("ci_lo"), row.number("ci_hi"), row.number("value"))));
        Element table = page.child(body, "table", "courses");
        Element line = null;
        int drawn = 0;
        for (List<Row> course : byCourse(rows)) {
            if (line == null || drawn % 4 == 0) {
                line = page.child(page.child(table, "tbody"), "tr");
            }
            drawn++;
            Element cell = page.child(line, "td");
            Row last = course.get(course.size() - 1);
            page.child(cell, "div", "name", last.text("group_name"));
            page.child(cell, "div", "what", words.code("gap", last.text("gap")));
            page.figure(cell, GapCourse.drawing(course, reach), told(course));
            Element years = page.child(page.child(cell, "table", "scale"), "tr");
            for (Row row : course) {
                Element year = page.child(years, "td", "middle");
                page.child(year, "div", "year", row.text("school_year"));
                page.child(year, "div", "value", digits.deviations(row.number("value"), ""));
            }
        }
        while (line != null && drawn++ % 4 != 0) {
            page.child(line, "td");
        }
    }

    private String told(List<Row> course) {
        List<String> years = new ArrayList<>();
        for (Row row : course) {
            years.add(words.say(
                    "figure.course.year",
                    words.year(row, "school_year"),
                    digits.deviations(row.number("value"), ""),
                    digits.interval(row.number("ci_lo"), row.number("ci_hi"), 2)));
        }
        Row last = course.get(course.size() - 1);
        return words.say(
                "figure.course",
                last.text("group_name"),
                gaps.gap(last),
                gaps.exam(last),
                String.join(words.pick("；", "; "), years));
    }

    private static List<List<Row>> byCourse(List<Row> rows) {
        List<List<Row>> courses = new ArrayList<>();
        String before = null;
        for (Row row : rows) {
            String key = String.join(
                    "|",
                    row.text("group_code"),
                    row.text("gap"),
                    row.text("stage"),
                    row.text("grade"),
                    row.text("exam_kind"));
            if (!key.equals(before)) {
                courses.add(new ArrayList<>());
                before = key;
            }
            courses.get(courses.size() - 1).add(row);
        }
        return courses;
    }

    private static double reach(Stream<Double> values) {
        double most =
                values.filter(Objects::nonNull).mapToDouble(Math::abs).max().orElse(1);
        return Math.max(0.1, Math.ceil(most * 10) / 10);
    }
}
