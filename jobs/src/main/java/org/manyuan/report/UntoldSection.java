package org.manyuan.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.contract.MetricCards;
import org.w3c.dom.Element;

/** What cannot be told and why: each flag in words, and how many figures of which metric carry it. */
record UntoldSection(ReportRows rows, Words words) implements Section {
    @Override
    public void write(Markup page, Element body) {
        page.heading(body, "h2", "untold", words.say("untold.heading"));
        page.child(body, "p", "lead", words.say("untold.what"));
        notJudged(page, body);
        if (rows.remarks().isEmpty()) {
            page.child(body, "p", "empty", words.say("untold.none"));
            return;
        }
        Tables tables = new Tables(page, words);
        Element table = tables.table(body, "figures reasons", "column.remark", "column.meaning", "column.metrics");
        byFlag().forEach((flag, metrics) -> tables.row(
                table,
                "cmt",
                words.code("flag", flag),
                words.say("flag." + flag),
                String.join(words.pick("；", "; "), metrics)));
        page.child(body, "p", "note", words.say("untold.note"));
    }

    /** The groups' main comparisons that have no verdict, each with its reason. */
    private void notJudged(Markup page, Element body) {
        List<Row> silent = rows.headlines().stream()
                .filter(row -> row.has("verdict", "NOT_JUDGED"))
                .toList();
        if (silent.isEmpty()) {
            return;
        }
        GapWords gaps = new GapWords(words);
        Element list = page.child(body, "ul");
        silent.forEach(row -> page.text(page.child(list, "li"), gaps.sentence(row)));
    }

    private Map<String, List<String>> byFlag() {
        Digits digits = new Digits(words);
        Map<String, String> names = names();
        Map<String, List<String>> flags = new LinkedHashMap<>();
        for (Row row : rows.remarks()) {
            String metric = row.text("metric_id");
            flags.computeIfAbsent(row.text("flag"), ignored -> new java.util.ArrayList<>())
                    .add(words.say(
                            "untold.metric",
                            metric,
                            names.getOrDefault(metric, ""),
                            digits.count(row.number("figures"), ""),
                            digits.count(row.number("without_value"), "")));
        }
        return flags;
    }

    private Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        MetricCards.standard()
                .all()
                .forEach(card -> names.put(
                        card.id(), words.pick(card.name().zh(), card.name().en())));
        return names;
    }
}
