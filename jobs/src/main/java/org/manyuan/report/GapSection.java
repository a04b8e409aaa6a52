package org.manyuan.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.w3c.dom.Element;

/** The gap family: how each group's gap moved, drawn and in figures; other subjects and papers; means and rates with caution. */
record GapSection(ReportRows rows, Words words) implements Section {
    @Override
    public void write(Markup page, Element body) {
        page.heading(body, "h2", "gap", words.say("gap.heading"));
        if (rows.headlines().isEmpty()) {
            page.child(body, "p", "empty", words.say("gap.none"));
        } else {
            page.child(body, "p", "lead", words.say("gap.what"));
            GapFigures figures = new GapFigures(words);
            page.heading(body, "h3", "gap-change", words.say("gap.change.heading"));
            figures.changes(page, body, rows.headlines());
            page.child(body, "p", "note", words.say("gap.change.note"));
            if (!rows.gapCourses().isEmpty()) {
                page.heading(body, "h3", "gap-course", words.say("gap.course.heading"));
                figures.courses(page, body, rows.gapCourses());
                page.child(body, "p", "note", words.say("gap.course.note"));
            }
            main(page, body);
            others(
                    page,
                    body,
                    "gap.subjects",
                    rows.gapChanges().stream()
                            .filter(row -> row.is("is_headline")
                                    && row.has("base", "founding")
                                    && !rows.headlines().contains(row))
                            .toList());
            others(
                    page,
                    body,
                    "gap.previous",
                    rows.gapChanges().stream()
                            .filter(row ->
                                    row.is("is_headline") && row.has("base", "previous") && row.has("subject", "total"))
                            .toList());
            others(
                    page,
                    body,
                    "gap.papers",
                    rows.gapChanges().stream()
                            .filter(row -> !row.is("is_headline")
                                    && row.has("base", "founding")
                                    && row.has("subject", "total"))
                            .filter(row -> row.number("change") != null)
                            .toList());
        }
        new ScoreTables(rows, words).write(page, body);
        dispersion(page, body);
    }

    private void main(Markup page, Element body) {
        Tables tables = new Tables(page, words);
        Digits digits = new Digits(words);
        page.heading(body, "h3", "gap-table", words.say("gap.table.heading"));
        Element table = tables.table(
                body,
                "figures wide",
                "column.group",
                "column.comparison",
                "column.base",
                "column.now",
                "column.change",
                "column.interval",
                "column.n",
                "column.k",
                "column.verdict",
                "column.schools_verdict",
                "column.mover");
        for (Row row : rows.headlines()) {
            String flag = row.text("flag");
            tables.row(
                    table,
                    "ttnnnnnnvvm",
                    row.text("group_name"),
                    words.code("gap", row.text("gap")),
                    digits.deviations(row.number("gap_base"), flag) + based(row),
                    digits.deviations(row.number("gap_now"), flag),
                    digits.deviations(row.number("change"), flag),
                    digits.interval(row.number("change_lo"), row.number("change_hi"), 2),
                    digits.count(row.number("n"), flag),
                    digits.count(row.number("k"), flag),
                    row.text("verdict"),
                    row.text("schools_verdict"),
                    words.code("mover", row.text("mover")));
            adjusted(tables, table, "ttnnnnnnvvm", row, 2);
        }
        page.child(body, "p", "note", words.say("gap.table.note"));
        unadjusted(page, body, rows.headlines());
    }

    private String based(Row row) {
        return row.number("base_year") == null ? "" : words.say("base_in", row.text("base_year"));
    }

