package org.manyuan.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.manyuan.contract.CardText;
import org.manyuan.contract.Wording;
import org.manyuan.job.ExplainFigure;
import org.manyuan.job.LeftUnit;
import org.manyuan.job.SubmissionsBehind;

/** A figure explained, as somebody reads it on a terminal. */
final class ExplainText {
    private static final int MOST_ROWS = 30;

    private final Words words;
    private final StringBuilder text = new StringBuilder();

    ExplainText(Words words) {
        this.words = words;
    }

    String of(ExplainFigure.Explained explained) {
        line(words.say(
                "explain.title",
                explained.card().id(),
                said(explained.card().name()),
                String.valueOf(explained.card().version())));
        for (CardText.Part part : CardText.of(explained.card().id())) {
            line("");
            line(said(part.heading()));
            said(part.text()).lines().forEach(each -> line("  " + each));
        }
        figure(explained);
        inputs(explained.inputs());
        left(explained.left());
        submissions(explained.submissions());
        if (!explained.notBuilt().isEmpty()) {
            line("");
            line(words.say("explain.stale", String.join(", ", explained.notBuilt())));
        }
        return text.toString().stripTrailing();
    }

    private void figure(ExplainFigure.Explained explained) {
        line("");
        line(words.say("explain.figure"));
        explained.row().forEach((column, cell) -> {
            if (cell != null && !cell.equals("")) {
                line("  " + column + " = " + cell);
            }
        });
        line("");
        if (explained.isSame()) {
            line(words.say("explain.same"));
            return;
        }
        line(words.say("explain.differs"));
        explained.row().forEach((column, cell) -> {
            Object again = explained.again().get(column);
            if (!Objects.equals(cell, again)) {
                line("  " + column + ": " + cell + " → " + again);
            }
        });
    }

    private void inputs(List<ExplainFigure.InputRow> rows) {
        Map<String, List<ExplainFigure.InputRow>> together = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> words.say("explain.inputs." + row.use(), row.table()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        together.forEach((heading, of) -> {
            line("");
            line(heading + words.say("explain.rows", of.size()));
            table(of.stream().map(ExplainFigure.InputRow::cells).toList());
        });
    }

    /** The first rows, with the columns that say something; lists are only for machines. */
    private void table(List<Map<String, Object>> rows) {
        List<String> columns = rows.get(0).keySet().stream()
                .filter(column -> rows.stream()
                        .anyMatch(row -> row.get(column) != null
                                && !(row.get(column) instanceof List)
                                && !row.get(column).equals("")))
                .toList();
        List<List<String>> cells = rows.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .limit(MOST_ROWS)
                .map(row -> columns.stream()
                        .map(column ->
                                row.get(column) == null ? "" : row.get(column).toString())
                        .toList())
                .toList();
        indented(TextTable.of(columns, cells));
        if (rows.size() > MOST_ROWS) {
            line("  " + words.say("explain.more", rows.size() - MOST_ROWS));
        }
    }

    private void left(List<LeftUnit> left) {
        if (left.isEmpty()) {
            return;
        }
        line("");
        line(words.say("explain.left", left.size()));
        Map<String, List<LeftUnit>> byReason = left.stream()
                .collect(Collectors.groupingBy(unit -> said(unit.why()), LinkedHashMap::new, Collectors.toList()));
        byReason.forEach((why, units) -> line("  " + why + words.say("explain.colon")
                + units.stream()
                        .limit(MOST_ROWS)
                        .map(unit -> unit.name() + " " + unit.schoolCode())
                        .collect(Collectors.joining(words.say("explain.comma")))
                + (units.size() > MOST_ROWS ? " …（" + units.size() + "）" : "")));
    }

    private void submissions(List<SubmissionsBehind.Behind> behind) {
        line("");
        line(words.say("explain.submissions", behind.size()));
        behind.stream()
                .limit(MOST_ROWS)
                .forEach(each -> line("  " + each.submissionId() + "  " + each.fileName() + "  "
                        + ReceiptText.local(each.receivedAt()) + "  " + each.dataset() + " " + each.rows()));
        if (behind.size() > MOST_ROWS) {
            line("  " + words.say("explain.more", behind.size() - MOST_ROWS));
        }
    }

    private String said(Wording wording) {
        return words.chinese() ? wording.zh() : wording.en();
    }

    private void indented(String block) {
        block.lines().forEach(each -> line("  " + each));
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
