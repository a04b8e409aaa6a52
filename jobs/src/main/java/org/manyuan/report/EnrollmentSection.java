package org.manyuan.report;

import org.w3c.dom.Element;

/** The enrollment family: intake and growth of the district, of each group and of its sides, and how the shares shifted. */
record EnrollmentSection(ReportRows rows, Words words) implements Section {
    @Override
    public void write(Markup page, Element body) {
        page.heading(body, "h2", "enrollment", words.say("enrollment.heading"));
        if (rows.enrollment().isEmpty()) {
            page.child(body, "p", "empty", words.say("enrollment.none"));
            return;
        }
        page.child(body, "p", "lead", words.say("enrollment.what"));
        Tables tables = new Tables(page, words);
        Digits digits = new Digits(words);
        Element table = tables.table(
                body,
                "figures",
                "column.group",
                "column.side",
                "column.stage",
                "column.intake",
                "column.base_year",
                "column.growth",
                "column.interval",
                "column.share_shift");
        for (Row row : rows.enrollment()) {
            boolean withheld = row.has("intake_flag", "SUPPRESSED") || row.has("growth_flag", "SUPPRESSED");
            boolean silent = row.number("intake") == null && row.number("growth") == null && !withheld;
            if (row.has("grain", "unit") || silent) {
                continue;
            }
            tables.row(
                    table,
                    "tttnnnnn",
                    row.has("grain", "district") ? row.text("district_name") : row.text("group_name"),
                    words.code("grain", row.text("grain")),
                    words.code("stage", row.text("stage")),
                    digits.count(row.number("intake"), row.text("intake_flag")),
                    row.number("base_year") == null ? words.say("none") : words.year(row, "base_year"),
                    digits.percent(row.number("growth"), row.text("growth_flag")),
                    digits.percentInterval(row.number("growth_lo"), row.number("growth_hi")),
                    digits.percentagePoints(row.number("share_shift"), row.text("share_shift_flag")));
        }
        page.child(body, "p", "note", words.say("enrollment.note"));
    }
}
