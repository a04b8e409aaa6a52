package org.manyuan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The bundled assessment: each score with its contributions and what the scheme assumes. By code, never by score: no ranks here. */
record AssessmentSection(ReportRows rows, Words words) implements Section {
    @Override
    public void write(Markup page, Element body) {
        page.heading(body, "h2", "assessment", words.say("assessment.heading"));
        if (rows.assessment().isEmpty()) {
            page.child(body, "p", "empty", words.say("assessment.none"));
            return;
        }
        page.child(body, "p", "caution", words.say("assessment.caution"));
        Tables tables = new Tables(page, words);
        Digits digits = new Digits(words);
        for (List<Row> scored : subjects()) {
            Row first = scored.get(0);
            Element part = page.child(body, "div", "together");
            page.child(
                    part,
                    "h3",
                    "subject",
                    words.say(
                            "assessment.score",
                            first.text("school_code").isEmpty() ? first.text("group_name") : first.text("school_name"),
                            digits.score(first.number("score"), first.text("score_flag")),
                            digits.percent(first.number("score_coverage"), first.text("score_flag")),
                            first.text("scheme_id"),
                            first.text("scheme_version")));
            Element table = tables.table(
                    part,
                    "figures",
                    "column.indicator",
                    "column.weight",
                    "column.metric",
                    "column.value",
                    "column.normalised",
                    "column.contribution",
                    "column.marks",
                    "column.remark");
            for (Row row : scored) {
                String flag = row.text("flag");
                boolean silent = isNotTriggered(row);
                tables.row(
                        table,
                        "tntnnntt",
                        indicator(row),
                        digits.percent(row.number("weight"), ""),
                        row.text("metric_id"),
                        digits.coefficient(silent ? null : row.number("value"), flag),
                        digits.points(row.number("normalised"), flag),
                        digits.points(silent ? null : row.number("contribution"), flag),
                        silent ? words.say("assessment.not_triggered") : marks(row),
                        flag.equals("OK") ? "" : words.code("flag", flag));
            }
        }
        page.child(body, "p", "note", words.say("assessment.note"));
    }

    /** The indicator; where the narrowing of a gap is scored, which gap. */
    private String indicator(Row row) {
        String gap = words.gapOf(row.text("variant"));
        return gap.isEmpty() ? row.text("node_name") : words.say("assessment.indicator", row.text("node_name"), gap);
    }

    /** An adjustment whose condition does not hold, as every condition on a ledger: its 0 is no figure. */
    private static boolean isNotTriggered(Row row) {
        Double holds = row.number("value");
        return row.has("node_kind", "adjustment") && holds != null && holds == 0;
    }

    private String marks(Row row) {
        return Stream.of(row.text("marks").split(","))
                .map(String::strip)
                .filter(mark -> !mark.isEmpty())
                .map(mark -> words.code("mark", mark))
                .collect(Collectors.joining(words.pick("、", ", ")));
    }

    private List<List<Row>> subjects() {
        Map<String, List<Row>> subjects = new LinkedHashMap<>();
        for (Row row : rows.assessment()) {
            subjects.computeIfAbsent(
                            String.join(
                                    "|",
                                    row.text("scheme_id"),
                                    row.text("scheme_version"),
                                    row.text("group_code"),
                                    row.text("school_code")),
                            ignored -> new ArrayList<>())
                    .add(row);
        }
        return List.copyOf(subjects.values());
    }
}
