package org.manyuan.report;

import java.util.List;
import org.w3c.dom.Element;

/**
 * The bundled assessment: each score with what the scheme is and assumes, its place with interval and whom it cannot be told from, the
 * schools that do not count yet, and its contributions. By code, never by score. What is not in force is called a preview.
 */
record AssessmentSection(ReportRows rows, Words words) implements Section {
    @Override
    public void write(Markup page, Element body) {
        page.heading(body, "h2", "assessment", words.say("assessment.heading"));
        if (rows.assessment().isEmpty()) {
            page.child(body, "p", "empty", words.say("assessment.none"));
            return;
        }
        page.child(body, "p", "caution", words.say("assessment.caution"));
        if (rows.assessment().stream().anyMatch(PlaceWords::isPreview)) {
            page.child(body, "p", "caution", words.say("assessment.preview.caution"));
        }
        Digits digits = new Digits(words);
        PlaceWords places = new PlaceWords(words);
        overview(page, body, places, digits);
        for (List<Row> scored : PlaceRows.bySubject(rows.assessment())) {
            subject(page, body, scored, places, digits);
        }
        page.child(body, "p", "note", words.say("assessment.note"));
        new SchemeRules(rows, words).write(page, body);
    }

    /** A subject: its score, its place, who does not count yet, and what the score is made of. */
    private void subject(Markup page, Element body, List<Row> scored, PlaceWords places, Digits digits) {
        Row first = scored.get(0);
        Element part = page.child(body, "div", "together");
        page.child(part, "h3", "subject", heading(first, digits));
        if (PlaceWords.isKnown(first)) {
            page.child(part, "p", "place", places.sentence(first));
        }
        String waiting = new TenureWords(rows.stays(), words).sentence(first);
        if (!waiting.isEmpty()) {
            page.child(part, "p", "place", waiting);
        }
        Tables tables = new Tables(page, words);
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
                    silent ? words.say("assessment.not_triggered") : places.said(row.text("marks")),
                    flag.equals("OK") ? "" : words.code("flag", flag));
        }
    }

    /** Whose score it is and how much, by which scheme; of one that is not in force first that it is a preview. */
    private String heading(Row row, Digits digits) {
        String heading = words.say(
                "assessment.score",
                name(row),
                digits.score(row.number("score"), row.text("score_flag")),
                digits.percent(row.number("score_coverage"), row.text("score_flag")),
                row.text("scheme_id"),
                row.text("scheme_version"));
        return PlaceWords.isPreview(row) ? words.say("assessment.preview", heading) : heading;
    }

    /** The indicator; where the narrowing of a gap is scored, which gap. */
    private String indicator(Row row) {
        String gap = words.gapOf(row.text("variant"));
        return gap.isEmpty() ? row.text("node_name") : words.say("assessment.indicator", row.text("node_name"), gap);
    }

    /** An adjustment whose condition does not hold: its 0 is no figure. */
    private static boolean isNotTriggered(Row row) {
        Double holds = row.number("value");
        return row.has("node_kind", "adjustment") && holds != null && holds == 0;
    }

    /** Scores and places of all, in one table; nothing where the release knows no places. */
    private void overview(Markup page, Element body, PlaceWords places, Digits digits) {
        List<Row> placed = PlaceRows.of(rows, words);
        if (placed.isEmpty()) {
            return;
        }
        page.heading(body, "h3", "places", words.say("place.heading"));
        Tables tables = new Tables(page, words);
        Element table = tables.table(
                body,
                "figures wide",
                "column.group_code",
                "column.group",
                "column.score",
                "column.marks",
                "column.place",
                "column.place_interval",
                "column.indistinct",
                "column.remark");
        for (Row row : placed) {
            String flag = row.text("rank_flag");
            tables.row(
                    table,
                    "ctntnnnt",
                    row.text(row.has("school_code", "") ? "group_code" : "school_code"),
                    name(row),
                    digits.score(row.number("score"), row.text("score_flag")),
                    places.marks(row),
                    places.place(row),
                    places.interval(row),
                    digits.count(row.number("indistinct_groups"), flag),
                    flag.equals("OK") ? "" : words.code("flag", flag));
        }
        page.child(body, "p", "note", words.say("place.note"));
    }

    private static String name(Row row) {
        return row.text("school_code").isEmpty() ? row.text("group_name") : row.text("school_name");
    }
}
