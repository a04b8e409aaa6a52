package org.manyuan.report;

import java.util.List;
import org.w3c.dom.Element;

/** What the bureau has published, beside what its own files give: whether they agree, and what contradicts what. */
record PublishedFiguresPart(ReportRows rows, Words words) {
    void write(Markup page, Element body) {
        List<Row> figures = rows.published();
        if (figures.isEmpty()) {
            return;
        }
        page.heading(body, "h3", "policy-published", words.say("published.heading"));
        page.child(body, "p", "note", words.say("published.what"));
        Tables tables = new Tables(page, words);
        Element table = tables.table(
                body,
                "figures checks",
                "column.published_item",
                "column.published",
                "column.computed",
                "column.result",
                "column.published_quote");
        for (Row row : figures) {
            tables.row(
                    table,
                    "mnnct",
                    row.text("item"),
                    published(row),
                    number(row, "computed", isHidden(row) ? "SUPPRESSED" : ""),
                    words.code("published_result", row.text("result")),
                    quote(row));
        }
    }

    /** The number with what its wording says of it: about, at least, below. */
    private String published(Row row) {
        return words.say("published.bound." + row.text("bound"), number(row, "value", ""), row.text("unit"));
    }

    /** Held against what was published, so there is one, but it does not leave the house. */
    private static boolean isHidden(Row row) {
        return row.number("computed") == null && (row.has("result", "AGREES") || row.has("result", "DIFFERS"));
    }

    private String number(Row row, String column, String flag) {
        Double value = row.number(column);
        Digits digits = new Digits(words);
        return value != null && value == Math.rint(value) ? digits.count(value, flag) : digits.score(value, flag);
    }

    private String quote(Row row) {
        String contradiction = row.text(words.pick("contradiction_zh", "contradiction_en"));
        String quoted = words.say("published.quote", row.text("quote"));
        return contradiction.isEmpty() ? quoted : quoted + words.pick("；", "; ") + contradiction;
    }
}
