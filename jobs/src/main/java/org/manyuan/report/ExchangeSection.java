package org.manyuan.report;

import java.util.List;
import org.w3c.dom.Element;

/** The exchange family: who of those eligible was exchanged and how many of them are backbone teachers. */
record ExchangeSection(ReportRows rows, Words words) implements Section {
    @Override
    public void write(Markup page, Element body) {
        page.heading(body, "h2", "exchange", words.say("exchange.heading"));
        rates(page, body);
    }

    private void rates(Markup page, Element body) {
        List<Row> shown = rows.exchange().stream()
                .filter(row -> row.has("grain", "district") || row.has("grain", "group"))
                .toList();
        if (shown.isEmpty()) {
            page.child(body, "p", "empty", words.say("exchange.none"));
            return;
        }
        page.child(body, "p", "lead", words.say("exchange.what"));
        Tables tables = new Tables(page, words);
        Digits digits = new Digits(words);
        Element table = tables.table(
                body,
                "figures wide rates",
                "column.group",
                "column.stage",
                "column.eligible",
                "column.exchange_rate",
                "column.interval",
                "column.remark",
                "column.exchanged",
                "column.backbone_share",
                "column.interval",
                "column.remark");
        for (Row row : shown) {
            tables.row(
                    table,
                    "mtnnntnnnt",
                    row.has("grain", "district") ? row.text("district_name") : row.text("group_name"),
                    words.code("stage", row.text("stage")),
                    digits.count(row.number("eligible"), row.text("rate_flag")),
                    digits.percent(row.number("rate"), row.text("rate_flag")),
                    digits.percentInterval(row.number("rate_lo"), row.number("rate_hi")),
                    remark(row.text("rate_flag")),
                    digits.count(row.number("exchanged"), row.text("backbone_flag")),
                    digits.percent(row.number("backbone_share"), row.text("backbone_flag")),
                    digits.percentInterval(row.number("backbone_lo"), row.number("backbone_hi")),
                    remark(row.text("backbone_flag")));
        }
        page.child(body, "p", "note", words.say("exchange.note"));
    }

    private String remark(String flag) {
        return flag.isEmpty() || flag.equals("OK") ? "" : words.code("flag", flag);
    }
}