    private void others(Markup page, Element body, String name, List<Row> shown) {
        if (shown.isEmpty()) {
            return;
        }
        Tables tables = new Tables(page, words);
        Digits digits = new Digits(words);
        GapWords gaps = new GapWords(words);
        page.heading(body, "h3", name.replace('.', '-'), words.say(name + ".heading"));
        Element table = tables.table(
                body,
                "figures wide",
                "column.group",
                "column.exam",
                "column.comparison",
                "column.base",
                "column.now",
                "column.change",
                "column.interval",
                "column.n",
                "column.k",
                "column.verdict",
                "column.schools_verdict");
        for (Row row : shown) {
            String flag = row.text("flag");
            tables.row(
                    table,
                    "tttnnnnnnvv",
                    row.text("group_name"),
                    gaps.exam(row),
                    words.code("gap", row.text("gap")),
                    digits.deviations(row.number("gap_base"), flag) + based(row),
                    digits.deviations(row.number("gap_now"), flag),
                    digits.deviations(row.number("change"), flag),
                    digits.interval(row.number("change_lo"), row.number("change_hi"), 2),
                    digits.count(row.number("n"), flag),
                    digits.count(row.number("k"), flag),
                    row.text("verdict"),
                    row.text("schools_verdict"));
            adjusted(tables, table, "tttnnnnnnvv", row, 2);
        }
        unadjusted(page, body, shown);
    }

    /**
     * Under the figures of a row the same adjusted for intake, where it can be; its label stands in the last cell before the figures.
     *
     * @param kinds of the cells, as of the row above; a second verdict is that between schools
     * @param places of the change
     */
    private void adjusted(Tables tables, Element table, String kinds, Row row, int places) {
        if (!AdjustedWords.isIn(row)) {
            return;
        }
        Digits digits = new Digits(words);
        String flag = row.text("adjusted_flag");
        List<String> cells = new ArrayList<>(Collections.nCopies(kinds.indexOf('n') - 1, ""));
        cells.addAll(List.of(
                new AdjustedWords(words).label(row),
                "",
                "",
                Digits.plain(row.number("adjusted_change"), places),
                digits.interval(row.number("adjusted_lo"), row.number("adjusted_hi"), places),
                digits.count(row.number("adjusted_n"), flag),
                digits.count(row.number("adjusted_k"), flag),
                row.text("adjusted_verdict")));
        for (char kind : kinds.substring(cells.size()).toCharArray()) {
            cells.add(kind == 'v' ? row.text("adjusted_schools_verdict") : "");
        }
        ((Element) table.getLastChild()).setAttribute("class", "checked");
        tables.row(table, kinds, cells.toArray(String[]::new)).setAttribute("class", "adjusted");
    }

    /** Under a table why rows of it have no adjusted one. */
    private void unadjusted(Markup page, Element body, List<Row> shown) {
        String missing = new AdjustedWords(words).missing(shown);
        if (!missing.isEmpty()) {
            page.child(body, "p", "note", missing);
        }
    }

    private void dispersion(Markup page, Element body) {
        if (rows.dispersion().isEmpty()) {
            return;
        }
        Tables tables = new Tables(page, words);
        Digits digits = new Digits(words);
        page.heading(body, "h3", "gap-district", words.say("dispersion.heading"));
        page.child(body, "p", "lead", words.say("dispersion.what"));
        Element table = tables.table(
                body,
                "figures",
                "column.exam",
                "column.measure",
                "column.base",
                "column.now",
                "column.change",
                "column.interval",
                "column.n",
                "column.k_units",
                "column.verdict");
        for (Row row : rows.dispersion()) {
            String flag = row.text("flag");
            boolean points = row.has("gap", "GAP-20");
            tables.row(
                    table,
                    "ttnnnnnnv",
                    new GapWords(words).exam(row),
                    words.say("dispersion." + row.text("gap")),
                    (points
                                    ? digits.points(row.number("gap_base"), flag)
                                    : digits.coefficient(row.number("gap_base"), flag))
                            + based(row),
                    points
                            ? digits.points(row.number("gap_now"), flag)
                            : digits.coefficient(row.number("gap_now"), flag),
                    points ? digits.points(row.number("change"), flag) : digits.coefficient(row.number("change"), flag),
                    digits.interval(row.number("change_lo"), row.number("change_hi"), points ? 1 : 3),
                    digits.count(row.number("n"), flag),
                    digits.count(row.number("k"), flag),
                    row.text("verdict"));
            adjusted(tables, table, "ttnnnnnnv", row, points ? 1 : 3);
        }
        unadjusted(page, body, rows.dispersion());
    }
}
