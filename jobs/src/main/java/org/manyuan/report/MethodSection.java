package org.manyuan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.manyuan.contract.MetricCard;
import org.manyuan.contract.MetricCards;
import org.w3c.dom.Element;

/** How the figures came about: population, weights, intervals, verdicts, disclosure, exams and their use, metrics, groups. */
record MethodSection(ReportRows rows, ReleaseStamp stamp, Words words) implements Section {
    private static final List<String> POINTS = List.of(
            "population", "weights", "frames", "verdict", "adjusted", "panel", "rounding", "disclosure", "ranking");

    @Override
    public void write(Markup page, Element body) {
        page.heading(body, "h2", "method", words.say("method.heading"));
        Element points = page.child(body, "dl");
        for (String point : POINTS) {
            page.child(points, "dt", "point", words.say("method." + point));
            page.child(points, "dd", "point", words.say("method." + point + ".text"));
        }
        exams(page, body);
        groups(page, body);
        metrics(page, body);
        page.heading(body, "h3", "stamp", words.say("stamp.heading"));
        page.child(
                body,
                "p",
                "digest",
                words.say(
                        "stamp.text",
                        stamp.release(),
                        stamp.asOf().toString(),
                        stamp.releasedAt().toString()));
        page.child(body, "p", "digest", words.say("stamp.digest"));
        page.child(body, "p", "hash", stamp.digest());
    }

    private void exams(Markup page, Element body) {
        if (rows.exams().isEmpty()) {
            return;
        }
        page.heading(body, "h3", "exams", words.say("exams.heading"));
        page.child(body, "p", "lead", words.say("exams.what"));
        Tables tables = new Tables(page, words);
        Element table =
                tables.table(body, "figures", "column.exam", "column.exam_code", "column.held_on", "column.lawful_use");
        for (Row row : rows.exams()) {
            tables.row(
                    table,
                    "tttt",
                    words.say(
                                    "exam",
                                    words.code("stage", row.text("stage")),
                                    words.say("grade", row.text("grade")),
                                    words.code("exam_kind", row.text("kind")),
                                    "")
                            .strip(),
                    row.text("exam_code"),
                    row.text("held_on").isEmpty() ? words.say("none") : row.text("held_on"),
                    words.say("exams.no_use_stated"));
        }
    }

    private void groups(Markup page, Element body) {
        if (rows.members().isEmpty()) {
            return;
        }
        page.heading(body, "h3", "groups", words.say("groups.heading"));
        Tables tables = new Tables(page, words);
        Element table =
                tables.table(body, "figures", "column.group_code", "column.group", "column.founded_on", "column.units");
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        rows.members().forEach(row -> groups.computeIfAbsent(row.text("group_code"), ignored -> new ArrayList<>())
                .add(row));
        groups.forEach((code, spans) -> tables.row(
                table,
                "ctct",
                code,
                spans.get(0).text("group_name"),
                spans.get(0).text("founded_on").isEmpty()
                        ? words.say("none")
                        : spans.get(0).text("founded_on"),
                spans.stream()
                        .map(row ->
                                words.say("groups.unit", row.text("school_name"), words.code("role", row.text("role"))))
                        .distinct()
                        .collect(Collectors.joining(words.pick("、", ", ")))));
    }

    private void metrics(Markup page, Element body) {
        Map<String, MetricCard> cards =
                MetricCards.standard().all().stream().collect(Collectors.toMap(MetricCard::id, card -> card));
        if (rows.metrics().isEmpty()) {
            return;
        }
        page.heading(body, "h3", "metrics", words.say("metrics.heading"));
        Tables tables = new Tables(page, words);
        Element table = tables.table(body, "figures", "column.metric", "column.name", "column.unit");
        for (Row row : rows.metrics()) {
            MetricCard card = cards.get(row.text("metric_id"));
            tables.row(
                    table,
                    "ttt",
                    row.text("metric_id"),
                    card == null
                            ? words.say("none")
                            : words.pick(card.name().zh(), card.name().en()),
                    card == null
                            ? words.say("none")
                            : words.pick(card.unit().zh(), card.unit().en()));
        }
    }
}
