package org.manyuan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Mean scores before and now, and the three rates of lead and members; raw points, so only with words of caution. */
record ScoreTables(ReportRows rows, Words words) implements Section {
    @Override
    public void write(Markup page, Element body) {
        means(page, body);
        rates(page, body);
    }

    private void means(Markup page, Element body) {
        List<Row> totals = rows.scores().stream()
                .filter(row -> row.has("subject", "total"))
                .toList();
        if (totals.isEmpty()) {
            return;
        }
        Tables tables = new Tables(page, words);
        Digits digits = new Digits(words);
        GapWords gaps = new GapWords(words);
        page.heading(body, "h3", "scores", words.say("scores.heading"));
        page.child(body, "p", "caution", words.say("scores.caution"));
        Element table = tables.table(
                body,
                "figures",
                "column.group",
                "column.school",
                "column.side",
                "column.exam",
                "column.mean_base",
                "column.mean_now",
                "column.n");
        for (List<Row> years : grouped(totals, "group_code", "school_code", "side", "stage", "grade", "exam_kind")) {
            Row last = years.get(years.size() - 1);
            boolean now = last.has("period", "LATEST") || years.size() > 1;
            Row first = years.get(0);
            tables.row(
                    table,
                    "ttttnnn",
                    last.text("group_name"),
                    last.text("school_name"),
                    words.code("side", last.text("side")),
                    gaps.exam(last),
                    years.size() > 1 || !now
                            ? digits.points(first.number("value"), first.text("flag"))
                                    + words.say("base_in", first.text("school_year"))
                            : words.say("none"),
                    now ? digits.points(last.number("value"), last.text("flag")) : words.say("none"),
                    digits.count(last.number("n"), last.text("flag")));
        }
    }

    private void rates(Markup page, Element body) {
        List<Row> totals = rows.rates().stream()
                .filter(row -> row.has("subject", "total") && !row.has("side", "district"))
                .toList();
        if (totals.isEmpty()) {
            return;
        }
        Tables tables = new Tables(page, words);
        Digits digits = new Digits(words);
        GapWords gaps = new GapWords(words);
        page.heading(body, "h3", "rates", words.say("rates.heading"));
        Element table = tables.table(
                body,
                "figures",
                "column.group",
                "column.exam",
                "column.rate",
                "column.lead",
                "column.lead_interval",
                "column.lead_n",
                "column.member",
                "column.member_interval",
                "column.member_n");
        for (List<Row> sides : grouped(totals, "group_code", "stage", "grade", "exam_code", "rate")) {
            Row any = sides.get(0);
            List<String> cells = new ArrayList<>(
                    List.of(any.text("group_name"), gaps.exam(any), words.code("rate", any.text("rate"))));
            for (String side : List.of("lead", "member")) {
                Row row = sides.stream()
                        .filter(one -> one.has("side", side))
                        .findFirst()
                        .orElse(null);
                String flag = row == null ? "" : row.text("flag");
                cells.add(digits.percent(row == null ? null : row.number("value"), flag));
                cells.add(
                        row == null
                                ? words.say("none")
                                : digits.percentInterval(row.number("ci_lo"), row.number("ci_hi")));
                cells.add(digits.count(row == null ? null : row.number("n"), flag));
            }
            tables.row(table, "tttnnnnnn", cells.toArray(String[]::new));
        }
    }

    private static List<List<Row>> grouped(List<Row> rows, String... key) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            String name = String.join("|", List.of(key).stream().map(row::text).toList());
            groups.computeIfAbsent(name, ignored -> new ArrayList<>()).add(row);
        }
        return List.copyOf(groups.values());
    }
}
